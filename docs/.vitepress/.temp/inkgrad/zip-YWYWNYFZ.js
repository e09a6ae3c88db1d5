import {
  readZip
} from "./chunk-POELT2VP.js";
import "./chunk-3SLL6GEM.js";
import "./chunk-VRC5S6MI.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  readZip
};
//# sourceMappingURL=zip-YWYWNYFZ.js.map