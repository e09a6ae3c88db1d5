/** The page's side of ../browsers.mjs, which calls these functions by their names. */
import { createEngine } from 'inkgrad';
import { taskOf } from '../tasks.mjs';

let engine;
let task;

async function prepare(work) {
  await task?.end?.();
  engine ??= await createEngine({ threads: work.threads });
  if (engine.info.threads !== work.threads) throw new Error(engine.info.reason);
  const [x, y] = await Promise.all(
    ['x', 'y'].map(async (name) => new Uint8Array(await (await fetch(`/data/${name}`)).arrayBuffer())),
  );
  task = await taskOf(engine, work, { x, y });
}

const run = async () => {
  await task.run();
};

const hash = () => task.hash();

/** Runs the task so many times while the page draws; milliseconds between its frames. */
async function runDrawing(times) {
  const frames = [];
  let drawing = true;
  const draw = (time) => {
    frames.push(time);
    document.title = `${frames.length} frames`;
    if (drawing) requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  for (let time = 0; time < times; time++) await task.run();
  drawing = false;
  return frames.slice(1).map((time, i) => time - frames[i]);
}

Object.assign(globalThis, { prepare, run, hash, runDrawing });
