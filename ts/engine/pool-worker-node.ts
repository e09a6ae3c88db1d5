/** A thread of an engine's pool, in Node. */

import { parentPort, workerData } from 'node:worker_threads';
import { initSync, wbg_rayon_start_worker } from './glue-threads.ts';
import type { WorkerOrders } from './threads.ts';

const { module, memory, receiver }: WorkerOrders = workerData;
initSync({ module, memory });
parentPort?.postMessage('ready');
wbg_rayon_start_worker(receiver);
