/** inkgrad in pages, in one file: the worker's script and the WASM are embedded. */

import packed from '../crates/wasm?builds=threads,fast,single';
import script from './browser/engine-worker.ts?script';
import { useEmbedded } from './browser/platform.ts';

useEmbedded(script, packed);

export * from './index.ts';
