/** Waiting that an AbortSignal ends. */

import { OptionError } from './errors.ts';
import { describe } from './options.ts';

/** An AbortSignal, another realm's too, or nothing. @throws OptionError */
export function checkSignal(signal: unknown): AbortSignal | undefined {
  const it = signal as Partial<AbortSignal> | null | undefined;
  const isSignal =
    typeof it?.aborted === 'boolean' &&
    typeof it.addEventListener === 'function' &&
    typeof it.throwIfAborted === 'function';
  if (signal === undefined || isSignal) return signal as AbortSignal | undefined;
  throw new OptionError('signal', 'an AbortSignal', describe(signal));
}

/**
 * What `work` gives, unless `signal` is aborted first: then rejects with its reason at once, whether `work` ever settles
 * or not.
 */
export async function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
  });
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** A while, unless `signal` is aborted first: then rejects with its reason. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
