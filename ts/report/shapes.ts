/** Figures of shapes alone: what draws them as PNG has no fonts, and no decoders of pictures. */

import { type Fonts, outlinesOf } from './shapes/outlines.ts';
import { squaresOf } from './shapes/squares.ts';

export type { Fonts } from './shapes/outlines.ts';

/** Attributes of an element of a figure. */
export type Attributes = Partial<Readonly<Record<string, string>>>;

/** It knows what is in our figures: texts of one line each, and pictures whose pixels stay squares. */
export function asShapes(svg: string, fonts: Fonts): string {
  return svg
    .replaceAll(/<text([^>]*)>([^<]*)<\/text>/g, (_, attributes, text) => outlinesOf(read(attributes), text, fonts))
    .replaceAll(/<image([^>]*)\/>/g, (_, attributes) => squaresOf(read(attributes)));
}

/** Those in `style` count as if they stood by themselves. */
function read(text: string): Attributes {
  const { style = '', ...attributes } = pairs(text, /([\w-]+)="([^"]*)"/g);
  return { ...attributes, ...pairs(style, /([\w-]+):([^;]*)/g) };
}

function pairs(text: string, pattern: RegExp): Partial<Record<string, string>> {
  return Object.fromEntries(Array.from(text.matchAll(pattern), ([, name, value]) => [name, value]));
}
