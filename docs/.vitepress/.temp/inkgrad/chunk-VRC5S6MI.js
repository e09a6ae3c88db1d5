import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/gather.ts
async function gather(stream, guess, limit, tooLong, onChunk) {
  let bytes = new Uint8Array(Math.min(guess, limit));
  let length = 0;
  const reader = stream.getReader();
  for (; ; ) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    const end = length + value.length;
    onChunk?.(end);
    if (end > limit) {
      await reader.cancel();
      throw tooLong();
    }
    if (end > bytes.length) {
      const larger = new Uint8Array(Math.min(Math.max(end, 2 * bytes.length), limit));
      larger.set(bytes);
      bytes = larger;
    }
    bytes.set(value, length);
    length = end;
  }
}
__name(gather, "gather");

// ts/data/gzip.ts
var MAX_BYTES = 2 ** 30;
var MOST_RATIO = 200;
var HARMLESS = 2 ** 25;
function inflatedLimit(compressed) {
  return Math.min(Math.max(MOST_RATIO * compressed, HARMLESS), MAX_BYTES);
}
__name(inflatedLimit, "inflatedLimit");
var SMALLEST = 18;
function isGzip(bytes) {
  return bytes[0] === 31 && bytes[1] === 139;
}
__name(isGzip, "isGzip");
async function gunzip(bytes, name, limit = inflatedLimit(bytes.length)) {
  if (bytes.length < SMALLEST) throw new FormatError(name, "a whole gzip file", `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getUint32(bytes.length - 4, true);
  if (stated > limit) throw new FormatError(name, `at most ${limit} bytes after decompression`, `${stated} bytes`);
  const wrongLength = /* @__PURE__ */ __name(() => new FormatError(name, `${stated} bytes after decompression, as its end says`, "more"), "wrongLength");
  const result = await inflate("gzip", bytes, name, Math.min(stated, 16 * bytes.length), stated, wrongLength);
  if (result.length !== stated) {
    throw new FormatError(name, `${stated} bytes after decompression, as its end says`, `${result.length}`);
  }
  return result;
}
__name(gunzip, "gunzip");
async function unzlib(bytes, name) {
  const limit = inflatedLimit(bytes.length);
  const tooLong = /* @__PURE__ */ __name(() => new FormatError(name, `at most ${limit} bytes after decompression`, "more"), "tooLong");
  return inflate("deflate", bytes, name, 4 * bytes.length, limit, tooLong);
}
__name(unzlib, "unzlib");
async function inflate(format, bytes, name, guess, limit, tooLong) {
  const { readable, writable } = new DecompressionStream(format);
  const writer = writable.getWriter();
  void Promise.allSettled([writer.write(bytes), writer.close()]);
  try {
    return await gather(readable, guess, limit, tooLong);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const kind = format === "gzip" ? "gzip file" : "zlib stream";
    throw new FormatError(name, `a whole and sound ${kind}`, error.message, { cause: error });
  }
}
__name(inflate, "inflate");

export {
  gather,
  MAX_BYTES,
  inflatedLimit,
  isGzip,
  gunzip,
  unzlib
};
//# sourceMappingURL=chunk-VRC5S6MI.js.map