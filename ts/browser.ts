/** inkgrad in pages. */

import { startEngine } from './browser/engine.ts';
import { usePlatform } from './platform.ts';
import { lineProgress } from './progress.ts';

usePlatform({
  name: 'browser',
  startEngine,
  files: undefined,
  progress: async (_style, title, batches, batchSize) => lineProgress(title, batches, batchSize, console.log),
  verbose: 0,
});

export * from './index.ts';
