import type { SpawnWorker } from '../threads.ts';

const workers: Worker[] = []; // kept, or Firefox collects them (bugzilla.mozilla.org 1702191)

/**
 * What a worker of the script must be: bundlers make classic scripts of it, some of which are no valid modules. A module
 * has the function `importScripts` too, but may not call it.
 */
function scriptType(): WorkerType {
  try {
    Reflect.get(globalThis, 'importScripts').call(globalThis); // not by its name, of which Parcel makes an error
    return 'classic';
  } catch {
    return 'module';
  }
}

/**
 * Spawns workers of the script that the caller, a worker itself, runs. So there is one script for bundlers to find and
 * for hosts to move, and no other address to know.
 */
export const spawnInBrowser: SpawnWorker = (orders, { ready, failed }) => {
  const worker = new Worker(location.href, { type: scriptType(), name: 'inkgrad' });
  workers.push(worker);
  worker.addEventListener('message', ready, { once: true });
  worker.addEventListener('error', ({ message }) => failed(message || `${location.href} did not load`));
  worker.postMessage(orders);
  // It ends with the caller, which the page ends. Ended by itself just before, it may outlive both in Chromium.
  return { terminate() {} };
};
