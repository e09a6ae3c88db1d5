/**
 * Pictures as grey values. Decoders are one for each world: `pictures/node.ts` reads files of five formats,
 * `pictures/browser.ts` whatever the page's browser does.
 */

export { mostPixels, mostSide, type Picture } from './pictures/picture.ts';
