import {
  drawReport
} from "./chunk-AAGZFVOT.js";
import "./chunk-XGIKPLID.js";
import "./chunk-3SLL6GEM.js";
import "./chunk-4WQ5SDXU.js";
import "./chunk-TREOV5XE.js";
import "./chunk-QCQRSKF3.js";
import "./chunk-DQW46KS4.js";
import "./chunk-FMMKAEOA.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  drawReport
};
//# sourceMappingURL=files-DWFWG7FF.js.map