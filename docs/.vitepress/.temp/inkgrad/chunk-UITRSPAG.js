import {
  lossRoom,
  readMetrics
} from "./chunk-I5WC5DYT.js";
import {
  optimizerRoom
} from "./chunk-QBU7EWBH.js";
import {
  checkOptions
} from "./chunk-KUENTTZU.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/model/compile.ts
function checkCompileOptions(options) {
  checkOptions("compile", options, ["optimizer", "loss", "metrics", "weightedMetrics"]);
  const { optimizer, loss, metrics = [], weightedMetrics = [] } = options;
  return {
    optimizer: optimizerRoom.read("optimizer", optimizer),
    loss: lossRoom.read("loss", loss),
    metrics: readMetrics("metrics", metrics),
    weightedMetrics: readMetrics("weightedMetrics", weightedMetrics)
  };
}
__name(checkCompileOptions, "checkCompileOptions");

export {
  checkCompileOptions
};
//# sourceMappingURL=chunk-UITRSPAG.js.map