import type { SpawnWorker } from '../threads.ts';

const workers: Worker[] = []; // kept, or Firefox collects them (bugzilla.mozilla.org 1702191)

/**
 * Spawns workers of the script that the caller, a worker itself, runs. So there is one script for bundlers to find and
 * for hosts to move, and no other address to know.
 */
export const spawnInBrowser: SpawnWorker = (orders, { ready, failed }) => {
  const worker = new Worker(location.href, { type: 'module', name: 'inkgrad' });
  workers.push(worker);
  worker.addEventListener('message', ready, { once: true });
  worker.addEventListener('error', ({ message }) => failed(message || `${location.href} did not load`));
  worker.postMessage(orders);
  // It ends with the caller, which the page ends. Ended by itself just before, it may outlive both in Chromium.
  return { terminate() {} };
};
