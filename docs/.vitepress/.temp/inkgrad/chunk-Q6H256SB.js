import {
  inFile
} from "./chunk-QQWWRHPM.js";
import {
  Warnings
} from "./chunk-DX5EB35C.js";
import {
  checkLoss,
  lossRoom,
  readMetrics
} from "./chunk-I5WC5DYT.js";
import {
  stack
} from "./chunk-I6GK2DSC.js";
import {
  optimizerRoom
} from "./chunk-QBU7EWBH.js";
import {
  activationRoom,
  capitalized,
  constraintRoom,
  initializerRoom,
  layerRoom,
  layers,
  regularizerRoom,
  snakeCase
} from "./chunk-2IK4R2EC.js";
import {
  isRecord
} from "./chunk-IE7F6DWM.js";
import {
  checkOptions,
  describe,
  nearest,
  quoted,
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  InkgradError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/keras-config/json.ts
var DEEPEST = 64;
function record(argument, value) {
  if (isRecord(value)) return value;
  throw new OptionError(argument, "an object", describe(value));
}
__name(record, "record");
function list(argument, value) {
  if (Array.isArray(value)) return value;
  throw new OptionError(argument, "an array", describe(value));
}
__name(list, "list");
function asText(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}
__name(asText, "asText");
function own(value, field) {
  return Object.hasOwn(value, field) ? value[field] : void 0;
}
__name(own, "own");
function nested(value, holds, depth = 0) {
  if (depth > DEEPEST) throw new OptionError("config", `values nested ${DEEPEST} deep at most`, "deeper ones");
  const inside = typeof value === "object" && value !== null ? Object.values(value) : [];
  const found = inside.map((item) => nested(item, holds, depth + 1)).includes(true);
  return found || isRecord(value) && holds(value);
}
__name(nested, "nested");

// ts/formats/keras-config/chain.ts
var sequentialClasses = ["Sequential"];
var graphClasses = ["Functional", "Model"];
function chainOf(model) {
  const { class_name: className, config: given } = model;
  if (![...sequentialClasses, ...graphClasses].includes(className)) {
    throw new OptionError("class_name", "'Sequential' or 'Functional'", describe(className));
  }
  const config = Array.isArray(given) ? { layers: given } : record("config", given);
  const nodes = list("config.layers", config.layers).map(readNode);
  const ordered = sequentialClasses.includes(className) ? nodes : inOrder(nodes, config);
  const [first] = ordered;
  if (!first) throw new OptionError("config.layers", "at least one layer", "none");
  const shape = inputShape(first, [own(config, "build_input_shape"), buildShape(model)]);
  return {
    name: config.name,
    input: layers.input({ shape }),
    layers: first.className === "InputLayer" ? ordered.slice(1) : ordered
  };
}
__name(chainOf, "chainOf");
function readNode(layer, index) {
  const argument = `config.layers[${index}]`;
  const given = record(argument, layer);
  const config = record(`${argument}.config`, given.config);
  const className = asText(given.class_name);
  if (className === void 0) {
    throw new OptionError(`${argument}.class_name`, "the name of a class", describe(given.class_name));
  }
  const name = asText(given.name) ?? asText(own(config, "name")) ?? `layer ${index + 1}`;
  const inbound = own(given, "inbound_nodes");
  const feeds = Array.isArray(inbound) ? inbound.map((node) => sourcesOf(name, node)) : [];
  const flat = feeds.length > 1 && feeds.every(({ length }) => length === 1) && isTensor(inbound[0]);
  return { className, name, config, feeds: flat ? [feeds.flat()] : feeds, buildShape: buildShape(given) };
}
__name(readNode, "readNode");
function buildShape({ build_config: config }) {
  return isRecord(config) ? own(config, "input_shape") : void 0;
}
__name(buildShape, "buildShape");
function isTensor(value) {
  return Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "number";
}
__name(isTensor, "isTensor");
function sourcesOf(name, node, depth = 0) {
  if (depth > 16) throw new OptionError(`layer '${name}'.inbound_nodes`, "one tensor", "a nest of them");
  if (isTensor(node)) return [node[0]];
  if (Array.isArray(node)) return node.flatMap((item) => sourcesOf(name, item, depth + 1));
  if (!isRecord(node)) return [];
  const history = isRecord(node.config) ? own(node.config, "keras_history") : void 0;
  if (isTensor(history)) return [history[0]];
  return Object.values(node).flatMap((item) => sourcesOf(name, item, depth + 1));
}
__name(sourcesOf, "sourcesOf");
function inOrder(nodes, config) {
  const [inputs, outputs] = ["input_layers", "output_layers"].map((field) => sourcesOf(field, own(config, field)));
  if (inputs?.length !== 1 || outputs?.length !== 1) {
    const received = `${inputs?.length} inputs and ${outputs?.length} outputs`;
    throw new OptionError("config", "a model of one input and one output", received);
  }
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const ordered = [];
  const seen = /* @__PURE__ */ new Set();
  let name = outputs[0];
  for (; ; ) {
    const node = byName.get(name);
    if (!node) throw new OptionError("config.layers", `a layer '${name}', which another is fed by`, "none");
    if (seen.has(node)) throw new OptionError(`layer '${name}'`, "a chain of layers", "a circle");
    seen.add(node);
    ordered.unshift(node);
    if (name === inputs[0]) break;
    const [use, ...others2] = node.feeds;
    if (!use || others2.length > 0) throw noChain(node, `used ${node.feeds.length} times`);
    if (use.length !== 1) throw noChain(node, `fed by ${use.length === 0 ? "none" : quoted(use)}`);
    name = use[0];
  }
  const others = nodes.filter((node) => !seen.has(node));
  if (others.length > 0) throw noChain(others[0], "beside the way from input to output");
  return ordered;
}
__name(inOrder, "inOrder");
function noChain({ name, className }, received) {
  const expected = "each layer fed by the one before it alone, as in a Sequential";
  return new OptionError(`layer '${name}' (${className})`, expected, `one ${received}`);
}
__name(noChain, "noChain");
function inputShape(first, built) {
  const { config, name } = first;
  const given = [own(config, "batch_shape"), own(config, "batch_input_shape"), first.buildShape, ...built];
  const shape = own(config, "input_shape") ?? given.find(Array.isArray)?.slice(1);
  if (Array.isArray(shape) && shape.every((length) => typeof length === "number")) return shape;
  const received = Array.isArray(shape) ? `[${shape.join(", ")}], in which some may be any` : "none";
  throw new OptionError(`layer '${name}'.batch_shape`, "the axes of a row, all of them fixed", received);
}
__name(inputShape, "inputShape");

// ts/formats/keras-config/leave-aside.ts
function leaveAside(source, what) {
  new Warnings().warn("LEFT_ASIDE", `${source}: left aside: ${what}`);
}
__name(leaveAside, "leaveAside");

// ts/formats/keras-config/objects.ts
function named(argument, value) {
  if (typeof value === "string") return { type: value, config: {} };
  const { class_name: className, config } = record(argument, value);
  const type = (asText(className) ?? "").replace(/^.*>/, "");
  if (type === "function") return { type: String(config), config: {} };
  return { type, config: isRecord(config) ? config : {} };
}
__name(named, "named");
function without(config, fields) {
  return Object.fromEntries(Object.entries(config).filter(([field]) => !fields.includes(field)));
}
__name(without, "without");
function fixed(argument, config, values) {
  for (const [field, allowed] of Object.entries(values)) {
    const value = JSON.stringify(own(config, field) ?? null);
    if (value !== "null" && !allowed.some((one) => JSON.stringify(one) === value)) {
      throw new OptionError(`${argument}.${field}`, allowed.map((one) => JSON.stringify(one)).join(" or "), value);
    }
  }
  return without(config, Object.keys(values));
}
__name(fixed, "fixed");
var asLayers = /* @__PURE__ */ new Map([
  ["ReLU", relu],
  ["LeakyReLU", leakyRelu],
  ["ELU", (_, config) => ({ type: "elu", ...pick(config, ["alpha"]) })],
  ["Softmax", (argument, config) => ({ type: "softmax", ...fixedAxis(argument, config) })]
]);
function fixedAxis(argument, config) {
  fixed(argument, config, { axis: [-1, 1, [-1], [1]] });
  return {};
}
__name(fixedAxis, "fixedAxis");
function pick(config, fields) {
  return Object.fromEntries(Object.entries(config).filter(([field, value]) => fields.includes(field) && value != null));
}
__name(pick, "pick");
function relu(argument, config) {
  fixed(argument, config, { threshold: [0] });
  const slope = own(config, "negative_slope") ?? 0;
  const most = own(config, "max_value") ?? null;
  if (most === null) return slope === 0 ? { type: "relu" } : { type: "leakyRelu", negativeSlope: slope };
  if (most !== 6 || slope !== 0) {
    throw new OptionError(`${argument}.max_value`, "none, or 6 without a negative_slope", String(most));
  }
  return { type: "relu6" };
}
__name(relu, "relu");
function leakyRelu(_, config) {
  return { type: "leakyRelu", negativeSlope: own(config, "negative_slope") ?? own(config, "alpha") ?? 0.3 };
}
__name(leakyRelu, "leakyRelu");
function readActivation(argument, value, keras) {
  if (value === null || value === void 0) return activationRoom.read(argument, "linear");
  const { type, config } = named(argument, value);
  const layer = typeof value === "string" ? void 0 : asLayers.get(type);
  if (layer) return activationRoom.read(argument, layer(argument, config));
  if (keras === 2 && /^hard_?sigmoid$/i.test(type)) {
    const expected = "another activation: Keras 2's hard_sigmoid is 0.2 x + 0.5 held to [0, 1], ours is Keras 3's";
    throw new OptionError(argument, expected, `'${type}'`);
  }
  if (type === "gelu_new") return activationRoom.read(argument, { type: "gelu", approximate: true });
  return activationRoom.read(argument, { type });
}
__name(readActivation, "readActivation");
function readInitializer(argument, value) {
  try {
    const { type, config } = named(argument, value);
    const { distribution, seed, ...others } = without(config, ["dtype", "name", "input_axes", "output_axes"]);
    return initializerRoom.read(argument, {
      type,
      ...others,
      ...distribution !== void 0 && { distribution: distribution === "normal" ? "truncatedNormal" : distribution },
      ...Number.isSafeInteger(seed) && seed >= 0 && { seed }
    });
  } catch (error) {
    if (error instanceof OptionError) return void 0;
    throw error;
  }
}
__name(readInitializer, "readInitializer");
function readRegularizer(argument, value) {
  if (value === null || value === void 0) return null;
  const { type, config } = named(argument, value);
  return regularizerRoom.read(argument, { type, ...without(config, ["name"]) });
}
__name(readRegularizer, "readRegularizer");
function readConstraint(argument, value) {
  if (value === null || value === void 0) return null;
  const { type, config } = named(argument, value);
  return constraintRoom.read(argument, { type, ...without(fixed(argument, config, { axis: [0, [0]] }), ["name"]) });
}
__name(readConstraint, "readConstraint");

// ts/formats/keras-config/read-compile.ts
function readCompile(compile, model, source) {
  if (!isRecord(compile) || Object.keys(compile).length === 0) return void 0;
  try {
    const optimizer = readOptimizer(own(compile, "optimizer") ?? own(compile, "optimizer_config"));
    const loss = readLoss(compile);
    const last = model.layers.at(-1);
    const activation = model.layers.findLast(({ kind, spec }) => kind.lower(spec, { outputs: 1 }) !== null);
    checkLoss(loss, sizeOf(last?.outputShape ?? []), activation?.kind.activation(activation.spec) ?? "linear");
    return {
      optimizer,
      loss,
      metrics: readAll("metrics", own(compile, "metrics"), source),
      weightedMetrics: readAll("weightedMetrics", own(compile, "weighted_metrics"), source)
    };
  } catch (error) {
    if (!(error instanceof InkgradError)) throw error;
    leaveAside(source, `what it was compiled with (${error.message})`);
    return void 0;
  }
}
__name(readCompile, "readCompile");
var running = ["name", "jit_compile", "is_legacy_optimizer"];
function readOptimizer(value) {
  const { type, config } = named("optimizer", value);
  const { learning_rate: rate, ...others } = without(
    fixed("optimizer", config, { loss_scale_factor: [], decay: [0] }),
    running
  );
  return optimizerRoom.read("optimizer", {
    type,
    ...present(others),
    ...rate !== void 0 && { learningRate: typeof rate === "number" ? rate : readSchedule(rate) }
  });
}
__name(readOptimizer, "readOptimizer");
function readSchedule(value) {
  const { type, config } = named("optimizer.learning_rate", value);
  return { type, ...without(config, ["name"]) };
}
__name(readSchedule, "readSchedule");
function present(config) {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null && value !== void 0));
}
__name(present, "present");
var functions = /* @__PURE__ */ new Map([
  ["huber_loss", "huber"],
  ["log_cosh_error", "logCosh"]
]);
function readLoss(compile) {
  const weights = own(compile, "loss_weights");
  if (!isOne(weights)) throw new OptionError("loss_weights", "none", describe(weights));
  const { type, config } = named("loss", single("loss", own(compile, "loss")));
  return lossRoom.read("loss", { type: functions.get(type) ?? type, ...lossFields("loss", config) });
}
__name(readLoss, "readLoss");
function isOne(weights) {
  if (Array.isArray(weights)) return weights.length === 1 && isOne(weights[0]);
  return weights === null || weights === void 0 || weights === 1;
}
__name(isOne, "isOne");
function single(argument, value) {
  const values = Array.isArray(value) ? value : isRecord(value) && !("class_name" in value) ? Object.values(value) : [value];
  if (values.length === 1) return values[0];
  throw new OptionError(argument, "one of them", `${values.length}`);
}
__name(single, "single");
function lossFields(argument, config) {
  const reductions = ["sum_over_batch_size", "auto"];
  const only = { reduction: reductions, axis: [-1], ignore_class: [], dtype: ["float32"] };
  return present(without(fixed(argument, config, only), ["name", "fn"]));
}
__name(lossFields, "lossFields");
function readAll(argument, value, source) {
  const given = isRecord(value) && !("class_name" in value) ? Object.values(value) : value;
  const each = Array.isArray(given) ? given.flat() : [];
  return each.filter((metric) => metric !== null).flatMap((metric) => {
    try {
      return readMetrics(argument, [readMetric(argument, metric)]);
    } catch (error) {
      if (!(error instanceof InkgradError)) throw error;
      leaveAside(source, `a metric (${error.message})`);
      return [];
    }
  });
}
__name(readAll, "readAll");
var metricOnly = { summation_method: ["interpolation"], num_labels: [], label_weights: [], ignore_class: [] };
function readMetric(argument, value) {
  if (typeof value === "string") return functions.get(value) ?? value;
  const { type, config } = named(argument, value);
  if (Object.keys(config).length === 0) return functions.get(type) ?? type;
  const { fn, name, thresholds, ...others } = fixed(argument, config, metricOnly);
  const isWrapper = type === "MeanMetricWrapper";
  const wrapped = isWrapper ? named(argument, fn).type : type;
  const threshold = Array.isArray(thresholds) && thresholds.length === 1 ? thresholds[0] : thresholds ?? void 0;
  const fields = lossFields(argument, others);
  return {
    type: functions.get(wrapped) ?? wrapped,
    ...isWrapper ? {} : fields,
    ...threshold !== void 0 && { threshold },
    ...typeof name === "string" && { name }
  };
}
__name(readMetric, "readMetric");

