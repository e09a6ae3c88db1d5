/** inkgrad in Node. Argument: `fast` for the fast build. */
import { createEngine } from 'inkgrad';
import { readBytes, serve } from '../protocol.mjs';
import { taskOf } from './tasks.mjs';

const build = process.argv[2];
let engine;

await serve(async (work) => {
  engine ??= await createEngine({ threads: work.threads, ...(build && { build }) });
  return taskOf(engine, work, readBytes(work));
});
await engine?.terminate();
