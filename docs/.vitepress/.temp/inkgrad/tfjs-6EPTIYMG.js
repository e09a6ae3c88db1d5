import {
  leaveAside,
  readKerasConfig,
  writeKerasConfig
} from "./chunk-Q6H256SB.js";
import {
  unzip
} from "./chunk-UUPJ4JXK.js";
import {
  refuseLayers
} from "./chunk-WSJYEG7T.js";
import {
  inFile
} from "./chunk-QQWWRHPM.js";
import "./chunk-POELT2VP.js";
import {
  isZip
} from "./chunk-PUOJI7GF.js";
import {
  elementTypes,
  readElements
} from "./chunk-Q32PY4DA.js";
import "./chunk-3SLL6GEM.js";
import "./chunk-DX5EB35C.js";
import {
  shapesOf
} from "./chunk-XCGUHHQE.js";
import {
  losses,
  metrics
} from "./chunk-I5WC5DYT.js";
import {
  stack
} from "./chunk-I6GK2DSC.js";
import "./chunk-Z5QVBAGM.js";
import {
  optimizers
} from "./chunk-QBU7EWBH.js";
import "./chunk-2IK4R2EC.js";
import {
  isRecord,
  parseJson
} from "./chunk-IE7F6DWM.js";
import {
  checkFinite,
  toWeights
} from "./chunk-7RYQDM7G.js";
import "./chunk-VRC5S6MI.js";
import {
  checkName,
  checkNumber,
  checkText,
  describe,
  formatShape,
  quoted,
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  TextEncoder
} from "./chunk-HLGL5JCD.js";
import {
  ArgumentError,
  FormatError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/tfjs/manifest.ts
async function readWeights(manifest, beside, source) {
  const weights = /* @__PURE__ */ new Map();
  for (const [index, group] of list("weightsManifest", manifest).entries()) {
    const argument = `weightsManifest[${index}]`;
    const { paths, weights: entries } = record(argument, group);
    const names = list(`${argument}.paths`, paths).map((path) => checkText(`${argument}.paths`, path));
    if (new Set(names).size < names.length) throw new ArgumentError(`${argument}.paths`, "each file once", "one twice");
    const read2 = list(`${argument}.weights`, entries).map((entry, i) => readEntry(`${argument}.weights[${i}]`, entry));
    const shards = [];
    for (const name of names) shards.push(await beside(name));
    const total = shards.reduce((sum, { length }) => sum + length, 0);
    const expected = read2.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total !== expected) throw new FormatError(source, `${expected} bytes in ${names.join(", ")}`, `${total}`);
    let at = 0;
    for (const entry of read2) {
      if (weights.has(entry.name)) throw new ArgumentError(argument, "each name once", `'${entry.name}' twice`);
      weights.set(entry.name, { data: numbers(slice(shards, at, entry.bytes), entry, source), shape: entry.shape });
      at += entry.bytes;
    }
  }
  return weights;
}
__name(readWeights, "readWeights");
function readEntry(argument, entry) {
  const { name, shape, dtype, quantization } = record(argument, entry);
  checkName(`${argument}.dtype`, dtype, ["float32", "int32"]);
  const axes = list(`${argument}.shape`, shape);
  if (!axes.every((axis) => Number.isSafeInteger(axis) && axis >= 0)) {
    throw new ArgumentError(`${argument}.shape`, "whole numbers", describe(shape));
  }
  const stored = quantization ? readQuantization(`${argument}.quantization`, quantization) : { type: dtype === "int32" ? "i4" : "f4", scale: 1, min: 0 };
  const bytes = sizeOf(axes) * elementTypes[stored.type].size;
  return { name: checkText(`${argument}.name`, name), shape: axes, stored, bytes };
}
__name(readEntry, "readEntry");
function readQuantization(argument, quantization) {
  const { dtype, scale, min } = record(argument, quantization);
  const name = checkName(`${argument}.dtype`, dtype, ["uint8", "uint16", "float16"]);
  if (name === "float16") return { type: "f2", scale: 1, min: 0 };
  const number = /* @__PURE__ */ __name((field, value) => checkNumber(`${argument}.${field}`, value, "a finite number", Number.isFinite), "number");
  return { type: name === "uint8" ? "u1" : "u2", scale: number("scale", scale), min: number("min", min) };
}
__name(readQuantization, "readQuantization");
function numbers(bytes, { name, shape, stored }, source) {
  const { type, scale, min } = stored;
  const layout = { type, littleEndian: true, fortranOrder: false, shape };
  const read2 = readElements(bytes, layout, `${source}: ${name}`);
  if (read2 instanceof Float32Array) return read2;
  return Float32Array.from(read2, (value) => value * scale + min);
}
__name(numbers, "numbers");
function slice(shards, start, length) {
  let first = start;
  for (const [i, shard] of shards.entries()) {
    if (first + length <= shard.length) return shard.subarray(first, first + length);
    if (first < shard.length) return joined(shards.slice(i), first, length);
    first -= shard.length;
  }
  return new Uint8Array();
}
__name(slice, "slice");
function joined(shards, start, length) {
  const bytes = new Uint8Array(length);
  let filled = 0;
  let first = start;
  for (const shard of shards) {
    const part = shard.subarray(first, first + length - filled);
    bytes.set(part, filled);
    filled += part.length;
    first = 0;
  }
  return bytes;
}
__name(joined, "joined");
function list(argument, value) {
  if (Array.isArray(value)) return value;
  throw new ArgumentError(argument, "an array", describe(value));
}
__name(list, "list");
function record(argument, value) {
  if (isRecord(value)) return value;
  throw new ArgumentError(argument, "an object", describe(value));
}
__name(record, "record");

