/** inkgrad in Node, Bun and Deno. */

import { startEngine } from './node/engine.ts';
import { nodeFiles } from './node/files.ts';
import { collectGarbage } from './node/garbage.ts';
import { isTerminal, nodeProgress } from './node/progress.ts';
import { usePlatform } from './platform.ts';

usePlatform({
  name: 'node',
  startEngine,
  files: nodeFiles,
  progress: nodeProgress,
  collectGarbage,
  verbose: isTerminal() ? 1 : 2,
  warn: (warning) => process.emitWarning(warning),
});

export * from './index.ts';
