import {
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/own-layers.ts
function refuseLayers({ layers, source }) {
  if (layers) throw new OptionError("layers", `nothing: ${source} says its layers itself`, `${layers.length} layers`);
}
__name(refuseLayers, "refuseLayers");

export {
  refuseLayers
};
//# sourceMappingURL=chunk-WSJYEG7T.js.map