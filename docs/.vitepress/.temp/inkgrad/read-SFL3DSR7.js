import {
  read
} from "./chunk-YRVOLPC5.js";
import "./chunk-5DBKZEA7.js";
import "./chunk-DRIDIUE7.js";
import "./chunk-6JW7BZHZ.js";
import "./chunk-HY3ATHB4.js";
import "./chunk-XINKDGYN.js";
import "./chunk-VOZ6YSSM.js";
import "./chunk-WSVM6H2F.js";
import "./chunk-G2PVEI2W.js";
import "./chunk-4CAN62I6.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  read
};
//# sourceMappingURL=read-SFL3DSR7.js.map