// ts/formats/tfjs/topology.ts
var layerClasses = [
  ...["InputLayer", "Dense", "Activation", "Dropout", "BatchNormalization", "LayerNormalization", "GaussianNoise"],
  ...["GaussianDropout", "Rescaling", "Flatten", "Reshape", "LeakyReLU", "PReLU", "ELU", "Softmax"]
];
var activations = [
  ...["linear", "relu", "relu6", "elu", "selu", "sigmoid", "tanh", "softmax", "log_softmax", "softplus", "softsign"],
  ...["gelu", "mish", "swish"]
];
var initializers = [
  ...["Zeros", "Ones", "Constant", "RandomUniform", "RandomNormal", "TruncatedNormal", "GlorotUniform"],
  ...["GlorotNormal", "HeNormal", "HeUniform", "Orthogonal", "VarianceScaling"]
];
function writeTopology(spec) {
  const { compile: _, ...uncompiled } = spec;
  const { class_name: className, config } = writeKerasConfig(uncompiled, 2);
  const { layers, ...others } = config;
  return { class_name: className, config: { ...others, layers: layers.map(writeLayer) } };
}
__name(writeTopology, "writeTopology");
function writeLayer({ class_name: className, config }) {
  const { name, activation } = config;
  const fail = /* @__PURE__ */ __name((what, names, received) => {
    throw new OptionError(`layer '${name}'${what}`, `one that TensorFlow.js has: ${quoted(names)}`, `'${received}'`);
  }, "fail");
  if (!layerClasses.includes(className)) fail("", layerClasses, className);
  if (activation !== void 0 && !activations.includes(activation))
    fail(".activation", activations, activation);
  if (className === "ELU" && config.alpha !== 1) fail(".alpha", ["1"], config.alpha);
  const fields = Object.entries(config).flatMap(([field, value]) => writeField(name, field, value));
  return { class_name: className, config: { ...Object.fromEntries(fields), name } };
}
__name(writeLayer, "writeLayer");
function writeField(layer, field, value) {
  if (!isRecord(value)) return [[field, value]];
  if (field.endsWith("_initializer")) return isInitializer(value) ? [[field, value]] : [];
  if (!field.endsWith("_regularizer")) return [[field, value]];
  const { class_name: className, config } = value;
  const { l1, l2 } = config;
  if (["L1", "L2", "L1L2"].includes(className))
    return [[field, { class_name: "L1L2", config: { l1: l1 ?? 0, l2: l2 ?? 0 } }]];
  leaveAside("model", `the ${field} of layer '${layer}' (${className}), which TensorFlow.js lacks`);
  return [];
}
__name(writeField, "writeField");
function isInitializer({ class_name: className, config }) {
  const untruncated = isRecord(config) && config.distribution === "untruncated_normal";
  return initializers.includes(className) && !untruncated;
}
__name(isInitializer, "isInitializer");

