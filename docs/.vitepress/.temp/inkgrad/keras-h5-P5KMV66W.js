import {
  leaveOptimizer,
  readHdf5,
  readStored,
  wantedOf,
  weightsOf
} from "./chunk-3ATGHKNC.js";
import {
  readKerasConfig
} from "./chunk-Q6H256SB.js";
import {
  refuseLayers
} from "./chunk-WSJYEG7T.js";
import {
  inFile
} from "./chunk-QQWWRHPM.js";
import "./chunk-PUOJI7GF.js";
import "./chunk-DX5EB35C.js";
import "./chunk-I5WC5DYT.js";
import {
  stack
} from "./chunk-I6GK2DSC.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-QBU7EWBH.js";
import "./chunk-2IK4R2EC.js";
import {
  isRecord,
  parseText
} from "./chunk-IE7F6DWM.js";
import "./chunk-7RYQDM7G.js";
import {
  quoted
} from "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  ArgumentError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/keras-h5.ts
async function read(file) {
  const { bytes, source, layers } = file;
  const root = readHdf5(bytes, source);
  const text = root.attributes.get("model_config")?.[0];
  if (text !== void 0) refuseLayers(file);
  const config = text === void 0 ? configOf(layers, source) : readConfig(root, text, source);
  const legacy = root.group("model_weights") ?? root;
  if (!legacy.attributes.has("layer_names") && !legacy.attributes.has("layer_names0")) {
    return readStored(root, config, source);
  }
  const kept = root.group("optimizer_weights");
  if (config.compile && kept && namesOf(kept, "weight_names").length > 2) leaveOptimizer(source);
  return readLegacy(legacy, config, source);
}
__name(read, "read");
function readConfig(root, text, source) {
  const model = parseText(text, `${source}: model_config`);
  const training = root.attributes.get("training_config")?.[0];
  const compile = training === void 0 ? void 0 : parseText(training, `${source}: training_config`);
  const version = root.attributes.get("keras_version")?.[0] ?? "2";
  const keras = /^[012]\./.test(version) ? 2 : 3;
  return readKerasConfig(isRecord(model) ? { ...model, training_config: compile } : model, source, keras);
}
__name(readConfig, "readConfig");
function configOf(layers, source) {
  return inFile(source, () => {
    if (!layers) {
      const expected = "a model and its weights; for weights alone, loadModel(file, { layers }) tells the layers";
      throw new ArgumentError("model_config", expected, "weights alone");
    }
    const { layers: placed } = stack(layers);
    const origins = placed.map(({ kind, spec }) => ({ className: kind.className, name: spec.name }));
    return { layers, name: "sequential", origins };
  });
}
__name(configOf, "configOf");
function readLegacy(group, config, source) {
  return inFile(source, () => {
    const stored = namesOf(group, "layer_names").map((name) => ({ name, arrays: arraysOf(group, name) }));
    const filled = stored.filter(({ arrays: arrays2 }) => arrays2.length > 0);
    const wanted = wantedOf(config.layers, config.origins);
    const weighty = wanted.filter(({ variables, origin }) => variables.length > 0 && !hasGiven(origin.weights));
    if (filled.length !== weighty.length) {
      const names = quoted(filled.map(({ name }) => name));
      throw new ArgumentError("layer_names", `${weighty.length} layers with weights`, `${filled.length}: ${names}`);
    }
    const arrays = new Map(weighty.map((layer, i) => [layer, filled[i]?.arrays ?? []]));
    const weights = wanted.flatMap((layer) => weightsOf(layer, arrays.get(layer) ?? []));
    return { name: config.name, seed: 0, layers: config.layers, compile: config.compile, weights };
  });
}
__name(readLegacy, "readLegacy");
function hasGiven(weights) {
  return weights !== void 0 && Object.keys(weights).length > 0;
}
__name(hasGiven, "hasGiven");
function arraysOf(group, layer) {
  const inside = group.group(layer);
  if (!inside) throw new ArgumentError("layer_names", `a group '${layer}'`, "none");
  return namesOf(inside, "weight_names").map((name) => {
    const array = inside.dataset(name);
    if (array) return array;
    throw new ArgumentError(`layer '${layer}'`, `an array '${name}'`, "none");
  });
}
__name(arraysOf, "arraysOf");
function namesOf({ attributes }, attribute) {
  const whole = attributes.get(attribute);
  if (whole) return [...whole];
  const names = [];
  for (let i = 0; attributes.has(`${attribute}${i}`); i++) names.push(...attributes.get(`${attribute}${i}`) ?? []);
  return names;
}
__name(namesOf, "namesOf");
export {
  read
};
//# sourceMappingURL=keras-h5-P5KMV66W.js.map