// ts/formats/keras-config/read-layer.ts
var axis = [-1, 1, [-1], [1]];
var activationOf = /* @__PURE__ */ __name((read) => (argument, config) => ({
  type: "activation",
  activation: read(argument, config)
}), "activationOf");
var readers = /* @__PURE__ */ new Map([
  ["Dense", { only: { lora_rank: [], quantization_config: [], kernel_quantizer: [] }, aside: ["lora_alpha"] }],
  ["Activation", {}],
  ["Identity", { as: /* @__PURE__ */ __name(() => ({ type: "activation", activation: "linear" }), "as"), from: [] }],
  ["ReLU", { as: activationOf(relu), from: ["max_value", "negative_slope", "threshold"] }],
  [
    "LeakyReLU",
    { as: /* @__PURE__ */ __name((_, config) => ({ ...leakyRelu("", config), type: "leakyReLU" }), "as"), from: ["negative_slope", "alpha"] }
  ],
  ["ELU", {}],
  ["PReLU", { only: { shared_axes: [[]] } }],
  ["Softmax", { only: { axis } }],
  ["Dropout", { only: { noise_shape: [] }, aside: ["seed"] }],
  ["GaussianNoise", { aside: ["seed"] }],
  ["GaussianDropout", { aside: ["seed"] }],
  [
    "BatchNormalization",
    {
      only: { axis, renorm: [false], synchronized: [false], virtual_batch_size: [], fused: [true, false] },
      aside: ["renorm_clipping", "renorm_momentum"]
    }
  ],
  ["LayerNormalization", { only: { axis, rms_scaling: [false] } }],
  [
    "Normalization",
    {
      only: { axis, invert: [false] },
      aside: ["mean", "variance"],
      weights: /* @__PURE__ */ __name(({ mean, variance }) => (mean ?? null) === null ? {} : { mean, variance }, "weights")
    }
  ],
  ["Rescaling", {}],
  ["Flatten", { only: { data_format: ["channels_last"] } }],
  ["Reshape", {}]
]);
var common = ["name", "dtype", "trainable", "batch_shape", "batch_input_shape", "input_shape", "sparse", "ragged"];
function readLayer({ className, name, config }, keras) {
  const argument = `layer '${name}' (${className})`;
  const reader = readers.get(className);
  if (!reader) throw unknownLayer(argument, className);
  checkDtype(argument, own(config, "dtype"));
  const only = { ...reader.only };
  if (className !== "Dense") only.activity_regularizer = [];
  const plain = without(fixed(argument, config, only), [...common, ...reader.aside ?? []]);
  if (reader.from) checkOptions(argument, plain, reader.from);
  const fields = /* @__PURE__ */ __name(() => Object.entries(plain).flatMap(([field, value]) => readField(argument, field, value, keras)), "fields");
  const type = reader.as?.(argument, plain) ?? { type: className, ...Object.fromEntries(fields()) };
  return {
    layer: layerRoom.read(argument, { ...type, name: name.replaceAll("/", "_") }),
    origin: { className, name, ...reader.weights && { weights: reader.weights(config) } }
  };
}
__name(readLayer, "readLayer");
function readField(argument, field, value, keras) {
  const where = `${argument}.${field}`;
  if (field === "activation") return [[field, readActivation(where, value, keras)]];
  if (field.endsWith("_regularizer")) return [[field, readRegularizer(where, value)]];
  if (field.endsWith("_constraint")) return [[field, readConstraint(where, value)]];
  if (!field.endsWith("_initializer")) return [[field, value]];
  const initializer = readInitializer(where, value);
  return initializer ? [[field, initializer]] : [];
}
__name(readField, "readField");
function checkDtype(argument, dtype) {
  const policy = isRecord(dtype) ? own(dtype, "config") : void 0;
  const name = isRecord(policy) ? own(policy, "name") : dtype;
  if (name === void 0 || name === null || name === "float32") return;
  throw new OptionError(
    `${argument}.dtype`,
    "'float32': load it in Keras with that policy and save it",
    describe(name)
  );
}
__name(checkDtype, "checkDtype");
function unknownLayer(argument, className) {
  const known = [...readers.keys()];
  const meant = nearest(className, known);
  const hint = meant === void 0 ? "" : `; did you mean '${meant}'?`;
  const nests = ["Sequential", "Functional", "Model"].includes(className);
  const expected = nests ? "layers alone: put those of the model in it in its place" : `one of ${known.join(", ")}`;
  return new OptionError(argument, expected, `${describe(className)}${hint}`);
}
__name(unknownLayer, "unknownLayer");

