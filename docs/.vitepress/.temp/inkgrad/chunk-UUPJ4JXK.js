import {
  readZip
} from "./chunk-POELT2VP.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/unzip.ts
var MOST_RATIO = 8;
var HARMLESS = 2 ** 24;
function unzip(bytes, source) {
  return readZip(bytes, source, Math.max(MOST_RATIO * bytes.length, HARMLESS));
}
__name(unzip, "unzip");

export {
  unzip
};
//# sourceMappingURL=chunk-UUPJ4JXK.js.map