/** inkgrad in pages, in one file: the worker's script and the WASM are embedded. */

import fast from '../crates/wasm/pkg-fast/inkgrad_wasm_bg.wasm?gzip';
import single from '../crates/wasm/pkg-single/inkgrad_wasm_bg.wasm?gzip';
import threads from '../crates/wasm/pkg-threads/inkgrad_wasm_bg.wasm?gzip';
import script from './browser/engine-worker.ts?script';
import { useEmbedded } from './browser/platform.ts';

useEmbedded(script, { single: { gzip: single }, threads: { gzip: threads }, fast: { gzip: fast } });

export * from './index.ts';
