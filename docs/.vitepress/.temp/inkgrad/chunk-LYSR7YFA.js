import {
  platform,
  usePlatform
} from "./chunk-Z5QVBAGM.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/cli/say-warnings.ts
function inOptions(message) {
  return message.replace(/loadModel\([^()]*\{ layers \}\)/, "`inkgrad convert` with --layers");
}
__name(inOptions, "inOptions");
function sayWarnings(out) {
  usePlatform({ ...platform(), warn: /* @__PURE__ */ __name(({ message }) => out.warn(inOptions(message)), "warn") });
}
__name(sayWarnings, "sayWarnings");

export {
  inOptions,
  sayWarnings
};
//# sourceMappingURL=chunk-LYSR7YFA.js.map