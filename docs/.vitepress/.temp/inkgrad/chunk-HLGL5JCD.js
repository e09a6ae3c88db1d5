// ts/node/globals.ts
import { Buffer } from "node:buffer";
import { webcrypto } from "node:crypto";
import { performance } from "node:perf_hooks";
import { clearTimeout, setImmediate, setTimeout } from "node:timers";
import { TextDecoder, TextEncoder } from "node:util";

export {
  Buffer,
  webcrypto,
  performance,
  clearTimeout,
  setImmediate,
  setTimeout,
  TextDecoder,
  TextEncoder
};
//# sourceMappingURL=chunk-HLGL5JCD.js.map