/** inkgrad in pages. Its worker's script and its WASM are files beside the bundle. */

import { usePages } from './browser/platform.ts';

// Written out in full, since bundlers look for these very forms; './' is the folder of the bundle.
usePages({
  newWorker: () => new Worker(new URL('./engine-worker.js', import.meta.url), { type: 'module', name: 'inkgrad' }),
  wasm: () => ({
    single: { url: new URL('./inkgrad-single.wasm', import.meta.url).href },
    threads: { url: new URL('./inkgrad-threads.wasm', import.meta.url).href },
    fast: { url: new URL('./inkgrad-fast.wasm', import.meta.url).href },
  }),
});

export * from './index.ts';
