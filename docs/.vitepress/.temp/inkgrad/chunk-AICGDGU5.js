import {
  webcrypto
} from "./chunk-HLGL5JCD.js";
import {
  EngineError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/sha256.ts
async function sha256(bytes) {
  const subtle = webcrypto?.subtle;
  if (!subtle) throw new EngineError("SHA-256 needs crypto.subtle, which pages have on https and localhost only");
  const own = bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
  const digest = await subtle.digest("SHA-256", own);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
__name(sha256, "sha256");

export {
  sha256
};
//# sourceMappingURL=chunk-AICGDGU5.js.map