import {
  openSource
} from "./chunk-QVPXVRJN.js";
import "./chunk-UWQWDOMZ.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-7RYQDM7G.js";
import "./chunk-AOWVJFG3.js";
import "./chunk-VRC5S6MI.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  openSource
};
//# sourceMappingURL=source-DLACQTAO.js.map