// ts/formats/tfjs/training.ts
var rate = { learningRate: "learningRate" };
var betas = { beta1: "beta1", beta2: "beta2", epsilon: "epsilon" };
var classes = {
  SGD: { type: "sgd", fields: rate },
  Momentum: { type: "sgd", fields: { ...rate, momentum: "momentum", useNesterov: "nesterov" } },
  Adam: { type: "adam", fields: { ...rate, ...betas } },
  Adamax: { type: "adamax", fields: { ...rate, ...betas } },
  RMSProp: {
    type: "rmsprop",
    fields: { ...rate, decay: "rho", momentum: "momentum", epsilon: "epsilon", centered: "centered" }
  },
  Adagrad: { type: "adagrad", fields: { ...rate, initialAccumulatorValue: "initialAccumulatorValue" } },
  Adadelta: { type: "adadelta", fields: { ...rate, rho: "rho", epsilon: "epsilon" } }
};
var lossNames = {
  meanSquaredError: "mean_squared_error",
  meanAbsoluteError: "mean_absolute_error",
  meanAbsolutePercentageError: "mean_absolute_percentage_error",
  meanSquaredLogarithmicError: "mean_squared_logarithmic_error",
  hinge: "hinge",
  squaredHinge: "squared_hinge",
  categoricalHinge: "categorical_hinge",
  logCosh: "logcosh",
  categoricalCrossentropy: "categorical_crossentropy",
  sparseCategoricalCrossentropy: "sparse_categorical_crossentropy",
  binaryCrossentropy: "binary_crossentropy",
  klDivergence: "kullback_leibler_divergence",
  poisson: "poisson"
};
var metricNames = {
  accuracy: "accuracy",
  binaryAccuracy: "binary_accuracy",
  categoricalAccuracy: "categorical_accuracy",
  meanSquaredError: "mse",
  meanAbsoluteError: "mae",
  meanAbsolutePercentageError: "mape"
};
function trainingToKeras(training) {
  if (!isRecord(training) || !isRecord(training.optimizer_config)) return training;
  const { class_name: name, config } = training.optimizer_config;
  const known = typeof name === "string" && Object.hasOwn(classes, name) ? classes[name] : void 0;
  if (!known || !isRecord(config)) return training;
  const fields = Object.entries(known.fields).map(([theirs, ours]) => [ours, config[theirs]]);
  return { ...training, optimizer_config: { class_name: known.type, config: Object.fromEntries(fields) } };
}
__name(trainingToKeras, "trainingToKeras");
function writeTraining({ optimizer, loss, metrics: measured, weightedMetrics }) {
  const [optimizerConfig, lossName] = [writeOptimizer(optimizer), lossNames[loss.type]];
  if (!optimizerConfig || lossName === void 0 || !isPlain(loss, losses[loss.type])) {
    leaveAside("model", `what it is compiled with ('${optimizer.type}', '${loss.type}'), which TensorFlow.js lacks`);
    return void 0;
  }
  const names = measured.map(
    (metric) => isPlain(metric, metrics[metric.type]) ? metricNames[metric.type] : void 0
  );
  const lacking = [...measured.filter((_, i) => names[i] === void 0), ...weightedMetrics];
  if (lacking.length > 0) {
    leaveAside("model", `metrics that TensorFlow.js lacks: ${lacking.map(({ type }) => type).join(", ")}`);
  }
  return { loss: lossName, metrics: names.filter((name) => name !== void 0), optimizer_config: optimizerConfig };
}
__name(writeTraining, "writeTraining");
function writeOptimizer(spec) {
  const fields = { ...spec };
  const moves = spec.type === "sgd" && spec.momentum !== 0;
  const [name, known] = Object.entries(classes).find(([name2, { type }]) => type === spec.type && name2 === "Momentum" === moves) ?? [];
  if (!known || typeof spec.learningRate !== "number") return void 0;
  const own = Object.values(known.fields);
  const usual = optimizers[spec.type]();
  const others = Object.keys(fields).filter((field) => !own.includes(field));
  if (others.some((field) => JSON.stringify(fields[field]) !== JSON.stringify(usual[field]))) return void 0;
  const config = Object.entries(known.fields).map(([theirs, ours]) => [theirs, fields[ours]]);
  return { class_name: name, config: Object.fromEntries(config) };
}
__name(writeOptimizer, "writeOptimizer");
function isPlain(spec, usual) {
  return JSON.stringify({ ...spec, name: "" }) === JSON.stringify({ ...usual(), name: "" });
}
__name(isPlain, "isPlain");