// ts/formats/keras-config/write-objects.ts
var classNames = /* @__PURE__ */ new Map([
  ["keras.regularizers orthogonal", "OrthogonalRegularizer"],
  ["keras.regularizers l1l2", "L1L2"],
  ["keras.optimizers sgd", "SGD"],
  ["keras.optimizers rmsprop", "RMSprop"],
  ["keras.optimizers adamw", "AdamW"],
  ["keras.losses klDivergence", "KLDivergence"],
  ["keras.metrics klDivergence", "KLDivergence"],
  ["keras.metrics logCosh", "LogCoshError"],
  ["keras.metrics auc", "AUC"]
]);
function fieldName(name) {
  return snakeCase(name.replaceAll(/(beta|epsilon)(\d)/g, "$1_$2"));
}
__name(fieldName, "fieldName");
function fieldValue(name, value) {
  return typeof value === "string" && name !== "name" && /^[a-z]/.test(value) ? snakeCase(value) : value;
}
__name(fieldValue, "fieldValue");
function keyed(module, className, config, keras) {
  return {
    ...keras === 3 && { module },
    class_name: className,
    config,
    ...keras === 3 && { registered_name: null }
  };
}
__name(keyed, "keyed");
function fieldsOf({ type: _, ...fields }) {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [fieldName(name), fieldValue(name, value)]));
}
__name(fieldsOf, "fieldsOf");
function writeObject(module, spec, keras, more = {}) {
  if (spec === null) return null;
  const className = classNames.get(`${module} ${spec.type}`) ?? capitalized(spec.type);
  return keyed(module, className, { ...fieldsOf(spec), ...more }, keras);
}
__name(writeObject, "writeObject");
function writeConstraint(spec, keras) {
  return writeObject("keras.constraints", spec, keras, spec?.type === "nonNeg" ? {} : { axis: 0 });
}
__name(writeConstraint, "writeConstraint");
function activationName(spec, keras) {
  switch (spec.type) {
    case "leakyRelu":
      return keras === 3 && spec.negativeSlope === 0.2 ? "leaky_relu" : void 0;
    case "elu":
      return spec.alpha === 1 ? "elu" : void 0;
    case "gelu":
      return spec.approximate ? void 0 : "gelu";
    case "hardSigmoid":
      return keras === 3 ? "hard_sigmoid" : void 0;
    // another function in Keras 2
    case "silu":
      return keras === 3 ? "silu" : "swish";
    default:
      return snakeCase(spec.type);
  }
}
__name(activationName, "activationName");

