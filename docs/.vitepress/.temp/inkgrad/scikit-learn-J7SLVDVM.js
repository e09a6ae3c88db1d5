import {
  pairs,
  scikitLearn
} from "./chunk-KSOLXKZT.js";
import {
  modelOf,
  toFloats
} from "./chunk-3SANXJED.js";
import {
  inFile
} from "./chunk-QQWWRHPM.js";
import "./chunk-DX5EB35C.js";
import "./chunk-I6GK2DSC.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-2IK4R2EC.js";
import {
  isRecord,
  parseJson
} from "./chunk-IE7F6DWM.js";
import "./chunk-7RYQDM7G.js";
import {
  checkName,
  describe,
  toTensor
} from "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  ArgumentError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/scikit-learn.ts
var activations = {
  identity: "linear",
  logistic: "sigmoid",
  tanh: "tanh",
  relu: "relu",
  softmax: "softmax"
};
var activationNames = Object.keys(activations);
async function read(file) {
  const { bytes, source } = file;
  const model = parseJson(bytes, source, "a model");
  if (!isRecord(model)) throw new FormatError(source, "an object with coefs_ and intercepts_", describe(model));
  const weights = inFile(source, () => weightsIn(model, source));
  return modelOf(file, weights);
}
__name(read, "read");
function weightsIn(model, source) {
  const blocks = pairs(tensors(model, "coefs_"), tensors(model, "intercepts_"), source);
  const habits = scikitLearn(blocks);
  const activation = /* @__PURE__ */ __name((name, initial) => Object.hasOwn(model, name) ? activations[checkName(name, model[name], activationNames)] : initial, "activation");
  const hidden = activation("activation", habits.hidden);
  const last = activation("out_activation_", habits.last);
  const told = Object.hasOwn(model, "activation") && Object.hasOwn(model, "out_activation_");
  return { blocks, order: "given", habits: { ...habits, hidden, last }, told };
}
__name(weightsIn, "weightsIn");
function tensors(model, name) {
  const arrays = Object.hasOwn(model, name) ? model[name] : void 0;
  if (!Array.isArray(arrays)) throw new ArgumentError(name, "an array for each layer", describe(arrays));
  return arrays.map((array, i) => {
    if (!Array.isArray(array)) throw new ArgumentError(`${name}[${i}]`, "an array of numbers", describe(array));
    return toFloats(toTensor(`${name}[${i}]`, array));
  });
}
__name(tensors, "tensors");
export {
  read
};
//# sourceMappingURL=scikit-learn-J7SLVDVM.js.map