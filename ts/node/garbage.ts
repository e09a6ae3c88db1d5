/** Garbage, where a program may ask for its collection. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** `gc` of `node --expose-gc` is there without that flag too, in a context that is made while it is set. */
function collector(): () => void {
  const { gc, Bun } = globalThis as { gc?: () => void; Bun?: { gc(now: boolean): void } };
  if (gc) return gc;
  if (Bun) return () => Bun.gc(true);
  try {
    setFlagsFromString('--expose-gc');
    const found: () => void = runInNewContext('gc');
    setFlagsFromString('--no-expose-gc');
    return found;
  } catch {
    return () => {}; // not allowed here
  }
}

/** Settles when the finalizers of what was found have been called. */
export async function collectGarbage(): Promise<void> {
  collect ??= collector();
  collect();
  // Finalizers are called in a task of their own, which is there by the second turn.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}