// ts/formats/keras-config/write-compile.ts
function writeCompile(compile, keras) {
  try {
    const common2 = {
      loss: writeObject("keras.losses", compile.loss, keras, { reduction: "sum_over_batch_size" }),
      loss_weights: null,
      metrics: writeMetrics(compile.metrics, keras),
      weighted_metrics: writeMetrics(compile.weightedMetrics, keras)
    };
    const optimizer = writeOptimizer(compile.optimizer, keras);
    if (keras === 2) return { ...common2, optimizer_config: optimizer };
    return { optimizer, ...common2, run_eagerly: false, steps_per_execution: 1, jit_compile: false };
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    leaveAside("model", `what it is compiled with (${error.message})`);
    return void 0;
  }
}
__name(writeCompile, "writeCompile");
function writeOptimizer(spec, keras) {
  const { learningRate: rate, excludeFromWeightDecay, ...others } = spec;
  if (excludeFromWeightDecay !== "none" && spec.weightDecay !== null) {
    throw new OptionError("excludeFromWeightDecay", "'none', as Keras's files do not say it", "'biases'");
  }
  if (typeof rate === "object" && rate.type === "oneCycle") {
    throw new OptionError("learningRate", "a schedule that Keras has", "'oneCycle'");
  }
  const learningRate = typeof rate === "number" ? rate : writeObject("keras.optimizers.schedules", rate, keras);
  const { momentum, ...rest } = others;
  const moving = momentum ? { momentum } : {};
  return writeObject("keras.optimizers", rest, keras, { learning_rate: learningRate, ...moving });
}
__name(writeOptimizer, "writeOptimizer");
var lossesOnly = ["huber", "binaryFocalCrossentropy", "categoricalFocalCrossentropy"];
function writeMetrics(specs, keras) {
  return specs.flatMap((spec) => {
    if (spec.type === "accuracy") return ["accuracy"];
    if (spec.type === "expectedCalibrationError") {
      leaveAside("model", `the metric '${spec.type}', which Keras lacks`);
      return [];
    }
    if (lossesOnly.includes(spec.type)) return [writeObject("keras.losses", spec, keras)];
    if (!("threshold" in spec) || !["precision", "recall"].includes(spec.type)) {
      return [writeObject("keras.metrics", spec, keras)];
    }
    const { threshold, ...others } = spec;
    return [writeObject("keras.metrics", others, keras, { thresholds: threshold })];
  });
}
__name(writeMetrics, "writeMetrics");

