import {
  forSampled
} from "./chunk-3SAQMIBW.js";
import {
  Warnings
} from "./chunk-DX5EB35C.js";
import {
  figureNames,
  lossRoom,
  metricRoom,
  targetsOf
} from "./chunk-I5WC5DYT.js";
import {
  checkAugment,
  checkGround,
  imageShape,
  lowerAugment
} from "./chunk-N2QLVIIQ.js";
import {
  platform
} from "./chunk-Z5QVBAGM.js";
import {
  optimizerRoom,
  optimizers
} from "./chunk-QBU7EWBH.js";
import {
  checkFinite,
  toRows,
  toTargets
} from "./chunk-7RYQDM7G.js";
import {
  checkBoolean,
  checkInteger,
  checkNumber,
  checkOptions,
  describe,
  formatShape,
  isList,
  nearest,
  sizeOf,
  toTensor
} from "./chunk-KUENTTZU.js";
import {
  EmptyDataError,
  NonFiniteError,
  NonFiniteLossError,
  OptionError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/callbacks/callback.ts
var Callback = class {
  static {
    __name(this, "Callback");
  }
  /** The model in training; set by `fit`. */
  model;
  /** Says each kind of warning once in a training, unless `fit` was told to say none; set by `fit`. */
  warnings;
  /** The training goes on from where it was stopped; set by `fit` before `onTrainBegin`. */
  resumes = false;
};

// ts/callbacks/state-keeper.ts
var StateKeeper = class extends Callback {
  static {
    __name(this, "StateKeeper");
  }
  /** Batches after which a state is due. */
  everyBatches = Number.POSITIVE_INFINITY;
};

// ts/abort.ts
async function unlessAborted(signal, work) {
  if (!signal) return work;
  let abort = /* @__PURE__ */ __name(() => {
  }, "abort");
  const aborted = new Promise((_, reject) => {
    abort = /* @__PURE__ */ __name(() => reject(signal.reason), "abort");
  });
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
__name(unlessAborted, "unlessAborted");

// ts/callbacks/list.ts
var batchHooks = ["onBatchBegin", "onBatchEnd", "onTrainBatchBegin", "onTrainBatchEnd"];
var hooks = [
  "onTrainBegin",
  "onTrainEnd",
  "onEpochBegin",
  "onEpochEnd",
  ...batchHooks,
  "onYield",
  "onNonFiniteLoss"
];
var CallbackList = class {
  static {
    __name(this, "CallbackList");
  }
  #callbacks;
  #signal;
  /** Some callback wants to hear of every batch. */
  wantsBatches;
  /** The callback that keeps whole states of the training, if there is one. */
  keeper;
  /** Some callback ends the training when the loss is not finite. */
  acceptsNonFiniteLoss;
  /** @throws OptionError */
  constructor(callbacks, model, warnings, signal) {
    this.#callbacks = Array.from(isList(callbacks) ? callbacks : [callbacks], checkCallback);
    this.#signal = signal;
    this.wantsBatches = this.#callbacks.some((callback) => batchHooks.some((hook) => callback[hook] !== void 0));
    this.acceptsNonFiniteLoss = this.#callbacks.some((callback) => callback.onNonFiniteLoss !== void 0);
    const [keeper, another] = this.#callbacks.filter((callback) => callback instanceof StateKeeper);
    if (another) throw new OptionError("callbacks", "one backupAndRestore", "several");
    this.keeper = keeper;
    for (const callback of this.#callbacks) {
      if (callback instanceof Callback) Object.assign(callback, { model, warnings, resumes: false });
    }
  }
  /** What each keeps. */
  async states() {
    return Promise.all(
      this.#others.map(async (callback) => ({ name: classOf(callback), state: await callback.getState?.() }))
    );
  }
  /**
   * That states are of these callbacks.
   * @throws OptionError
   */
  checkStates(states) {
    const names2 = this.#others.map(classOf).join(", ");
    const kept = states.map(({ name }) => name).join(", ");
    if (names2 !== kept) throw new OptionError("callbacks", kept || "none", names2 || "none");
  }
  /**
   * Begins a training.
   * @param states what each kept, if it goes on
   */
  async begin(states) {
    for (const callback of this.#callbacks) {
      if (callback instanceof Callback) callback.resumes = states !== void 0;
    }
    await this.call("onTrainBegin");
    for (const [i, { state }] of (states ?? []).entries()) {
      if (state !== void 0) await this.#others[i]?.setState?.(state);
    }
  }
  /** All but the one that keeps states. */
  get #others() {
    return this.#callbacks.filter((callback) => callback !== this.keeper);
  }
  /** Calls a hook of each, one after the other. Rejects with the signal's reason as soon as it is aborted. */
  async call(hook, ...values) {
    for (const callback of this.#callbacks) {
      const returned = callback[hook]?.apply(callback, values);
      if (returned !== void 0) await unlessAborted(this.#signal, Promise.resolve(returned));
    }
  }
};
function classOf(callback) {
  return callback.constructor?.name ?? "Object";
}
__name(classOf, "classOf");
function checkCallback(callback) {
  if (typeof callback !== "object" || callback === null) {
    throw new OptionError("callbacks", `objects with any of ${hooks.join(", ")}`, describe(callback));
  }
  const hooked = callback;
  for (const hook of [...hooks, "getState", "setState"]) {
    const value = hooked[hook];
    if (value !== void 0 && typeof value !== "function") {
      throw new OptionError(`callbacks.${hook}`, "a function", describe(value));
    }
  }
  for (const key of Object.keys(hooked)) {
    if (!/^on[A-Z]/.test(key) || hooks.includes(key)) continue;
    const meant = nearest(key, hooks);
    throw new OptionError(
      `callbacks.${key}`,
      `one of ${hooks.join(", ")}`,
      `'${key}'${meant === void 0 ? "" : `; did you mean '${meant}'?`}`
    );
  }
  return hooked;
}
__name(checkCallback, "checkCallback");

// ts/model/data/weights.ts
function weigh({ outputs }, data, { sampleWeight, classWeight }, argument = "sampleWeight", end = data.rows.count) {
  if (sampleWeight !== void 0) {
    if (classWeight !== void 0) throw new OptionError("classWeight", `nothing beside ${argument}`, "both");
    return { ...data, weights: toSampleWeights(argument, sampleWeight, data.rows.count) };
  }
  if (classWeight === void 0) return data;
  return { ...data, weights: toClassWeights(classWeight, data.targets, outputs, end) };
}
__name(weigh, "weigh");
function toSampleWeights(argument, weights, rows) {
  const { data, shape } = toTensor(argument, weights);
  const [count2 = 0, width = 1, ...more] = shape;
  if (count2 !== rows || width !== 1 || more.length > 0) {
    throw new ShapeError(argument, `shape [${rows}], a weight for each row of x`, formatShape(shape));
  }
  checkFinite(argument, data);
  return data instanceof Float32Array ? data : new Float32Array(data);
}
__name(toSampleWeights, "toSampleWeights");
function toClassWeights(classWeight, targets, outputs, end) {
  const byClass = checkClassWeight(classWeight, Math.max(outputs, 2));
  const classes = classesOf(targets, outputs);
  return Float32Array.from(classes, (id, row) => row < end ? byClass[id] : 1);
}
__name(toClassWeights, "toClassWeights");
function classesOf(targets, outputs) {
  if ("classes" in targets) return targets.classes;
  const { values } = targets;
  if (outputs === 1) return Uint32Array.from(values, (value) => value > 0.5 ? 1 : 0);
  return Uint32Array.from({ length: values.length / outputs }, (_, row) => {
    let best = 0;
    for (let i = 1; i < outputs; i++) {
      if (values[row * outputs + i] > values[row * outputs + best]) best = i;
    }
    return best;
  });
}
__name(classesOf, "classesOf");
function checkClassWeight(classWeight, classes) {
  if (typeof classWeight !== "object" || classWeight === null || ArrayBuffer.isView(classWeight)) {
    throw new OptionError("classWeight", "an object or an array of weights by class id", describe(classWeight));
  }
  if (Array.isArray(classWeight) && classWeight.length !== classes) {
    throw new OptionError("classWeight", `${classes} weights, one for each class`, describe(classWeight));
  }
  const weights = new Array(classes).fill(1);
  for (const [key, weight] of Object.entries(classWeight)) {
    if (!/^\d+$/.test(key) || Number(key) >= classes) {
      throw new OptionError("classWeight", `class ids from 0 to ${classes - 1}`, `'${key}'`);
    }
    weights[Number(key)] = checkNumber(
      `classWeight[${key}]`,
      weight,
      "a finite number of at least 0",
      (value) => value >= 0 && Number.isFinite(Math.fround(value))
    );
  }
  return weights;
}
__name(checkClassWeight, "checkClassWeight");

// ts/model/check-weights.ts
async function checkWeights({ engine, network }) {
  const weights = await engine.readWeights(network);
  if (weights.every(Number.isFinite)) return;
  const received = "NaN or infinities, as a training leaves them whose loss is not finite";
  throw new NonFiniteError("weights", "finite numbers: set them, or load an earlier model", received);
}
__name(checkWeights, "checkWeights");

// ts/model/data/batches.ts
function isBatches(value) {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null || Array.isArray(value) || ArrayBuffer.isView(value)) return false;
  return Symbol.asyncIterator in value || Symbol.iterator in value;
}
__name(isBatches, "isBatches");
async function iterate(argument, stream) {
  const items = typeof stream === "function" ? await stream() : stream;
  if (typeof items === "object" && items !== null) {
    if (Symbol.asyncIterator in items) return items[Symbol.asyncIterator]();
    if (Symbol.iterator in items) return items[Symbol.iterator]();
  }
  throw new OptionError(argument, "something to iterate, or a function that returns it", describe(items));
}
__name(iterate, "iterate");
async function* itemsOf(argument, stream) {
  const iterator = await iterate(argument, stream);
  let done = false;
  try {
    while (true) {
      const next = await iterator.next();
      if (next.done) {
        done = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!done) await iterator.return?.();
  }
}
__name(itemsOf, "itemsOf");
function toBatch(subject, argument, batch, classWeight) {
  const { names: names2, x, y, sampleWeight } = partsOf(argument, batch);
  return weigh(subject, subject.data(names2, x, y), { sampleWeight, classWeight }, `${argument}[2]`);
}
__name(toBatch, "toBatch");
function partsOf(argument, batch) {
  if (Array.isArray(batch) && (batch.length === 2 || batch.length === 3)) {
    const [x, y, sampleWeight] = batch;
    return { names: [`${argument}[0]`, `${argument}[1]`], x, y, sampleWeight };
  }
  if (typeof batch === "object" && batch !== null && "xs" in batch && "ys" in batch) {
    return { names: [`${argument}.xs`, `${argument}.ys`], x: batch.xs, y: batch.ys, sampleWeight: void 0 };
  }
  throw new OptionError(argument, "[x, y], [x, y, sampleWeight] or { xs, ys }", describe(batch));
}
__name(partsOf, "partsOf");
async function gather(subject, argument, batches) {
  const parts = [];
  for await (const batch of itemsOf(argument, batches)) {
    parts.push(toBatch(subject, `${argument}: batch ${parts.length}`, batch));
  }
  const [first] = parts;
  if (!first) throw new EmptyDataError(argument, "at least one batch", "none");
  return parts.length === 1 ? first : { ...join(parts, subject), kind: first.kind };
}
__name(gather, "gather");
function join(parts, { inputs, outputs }) {
  const count2 = parts.reduce((sum, { rows }) => sum + rows.count, 0);
  const floats = new Float32Array(count2 * inputs);
  const ids = parts.every(({ targets: targets2 }) => "classes" in targets2) ? new Uint32Array(count2) : void 0;
  const values = ids ? void 0 : new Float32Array(count2 * outputs);
  const weights = parts.some((part) => part.weights) ? new Float32Array(count2).fill(1) : void 0;
  let row = 0;
  for (const part of parts) {
    const { rows, targets: targets2 } = part;
    if ("floats" in rows) floats.set(rows.floats, row * inputs);
    else
      for (let i = 0; i < rows.bytes.length; i++) floats[row * inputs + i] = rows.bytes[i] / rows.divisor;
    if (!("classes" in targets2)) values?.set(targets2.values, row * outputs);
    else if (ids) ids.set(targets2.classes, row);
    else
      for (let i = 0; i < rows.count; i++)
        values[(row + i) * outputs + targets2.classes[i]] = 1;
    if (part.weights) weights?.set(part.weights, row);
    row += rows.count;
  }
  const targets = ids ? { classes: ids } : { values };
  return { rows: { floats, count: count2 }, targets, ...weights && { weights } };
}
__name(join, "join");

// ts/model/data/held.ts
function createDataset(engine, name, columns, data) {
  return named(name, engine.createDataset(data.rows, columns, data.targets, data.weights));
}
__name(createDataset, "createDataset");
async function named(name, work) {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NonFiniteError) || name === "x") throw error;
    throw new NonFiniteError(name, error.expected, error.received, { cause: error });
  }
}
__name(named, "named");
var Held = class {
  static {
    __name(this, "Held");
  }
  #engine;
  #handles = [];
  constructor(engine) {
    this.#engine = engine;
  }
  async keep(made) {
    const handle = await made;
    this.#handles.unshift(handle);
    return handle;
  }
  async release() {
    for (const handle of this.#handles.splice(0)) await this.#engine.release(handle);
  }
};

// ts/model/figures.ts
function nameFigures(names2, { loss, metrics }) {
  return { loss, ...Object.fromEntries(names2.map((name, i) => [name, metrics[i]])) };
}
__name(nameFigures, "nameFigures");

// ts/model/progress.ts
function verbosity(verbose) {
  if (verbose === "auto") return platform().verbose;
  if (verbose === 0 || verbose === 1 || verbose === 2) return verbose;
  throw new OptionError("verbose", "'auto', 0, 1 or 2", describe(verbose));
}
__name(verbosity, "verbosity");
var silent = { goOn() {
}, update() {
}, finish() {
}, abandon() {
} };
async function openDisplay(verbose, title, batches, batchSize) {
  if (verbose === 0) return silent;
  const style = verbose === 1 && batches !== void 0 ? "bar" : "line";
  return platform().progress(style, title, batches ?? 0, batchSize);
}
__name(openDisplay, "openDisplay");

// ts/model/evaluate.ts
async function evaluate(subject, [x, y, options = {}]) {
  subject.metricNames("evaluate");
  if (isBatches(x)) return evaluateBatches(subject, x, y === void 0 ? {} : y);
  checkEvaluateOptions(options, ["batchSize", "sampleWeight", "verbose"]);
  return scoreShown(subject, "x", weigh(subject, subject.data(["x", "y"], x, y), options), options);
}
__name(evaluate, "evaluate");
async function evaluateBatches(subject, batches, options) {
  checkEvaluateOptions(options, ["batchSize", "verbose"]);
  return scoreShown(subject, "batches", await gather(subject, "batches", batches), options);
}
__name(evaluateBatches, "evaluateBatches");
function checkEvaluateOptions(options, names2) {
  checkOptions("evaluate", options, names2);
  const { batchSize = 32, verbose = 0 } = options;
  checkInteger("batchSize", batchSize, 1, Number.MAX_SAFE_INTEGER);
  verbosity(verbose);
}
__name(checkEvaluateOptions, "checkEvaluateOptions");
async function scoreShown(subject, name, data, { batchSize = 32, verbose = 0 }) {
  const names2 = subject.metricNames("evaluate");
  subject.scale.check(name, data.rows);
  return subject.network.use(async (home) => {
    const batches = Math.ceil(data.rows.count / batchSize);
    const display = await openDisplay(verbosity(verbose), "Evaluate", batches, batchSize);
    try {
      const figures = nameFigures(names2, await scoreData(home, subject, name, data));
      if (Number.isNaN(figures.loss)) await checkWeights(home);
      display.update(batches, figures);
      display.finish(figures);
      return figures;
    } catch (error) {
      display.abandon();
      throw error;
    }
  });
}
__name(scoreShown, "scoreShown");
async function scoreData({ engine, network }, { inputs }, name, data) {
  const dataset = await createDataset(engine, name, inputs, data);
  return engine.evaluate(network, dataset, { first: 0, end: data.rows.count }).finally(() => engine.release(dataset));
}
__name(scoreData, "scoreData");

// ts/model/on-batch.ts
async function trainOnBatch(subject, x, y, options) {
  const names2 = subject.metricNames("trainOnBatch");
  subject.checkIdle("trainOnBatch");
  checkOptions("trainOnBatch", options, ["sampleWeight", "classWeight"]);
  const data = weigh(subject, subject.data(["x", "y"], x, y), options);
  subject.phase = "training";
  try {
    return await subject.network.use(async (home) => {
      const { progress } = await trainBatch(home, subject, "x", data, { epoch: 0, place: [] });
      return nameFigures(names2, progress);
    });
  } finally {
    subject.phase = "idle";
  }
}
__name(trainOnBatch, "trainOnBatch");
async function testOnBatch(subject, x, y, options) {
  const names2 = subject.metricNames("testOnBatch");
  checkOptions("testOnBatch", options, ["sampleWeight"]);
  const data = weigh(subject, subject.data(["x", "y"], x, y), options);
  return subject.network.use(async (home) => nameFigures(names2, await scoreData(home, subject, "x", data)));
}
__name(testOnBatch, "testOnBatch");
async function trainBatch({ engine, network }, { inputs, scale }, name, data, before) {
  scale.learn(data.rows);
  const held = new Held(engine);
  try {
    const { count: count2 } = data.rows;
    const dataset = await held.keep(createDataset(engine, name, inputs, data));
    const trainer = await held.keep(engine.createTrainer(network, dataset, { first: 0, end: count2 }, count2));
    const { epoch, place } = before;
    if (place.length === 0) await engine.beginEpoch(trainer, { epoch, shuffle: false });
    else await engine.resumeEpoch(trainer, { epoch, shuffle: false, orderOf: epoch, place: [0, ...place.slice(1)] });
    const progress = await engine.train(trainer, 1);
    return { progress, place: await engine.readPlace(trainer) };
  } finally {
    await held.release();
  }
}
__name(trainBatch, "trainBatch");

// ts/model/fit/options.ts
var ofArrays = ["batchSize", "validationSplit", "shuffle", "sampleWeight", "augment"];
var names = [
  "epochs",
  "batchSize",
  "validationData",
  "validationSplit",
  "validationFreq",
  "validationBatchSize",
  "shuffle",
  "classWeight",
  "sampleWeight",
  "augment",
  "verbose",
  "callbacks",
  "initialEpoch",
  "stepsPerEpoch",
  "signal",
  "warnings"
];
function checkFitOptions(options, batches) {
  checkOptions("fit", options, names);
  const useless = batches && ofArrays.find((name) => options[name] !== void 0);
  if (useless)
    throw new OptionError(useless, "nothing: batches come as they are", describe(options[useless]));
  const { callbacks = [], stepsPerEpoch, classWeight, sampleWeight } = options;
  const epochs = checkInteger("epochs", options.epochs ?? 1, 1, Number.MAX_SAFE_INTEGER);
  const batchSize = checkInteger("batchSize", options.batchSize ?? 32, 1, Number.MAX_SAFE_INTEGER);
  checkInteger("validationBatchSize", options.validationBatchSize ?? batchSize, 1, Number.MAX_SAFE_INTEGER);
  return {
    epochs,
    batchSize,
    validationData: checkValidationData(options.validationData),
    validationSplit: checkNumber(
      "validationSplit",
      options.validationSplit ?? 0,
      "a number from 0 to less than 1",
      (share) => share >= 0 && share < 1
    ),
    validates: checkValidationFreq(options.validationFreq ?? 1),
    shuffle: checkBoolean("shuffle", options.shuffle ?? true),
    stepsPerEpoch: stepsPerEpoch === void 0 ? void 0 : checkInteger("stepsPerEpoch", stepsPerEpoch, 1, Number.MAX_SAFE_INTEGER),
    classWeight,
    sampleWeight,
    augment: checkAugment("augment", options.augment),
    verbose: verbosity(options.verbose ?? "auto"),
    callbacks,
    initialEpoch: checkInteger("initialEpoch", options.initialEpoch ?? 0, 0, epochs),
    signal: checkSignal(options.signal),
    warnings: checkBoolean("warnings", options.warnings ?? true)
  };
}
__name(checkFitOptions, "checkFitOptions");
function checkValidationData(data) {
  if (data === void 0 || isBatches(data)) return data;
  if (Array.isArray(data) && (data.length === 2 || data.length === 3)) {
    return data;
  }
  throw new OptionError("validationData", "[x, y], [x, y, sampleWeight] or batches", describe(data));
}
__name(checkValidationData, "checkValidationData");
function checkValidationFreq(freq) {
  if (!isList(freq)) {
    const every = checkInteger("validationFreq", freq, 1, Number.MAX_SAFE_INTEGER);
    return (epoch) => (epoch + 1) % every === 0;
  }
  const epochs = new Set(
    freq.map((epoch, i) => checkInteger(`validationFreq[${i}]`, epoch, 1, Number.MAX_SAFE_INTEGER))
  );
  return (epoch) => epochs.has(epoch + 1);
}
__name(checkValidationFreq, "checkValidationFreq");
function checkSignal(signal) {
  if (signal === void 0 || typeof signal?.addEventListener === "function") {
    return signal;
  }
  throw new OptionError("signal", "an AbortSignal", describe(signal));
}
__name(checkSignal, "checkSignal");

// ts/model/fit/array-source.ts
var ArraySource = class {
  static {
    __name(this, "ArraySource");
  }
  batchSize;
  #engine;
  #options;
  /** Batches of a whole pass. */
  #pass;
  /** Batches of the pass that are done. */
  #done = 0;
  /** Batches of the epoch that are left. */
  #left = 0;
  /** The epoch in which the pass began. */
  #orderOf = 0;
  steps;
  constructor(engine, options) {
    this.batchSize = options.batchSize;
    this.#engine = engine;
    this.#options = options;
    this.#pass = Math.ceil(options.rows / options.batchSize);
    this.steps = options.stepsPerEpoch ?? this.#pass;
  }
  async begin(epoch) {
    const { trainer, shuffle, stepsPerEpoch = this.#pass } = this.#options;
    const goesOn = this.#done > 0 && this.#done < this.#pass && stepsPerEpoch !== this.#pass;
    if (!goesOn) {
      this.#done = 0;
      this.#orderOf = epoch;
    }
    await this.#engine.beginEpoch(trainer, { epoch, shuffle, keepOrder: goesOn });
    this.steps = Math.min(stepsPerEpoch, this.#pass - this.#done);
    this.#left = this.steps;
  }
  get settings() {
    const { rows, batchSize, shuffle, stepsPerEpoch = null, augment = null } = this.#options;
    return { samples: rows, batchSize, shuffle, stepsPerEpoch, augment };
  }
  async place() {
    return { orderOf: this.#orderOf, engine: await this.#engine.readPlace(this.#options.trainer) };
  }
  async resume(epoch, { orderOf, engine }) {
    const { trainer, shuffle, batchSize, stepsPerEpoch = this.#pass } = this.#options;
    await this.#engine.resumeEpoch(trainer, { epoch, shuffle, orderOf, place: engine });
    const [samples = 0, steps = 0] = engine;
    this.#done = Math.ceil(samples / batchSize);
    this.#orderOf = orderOf;
    this.steps = Math.min(stepsPerEpoch, this.#pass - this.#done + steps);
    this.#left = this.steps - steps;
  }
  async hasMore() {
    return this.#left > 0;
  }
  async train(maxSteps) {
    const progress = await this.#engine.train(this.#options.trainer, Math.min(maxSteps, this.#left));
    const done = progress.steps - (this.steps - this.#left);
    this.#left -= done;
    this.#done += done;
    return progress;
  }
  async close() {
  }
};

// ts/model/fit/data-warnings.ts
var mostNamed = 5;
function warnOfLabels(warnings, { data, trained, validation, outputs }) {
  if (!isClassification(data, outputs)) return;
  const classes = Math.max(outputs, 2);
  const all2 = classesOf(data.targets, outputs);
  const split = trained < all2.length;
  if (split && isSorted(all2) && all2[0] !== all2.at(-1)) {
    warnings.warn(
      "SORTED_VALIDATION_SPLIT",
      "validationSplit cuts the last samples off, and these are sorted by class: shuffle them first"
    );
    return;
  }
  const held = split ? all2.subarray(trained) : validation && classesOf(validation.targets, outputs);
  const missing = [
    ...missingIn("to train on", classes, all2.subarray(0, trained)),
    ...held ? missingIn("to validate on", classes, held) : []
  ];
  if (missing.length > 0) warnings.warn("MISSING_CLASS", missing.join("; "));
}
__name(warnOfLabels, "warnOfLabels");
function isClassification({ targets, kind }, outputs) {
  if ("classes" in targets) return true;
  return kind === "shares" && outputs === 1 && targets.values.every((value) => value === 0 || value === 1);
}
__name(isClassification, "isClassification");
function isSorted(ids) {
  const inOrder = /* @__PURE__ */ __name((holds) => ids.every((id, i) => i + 1 === ids.length || holds(id, ids[i + 1])), "inOrder");
  return inOrder((id, next) => id <= next) || inOrder((id, next) => id >= next);
}
__name(isSorted, "isSorted");
function missingIn(where, classes, ids) {
  const seen = new Set(ids);
  const missing = Array.from({ length: classes }, (_, id) => id).filter((id) => !seen.has(id));
  if (missing.length === 0) return [];
  const named2 = missing.slice(0, mostNamed).join(", ");
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : "";
  return [`there are no samples ${where} of class${missing.length === 1 ? "" : "es"} ${named2}${more}`];
}
__name(missingIn, "missingIn");

// ts/model/fit/stream-source.ts
var StreamSource = class {
  static {
    __name(this, "StreamSource");
  }
  #home;
  #subject;
  #options;
  #iterator;
  /** Batches that the iterator has given. */
  #taken = 0;
  /** The batch that `hasMore` found. */
  #coming;
  #epoch = 0;
  #steps = 0;
  /** Where the engine stood after the batch before; empty at the beginning of an epoch. */
  #place = [];
  steps;
  batchSize = 0;
  constructor(home, subject, options) {
    this.#home = home;
    this.#subject = subject;
    this.#options = options;
    this.steps = options.stepsPerEpoch;
  }
  async begin(epoch) {
    const { stepsPerEpoch } = this.#options;
    this.#epoch = epoch;
    this.#steps = 0;
    this.#place = [];
    if (stepsPerEpoch === void 0) await this.close();
  }
  async hasMore() {
    const { stepsPerEpoch } = this.#options;
    if (this.#steps === stepsPerEpoch) return false;
    this.#coming = await this.#next();
    if (this.#coming === void 0) this.steps = stepsPerEpoch ?? this.#steps;
    return this.#coming !== void 0;
  }
  async train() {
    const batch = this.#coming;
    this.#coming = void 0;
    const name = `batches: batch ${this.#steps} of epoch ${this.#epoch}`;
    const data = toBatch(this.#subject, name, batch, this.#options.classWeight);
    this.batchSize = Math.max(this.batchSize, data.rows.count);
    const { progress, place } = await this.#step(name, data);
    this.#place = place;
    this.#steps = progress.steps;
    return progress;
  }
  get settings() {
    const { stepsPerEpoch = null } = this.#options;
    return { samples: null, batchSize: null, shuffle: null, stepsPerEpoch, augment: null };
  }
  async place() {
    return { taken: this.#iterator ? this.#taken : 0, engine: this.#place };
  }
  /** The stream is taken from its beginning, and what had been trained on is passed over. */
  async resume(epoch, { taken, engine }) {
    this.#epoch = epoch;
    this.#steps = engine[1] ?? 0;
    this.#place = engine;
    if (taken === 0) return;
    await this.#open();
    while (this.#taken < taken) {
      if (await this.#take() !== void 0) continue;
      throw new EmptyDataError("batches", `the ${taken} batches that had been trained on`, `${this.#taken}`);
    }
  }
  async #step(name, data) {
    try {
      return await trainBatch(this.#home, this.#subject, name, data, { epoch: this.#epoch, place: this.#place });
    } catch (error) {
      throw error instanceof NonFiniteLossError ? new NonFiniteLossError(this.#epoch, this.#steps) : error;
    }
  }
  async close() {
    const iterator = this.#iterator;
    this.#iterator = void 0;
    await iterator?.return?.();
  }
  /** The next batch; undefined when the stream is used up within an epoch, which the next epoch begins anew. */
  async #next() {
    const goesOn = this.#iterator !== void 0;
    if (!goesOn) await this.#open();
    let batch = await this.#take();
    if (batch === void 0 && goesOn && this.#steps === 0) {
      await this.#open();
      batch = await this.#take();
    }
    if (batch !== void 0) return batch;
    this.#iterator = void 0;
    if (this.#steps > 0) return void 0;
    throw new EmptyDataError(
      "batches",
      "at least one batch an epoch: something that can be iterated anew, or a function that returns it",
      `none in epoch ${this.#epoch}`
    );
  }
  async #open() {
    this.#iterator = await iterate("batches", this.#options.batches);
    this.#taken = 0;
  }
  /** What the iterator gives; undefined at its end. */
  async #take() {
    const next = await this.#iterator?.next();
    if (!next || next.done) return void 0;
    this.#taken++;
    return next.value;
  }
};

// ts/model/fit/prepare.ts
async function prepare(home, subject, material, settings, warnings, held) {
  const { engine } = home;
  if ("data" in material) subject.scale.learn(material.data.rows);
  const given = await validationData(subject, settings);
  if (given) subject.scale.check(given.name, given.data.rows);
  const hold = /* @__PURE__ */ __name((name, data2) => held.keep(createDataset(engine, name, subject.inputs, data2)), "hold");
  if ("batches" in material) {
    const { stepsPerEpoch, classWeight } = settings;
    const source = new StreamSource(home, subject, { batches: material.batches, stepsPerEpoch, classWeight });
    return {
      data: void 0,
      source,
      validation: given && { dataset: await hold(given.name, given.data), range: all(given.data) }
    };
  }
  const { count: count2 } = material.data.rows;
  const trained = given ? count2 : splitRows(count2, settings.validationSplit);
  const data = weigh(subject, material.data, settings, "sampleWeight", trained);
  if (settings.augment) checkGround("x", data.rows, subject.inputs);
  warnOfLabels(warnings, { data, trained, validation: given?.data, outputs: subject.outputs });
  const dataset = await hold("x", data);
  const validation = given ? { dataset: await hold(given.name, given.data), range: all(given.data) } : trained < count2 ? { dataset, range: { first: trained, end: count2 } } : void 0;
  const range = { first: 0, end: trained };
  const augment = settings.augment && lowerAugment(settings.augment, imageShape("augment", subject.inputShape));
  const trainer = await held.keep(
    engine.createTrainer(home.network, dataset, range, Math.min(settings.batchSize, trained), augment)
  );
  return { data, source: new ArraySource(engine, { ...settings, trainer, rows: trained }), validation };
}
__name(prepare, "prepare");
async function validationData(subject, { validationData: given }) {
  if (given === void 0) return void 0;
  if (isBatches(given))
    return { name: "validationData", data: await gather(subject, "validationData", given) };
  const [x, y, sampleWeight] = given;
  const data = subject.data(["validationData[0]", "validationData[1]"], x, y);
  return { name: "validationData[0]", data: weigh(subject, data, { sampleWeight }, "validationData[2]") };
}
__name(validationData, "validationData");
function all({ rows }) {
  return { first: 0, end: rows.count };
}
__name(all, "all");
function splitRows(rows, validationSplit) {
  const trained = Math.floor(rows * (1 - validationSplit));
  if (trained > 0 && (trained < rows || validationSplit === 0)) return trained;
  throw new OptionError(
    "validationSplit",
    "a share that leaves samples on both sides",
    `${validationSplit} of ${rows} samples`
  );
}
__name(splitRows, "splitRows");

// ts/model/fit/history.ts
function emptyHistory(params) {
  return { epoch: [], history: { loss: [] }, params };
}
__name(emptyHistory, "emptyHistory");
function addEpoch({ epoch: epochs, history }, epoch, logs) {
  epochs.push(epoch);
  for (const [name, value] of Object.entries(logs)) {
    history[name] ??= [];
    history[name].push(value);
  }
}
__name(addEpoch, "addEpoch");

// ts/model/fit/loss-trend.ts
var risesToTell = 5;
var LEARNED = 0.01;
var LossTrend = class {
  static {
    __name(this, "LossTrend");
  }
  #warnings;
  #first;
  #last = Number.POSITIVE_INFINITY;
  #rises = 0;
  constructor(warnings) {
    this.#warnings = warnings;
  }
  add(loss) {
    this.#first ??= loss;
    this.#rises = loss > this.#last && loss > LEARNED * this.#first ? this.#rises + 1 : 0;
    this.#last = loss;
    if (this.#rises < risesToTell) return;
    this.#warnings.warn(
      "RISING_LOSS",
      `the loss has risen for ${this.#rises} epochs in a row, to ${loss}: a smaller learning rate may help`
    );
  }
};

// ts/model/fit/training.ts
var Training = class {
  static {
    __name(this, "Training");
  }
  #it;
  #trend;
  #history;
  #keeping;
  /** The figures of the last epoch that is over. */
  #logs;
  /** The loss is no number any more, and there is nothing to go on with. */
  #diverged = false;
  constructor(options) {
    const { settings, prepared, warnings } = options;
    const { steps, batchSize } = prepared.source;
    this.#it = options;
    this.#trend = new LossTrend(warnings);
    this.#history = emptyHistory({ epochs: settings.epochs, steps, batchSize, verbose: settings.verbose });
  }
  /** Trains; an iteration that is ended early ends the training as if it had been stopped. */
  async *run() {
    const { home, subject, settings, prepared, callbacks } = this.#it;
    const { epochs, initialEpoch, signal } = settings;
    const { source } = prepared;
    const history = this.#history;
    let failed = false;
    try {
      const resumed = await this.#restore();
      await this.#paused(() => callbacks.begin(resumed?.callbacks));
      let begun = resumed?.begun;
      let epoch = resumed?.epoch ?? initialEpoch;
      for (; epoch < epochs && (begun || !subject.model.stopTraining); epoch++) {
        if (!begun) await this.#call("onEpochBegin", epoch);
        const logs = await this.#epoch(epoch, begun);
        begun = void 0;
        await this.#call("onEpochEnd", epoch, logs);
        addEpoch(history, epoch, logs);
        this.#logs = logs;
        Object.assign(history.params, { steps: history.params.steps ?? source.steps, batchSize: source.batchSize });
        await this.#keep(epoch + 1);
        subject.phase = "paused";
        yield { epoch, logs };
        subject.phase = "training";
        signal?.throwIfAborted();
      }
      return history;
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      if (!failed) {
        await home.engine.endTraining(home.network);
        await this.#call("onTrainEnd", this.#logs);
        await this.#keeping?.end();
      }
    }
  }
  /** Goes to where a training was stopped, if a callback kept that. */
  async #restore() {
    const { keeper } = this.#it.callbacks;
    if (!keeper) return void 0;
    const { Keeping } = await import("./keeping-BG4GTOS5.js");
    this.#keeping = new Keeping(this.#it, keeper);
    const resumed = await this.#keeping.restore();
    if (!resumed) return void 0;
    Object.assign(this.#history, resumed.history);
    for (const loss of this.#history.history.loss) this.#trend.add(loss);
    this.#logs = resumed.logs;
    return resumed;
  }
  /**
   * Keeps the state of this moment, if a callback wants it.
   * @param epoch the one to go on with
   * @param begun what it has come to if it is not over
   */
  async #keep(epoch, begun) {
    if (!this.#keeping || this.#diverged) return;
    const { subject, settings } = this.#it;
    const { epoch: epochs, history } = this.#history;
    const last = !begun && (epoch >= settings.epochs || subject.model.stopTraining);
    await this.#keeping.keep({ epoch, begun, logs: this.#logs, history: { epoch: epochs, history }, last });
  }
  async #epoch(epoch, begun) {
    const { settings, prepared, metricNames } = this.#it;
    const { source } = prepared;
    if (!begun) await source.begin(epoch);
    const title = `Epoch ${epoch + 1}/${settings.epochs}`;
    const display = await openDisplay(settings.verbose, title, source.steps, source.batchSize);
    try {
      const trained = await this.#batches(epoch, begun, display);
      const validates = prepared.validation && settings.validates(epoch);
      const logs = { ...trained.logs, ...validates ? await this.#validate() : {} };
      display.finish(logs);
      this.#trend.add(logs.loss);
      if (settings.signal?.aborted) await this.#keep(epoch, trained);
      return logs;
    } catch (error) {
      display.abandon();
      if (!(error instanceof NonFiniteLossError && this.#it.callbacks.acceptsNonFiniteLoss)) throw error;
      await this.#call("onNonFiniteLoss", error);
      this.#it.subject.model.stopTraining = true;
      this.#diverged = true;
      const nothing = nameFigures(metricNames, { loss: Number.NaN, metrics: metricNames.map(() => Number.NaN) });
      return { ...nothing, ...prepared.validation && settings.validates(epoch) ? validated(nothing) : {} };
    }
  }
  /** The batches of an epoch, or those that are left of it. */
  async #batches(epoch, begun, display) {
    const { subject, settings, prepared, callbacks, metricNames } = this.#it;
    const { signal } = settings;
    let { batches, logs } = begun ?? { batches: 0, logs: {} };
    if (begun) display.goOn(batches);
    while ((!subject.model.stopTraining || batches === 0) && await prepared.source.hasMore()) {
      if (callbacks.wantsBatches) {
        await this.#call("onBatchBegin", batches);
        await this.#call("onTrainBatchBegin", batches);
      }
      const most = this.#keeping?.batchesLeft ?? Number.MAX_SAFE_INTEGER;
      const progress = await prepared.source.train(callbacks.wantsBatches ? 1 : most);
      this.#keeping?.add(progress.steps - batches);
      batches = progress.steps;
      logs = { ...nameFigures(metricNames, progress) };
      display.update(batches, logs);
      if (callbacks.wantsBatches) {
        await this.#call("onBatchEnd", batches - 1, logs);
        await this.#call("onTrainBatchEnd", batches - 1, logs);
      }
      await this.#call("onYield", epoch, batches - 1, logs);
      await this.#keep(epoch, { batches, logs });
      signal?.throwIfAborted();
    }
    return { batches, logs };
  }
  async #validate() {
    const { home, prepared, metricNames } = this.#it;
    const { dataset, range } = prepared.validation;
    return validated(nameFigures(metricNames, await home.engine.evaluate(home.network, dataset, range)));
  }
  /** Calls a hook of all callbacks. Training waits meanwhile, so that they may change the model's weights. */
  async #call(hook, ...values) {
    await this.#paused(() => this.#it.callbacks.call(hook, ...values));
  }
  async #paused(work) {
    const { subject } = this.#it;
    subject.phase = "paused";
    try {
      await work();
    } finally {
      subject.phase = "training";
    }
  }
};
function validated(figures) {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`val_${name}`, value]));
}
__name(validated, "validated");

// ts/model/fit.ts
async function runFit(subject, parameters2) {
  const training = runEpochs(subject, parameters2, "fit");
  while (true) {
    const next = await training.next();
    if (next.done) return next.value;
  }
}
__name(runFit, "runFit");
async function* runEpochs(subject, parameters2, method = "epochs") {
  const metricNames = subject.metricNames(method);
  subject.checkIdle(method);
  const { input, options } = inputOf(parameters2);
  const settings = checkFitOptions(options, "batches" in input);
  const material = "batches" in input ? input : { data: subject.data(["x", "y"], input.x, input.y) };
  const warnings = new Warnings(settings.warnings);
  const callbacks = new CallbackList(settings.callbacks, subject.model, warnings, settings.signal);
  settings.signal?.throwIfAborted();
  subject.phase = "training";
  subject.model.stopTraining = false;
  try {
    const { home, leave } = await enter(subject.network);
    const held = new Held(home.engine);
    let prepared;
    try {
      prepared = await prepare(home, subject, material, settings, warnings, held);
      return yield* new Training({ home, subject, settings, prepared, callbacks, warnings, metricNames }).run();
    } finally {
      await prepared?.source.close();
      await held.release();
      leave();
    }
  } finally {
    subject.phase = "idle";
  }
}
__name(runEpochs, "runEpochs");
function inputOf([x, y, options = {}]) {
  if (!isBatches(x)) return { input: { x, y }, options };
  return { input: { batches: x }, options: y === void 0 ? {} : y };
}
__name(inputOf, "inputOf");
async function enter(network) {
  let leave = /* @__PURE__ */ __name(() => {
  }, "leave");
  const left = new Promise((resolve) => {
    leave = resolve;
  });
  const home = await new Promise((resolve, reject) => {
    network.use(async (home2) => {
      resolve(home2);
      await left;
    }).catch(reject);
  });
  return { home, leave };
}
__name(enter, "enter");

// ts/model/adapt.ts
function statisticsOf(layer, x) {
  if (layer.type !== "normalization") throw new OptionError("adapt", "a normalization layer", `'${layer.type}'`);
  const columns = layer.inputs;
  const rows = toRows("x", x, columns);
  const [numbers, divisor] = "bytes" in rows ? [rows.bytes, rows.divisor] : [rows.floats, 1];
  const mean = meanOf(columns, numbers, (number) => number / divisor);
  const variance = meanOf(columns, numbers, (number, column) => (number / divisor - mean[column]) ** 2);
  return [mean, variance].map((data) => ({ data: Float32Array.from(data), shape: [columns] }));
}
__name(statisticsOf, "statisticsOf");
function meanOf(columns, numbers, term) {
  const sums = new Float64Array(columns);
  for (let i = 0; i < numbers.length; i++) {
    const column = i % columns;
    sums[column] = sums[column] + term(numbers[i], column);
  }
  return sums.map((sum) => sum / (numbers.length / columns));
}
__name(meanOf, "meanOf");

// ts/model/layer.ts
var Layer = class {
  static {
    __name(this, "Layer");
  }
  /** What it is, as plain JSON. */
  spec;
  /** The axes of a row that comes in. */
  inputShape;
  /** The axes of a row that goes out. */
  outputShape;
  /** Its numbers: kernel, bias and so on, in the order of `getWeights`. */
  variables;
  #kind;
  #access;
  constructor({ kind, spec, inputShape, outputShape, variables }, access) {
    this.#kind = kind;
    this.spec = spec;
    this.inputShape = inputShape;
    this.outputShape = outputShape;
    this.variables = variables;
    this.#access = access;
  }
  get name() {
    return this.spec.name;
  }
  /** Its kind, such as 'dense'. */
  get type() {
    return this.spec.type;
  }
  /** Keras's class, such as 'Dense'. */
  get className() {
    return this.#kind.className;
  }
  /** Numbers of a row that comes in. */
  get inputs() {
    return sizeOf(this.inputShape);
  }
  /** Numbers of a row that goes out. */
  get units() {
    return sizeOf(this.outputShape);
  }
  /** The type of the activation that its outputs went through, 'linear' for none. */
  get activation() {
    return this.#kind.activation(this.spec);
  }
  /** The number of weights, those that training leaves alone included. */
  countParams() {
    return parameters(this.variables);
  }
  /**
   * Copies of its weights, in the order of `variables`.
   * @throws DisposedError, EngineError
   */
  getWeights() {
    return this.#access.read(this);
  }
  /**
   * The opposite of `getWeights`; takes nested arrays as well. The optimizer's state stays.
   * @throws ShapeError, DtypeError, NonFiniteError, BusyError, DisposedError, EngineError
   */
  setWeights(weights) {
    return this.#access.write(this, weights);
  }
  /**
   * Tells a normalization layer what data are like: mean and variance of each number of a row of samples `x`.
   * @throws OptionError for another layer, ShapeError, DtypeError, EmptyDataError, BusyError, DisposedError, EngineError
   */
  async adapt(x) {
    await this.setWeights(statisticsOf(this, x));
  }
  /** What the engine is told; null for a layer that only names a shape. */
  lower() {
    return this.#kind.lower(this.spec, { outputs: this.units });
  }
  toJSON() {
    const { spec, inputShape, outputShape } = this;
    return { ...spec, inputShape, outputShape };
  }
};
function parameters(variables) {
  return variables.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}
__name(parameters, "parameters");

// ts/model/lower.ts
function lowerNetwork(inputs, seed, layers) {
  const computing = layers.map((layer) => layer.lower()).filter((layer) => layer !== null);
  if (computing.length === 0) throw new OptionError("layers", "at least one layer that computes", "none");
  return { inputs, seed, layers: computing };
}
__name(lowerNetwork, "lowerNetwork");
function lowerTraining(compile, outputs) {
  const { optimizer, loss, metrics, weightedMetrics } = compile;
  const lowering = { outputs, signs: targetsOf(loss) === "signs" };
  return {
    ...optimizerRoom.lower(optimizer, lowering),
    loss: lossRoom.lower(loss, lowering),
    metrics: metrics.map((metric) => metricRoom.lower(metric, lowering)),
    weightedMetrics: weightedMetrics.map((metric) => metricRoom.lower(metric, lowering))
  };
}
__name(lowerTraining, "lowerTraining");

// ts/model/summary.ts
var bytesPerWeight = 4;
var bytesPerCounter = 8;
var columnEnds = [0.45, 0.8, 1];
var columnBorders = [3, 4, 3];
var leastLineLength = 20;
function summaryOf(name, layers, optimizer, lineLength) {
  const ends = columnEnds.map((share) => Math.trunc(share * lineLength));
  const widths = ends.map((end, i) => end - (ends[i - 1] ?? 0) - (columnBorders[i] ?? 0));
  const border = /* @__PURE__ */ __name((left, line, joint, right) => left + widths.map((width) => line.repeat(width + 2)).join(joint) + right, "border");
  const rows = layers.map((layer) => [
    `${layer.name} (${layer.className})`,
    `(None, ${layer.outputShape.join(", ")})`,
    grouped(layer.countParams())
  ]);
  const body = rows.flatMap((row, i) => [
    ...i > 0 ? [border("\u251C", "\u2500", "\u253C", "\u2524")] : [],
    ...rowLines(row, widths, "\u2502", false)
  ]);
  return [
    `Model: "${name}"`,
    border("\u250F", "\u2501", "\u2533", "\u2513"),
    ...rowLines(["Layer (type)", "Output Shape", "Param #"], widths, "\u2503", true),
    border("\u2521", "\u2501", "\u2547", "\u2529"),
    ...body,
    border("\u2514", "\u2500", "\u2534", "\u2518"),
    ...totals(
      layers.flatMap(({ variables }) => variables),
      optimizer
    )
  ].join("\n");
}
__name(summaryOf, "summaryOf");
function totals(variables, optimizer) {
  const trained = variables.filter(({ trainable: trainable2 }) => trainable2);
  const [trainable, all2] = [parameters(trained), parameters(variables)];
  const state = optimizer ? optimizerParameters(optimizer, trained) : 0;
  const stateBytes = bytesPerWeight * state + (optimizer ? bytesPerCounter - bytesPerWeight : 0);
  return [
    ` Total params: ${count(all2 + state, bytesPerWeight * all2 + stateBytes)}`,
    ` Trainable params: ${count(trainable)}`,
    ` Non-trainable params: ${count(all2 - trainable)}`,
    ...optimizer ? [` Optimizer params: ${count(state, stateBytes)}`] : []
  ];
}
__name(totals, "totals");
function optimizerParameters(optimizer, trained) {
  const { slots, scalars } = optimizers[optimizer.type];
  const { useEma, gradientAccumulationSteps } = optimizer;
  const copies = Number(useEma) + Number(gradientAccumulationSteps !== null);
  const inSlots = trained.reduce((sum, { shape }) => sum + slots(optimizer, shape), 0);
  return 2 + scalars + copies * parameters(trained) + inSlots;
}
__name(optimizerParameters, "optimizerParameters");
function rowLines(cells, widths, edge, header) {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const columns = wrapped.map((lines, i) => {
      const text = lines[header ? line - (height - lines.length) : line] ?? "";
      const width = widths[i] ?? 1;
      return i === cells.length - 1 ? text.padStart(width) : text.padEnd(width);
    });
    return `${edge} ${columns.join(` ${edge} `)} ${edge}`;
  });
}
__name(rowLines, "rowLines");
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].map((full) => full.length > width ? `${full.slice(0, width - 1)}\u2026` : full);
}
__name(wrap, "wrap");
function count(weights, bytes = bytesPerWeight * weights) {
  let [size, unit] = [bytes, 0];
  const units = ["B", "KB", "MB", "GB"];
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${grouped(weights)} (${size.toFixed(2)} ${units[unit]})`;
}
__name(count, "count");
function grouped(value) {
  return value.toLocaleString("en-US");
}
__name(grouped, "grouped");

// ts/model/input-scale.ts
var SAMPLED = 5e4;
var FACTOR = 10;
var CHECKS = 100;
var InputScale = class {
  static {
    __name(this, "InputScale");
  }
  #warnings = new Warnings();
  #checks = 0;
  /** The largest absolute value among the inputs of its trainings; undefined before one. */
  learned;
  learn(rows) {
    this.learned = Math.max(this.learned ?? 0, largest(rows));
  }
  /** Says once that rows are of another scale. */
  check(name, rows) {
    if (this.learned === void 0 || this.#checks === CHECKS) return;
    this.#checks++;
    const given = largest(rows);
    if (given === 0 || this.learned === 0) return;
    if (given < FACTOR * this.learned && FACTOR * given > this.learned) return;
    this.#warnings.warn(
      "INPUT_SCALE",
      `${name}: the numbers go up to ${shown(given)}, and those that the model learned from went up to ${shown(this.learned)}; scale them alike, such as pixels from 0 to 1 in both places`
    );
  }
};
var shown = /* @__PURE__ */ __name((value) => `${+value.toPrecision(4)}`, "shown");
function largest(rows) {
  let most = 0;
  forSampled(rows, SAMPLED, (value) => {
    if (Math.abs(value) > most) most = Math.abs(value);
  });
  return most;
}
__name(largest, "largest");

// ts/model/trainable.ts
function makeTrainable({ shapes, compiled, ...parts }) {
  const it = {
    ...parts,
    phase: "idle",
    scale: new InputScale(),
    get inputShape() {
      return shapes().inputShape;
    },
    get inputs() {
      return sizeOf(shapes().inputShape);
    },
    get outputs() {
      return sizeOf(shapes().outputShape);
    },
    metricNames: /* @__PURE__ */ __name((method) => {
      const { metrics, weightedMetrics } = compiled(method);
      return figureNames([...metrics, ...weightedMetrics], it.outputs);
    }, "metricNames"),
    rows: /* @__PURE__ */ __name((name, x) => toRows(name, x, it.inputs), "rows"),
    data: /* @__PURE__ */ __name(([nameOfX, nameOfY], x, y) => {
      const kind = targetsOf(compiled("fit").loss);
      const rows = it.rows(nameOfX, x);
      return { rows, kind, targets: toTargets(nameOfY, y, rows.count, kind, it.outputs) };
    }, "data")
  };
  return it;
}
__name(makeTrainable, "makeTrainable");

export {
  Callback,
  StateKeeper,
  checkCallback,
  checkWeights,
  weigh,
  isBatches,
  itemsOf,
  named,
  nameFigures,
  evaluate,
  trainOnBatch,
  testOnBatch,
  runFit,
  runEpochs,
  Layer,
  lowerNetwork,
  lowerTraining,
  leastLineLength,
  summaryOf,
  makeTrainable
};
//# sourceMappingURL=chunk-FN22WE7V.js.map