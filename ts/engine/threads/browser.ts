import type { SpawnWorker } from '../threads.ts';

/** Spawns module workers; `script` tells where pool-worker.js lies when it is not beside the bundle. */
export function spawnInBrowser(script?: string | URL): SpawnWorker {
  return (orders, { ready, failed }) => {
    // Written out in full, since bundlers look for this very form; './' is the folder of the bundle.
    const worker = script
      ? new Worker(script, { type: 'module', name: 'inkgrad' })
      : new Worker(new URL('./pool-worker.js', import.meta.url), { type: 'module', name: 'inkgrad' });
    worker.addEventListener('message', ready, { once: true });
    worker.addEventListener('error', ({ message }) => failed(message || `${script ?? 'pool-worker.js'} did not load`));
    worker.postMessage(orders);
    return { terminate: () => worker.terminate() };
  };
}
