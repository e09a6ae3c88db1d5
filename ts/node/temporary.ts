/** Temporary names: which are in use here, and which a killed process has left behind. */

import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Of this process. */
const inUse = new Set<string>();

/**
 * A name in a folder, short so that it is never longer than file systems allow, and removed when the process ends.
 * Whoever is done with it calls `release`.
 */
export function temporaryIn(folder: string): string {
  if (inUse.size === 0) process.once('exit', removeAll);
  const path = join(folder, `.inkgrad-${process.pid}-${randomBytes(4).toString('hex')}`);
  inUse.add(path);
  return path;
}

/** Removes what has that name, if it is still there. */
export function release(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Left for a sweep: the error that led here is the one to report.
  }
  inUse.delete(path);
  if (inUse.size === 0) process.removeListener('exit', removeAll);
}

/** Whether a name in a folder is a temporary one of a process that is gone. */
export function isLeftover(name: string): boolean {
  const [, pid] = /^\.inkgrad-(\d+)-[0-9a-f]{8}$/.exec(name) ?? [];
  if (pid === undefined) return false;
  // A container's processes have the same numbers at each start.
  if (Number(pid) === process.pid) return ![...inUse].some((path) => basename(path) === name);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function removeAll(): void {
  for (const path of inUse) rmSync(path, { recursive: true, force: true });
}