// ts/formats/keras-config/write-layer.ts
function writeLayers({ layers: layers2, inputShape: inputShape2 }, keras) {
  const taken = new Set(layers2.map(({ name }) => name));
  const free = /* @__PURE__ */ __name((name) => {
    const unused = taken.has(name) ? free(`${name}_`) : name;
    taken.add(unused);
    return unused;
  }, "free");
  const input = { batch_shape: [null, ...inputShape2], dtype: "float32", sparse: false };
  const { batch_shape: shape, ...others } = input;
  const head = keras === 3 ? input : { batch_input_shape: shape, ...others };
  const made = layers2.flatMap(
    (layer) => writeLayer(layer, keras).map((written, i) => ({
      ...written,
      name: i === 0 ? layer.name : free(`${layer.name}_act`)
    }))
  );
  return [
    keyed("keras.layers", "InputLayer", { ...head, name: free("input_layer") }, keras),
    ...made.map(
      ({ className, config, name }) => keyed("keras.layers", className, { name, trainable: true, dtype: "float32", ...config }, keras)
    )
  ];
}
__name(writeLayers, "writeLayers");
var classes = {
  dense: "Dense",
  activation: "Activation",
  dropout: "Dropout",
  batchNormalization: "BatchNormalization",
  layerNormalization: "LayerNormalization",
  gaussianNoise: "GaussianNoise",
  gaussianDropout: "GaussianDropout",
  rescaling: "Rescaling",
  normalization: "Normalization",
  flatten: "Flatten",
  reshape: "Reshape",
  leakyReLU: "LeakyReLU",
  prelu: "PReLU",
  elu: "ELU",
  softmax: "Softmax"
};
var besides = {
  batchNormalization: { axis: -1 },
  layerNormalization: { axis: -1 },
  normalization: { axis: -1, invert: false, mean: null, variance: null },
  softmax: { axis: -1 },
  flatten: { data_format: "channels_last" },
  prelu: { shared_axes: null }
};
function writeLayer(spec, keras) {
  const { name, ...layer } = spec;
  if (layer.type === "leakyReLU") return [leakyRelu2(layer.negativeSlope, keras)];
  const alone = layer.type === "activation" ? writeActivation(name, layer.activation, keras) : void 0;
  if (alone && typeof alone !== "string") return [alone];
  const activation = layer.type === "dense" ? writeActivation(name, layer.activation, keras) : alone;
  const config = { ...writeFields(layer, keras), ...besides[layer.type] };
  const className = classes[layer.type];
  if (className === void 0) throw new OptionError(`layer '${name}'`, "a layer that Keras has", `'${layer.type}'`);
  if (activation === void 0) return [{ className, config }];
  if (typeof activation === "string") return [{ className, config: { ...config, activation } }];
  return [{ className, config: { ...config, activation: "linear" } }, activation];
}
__name(writeLayer, "writeLayer");
function writeFields(layer, keras) {
  const specs = layer;
  const named2 = Object.keys(layer).flatMap((field) => {
    if (field.endsWith("Initializer")) return [[field, writeObject("keras.initializers", specs[field] ?? null, keras)]];
    if (field.endsWith("Regularizer")) return [[field, writeObject("keras.regularizers", specs[field] ?? null, keras)]];
    if (field.endsWith("Constraint")) return [[field, writeConstraint(specs[field] ?? null, keras)]];
    return [];
  });
  return fieldsOf({ ...layer, ...Object.fromEntries(named2) });
}
__name(writeFields, "writeFields");
function leakyRelu2(slope, keras) {
  return { className: "LeakyReLU", config: keras === 3 ? { negative_slope: slope } : { alpha: slope } };
}
__name(leakyRelu2, "leakyRelu");
function writeActivation(layer, spec, keras) {
  const name = activationName(spec, keras);
  if (name !== void 0) return name;
  if (spec.type === "leakyRelu") return leakyRelu2(spec.negativeSlope, keras);
  if (spec.type === "elu") return { className: "ELU", config: { alpha: spec.alpha } };
  const received = spec.type === "gelu" ? "the approximate gelu" : `'${spec.type}'`;
  throw new OptionError(`layer '${layer}'.activation`, `one that Keras ${keras} has, in its files too`, received);
}
__name(writeActivation, "writeActivation");

