import {
  formatToWrite,
  writeModel
} from "./chunk-YGXBYXGP.js";
import {
  Layer,
  checkWeights,
  evaluate,
  isBatches,
  itemsOf,
  leastLineLength,
  lowerNetwork,
  lowerTraining,
  makeTrainable,
  named,
  runEpochs,
  runFit,
  summaryOf,
  testOnBatch,
  trainOnBatch
} from "./chunk-FN22WE7V.js";
import {
  addressOf,
  isStore,
  storeSchemes
} from "./chunk-UWQWDOMZ.js";
import {
  checkCompileOptions
} from "./chunk-UITRSPAG.js";
import {
  shapesOf,
  splitWeights,
  variablesOf
} from "./chunk-XCGUHHQE.js";
import {
  checkLoss
} from "./chunk-I5WC5DYT.js";
import {
  stack
} from "./chunk-I6GK2DSC.js";
import {
  leaseEngine,
  leaveEngine
} from "./chunk-N2QLVIIQ.js";
import {
  platform
} from "./chunk-Z5QVBAGM.js";
import {
  sha256
} from "./chunk-AICGDGU5.js";
import {
  toWeights
} from "./chunk-7RYQDM7G.js";
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNoMore,
  checkNumber,
  checkOptions,
  checkText,
  describe,
  quoted,
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  TextDecoder,
  webcrypto
} from "./chunk-HLGL5JCD.js";
import {
  BusyError,
  DisposedError,
  EmptyDataError,
  EngineError,
  FileError,
  NotCompiledError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/model/save.ts
async function modelBytes(options, read) {
  checkOptions("toBytes", options, ["format", "includeOptimizer"]);
  const entry = formatToWrite(options.format);
  const content = await read(includesOptimizer(options, entry));
  const [bytes] = await inOne(entry, await writeModel(entry, content, "model"), "model");
  return bytes;
}
__name(modelBytes, "modelBytes");
async function saveModel(path, options, read) {
  checkText("path", path);
  checkOptions("save", options, ["format", "includeOptimizer"]);
  const entry = formatToWrite(options.format, path);
  const withOptimizer = includesOptimizer(options, entry);
  const address = addressOf(path);
  const { files, stores } = platform();
  if (address) {
    const store = isStore(address.scheme) ? stores?.[address.scheme] : void 0;
    if (!store) {
      const expected = stores ? `a name behind ${quoted(storeSchemes.map((scheme) => `${scheme}://`))}` : "the path of a file";
      throw new OptionError("path", expected, `${describe(path)}; toBytes() gives the bytes to put there`);
    }
    const stem2 = stemOf(address.name);
    const [bytes, extension] = await inOne(entry, await writeModel(entry, await read(withOptimizer), stem2), stem2);
    await store.write(address.name, bytes, extension);
    return [];
  }
  if (!files) {
    throw new FileError(`${path}: there are no files here; save('downloads://${path}') offers it, toBytes() gives it`);
  }
  const stem = stemOf(path);
  const written = await writeModel(entry, await read(withOptimizer), stem);
  const placed = /\.zip$/i.test(path) ? [{ file: path, bytes: (await inOne(entry, written, stem))[0] }] : written.map(({ name, bytes }) => ({ file: name ? files.beside(path, name) : path, bytes }));
  for (const { file, bytes } of placed.toReversed()) await files.write(file, bytes);
  return placed.map(({ file, bytes }) => ({ file, bytes: bytes.length }));
}
__name(saveModel, "saveModel");
function includesOptimizer({ includeOptimizer }, { name, keepsOptimizer = false }) {
  if (includeOptimizer === void 0) return keepsOptimizer;
  if (checkBoolean("includeOptimizer", includeOptimizer) && !keepsOptimizer) {
    throw new OptionError("includeOptimizer", `false: '${name}' holds no optimizer's state`, "true");
  }
  return includeOptimizer;
}
__name(includesOptimizer, "includesOptimizer");
function stemOf(path) {
  return path.replace(/^.*[/\\]/s, "").replace(/(?<=.)\.[^.]*$/s, "") || "model";
}
__name(stemOf, "stemOf");
async function inOne({ extensions: [extension = ""] }, written, stem) {
  const [first] = written;
  if (first && written.length === 1) return [first.bytes, extension];
  const { writeZip } = await import("./write-zip-AC3OSK67.js");
  return [writeZip(written.map(({ name, bytes }) => [name || `${stem}${extension}`, bytes])), ".zip"];
}
__name(inOne, "inOne");

// ts/model/learning-rate.ts
async function getLearningRate(subject) {
  subject.metricNames("getLearningRate");
  return subject.network.use(({ engine, network }) => engine.learningRate(network));
}
__name(getLearningRate, "getLearningRate");
async function setLearningRate(subject, learningRate) {
  subject.metricNames("setLearningRate");
  subject.checkIdle("setLearningRate", "paused");
  const rate = checkNumber(
    "learningRate",
    learningRate,
    "a finite number of at least 0",
    (value) => value >= 0 && Number.isFinite(Math.fround(value))
  );
  await subject.network.use(({ engine, network }) => engine.setLearningRate(network, rate));
}
__name(setLearningRate, "setLearningRate");

// ts/model/abandoned.ts
var SMALL = 2 ** 27;
var MORE_BYTES = 2 ** 26;
var MORE_NETWORKS = 64;
var networks = 0;
var asked = { networks: 0, bytes: 0 };
function count(change) {
  networks += change;
  asked.networks = Math.min(asked.networks, networks);
}
__name(count, "count");
async function makeRoom(engine) {
  if (networks === 0) return;
  const bytes = await engine.memoryBytes();
  const more = networks >= asked.networks + MORE_NETWORKS || bytes >= asked.bytes + MORE_BYTES;
  if (bytes < SMALL || !more) return;
  await giveUpAbandoned();
  asked = { networks, bytes };
}
__name(makeRoom, "makeRoom");
async function giveUpAbandoned() {
  await platform().collectGarbage?.();
}
__name(giveUpAbandoned, "giveUpAbandoned");
function isFull(error) {
  return error instanceof EngineError && /could not be allocated|memory may be full/.test(error.message);
}
__name(isFull, "isFull");

// ts/model/network.ts
var forgotten = new FinalizationRegistry((home) => {
  release(home).catch(() => {
  });
});
async function release({ engine, network, lease }) {
  count(-1);
  try {
    await engine.release(network);
  } finally {
    lease.end();
  }
}
__name(release, "release");
var Network = class {
  static {
    __name(this, "Network");
  }
  #description;
  #engine;
  #inUse = /* @__PURE__ */ new Set();
  #home;
  #training;
  #closed;
  /** @param description the engine's record `network`, as it is at the first use */
  constructor(description, engine) {
    this.#description = description;
    this.#engine = engine;
  }
  /** Sets what training minimises and how, the engine's record `training`; it hears of it before the next use. */
  compile(description) {
    this.checkOpen();
    this.#training = { description };
  }
  /** Whether an engine has it, or is about to. */
  get used() {
    return this.#home !== void 0;
  }
  /** Works with the network; `close` waits for it. */
  async use(work) {
    this.checkOpen();
    const result = this.#ready().then(work);
    this.#inUse.add(result);
    try {
      return await result;
    } finally {
      this.#inUse.delete(result);
    }
  }
  /** Releases the network when those who use it are done. */
  close() {
    this.#closed ??= this.#close();
    return this.#closed;
  }
  /** @throws DisposedError */
  checkOpen() {
    if (this.#closed) throw new DisposedError("the model was disposed of");
  }
  async #close() {
    await Promise.allSettled(this.#inUse);
    const home = await this.#home?.catch(() => void 0);
    if (!home) return;
    forgotten.unregister(this);
    await release(home);
  }
  async #ready() {
    const home = await this.#open();
    const training = this.#training;
    if (training) {
      training.told ??= home.engine.compile(home.network, training.description).catch((error) => {
        delete training.told;
        throw error;
      });
      await training.told;
    }
    return home;
  }
  #open() {
    this.#home ??= this.#make().catch((error) => {
      this.#home = void 0;
      throw error;
    });
    return this.#home;
  }
  async #make() {
    const lease = await leaseEngine(this.#engine);
    try {
      return await this.#makeOn(lease);
    } catch (error) {
      if (!isFull(error)) throw error;
    }
    await giveUpAbandoned();
    const again = await leaseEngine(this.#engine);
    try {
      return await this.#makeOn(again);
    } catch (error) {
      if (this.#engine || !isFull(error)) throw error;
      leaveEngine(again.engine);
    }
    return this.#makeOn(await leaseEngine(void 0));
  }
  async #makeOn(lease) {
    try {
      await makeRoom(lease.engine);
      const network = await lease.engine.createNetwork(this.#description());
      const home = { engine: lease.engine, network, lease };
      forgotten.register(this, home, this);
      count(1);
      return home;
    } catch (error) {
      lease.end();
      throw error;
    }
  }
};

// ts/model/predict.ts
async function predict(subject, x) {
  if (isBatches(x)) return predictBatches(subject, x);
  return predictRows(subject, "x", x);
}
__name(predict, "predict");
async function predictRows(subject, name, x) {
  subject.network.checkOpen();
  const rows = subject.rows(name, x);
  subject.scale.check(name, rows);
  const data = await subject.network.use(async (home) => {
    const outputs = await named(name, home.engine.predict(home.network, rows));
    if (Number.isNaN(outputs[0])) await checkWeights(home);
    return outputs;
  });
  return { data, shape: [rows.count, subject.outputs] };
}
__name(predictRows, "predictRows");
async function predictBatches(subject, batches) {
  const parts = [];
  for await (const batch of itemsOf("batches", batches)) {
    const x = typeof batch === "object" && "xs" in batch ? batch.xs : batch;
    parts.push((await predictRows(subject, `batches: batch ${parts.length}`, x)).data);
  }
  if (parts.length === 0) throw new EmptyDataError("batches", "at least one batch", "none");
  const data = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    data.set(part, filled);
    filled += part.length;
  }
  return { data, shape: [data.length / subject.outputs, subject.outputs] };
}
__name(predictBatches, "predictBatches");

