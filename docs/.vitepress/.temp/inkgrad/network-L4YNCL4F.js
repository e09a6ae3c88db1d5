import {
  digitClasses,
  loadNetwork
} from "./chunk-HY3ATHB4.js";
import "./chunk-SBSPZQJ4.js";
export {
  digitClasses,
  loadNetwork
};
//# sourceMappingURL=network-L4YNCL4F.js.map