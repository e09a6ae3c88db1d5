/** Downloads that stall, break off or answer with something else end in one kind of error. */

import { checkSignal, pause } from '../abort.ts';
import { DownloadError, OptionError } from '../errors.ts';
import { checkNumber, describe } from '../options.ts';
import { gather } from './gather.ts';
import { MAX_BYTES } from './gzip.ts';

/** How a download may be given up. */
export interface DownloadOptions {
  /** Gives up at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which an attempt is given up. Default 30,000. */
  readonly timeout?: number | undefined;
  /**
   * Called as bytes come; an attempt that is made anew begins at 0 again.
   * @param total of the file, where the server tells it
   */
  readonly onProgress?: ((received: number, total: number | undefined) => void) | undefined;
}

/** Checks what users pass as DownloadOptions. */
export function checkDownloadOptions({
  signal,
  timeout,
  onProgress,
}: { [Name in keyof DownloadOptions]: unknown }): void {
  checkSignal(signal);
  if (timeout !== undefined) {
    const longest = 2 ** 31 - 1; // of setTimeout
    const expected = `milliseconds, more than 0 and at most ${longest}`;
    checkNumber('timeout', timeout, expected, (value) => value > 0 && value <= longest);
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new OptionError('onProgress', 'a function', describe(onProgress));
  }
}

/**
 * An address that can be fetched; in a page also one relative to it.
 * @throws OptionError
 */
export function parseUrl(argument: string, url: string | URL): URL {
  const wrong = (cause: unknown) =>
    new OptionError(argument, 'an address on the net', describe(String(url)), { cause });
  let parsed: URL;
  try {
    parsed = new URL(url, globalThis.location?.href);
  } catch (error) {
    throw wrong(error);
  }
  if (!/^https?:$/.test(parsed.protocol)) throw new OptionError(argument, 'an http or https address', `'${url}'`);
  if (parsed.username || parsed.password) {
    throw new OptionError(argument, 'an address without a name and password, which fetch refuses', 'one with them');
  }
  return parsed;
}

/** The server answered, and will answer the same again: there is no such file. */
export class RefusedError extends DownloadError {}

const ATTEMPTS = 3;
const PAUSE = 250; // milliseconds before the second attempt; twice as long before the third

/**
 * Downloads a file of bytes, with up to three attempts where the network or the server fails.
 *
 * @throws what `onProgress` throws, at once.
 * @throws RefusedError if the server says that there is no such file, or sends an HTML page in its place (as servers of
 *   single-page applications do).
 * @throws DownloadError if it cannot be had: unreachable, stalled, cut short, server error, more than 1 GiB.
 */
export async function download(url: string, options: DownloadOptions = {}): Promise<Uint8Array> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt(url, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof CallbackFault) throw error.cause;
      if (attempts === ATTEMPTS || error instanceof RefusedError) throw error;
    }
    await pause(PAUSE * attempts, options.signal);
  }
}

/** Around what the user's own function threw, which says nothing of the download. */
class CallbackFault extends Error {}

async function attempt(url: string, { signal, timeout = 30_000, onProgress }: DownloadOptions): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const stall = () => controller.abort(new DownloadError(`${url}: no byte for ${timeout} ms`));
  signal?.addEventListener('abort', abort);
  let timer = setTimeout(stall, timeout);
  const restartTimer = () => {
    clearTimeout(timer);
    timer = setTimeout(stall, timeout);
  };
  try {
    const response = await fetch(url, { signal: controller.signal });
    restartTimer();
    checkAnswer(url, response);
    if (!response.body) return new Uint8Array();
    const tooLong = () => new RefusedError(`${url}: more than ${MAX_BYTES} bytes`);
    const { headers } = response;
    const length = Number(headers.get('content-length') ?? 0);
    // The length of what a server compresses on its way is another than that of what comes out.
    const total = length > 0 && !headers.has('content-encoding') ? length : undefined;
    return await gather(response.body, length, MAX_BYTES, tooLong, (received) => {
      restartTimer();
      try {
        onProgress?.(received, total);
      } catch (cause) {
        throw new CallbackFault('onProgress', { cause });
      }
    });
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    if (error instanceof DownloadError || error instanceof CallbackFault) throw error;
    throw new DownloadError(`${url}: ${reasons(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    controller.abort(); // of a body that was not read to its end
  }
}

function checkAnswer(url: string, response: Response): void {
  const { status, statusText } = response;
  if (!response.ok) {
    const again = status >= 500 || status === 408 || status === 429;
    const Refusal = again ? DownloadError : RefusedError;
    throw new Refusal(`${url}: the server answered ${status} ${statusText}`.trimEnd());
  }
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new RefusedError(`${url}: expected a data file, got an HTML page`);
  }
}

/** fetch says "fetch failed" and hides why in the cause. */
function reasons(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message}: ${reasons(error.cause)}` : error.message;
}
