/** Engines in pages: each in a worker of its own, since a page may neither compute for long nor wait for threads. */

import type { Engine, EngineInfo } from '../engine/engine.ts';
import { type Fault, fromFault, type RemoteEngine, type Reply, remoteEngine } from '../engine/remote.ts';
import { EngineError } from '../errors.ts';
import type { EngineOptions } from '../platform.ts';

/** What the worker is told first. */
export interface StartOrder {
  readonly threads: number | undefined;
  /** The folder of the `.wasm` files, as an absolute URL. */
  readonly wasmUrl: string | undefined;
}

/** What the worker says first. */
export type StartReply = { readonly info: EngineInfo } | { readonly fault: Fault };

const START_LIMIT = 30_000;

/**
 * @throws EngineError when the worker's script cannot be loaded or takes longer than 30 s to start; DownloadError and
 *   FormatError when the WASM cannot be had
 */
export function startEngine({ threads, wasmUrl, workerUrl }: EngineOptions): Promise<Engine> {
  return new Promise((resolve, reject) => {
    // Written out in full, since bundlers look for this very form; './' is the folder of the bundle.
    const worker = workerUrl
      ? new Worker(workerUrl, { type: 'module', name: 'inkgrad' })
      : new Worker(new URL('./engine-worker.js', import.meta.url), { type: 'module', name: 'inkgrad' });
    let engine: RemoteEngine | undefined;
    const fail = (error: Error) => {
      clearTimeout(timer);
      worker.terminate();
      engine?.fail(error);
      reject(error);
    };
    const timer = setTimeout(
      () => fail(new EngineError(`the engine's worker did not start within ${START_LIMIT / 1000} s`)),
      START_LIMIT,
    );
    worker.addEventListener('error', ({ message }) =>
      fail(
        new EngineError(`the engine's worker failed: ${message || `${workerUrl ?? 'engine-worker.js'} did not load`}`),
      ),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<StartReply | Reply>) => {
      if (engine) {
        engine.receive(data as Reply);
      } else if ('info' in data) {
        clearTimeout(timer);
        engine = remoteEngine(data.info, worker, () => worker.terminate());
        resolve(engine);
      } else if ('fault' in data) {
        fail(fromFault(data.fault));
      }
    });
    const folder = wasmUrl === undefined ? undefined : new URL(wasmUrl, document.baseURI).href;
    worker.postMessage({ threads, wasmUrl: folder } satisfies StartOrder);
  });
}
