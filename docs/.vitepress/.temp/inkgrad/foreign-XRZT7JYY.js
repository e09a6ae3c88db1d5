import {
  refuseForeign
} from "./chunk-5JFPLIBU.js";
import "./chunk-PUOJI7GF.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  refuseForeign
};
//# sourceMappingURL=foreign-XRZT7JYY.js.map