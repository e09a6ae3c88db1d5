import { EngineError } from '../errors.ts';
import { offerPlatform, type Platform, usePlatform } from '../platform.ts';
import { lineProgress } from '../progress.ts';
import { type Parts, startEngine } from './engine.ts';
import { stores } from './stores.ts';
import type { WasmSources } from './wasm-source.ts';

/** Makes pages the platform. Their entries differ in where an engine's parts come from. */
export function usePages(parts: Parts): void {
  usePlatform({ ...pages, startEngine: (options) => startEngine(options, parts) });
}

/** Makes pages the platform, without engines in workers, unless there is one. */
export function offerPages(): void {
  offerPlatform(pages);
}

const pages: Platform = {
  name: 'browser',
  async startEngine() {
    throw new EngineError("engines in workers are started by 'inkgrad'");
  },
  files: undefined,
  stores,
  progress: async (_style, title, batches, batchSize) => lineProgress(title, batches, batchSize, console.log),
  verbose: 0,
  warn: ({ name, message }) => console.warn(`${name}: ${message}`),
};

/** The same, of pages whose parts are in one file. */
export function useEmbedded(script: string, wasm: WasmSources): void {
  let url: string | undefined; // kept, since a worker asks for it some time later, and its threads do too
  usePages({
    newWorker() {
      url ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      return new Worker(url, { name: 'inkgrad' }); // no module: a page that is a file may not start such a blob
    },
    wasm: () => wasm,
  });
}
