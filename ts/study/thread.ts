/** The script of a study's threads: trains one network after the other, each on this thread alone. */

import { parentPort } from 'node:worker_threads';
import { init } from '../engine.ts';
import { InkgradError } from '../errors.ts';
import { useNode } from '../node/platform.ts';
import type { FromThread, ToThread } from './messages.ts';
import { trainRun } from './train-run.ts';

useNode();
const port = parentPort as NonNullable<typeof parentPort>;
const engine = init({ threads: 1 });
let stop = new AbortController();

port.on('message', (message: ToThread) => {
  if (message.kind === 'stop') stop.abort();
  else void carryOut(message);
});

async function carryOut({ order, digits, first, period }: Extract<ToThread, { kind: 'run' }>): Promise<void> {
  stop = new AbortController();
  const { signal } = stop;
  const keep = (state: Uint8Array) => tell({ kind: 'state', state });
  try {
    await engine;
    tell({ kind: 'done', ...(await trainRun(order, digits, { states: { first, period, keep }, signal })) });
  } catch (error) {
    if (signal.aborted) tell({ kind: 'stopped' });
    else if (error instanceof InkgradError) tell({ kind: 'failed', name: error.name, message: error.message });
    else throw error; // ends the thread, which tells of it
  }
}

function tell(message: FromThread): void {
  port.postMessage(message);
}
