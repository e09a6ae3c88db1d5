/** The worker's side of ../../page/peer.mjs. */
import { toFloats } from '../../harness/floats.mjs';
import { takeTurn } from '../../harness/turns.mjs';

/**
 * @param {(device: string) => Promise<{ threads: number, note?: string }>} init gets the peer ready, once
 * @param {(work: object, data: object) => object} taskOf gets rows as floats, `{ x, y }`; work that is to be learned has its
 *   own, in bytes
 */
export function serve(init, taskOf) {
  let about;
  let task;
  let work;
  addEventListener('message', async ({ data: { prepare, judge, data, device } }) => {
    try {
      if (judge) return postMessage({ accuracy: await task.judge() });
      if (!prepare) return postMessage({ times: await takeTurn(task, work) });
      about ??= await init(device);
      await task?.end?.();
      work = prepare;
      task = taskOf(work, work.kind === 'learn' ? data : { x: toFloats(data.x), y: data.y });
      await (task.warmUp ?? task.run)();
      postMessage(about);
    } catch (error) {
      postMessage({ error: error.message });
    }
  });
}
