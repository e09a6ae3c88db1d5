import type { SpawnWorker } from '../threads.ts';

/**
 * Spawns workers of the script that the caller, a worker itself, runs. So there is one script for bundlers to find and
 * for hosts to move, and no other address to know.
 */
export const spawnInBrowser: SpawnWorker = (orders, { ready, failed }) => {
  const worker = new Worker(location.href, { type: 'module', name: 'inkgrad' });
  worker.addEventListener('message', ready, { once: true });
  worker.addEventListener('error', ({ message }) => failed(message || `${location.href} did not load`));
  worker.postMessage(orders);
  return { terminate: () => worker.terminate() };
};
