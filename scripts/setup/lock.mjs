import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from './paths.mjs';

const folder = join(root, '.stamps');
const file = join(folder, 'lock');

/** Does `work` while no other process of this clone does such work: a second one waits until the first has ended. */
export async function withLock(work) {
  mkdirSync(folder, { recursive: true });
  for (let waits = 0; !take(); waits++) {
    if (waits === 0) console.log('  Another set-up of this clone is at work; waiting for it.');
    await setTimeout(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release); // after Ctrl-C the next one finds the lock of a process that is gone
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Makes the lock, with this process's number in it from the first moment, unless it is there and its process lives. */
function take() {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  if (!lives(holder())) rmSync(file, { force: true });
  return false;
}

/** The process that holds the lock; NaN when it has just been taken away. */
function holder() {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}

function lives(pid) {
  if (Number.isNaN(pid)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // it is another user's
  }
}
