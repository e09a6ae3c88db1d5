import { Worker } from 'node:worker_threads';
import { reasonOf } from '../../reason.ts';
import type { SpawnWorker } from '../threads.ts';

/** Spawns `worker_threads`; `script` is the code of pool-worker-node.ts, or where such a file lies. */
export function spawnInNode(script: { readonly code: string } | URL): SpawnWorker {
  const [source, options] = script instanceof URL ? [script, {}] : [script.code, { eval: true }];
  return (orders, { ready, failed }) => {
    // Without execArgv a worker inherits `node --input-type=module -e ...`, which a worker with a file refuses.
    const worker = new Worker(source, { ...options, workerData: orders, execArgv: [], name: 'inkgrad' });
    worker.once('message', () => {
      worker.unref();
      ready();
    });
    worker.on('error', (error) => failed(reasonOf(error)));
    worker.on('exit', (code) => failed(`it ended with code ${code}`));
    return { terminate: () => void worker.terminate() };
  };
}
