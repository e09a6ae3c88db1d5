import {
  commentOf,
  writeZip
} from "./chunk-O7YOKB6A.js";
import "./chunk-3SLL6GEM.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-SBSPZQJ4.js";
export {
  commentOf,
  writeZip
};
//# sourceMappingURL=write-zip-AC3OSK67.js.map