/** Lets the event loop live while numbers are crunched. */

/** Milliseconds of work after which timers, events and signals get a turn. */
const WORK = 10;

function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    // A message is a task of its own, and unlike a timer it is not held back in pages.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** A function to call between pieces of work: it gives the event loop a turn when one is due. */
export function turns(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < WORK) return;
    await turn();
    last = performance.now();
  };
}

/** Work in pieces, which yields where a turn may be given, or what it has to wait for. */
export type Work<Result> = Generator<Promise<void> | undefined, Result, void>;

/** Does all pieces, with turns in between, and one at the end: many short works in a row must not starve the loop. */
export async function inTurns<Result>(work: Work<Result>, giveTurn: () => Promise<void>): Promise<Result> {
  for (let piece = work.next(); ; piece = work.next()) {
    await ((!piece.done && piece.value) || giveTurn());
    if (piece.done) return piece.value;
  }
}

/** The same for work that is mostly one piece, which is done at once. */
export function soon<Result>(work: Work<Result>): Result | Promise<Result> {
  const piece = work.next();
  return piece.done ? piece.value : inTurns(work, turns());
}

/** Does all pieces without a pause. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (let piece = work.next(); ; piece = work.next()) if (piece.done) return piece.value;
}
