/** Ctrl-C. */

import { exitCodes } from './exit-codes.ts';

/** Milliseconds. npm may hand on the Ctrl-C that the terminal has given to its program too: the two are one press. */
const samePress = 500;

/** A signal that Ctrl-C aborts. Pressed again, Ctrl-C ends the process at once. */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  let pressed = 0;
  process.on('SIGINT', () => {
    if (!controller.signal.aborted) pressed = performance.now();
    else if (performance.now() - pressed > samePress) process.exit(exitCodes.interrupted);
    controller.abort();
  });
  return controller.signal;
}
