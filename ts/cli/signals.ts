/** Ctrl-C, and the other signals by which systems ask programs to end. */

import { exitCodes } from './exit-codes.ts';

/** Milliseconds. npm may hand on the Ctrl-C that the terminal has given to its program too: the two are one press. */
const samePress = 500;

const codes = {
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
  SIGHUP: exitCodes.hangup,
} as const;

/** Why a training was stopped. */
export class Stopped extends Error {
  readonly exitCode: number;

  constructor(name: keyof typeof codes) {
    super(`stopped by ${name}`);
    this.exitCode = codes[name];
  }
}

/**
 * An AbortSignal that signals abort, with a Stopped for a reason. Ctrl-C pressed again ends the process at once; the
 * others do not, since systems send them twice.
 */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  let pressed = 0;
  for (const name of Object.keys(codes) as (keyof typeof codes)[]) {
    process.on(name, () => {
      if (!controller.signal.aborted) pressed = performance.now();
      else if (name === 'SIGINT' && performance.now() - pressed > samePress) process.exit(exitCodes.interrupted);
      controller.abort(new Stopped(name));
    });
  }
  return controller.signal;
}

/** The exit code of what came to its end, or was stopped by the signal. */
export function codeAfter({ aborted, reason }: AbortSignal): number {
  return aborted ? (reason as Stopped).exitCode : exitCodes.done;
}