// ts/formats/keras-config.ts
function readKerasConfig(config, source, keras) {
  return inFile(source, () => {
    const told = generationOf(config);
    const model = record("config", config);
    const { name, input, layers: given } = chainOf(model);
    const read = given.map((layer) => readLayer(layer, keras ?? told));
    const frozen = given.filter(({ config: config2 }) => config2.trainable === false);
    if (frozen.length > 0) leaveAside(source, `trainable=False of ${frozen.length} layers; all train here`);
    const layers2 = [input, ...read.map(({ layer }) => layer)];
    const placed = stack(layers2);
    const compile = readCompile(model.compile_config ?? model.training_config, placed, source);
    return {
      name: asText(name) ?? "sequential",
      layers: layers2,
      origins: [{ className: "InputLayer", name: "" }, ...read.map(({ origin }) => origin)],
      ...compile && { compile }
    };
  });
}
__name(readKerasConfig, "readKerasConfig");
function generationOf(config) {
  return nested(config, (value) => Object.hasOwn(value, "batch_shape") || value.class_name === "DTypePolicy") ? 3 : 2;
}
__name(generationOf, "generationOf");
function writeKerasConfig(spec, keras) {
  const compile = spec.compile && writeCompile(spec.compile, keras);
  const config = { name: spec.name, ...keras === 3 && { trainable: true }, layers: writeLayers(spec, keras) };
  if (keras === 2) return { class_name: "Sequential", config, ...compile && { training_config: compile } };
  const shape = [null, ...spec.inputShape];
  return {
    module: "keras",
    class_name: "Sequential",
    config: { ...config, build_input_shape: shape },
    registered_name: null,
    build_config: { input_shape: shape },
    ...compile && { compile_config: compile }
  };
}
__name(writeKerasConfig, "writeKerasConfig");

export {
  leaveAside,
  readKerasConfig,
  writeKerasConfig
};
//# sourceMappingURL=chunk-Q6H256SB.js.map