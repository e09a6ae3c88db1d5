import {
  findDigit,
  readPicture
} from "./chunk-6JW7BZHZ.js";
import "./chunk-HY3ATHB4.js";
import "./chunk-VOZ6YSSM.js";
import "./chunk-4CAN62I6.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  findDigit,
  readPicture
};
//# sourceMappingURL=read-3SEB7HL6.js.map