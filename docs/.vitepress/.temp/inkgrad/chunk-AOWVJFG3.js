import {
  MAX_BYTES,
  gather
} from "./chunk-VRC5S6MI.js";
import {
  checkNumber,
  describe
} from "./chunk-KUENTTZU.js";
import {
  clearTimeout,
  setTimeout
} from "./chunk-HLGL5JCD.js";
import {
  DownloadError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/download.ts
function checkDownloadOptions({
  signal,
  timeout,
  onProgress
}) {
  if (signal !== void 0 && typeof signal?.throwIfAborted !== "function") {
    throw new OptionError("signal", "an AbortSignal", describe(signal));
  }
  if (timeout !== void 0) {
    const longest = 2 ** 31 - 1;
    const expected = `milliseconds, more than 0 and at most ${longest}`;
    checkNumber("timeout", timeout, expected, (value) => value > 0 && value <= longest);
  }
  if (onProgress !== void 0 && typeof onProgress !== "function") {
    throw new OptionError("onProgress", "a function", describe(onProgress));
  }
}
__name(checkDownloadOptions, "checkDownloadOptions");
function parseUrl(argument, url) {
  const wrong = /* @__PURE__ */ __name((cause) => new OptionError(argument, "an address on the net", describe(String(url)), { cause }), "wrong");
  let parsed;
  try {
    parsed = new URL(url, globalThis.location?.href);
  } catch (error) {
    throw wrong(error);
  }
  if (!/^https?:$/.test(parsed.protocol)) throw new OptionError(argument, "an http or https address", `'${url}'`);
  if (parsed.username || parsed.password) {
    throw new OptionError(argument, "an address without a name and password, which fetch refuses", "one with them");
  }
  return parsed;
}
__name(parseUrl, "parseUrl");
var RefusedError = class extends DownloadError {
  static {
    __name(this, "RefusedError");
  }
};
var ATTEMPTS = 3;
var PAUSE = 250;
async function download(url, options = {}) {
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
__name(download, "download");
var CallbackFault = class extends Error {
  static {
    __name(this, "CallbackFault");
  }
};
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const abort = /* @__PURE__ */ __name(() => {
      clearTimeout(timer);
      reject(signal?.reason);
    }, "abort");
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
__name(pause, "pause");
async function attempt(url, { signal, timeout = 3e4, onProgress }) {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = /* @__PURE__ */ __name(() => controller.abort(signal?.reason), "abort");
  const stall = /* @__PURE__ */ __name(() => controller.abort(new DownloadError(`${url}: no byte for ${timeout} ms`)), "stall");
  signal?.addEventListener("abort", abort);
  let timer = setTimeout(stall, timeout);
  const restartTimer = /* @__PURE__ */ __name(() => {
    clearTimeout(timer);
    timer = setTimeout(stall, timeout);
  }, "restartTimer");
  try {
    const response = await fetch(url, { signal: controller.signal });
    restartTimer();
    checkAnswer(url, response);
    if (!response.body) return new Uint8Array();
    const tooLong = /* @__PURE__ */ __name(() => new RefusedError(`${url}: more than ${MAX_BYTES} bytes`), "tooLong");
    const { headers } = response;
    const length = Number(headers.get("content-length") ?? 0);
    const total = length > 0 && !headers.has("content-encoding") ? length : void 0;
    return await gather(response.body, length, MAX_BYTES, tooLong, (received) => {
      restartTimer();
      try {
        onProgress?.(received, total);
      } catch (cause) {
        throw new CallbackFault("onProgress", { cause });
      }
    });
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    if (error instanceof DownloadError || error instanceof CallbackFault) throw error;
    throw new DownloadError(`${url}: ${reasons(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    controller.abort();
  }
}
__name(attempt, "attempt");
function checkAnswer(url, response) {
  const { status, statusText } = response;
  if (!response.ok) {
    const again = status >= 500 || status === 408 || status === 429;
    const Refusal = again ? DownloadError : RefusedError;
    throw new Refusal(`${url}: the server answered ${status} ${statusText}`.trimEnd());
  }
  if (response.headers.get("content-type")?.startsWith("text/html")) {
    throw new RefusedError(`${url}: expected a data file, got an HTML page`);
  }
}
__name(checkAnswer, "checkAnswer");
function reasons(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message}: ${reasons(error.cause)}` : error.message;
}
__name(reasons, "reasons");

export {
  checkDownloadOptions,
  parseUrl,
  RefusedError,
  download
};
//# sourceMappingURL=chunk-AOWVJFG3.js.map