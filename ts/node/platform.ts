import { usePlatform } from '../platform.ts';
import { startEngine } from './engine.ts';
import { nodeFiles } from './files.ts';
import { collectGarbage } from './garbage.ts';
import { isTerminal, nodeProgress } from './progress.ts';

/** Makes Node the platform. */
export function useNode(): void {
  usePlatform({
    name: 'node',
    startEngine,
    files: nodeFiles,
    progress: nodeProgress,
    collectGarbage,
    verbose: isTerminal() ? 1 : 2,
    warn: (warning) => process.emitWarning(warning),
  });
}
