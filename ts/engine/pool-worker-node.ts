/** A thread of an engine's pool, in Node. */

import { initSync, wbg_rayon_start_worker } from './glue-threads.ts';
import type { WorkerOrders } from './threads.ts';

// Imported like this, it runs as a module and as a classic script.
import('node:worker_threads').then(({ parentPort, workerData }) => {
  const { module, memory, receiver, started }: WorkerOrders = workerData;
  initSync({ module, memory });
  if (started) {
    Atomics.add(started, 0, 1);
    Atomics.notify(started, 0);
  }
  parentPort?.postMessage('ready');
  wbg_rayon_start_worker(receiver);
});
