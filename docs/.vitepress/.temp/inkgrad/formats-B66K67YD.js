import {
  formatOf,
  formatToWrite,
  formats,
  readModel,
  writeModel,
  writtenFormats
} from "./chunk-YGXBYXGP.js";
import "./chunk-PUOJI7GF.js";
import "./chunk-7RYQDM7G.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  formatOf,
  formatToWrite,
  formats,
  readModel,
  writeModel,
  writtenFormats
};
//# sourceMappingURL=formats-B66K67YD.js.map