/** Outputs that nobody reads any more, or that cannot be written to. */

import { exitCodes } from './exit-codes.ts';

let endsUnread = true;
let told = false;

/**
 * Ends the process with 141 when the reader of its output, `head` for one, has gone, as shells expect. Any other fault
 * of the output, a full disk for one, is told once and makes the exit code 1.
 */
export function watchOutput(): void {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A terminal that was closed answers EIO.
    if (code === 'EPIPE' || code === 'EIO') {
      if (endsUnread) process.exit(exitCodes.brokenPipe);
    } else if (!told) {
      told = true;
      process.exitCode = exitCodes.failed;
      console.error(`The output cannot be written: ${message}`);
    }
  });
  process.stderr.on('error', () => {}); // there is nowhere to tell of it
}

/** For commands whose work is in files: they go on in silence when nobody reads what they print. */
export function goOnUnread(): void {
  endsUnread = false;
}
