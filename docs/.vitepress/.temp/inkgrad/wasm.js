import {
  unpackWasm
} from "./chunk-XQIKZJMO.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-SBSPZQJ4.js";
export {
  unpackWasm
};
//# sourceMappingURL=wasm.js.map