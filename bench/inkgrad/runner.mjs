/** inkgrad in Node. Arguments: `fast` for the fast build, `resident` for predictions on rows that stay in the engine. */
import { createEngine } from 'inkgrad';
import { readBytes, serve } from '../protocol.mjs';
import { taskOf } from './tasks.mjs';

const wishes = process.argv.slice(2);
const build = wishes.includes('fast') ? 'fast' : undefined;
const resident = wishes.includes('resident');
let engine;

await serve(async (work) => {
  engine ??= await createEngine({ threads: work.threads, ...(build && { build }) });
  return taskOf(engine, { ...work, resident }, readBytes(work));
});
await engine?.terminate();