// ts/model/sequential-options.ts
function checkSequentialOptions(options) {
  checkOptions("sequential", options, ["layers", "name", "seed", "engine"]);
  const { layers, name = "sequential", seed = randomSeed(), engine } = options;
  return {
    layers,
    name: checkText("name", name),
    seed: checkInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER),
    engine: checkEngine(engine)
  };
}
__name(checkSequentialOptions, "checkSequentialOptions");
function checkEngine(engine) {
  if (engine === void 0 || typeof engine?.createNetwork === "function") {
    return engine;
  }
  throw new OptionError("engine", "an engine that createEngine started", describe(engine));
}
__name(checkEngine, "checkEngine");
function randomSeed() {
  const [high = 0, low = 0] = webcrypto.getRandomValues(new Uint32Array(2));
  return (high & 2097151) * 2 ** 32 + low;
}
__name(randomSeed, "randomSeed");

// ts/model.ts
var trainableOf;
var Sequential = class {
  static {
    __name(this, "Sequential");
  }
  name;
  /** What the initial weights and the order of samples follow from. */
  seed;
  /** Set to true, by a callback or from elsewhere, it makes `fit` end the epoch at the batch it is at and stop. */
  stopTraining = false;
  #network;
  #trainable;
  #described = [];
  #stack = { inputShape: [], layers: [] };
  #layers = [];
  #compiled;
  static {
    trainableOf = /* @__PURE__ */ __name((model) => model.#trainable, "trainableOf");
  }
  /** @throws OptionError, ShapeError */
  constructor(options) {
    const { layers, name, seed, engine } = checkSequentialOptions(options);
    this.name = name;
    this.seed = seed;
    this.#network = new Network(() => lowerNetwork(this.#inputs, this.seed, this.#layers), engine);
    this.#trainable = makeTrainable({
      model: this,
      network: this.#network,
      shapes: /* @__PURE__ */ __name(() => this, "shapes"),
      compiled: /* @__PURE__ */ __name((method) => this.#usable(method), "compiled"),
      content: /* @__PURE__ */ __name((withOptimizer) => this.#content(withOptimizer), "content"),
      checkIdle: /* @__PURE__ */ __name((method, allowed) => this.#checkIdle(method, allowed), "checkIdle")
    });
    if (layers !== void 0) this.#put(layers);
  }
  /** The layers, input side first; `layers.input` is none of them. */
  get layers() {
    return this.#layers;
  }
  /** The axes of a row that comes in, such as [784]; none of a model without layers. */
  get inputShape() {
    return this.#stack.inputShape;
  }
  /** The axes of a row that goes out, such as [10]. */
  get outputShape() {
    return this.#layers.at(-1)?.outputShape ?? this.inputShape;
  }
  /** The metrics of `compile`, in order; weighted ones last. */
  get metrics() {
    const { metrics = [], weightedMetrics = [] } = this.#compiled ?? {};
    return [...metrics, ...weightedMetrics];
  }
  /** Names of the tensors of `getWeights`, in order: 'dense/kernel', 'dense/bias', ... */
  get weightNames() {
    return variablesOf(this.#layers).map(({ path }) => path);
  }
  /**
   * Puts a layer on top.
   * @throws OptionError for a model that is compiled or in use, ShapeError
   */
  add(layer) {
    if (this.#compiled || this.#network.used) {
      throw new OptionError("add", "a model that is neither compiled nor in use", "one that is");
    }
    this.#put([...this.#described, layer]);
  }
  /**
   * The layer of a name, or in a place (from 0).
   * @throws OptionError
   */
  getLayer(which) {
    const names = this.#layers.map(({ name }) => name);
    const index = typeof which === "number" ? which : names.indexOf(checkName("name", which, names));
    return this.#layers[checkInteger("index", index, 0, this.#layers.length - 1)];
  }
  get #inputs() {
    return sizeOf(this.inputShape);
  }
  get #outputs() {
    return sizeOf(this.outputShape);
  }
  /** The number of weights, those that training leaves alone included. */
  countParams() {
    return this.#layers.reduce((sum, layer) => sum + layer.countParams(), 0);
  }
  /**
   * Prints Keras's table of the layers, their output shapes and numbers of parameters.
   * @throws OptionError
   */
  summary(options = {}) {
    checkOptions("summary", options, ["print", "lineLength"]);
    const { print = console.log, lineLength = 76 } = options;
    if (typeof print !== "function") throw new OptionError("print", "a function", describe(print));
    checkInteger("lineLength", lineLength, leastLineLength, 1e3);
    print(summaryOf(this.name, this.#layers, this.#compiled?.optimizer, lineLength));
  }
  /**
   * Says how the model is trained and judged; training starts with a new optimizer.
   * @returns the model itself, typed with the names of the figures that `evaluate` gives
   * @throws OptionError for unknown names, and for a loss that means nothing on the last layer's outputs
   */
  compile(options) {
    if (this.#layers.length === 0) throw new OptionError("layers", "at least one layer", "none");
    const compiled = checkCompileOptions(options);
    const activation = this.#layers.findLast((layer) => layer.lower() !== null)?.activation ?? "linear";
    checkLoss(compiled.loss, this.#outputs, activation);
    this.#checkIdle("compile");
    this.#network.compile(lowerTraining(compiled, this.#outputs));
    this.#compiled = compiled;
    return this;
  }
  async fit(...parameters) {
    return runFit(this.#trainable, parameters);
  }
  epochs(...parameters) {
    return runEpochs(this.#trainable, parameters);
  }
  async evaluate(...parameters) {
    return await evaluate(this.#trainable, parameters);
  }
  /**
   * The model's outputs for samples `x`: `[rows, units]`, `[1, units]` for a single flat row; or for batches of
   * samples that come one after the other, all in one.
   * @throws ShapeError, DtypeError, NonFiniteError, EmptyDataError, DisposedError, EngineError
   */
  async predict(x) {
    return predict(this.#trainable, x);
  }
  /**
   * One step of the optimizer on all samples at once.
   * @returns the batch's figures, measured before the step
   * @throws as `fit`
   */
  async trainOnBatch(x, y, options = {}) {
    return await trainOnBatch(this.#trainable, x, y, options);
  }
  /** As `evaluate`. */
  async testOnBatch(x, y, options = {}) {
    return await testOnBatch(this.#trainable, x, y, options);
  }
  /** As `predict`. */
  async predictOnBatch(x) {
    return predict(this.#trainable, x);
  }
  /**
   * The learning rate of the optimizer's next step.
   * @throws NotCompiledError, DisposedError, EngineError
   */
  async getLearningRate() {
    return getLearningRate(this.#trainable);
  }
  /**
   * Sets a constant learning rate, in place of a schedule too. The optimizer's state stays.
   * @throws OptionError, BusyError while `fit` trains (callbacks may set it), NotCompiledError, DisposedError,
   *   EngineError
   */
  async setLearningRate(learningRate) {
    return setLearningRate(this.#trainable, learningRate);
  }
  /** The variables of each layer, in turn, as in Keras: a dense one's kernel `[inputs, units]` and bias; copies. */
  async getWeights() {
    return splitWeights(await this.#readWeights(), variablesOf(this.#layers));
  }
  /**
   * The opposite of `getWeights`; takes nested arrays as well. The optimizer's state stays. Callbacks of `fit` may use it.
   * @throws ShapeError, DtypeError, NonFiniteError, BusyError, DisposedError, EngineError
   */
  async setWeights(weights) {
    this.#network.checkOpen();
    this.#checkIdle("setWeights", "paused");
    const all = toWeights(weights, shapesOf(variablesOf(this.#layers)));
    await this.#network.use(({ engine, network }) => engine.writeWeights(network, all));
  }
  /** The SHA-256 of all weights in the order of `getWeights` (little-endian 32-bit floats), in hexadecimal. */
  async weightsHash() {
    const { buffer, byteOffset, byteLength } = await this.#readWeights();
    return sha256(new Uint8Array(buffer, byteOffset, byteLength));
  }
  /**
   * The model as a file's bytes, for `loadModel`: weights, layers, seed and what `compile` was told, in the
   * safetensors format unless another is asked for, and the optimizer's state unless told otherwise.
   * @throws OptionError, also if the format cannot hold a layer; NonFiniteError if a training has left the weights so
   */
  async toBytes(options = {}) {
    return modelBytes(options, (withOptimizer) => this.#content(withOptimizer));
  }
  /**
   * The model as the text of one JavaScript module that needs nothing, neither this package nor WASM: a few kilobytes
   * and the weights in base64. It has `predict(rows)`, which gives what this model's gives, an array for each row.
   * @throws as `toBytes`
   */
  async toStandalone() {
    return new TextDecoder().decode(await this.toBytes({ format: "standalone" }));
  }
  /** What the model is, without its weights. */
  toJSON() {
    const { name, seed, inputShape } = this;
    const layers = this.#layers.map(({ spec }) => spec);
    const inputScale = this.#trainable.scale.learned;
    return {
      name,
      seed,
      inputShape,
      layers,
      ...inputScale !== void 0 && { inputScale },
      ...this.#compiled && { compile: this.#compiled }
    };
  }
  /**
   * Writes `toBytes()` to a file, `.safetensors` by custom. Whenever it is interrupted, the file holds the earlier model
   * or this one as a whole. A format of several files has them beside it, or in one archive if the path ends in `.zip`.
   * @param path in pages, which have no files, a name behind `indexeddb://` or `opfs://`, for `loadModel`, or behind
   *   `downloads://`, which hands the file to the person
   * @throws FileError, and as `toBytes`
   */
  async save(path, options = {}, ...more) {
    checkNoMore("save", more);
    await saveModel(path, options, (withOptimizer) => this.#content(withOptimizer));
  }
  /** Frees what the model holds in its engine, once those who are reading from it are done. May be called again. */
  async dispose() {
    this.#checkIdle("dispose");
    await this.#network.close();
  }
  [Symbol.asyncDispose]() {
    return this.dispose();
  }
  #put(layers) {
    this.#stack = stack(layers);
    this.#described = layers;
    const access = {
      read: /* @__PURE__ */ __name(async (layer) => splitWeights(await this.#readWeights(), this.#variablesOf(layer)), "read"),
      write: /* @__PURE__ */ __name(async (layer, weights) => {
        this.#network.checkOpen();
        this.#checkIdle("setWeights", "paused");
        const numbers = toWeights(weights, shapesOf(layer.variables));
        const all = await this.#readWeights();
        all.set(numbers, this.#variablesOf(layer)[0]?.first ?? 0);
        await this.#network.use(({ engine, network }) => engine.writeWeights(network, all));
      }, "write")
    };
    this.#layers = this.#stack.layers.map((placed) => new Layer(placed, access));
  }
  #variablesOf({ name }) {
    return variablesOf(this.#layers).filter(({ layer }) => layer === name);
  }
  async #content(withOptimizer) {
    const variables = variablesOf(this.#layers);
    const { weights, optimizer } = await this.#network.use(
      async ({ engine, network }) => withOptimizer && this.#compiled ? engine.readState(network) : { weights: await engine.readWeights(network) }
    );
    const kept = optimizer && optimizer.iterations > 0 ? { optimizer } : {};
    return { spec: this.toJSON(), variables, weights: splitWeights(weights, variables), ...kept };
  }
  #readWeights() {
    return this.#network.use(({ engine, network }) => engine.readWeights(network));
  }
  #usable(method) {
    this.#network.checkOpen();
    if (!this.#compiled) throw new NotCompiledError(`call compile({ optimizer, loss }) before ${method}`);
    return this.#compiled;
  }
  /** @param allowed a phase of `fit` in which it can be done all the same */
  #checkIdle(method, allowed) {
    const { phase } = this.#trainable;
    if (phase !== "idle" && phase !== allowed)
      throw new BusyError(`${method}: the model is in training; wait for fit, or abort it, first`);
  }
};
function sequential(first = {}, options) {
  if (!Array.isArray(first)) return new Sequential(first);
  return new Sequential({ ...options, layers: first });
}
__name(sequential, "sequential");

export {
  saveModel,
  trainableOf,
  sequential
};
//# sourceMappingURL=chunk-TZ2533CS.js.map