// ts/formats/tfjs.ts
var KERAS_VERSION = "tfjs-layers 4.22.0";
async function read(given) {
  refuseLayers(given);
  const { bytes, source, beside } = isZip(given.bytes) ? unpacked(given) : given;
  const json = parseJson(bytes, source, "a model");
  const { topology, training, manifest } = inFile(source, () => partsOf(json));
  const config = readKerasConfig({ ...topology, ...training !== void 0 && { training_config: training } }, source);
  if (!beside) {
    const way = "give its address or path, or all of its Files together, or a .zip of them";
    throw new FormatError(source, `the files of weights beside it: ${way}`, "the model.json alone");
  }
  const tensors = await fromFile(source, () => readWeights(manifest, beside, source));
  const weights = inFile(source, () => pick(stack(config.layers).layers, config.origins, tensors));
  return { name: config.name, seed: 0, layers: config.layers, compile: config.compile, weights };
}
__name(read, "read");
async function fromFile(source, work) {
  try {
    return await work();
  } catch (error) {
    return inFile(source, () => {
      throw error;
    });
  }
}
__name(fromFile, "fromFile");
function unpacked({ bytes, source }) {
  const entries = unzip(bytes, source);
  const models = entries.filter(({ path }) => /\.json$/i.test(path));
  const [model] = models;
  if (!model || models.length > 1) throw new FormatError(source, "one model.json in it", `${models.length}`);
  const folder = model.path.replace(/[^/]*$/, "");
  const beside = /* @__PURE__ */ __name(async (name) => {
    const found = entries.filter(({ path }) => path === `${folder}${name}`);
    if (found.length !== 1) throw new FormatError(source, `one ${name} in it`, `${found.length}`);
    return found[0].read();
  }, "beside");
  return { bytes: model.read(), source: `${source}/${model.path}`, beside };
}
__name(unpacked, "unpacked");
function partsOf(json) {
  const { format, modelTopology, weightsManifest: manifest, trainingConfig } = record("model", json);
  if (format === "graph-model") {
    const way = "convert it anew: tensorflowjs_converter --output_format tfjs_layers_model";
    throw new ArgumentError("format", "'layers-model'", `'graph-model', which is operations without layers; ${way}`);
  }
  const topology = record("modelTopology", modelTopology);
  const converted = Object.hasOwn(topology, "model_config");
  const config = converted ? record("modelTopology.model_config", topology.model_config) : topology;
  return { topology: config, training: trainingToKeras(trainingConfig) ?? topology.training_config, manifest };
}
__name(partsOf, "partsOf");
function pick(layers, origins, tensors) {
  const named = origins.filter(({ className }) => className !== "InputLayer");
  return layers.flatMap(
    ({ variables }, i) => variables.map(({ name, shape }) => {
      const path = `${named[i]?.name}/${name}`;
      const names = [...tensors.keys()].filter((key) => key === path || key.endsWith(`/${path}`));
      const tensor = names.length === 1 ? tensors.get(names[0]) : void 0;
      if (!tensor) throw new ArgumentError("weightsManifest", `weights named '${path}'`, quoted([...tensors.keys()]));
      if (formatShape(tensor.shape) !== formatShape(shape)) {
        throw new ArgumentError(`'${path}'`, `shape ${formatShape(shape)}`, describe(formatShape(tensor.shape)));
      }
      checkFinite(`'${path}'`, tensor.data);
      return tensor;
    })
  );
}
__name(pick, "pick");
async function write({ spec, variables, weights }, stem) {
  const shard = `${stem}.weights.bin`;
  const training = spec.compile && writeTraining(spec.compile);
  const model = {
    format: "layers-model",
    generatedBy: "inkgrad",
    convertedBy: null,
    modelTopology: { ...writeTopology(spec), keras_version: KERAS_VERSION, backend: "tensor_flow.js" },
    ...training && { trainingConfig: training },
    weightsManifest: [
      { paths: [shard], weights: variables.map(({ path, shape }) => ({ name: path, shape, dtype: "float32" })) }
    ]
  };
  const { buffer, byteOffset, byteLength } = toWeights(weights, shapesOf(variables));
  return [
    { name: "", bytes: new TextEncoder().encode(JSON.stringify(model)) },
    { name: shard, bytes: new Uint8Array(buffer, byteOffset, byteLength) }
  ];
}
__name(write, "write");
export {
  read,
  write
};
//# sourceMappingURL=tfjs-6EPTIYMG.js.map