/** `inkgrad/tfjs` in pages: an engine of one thread on the page's own, started while this module is loaded. */

import { stores } from '../browser/stores.ts';
import { EngineError } from '../errors.ts';
import { usePlatform } from '../platform.ts';
import { lineProgress } from '../progress.ts';
import { useStarter } from './engine.ts';
import { startInPage } from './page-engine.ts';

usePlatform({
  name: 'browser',
  async startEngine() {
    throw new EngineError("engines in workers are started by 'inkgrad'");
  },
  files: undefined,
  stores,
  progress: async (_style, title, batches, batchSize) => lineProgress(title, batches, batchSize, console.log),
  verbose: 0,
  warn: ({ name, message }) => console.warn(`${name}: ${message}`),
});

// Written out in full, since bundlers look for this very form; './' is the folder of the bundle.
useStarter(await startInPage({ url: new URL('./inkgrad-single.wasm', import.meta.url).href }));

export * from '../tfjs.ts';
