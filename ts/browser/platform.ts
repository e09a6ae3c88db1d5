import { usePlatform } from '../platform.ts';
import { lineProgress } from '../progress.ts';
import { type Parts, startEngine } from './engine.ts';
import { stores } from './stores.ts';
import type { PackedWasm } from './unpack-wasm.ts';

/** Makes pages the platform. Their entries differ in where an engine's parts come from. */
export function usePages(parts: Parts): void {
  usePlatform({
    name: 'browser',
    startEngine: (options) => startEngine(options, parts),
    files: undefined,
    stores,
    progress: async (_style, title, batches, batchSize) => lineProgress(title, batches, batchSize, console.log),
    verbose: 0,
    warn: ({ name, message }) => console.warn(`${name}: ${message}`),
  });
}

/** The same, of pages whose parts are in one file. */
export function useEmbedded(script: string, packed: PackedWasm): void {
  const wasm = { single: { packed, build: 'single' as const } };
  for (const [build] of packed.lengths) Object.assign(wasm, { [build]: { packed, build } });
  let url: string | undefined; // kept, since a worker asks for it some time later, and its threads do too
  usePages({
    newWorker() {
      url ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      return new Worker(url, { name: 'inkgrad' }); // no module: a page that is a file may not start such a blob
    },
    wasm: () => wasm,
  });
}
