/** inkgrad in pages, in one file: the worker's script and the WASM are embedded. */

import fast from '../crates/wasm/pkg-fast/inkgrad_wasm_bg.wasm?gzip';
import single from '../crates/wasm/pkg-single/inkgrad_wasm_bg.wasm?gzip';
import threads from '../crates/wasm/pkg-threads/inkgrad_wasm_bg.wasm?gzip';
import script from './browser/engine-worker.ts?script';
import { usePages } from './browser/platform.ts';

let scriptUrl: string | undefined; // kept, since a worker asks for it some time later, and its threads do too

usePages({
  newWorker() {
    scriptUrl ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    return new Worker(scriptUrl, { name: 'inkgrad' }); // no module: a page that is a file may not start such a blob
  },
  wasm: () => ({ single: { gzip: single }, threads: { gzip: threads }, fast: { gzip: fast } }),
});

export * from './index.ts';
