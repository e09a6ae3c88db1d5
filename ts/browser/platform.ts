import { usePlatform } from '../platform.ts';
import { lineProgress } from '../progress.ts';
import { type Parts, startEngine } from './engine.ts';

/** Makes pages the platform. Their entries differ in where an engine's parts come from. */
export function usePages(parts: Parts): void {
  usePlatform({
    name: 'browser',
    startEngine: (options) => startEngine(options, parts),
    files: undefined,
    progress: async (_style, title, batches, batchSize) => lineProgress(title, batches, batchSize, console.log),
    verbose: 0,
    warn: ({ name, message }) => console.warn(`${name}: ${message}`),
  });
}
