/** A thread of an engine's pool, in a browser. */

import { initSync, wbg_rayon_start_worker } from './glue-threads.ts';
import type { WorkerOrders } from './threads.ts';

addEventListener('message', ({ data }: MessageEvent<WorkerOrders>) => {
  initSync({ module: data.module, memory: data.memory });
  postMessage('ready');
  wbg_rayon_start_worker(data.receiver);
});
