import {
  readPictures
} from "./chunk-B6ZSGMVM.js";
import "./chunk-MFJVB4OY.js";
import "./chunk-SBSPZQJ4.js";
export {
  readPictures
};
//# sourceMappingURL=pictures-BIP7N67Z.js.map