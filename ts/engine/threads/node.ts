import { Worker } from 'node:worker_threads';
import type { SpawnWorker } from '../threads.ts';

/** Spawns `worker_threads`; `script` is the file of pool-worker-node.js. */
export function spawnInNode(script: string | URL): SpawnWorker {
  return (orders, { ready, failed }) => {
    // Without execArgv a worker inherits `node --input-type=module -e ...`, which a worker with a file refuses.
    const worker = new Worker(script, { workerData: orders, execArgv: [], name: 'inkgrad' });
    worker.once('message', () => {
      worker.unref();
      ready();
    });
    worker.on('error', (error) => failed(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => failed(`it ended with code ${code}`));
    return { terminate: () => void worker.terminate() };
  };
}
