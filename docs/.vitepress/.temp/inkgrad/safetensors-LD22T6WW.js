import {
  namedWeights
} from "./chunk-ZYAWIWN5.js";
import {
  modelOf
} from "./chunk-3SANXJED.js";
import {
  refuseLayers
} from "./chunk-WSJYEG7T.js";
import {
  decodeModel,
  encodeModel
} from "./chunk-TFQVJ53J.js";
import "./chunk-QQWWRHPM.js";
import {
  readSafetensors
} from "./chunk-APGEXWCL.js";
import "./chunk-Q32PY4DA.js";
import "./chunk-DX5EB35C.js";
import "./chunk-UITRSPAG.js";
import "./chunk-XCGUHHQE.js";
import "./chunk-I5WC5DYT.js";
import "./chunk-I6GK2DSC.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-AICGDGU5.js";
import "./chunk-QBU7EWBH.js";
import "./chunk-2IK4R2EC.js";
import "./chunk-IE7F6DWM.js";
import "./chunk-7RYQDM7G.js";
import "./chunk-FMMKAEOA.js";
import {
  quoted
} from "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/safetensors.ts
async function read(file) {
  const contents = readSafetensors(file.bytes, file.source);
  if (contents.metadata.has("inkgrad")) {
    refuseLayers(file);
    return decodeModel(contents, file.source);
  }
  const weights = namedWeights(contents.tensors, file.source);
  if (weights) return modelOf(file, weights);
  const expected = "a model saved by inkgrad, or PyTorch's weights, such as '0.weight' and '0.bias'";
  throw new FormatError(file.source, expected, `tensors ${quoted([...contents.tensors.keys()].slice(0, 5))}`);
}
__name(read, "read");
async function write(model) {
  return [{ name: "", bytes: await encodeModel(model) }];
}
__name(write, "write");
export {
  read,
  write
};
//# sourceMappingURL=safetensors-LD22T6WW.js.map