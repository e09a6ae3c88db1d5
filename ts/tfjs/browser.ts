/** `inkgrad/tfjs` in pages: an engine of one thread on the page's own, started while this module is loaded. */

import { offerPages } from '../browser/platform.ts';
import { useStarter } from './engine.ts';
import { startInPage } from './page-engine.ts';

// Written out in full, since bundlers look for these very forms; './' is the folder of the bundle.
const single = { url: new URL('./inkgrad-single.wasm', import.meta.url).href };

offerPages();
useStarter(await startInPage(single));

export * from '../tfjs.ts';
