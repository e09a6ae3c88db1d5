import {
  Callback,
  StateKeeper,
  checkCallback
} from "./chunk-FN22WE7V.js";
import {
  platform
} from "./chunk-Z5QVBAGM.js";
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkObject,
  checkOptions,
  checkText,
  describe,
  nearest,
  quoted
} from "./chunk-KUENTTZU.js";
import {
  TextDecoder,
  TextEncoder,
  webcrypto
} from "./chunk-HLGL5JCD.js";
import {
  FileError,
  FormatError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/callbacks/files.ts
function filesFor(callback) {
  const { files } = platform();
  if (!files) throw new FileError(`${callback}: there are no files here to write to`);
  return files;
}
__name(filesFor, "filesFor");

// ts/callbacks/save-freq.ts
function checkSaveFreq(saveFreq) {
  if (saveFreq === "epoch") return saveFreq;
  if (typeof saveFreq === "number") return checkInteger("saveFreq", saveFreq, 1, Number.MAX_SAFE_INTEGER);
  throw new OptionError("saveFreq", "'epoch' or a number of batches", describe(saveFreq));
}
__name(checkSaveFreq, "checkSaveFreq");

// ts/callbacks/backup-and-restore.ts
var BackupAndRestore = class extends StateKeeper {
  static {
    __name(this, "BackupAndRestore");
  }
  #backupDir;
  #saveFreq;
  #deleteCheckpoint;
  everyBatches;
  /** @throws OptionError */
  constructor(options) {
    super();
    checkOptions("backupAndRestore", options, ["backupDir", "saveFreq", "deleteCheckpoint"]);
    const { backupDir, saveFreq = "epoch", deleteCheckpoint = true } = options;
    this.#backupDir = checkText("backupDir", backupDir);
    this.#saveFreq = checkSaveFreq(saveFreq);
    this.#deleteCheckpoint = checkBoolean("deleteCheckpoint", deleteCheckpoint);
    this.everyBatches = this.#saveFreq === "epoch" ? Number.POSITIVE_INFINITY : this.#saveFreq;
  }
  isDue({ batches, epochEnds, last }) {
    if (last) return !this.#deleteCheckpoint;
    return this.#saveFreq === "epoch" ? epochEnds : batches >= this.#saveFreq;
  }
  /** @throws FileError in pages; FormatError if no state in the folder is whole */
  async read(decode) {
    const folder = await this.#folder();
    return folder.read(decode, (message2) => this.warnings.warn("DAMAGED_CHECKPOINT", message2));
  }
  async write(bytes2) {
    await (await this.#folder()).write(bytes2);
  }
  async end() {
    if (this.#deleteCheckpoint) await (await this.#folder()).clear();
  }
  async #folder() {
    const files = filesFor("backupAndRestore");
    const { BackupFolder } = await import("./folder-UIECZBWI.js");
    return new BackupFolder(files, this.#backupDir);
  }
};

// ts/callbacks/state.ts
function readState(state) {
  const fields = new Map(Object.entries(checkObject("state", state)));
  const raw = /* @__PURE__ */ __name((name) => fields.get(name), "raw");
  const figure = /* @__PURE__ */ __name((name, value) => checkNumber(`state.${name}`, value, "a number", () => true), "figure");
  return {
    count: /* @__PURE__ */ __name((name) => checkInteger(`state.${name}`, raw(name), 0, Number.MAX_SAFE_INTEGER), "count"),
    number: /* @__PURE__ */ __name((name) => figure(name, raw(name)), "number"),
    numbers: /* @__PURE__ */ __name((name) => {
      const list = raw(name);
      if (!Array.isArray(list)) throw new OptionError(`state.${name}`, "an array of numbers", describe(list));
      return list.map((value) => figure(name, value));
    }, "numbers"),
    text: /* @__PURE__ */ __name((name) => checkText(`state.${name}`, raw(name)), "text"),
    optional: /* @__PURE__ */ __name((name, read) => raw(name) === void 0 ? void 0 : read(name), "optional"),
    raw
  };
}
__name(readState, "readState");

// ts/callbacks/csv-logger.ts
var CSVLogger = class extends Callback {
  static {
    __name(this, "CSVLogger");
  }
  #path;
  #separator;
  #append;
  #names;
  /** Bytes of the file, as far as it is known. */
  #length = 0;
  /** @throws OptionError */
  constructor(path, options = {}) {
    super();
    checkOptions("csvLogger", options, ["separator", "append"]);
    const { separator = ",", append = false } = options;
    this.#path = checkText("path", path);
    if (typeof separator !== "string" || !/^[^"\r\n]$/u.test(separator)) {
      throw new OptionError("separator", "one character, neither a quote nor a line break", describe(separator));
    }
    this.#separator = separator;
    this.#append = checkBoolean("append", append);
  }
  /** @throws FileError */
  async onTrainBegin() {
    const files = filesFor("csvLogger");
    this.#names = void 0;
    if (!this.#append && !this.resumes) await files.write(this.#path, new Uint8Array());
    this.#length = (await files.read(this.#path))?.length ?? 0;
  }
  getState() {
    return { names: this.#names, length: this.#length };
  }
  /** Rows that were written after the state was kept are taken back. @throws FileError */
  async setState(state) {
    const files = filesFor("csvLogger");
    const { count, raw } = readState(state);
    const content = await files.read(this.#path) ?? new Uint8Array();
    this.#length = Math.min(count("length"), content.length);
    const names = raw("names");
    this.#names = content.length > 0 && Array.isArray(names) ? names.map(String) : void 0;
    if (content.length > this.#length) await files.write(this.#path, content.subarray(0, this.#length));
  }
  /** @throws FileError; FormatError if a file to add to has other columns */
  async onEpochEnd(epoch, logs) {
    const files = filesFor("csvLogger");
    const start = this.#names ? "" : await this.#begin(files, logs);
    const cells = this.#names.map((name) => name === "epoch" ? epoch : logs[name] ?? "NA");
    const row = new TextEncoder().encode(start + this.#row(cells));
    await files.append(this.#path, row);
    this.#length += row.length;
  }
  /** Settles the columns. Gives what has to stand before the first row. */
  async #begin(files, logs) {
    const figures = Object.keys(logs).sort();
    const validated = figures.some((name) => name.startsWith("val_"));
    this.#names = ["epoch", ...figures, ...validated ? [] : figures.map((name) => `val_${name}`)];
    const header = this.#row(this.#names);
    const content = this.#append ? new TextDecoder().decode(await files.read(this.#path)) : "";
    if (content === "") return header;
    const [first = ""] = content.split(/\r?\n/, 1);
    if (first !== header.trimEnd()) throw new FormatError(this.#path, `the columns ${header.trimEnd()}`, first);
    return content.endsWith("\n") ? "" : "\r\n";
  }
  #row(cells) {
    const quote = /* @__PURE__ */ __name((cell) => cell.includes(this.#separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell, "quote");
    return `${cells.map((cell) => quote(String(cell))).join(this.#separator)}\r
`;
  }
};

// ts/callbacks/monitor.ts
var higherIsBetter = /^(accuracy|\w+Accuracy|precision|recall|f1Score|auc|cosineSimilarity)$/;
var Monitor = class {
  static {
    __name(this, "Monitor");
  }
  name;
  #mode;
  #minDelta;
  #sign = -1;
  /** @throws OptionError */
  constructor({ monitor = "val_loss", mode = "auto" }, minDelta) {
    this.name = checkText("monitor", monitor);
    this.#mode = checkName("mode", mode, ["auto", "min", "max"]);
    this.#minDelta = Math.abs(checkNumber("minDelta", minDelta, "a finite number", Number.isFinite));
  }
  /**
   * To be called when training begins.
   * @throws OptionError when 'auto' does not know which way is better
   */
  begin(model) {
    this.#sign = this.#direction(model) === "max" ? 1 : -1;
  }
  /** The watched figure of an epoch. Says once when there is none. */
  read(logs, { warnings }) {
    const value = logs[this.name];
    if (value === void 0) {
      warnings.warn("MISSING_FIGURE", `monitor: '${this.name}' is not among the figures ${quoted(Object.keys(logs))}`);
    }
    return value;
  }
  /** Whether `value` is better than `reference` by more than the least change; better than nothing it always is. */
  improves(value, reference) {
    if (reference === void 0) return true;
    return this.#sign * Math.fround(value - this.#sign * this.#minDelta) > this.#sign * Math.fround(reference);
  }
  #direction({ metrics }) {
    if (this.#mode !== "auto") return this.#mode;
    const name = this.name.replace(/^val_/, "");
    const metric = metrics.find((one) => one.name === name);
    if (metric) return higherIsBetter.test(metric.type) ? "max" : "min";
    if (name === "loss") return "min";
    const known = ["loss", ...metrics.map((one) => one.name)].flatMap((one) => [one, `val_${one}`]);
    const meant = nearest(this.name, known);
    throw new OptionError(
      "monitor",
      `${quoted(known)}; of any other figure, with mode 'min' or 'max'`,
      `'${this.name}'${meant === void 0 ? "" : `; did you mean '${meant}'?`}`
    );
  }
};
function checkVerbose(verbose) {
  if (verbose === 0 || verbose === 1) return verbose;
  throw new OptionError("verbose", "0 or 1", String(verbose));
}
__name(checkVerbose, "checkVerbose");

// ts/callbacks/early-stopping.ts
var EarlyStopping = class extends Callback {
  static {
    __name(this, "EarlyStopping");
  }
  #monitor;
  #options;
  #baseline;
  #wait = 0;
  #best;
  #bestWeights;
  /** The best epoch so far, from 0; undefined before the first that was looked at. */
  bestEpoch;
  /** The epoch, from 0, that training was stopped after; undefined if it was not. */
  stoppedEpoch;
  /** @throws OptionError */
  constructor(options = {}) {
    super();
    checkOptions("earlyStopping", options, [
      "monitor",
      "mode",
      "minDelta",
      "patience",
      "startFromEpoch",
      "baseline",
      "restoreBestWeights",
      "verbose"
    ]);
    const {
      minDelta = 0,
      patience = 0,
      startFromEpoch = 0,
      baseline,
      restoreBestWeights = false,
      verbose = 0
    } = options;
    this.#monitor = new Monitor(options, minDelta);
    this.#baseline = baseline === void 0 ? void 0 : checkNumber("baseline", baseline, "a finite number", Number.isFinite);
    this.#options = {
      patience: checkInteger("patience", patience, 0, Number.MAX_SAFE_INTEGER),
      startFromEpoch: checkInteger("startFromEpoch", startFromEpoch, 0, Number.MAX_SAFE_INTEGER),
      restoreBestWeights: checkBoolean("restoreBestWeights", restoreBestWeights),
      verbose: checkVerbose(verbose)
    };
  }
  /** The best value of the watched figure so far. */
  get best() {
    return this.#best;
  }
  onTrainBegin() {
    this.#monitor.begin(this.model);
    this.#wait = 0;
    this.#best = void 0;
    this.#bestWeights = void 0;
    this.bestEpoch = void 0;
    this.stoppedEpoch = void 0;
  }
  getState() {
    const { bestEpoch, stoppedEpoch } = this;
    return { wait: this.#wait, best: this.#best, bestEpoch, stoppedEpoch, bestWeights: this.#bestWeights };
  }
  setState(state) {
    const { count, number, optional, raw } = readState(state);
    this.#wait = count("wait");
    this.#best = optional("best", number);
    this.bestEpoch = optional("bestEpoch", count);
    this.stoppedEpoch = optional("stoppedEpoch", count);
    this.#bestWeights = raw("bestWeights");
  }
  async onEpochEnd(epoch, logs) {
    const { patience, startFromEpoch } = this.#options;
    const value = this.#monitor.read(logs, this);
    if (value === void 0 || epoch < startFromEpoch) return;
    this.#wait++;
    if (this.#monitor.improves(value, this.#best)) {
      this.#best = value;
      this.bestEpoch = epoch;
      if (this.#options.restoreBestWeights) this.#bestWeights = await this.model.getWeights();
      if (this.#baseline === void 0 || this.#monitor.improves(value, this.#baseline)) this.#wait = 0;
    } else if (this.#wait >= patience && epoch > 0) {
      this.stoppedEpoch = epoch;
      this.model.stopTraining = true;
    }
  }
  async onTrainEnd() {
    const print = this.#options.verbose === 1 ? console.log : () => {
    };
    if (this.stoppedEpoch !== void 0) print(`Epoch ${this.stoppedEpoch + 1}: early stopping`);
    if (this.bestEpoch === void 0 || !this.#bestWeights) return;
    print(`Restoring model weights from the end of the best epoch: ${this.bestEpoch + 1}.`);
    await this.model.setWeights(this.#bestWeights);
    this.#bestWeights = void 0;
  }
};

// ts/callbacks/lambda-callback.ts
var LambdaCallback = class extends Callback {
  static {
    __name(this, "LambdaCallback");
  }
  /** @throws OptionError */
  constructor(hooks) {
    super();
    Object.assign(this, checkCallback(hooks));
  }
};

// ts/callbacks/learning-rate-finder.ts
var DIVERGED = 4;
var LearningRateFinder = class extends Callback {
  static {
    __name(this, "LearningRateFinder");
  }
  #options;
  #before;
  /** The mean loss of the epoch's batches so far. */
  #mean = 0;
  #smoothed = 0;
  #rates = [];
  #losses = [];
  /** @throws OptionError */
  constructor(options = {}) {
    super();
    checkOptions("learningRateFinder", options, ["from", "to", "steps", "smoothing"]);
    const { from = 1e-6, to = 10, steps = 100, smoothing = 0.9 } = options;
    const positive = /* @__PURE__ */ __name((value) => value > 0 && Number.isFinite(value), "positive");
    checkNumber("from", from, "a finite number above 0", positive);
    this.#options = {
      from,
      to: checkNumber("to", to, `a finite number above from, ${from}`, (value) => value > from && positive(value)),
      steps: checkInteger("steps", steps, 10, Number.MAX_SAFE_INTEGER),
      smoothing: checkNumber("smoothing", smoothing, "a number from 0 to less than 1", (v) => v >= 0 && v < 1)
    };
  }
  /** The rates that were tried, in order. */
  get learningRates() {
    return this.#rates.slice(0, this.#losses.length);
  }
  /** The loss at each of them, smoothed over the batches before it. */
  get losses() {
    return this.#losses;
  }
  /** The rate at which the loss fell most steeply; undefined when it never fell, or before training. */
  get suggestion() {
    const losses = this.#losses;
    const lowest = losses.indexOf(Math.min(...losses));
    const slopes = losses.slice(0, Math.max(lowest - 4, 0)).map((loss, i) => losses[i + 4] - loss);
    const steepest = slopes.indexOf(Math.min(...slopes));
    return (slopes[steepest] ?? 0) < 0 ? this.#rates[steepest + 2] : void 0;
  }
  async onTrainBegin() {
    this.#rates = [];
    this.#losses = [];
    this.#smoothed = 0;
    this.#before = { weights: await this.model.getWeights(), learningRate: await this.model.getLearningRate() };
  }
  getState() {
    const [before, rates, losses, mean, smoothed] = [
      this.#before,
      this.#rates,
      this.#losses,
      this.#mean,
      this.#smoothed
    ];
    return { before, rates, losses, mean, smoothed };
  }
  setState(state) {
    const { raw, number, numbers } = readState(state);
    this.#before = raw("before");
    this.#rates = numbers("rates");
    this.#losses = numbers("losses");
    this.#mean = number("mean");
    this.#smoothed = number("smoothed");
  }
  async onBatchBegin() {
    const { from, to, steps } = this.#options;
    const rate = from * (to / from) ** (this.#rates.length / (steps - 1));
    this.#rates.push(rate);
    await this.model.setLearningRate(rate);
  }
  onBatchEnd(batch, { loss: mean }) {
    const loss = batch === 0 ? mean : (batch + 1) * mean - batch * this.#mean;
    this.#mean = mean;
    const { smoothing, steps } = this.#options;
    this.#smoothed = smoothing * this.#smoothed + (1 - smoothing) * loss;
    const smoothed = this.#smoothed / (1 - smoothing ** this.#rates.length);
    this.#losses.push(smoothed);
    if (this.#rates.length === steps || smoothed > DIVERGED * Math.min(...this.#losses)) this.model.stopTraining = true;
  }
  /** The end of a search, and no error. */
  onNonFiniteLoss() {
  }
  async onTrainEnd() {
    if (!this.#before) return;
    await this.model.setWeights(this.#before.weights);
    await this.model.setLearningRate(this.#before.learningRate);
    this.#before = void 0;
  }
};

// ts/callbacks/learning-rate-scheduler.ts
var LearningRateScheduler = class extends Callback {
  static {
    __name(this, "LearningRateScheduler");
  }
  #schedule;
  #verbose;
  /** @throws OptionError */
  constructor(schedule, options = {}) {
    super();
    if (typeof schedule !== "function") {
      throw new OptionError("schedule", "a function of epoch and learning rate", describe(schedule));
    }
    checkOptions("learningRateScheduler", options, ["verbose"]);
    this.#schedule = schedule;
    this.#verbose = checkVerbose(options.verbose ?? 0);
  }
  async onEpochBegin(epoch) {
    const rate = checkNumber(
      "schedule",
      await this.#schedule(epoch, await this.model.getLearningRate()),
      "a function that returns a finite number of at least 0",
      (value) => value >= 0 && Number.isFinite(value)
    );
    await this.model.setLearningRate(rate);
    if (this.#verbose === 1) {
      console.log(`Epoch ${epoch + 1}: LearningRateScheduler setting learning rate to ${rate}.`);
    }
  }
  async onEpochEnd(_epoch, logs) {
    logs.learning_rate = await this.model.getLearningRate();
  }
};

// ts/callbacks/file-name.ts
var placeholder = /\{([^{}:]*)(?::([^{}]*))?\}/g;
var format = /^(0?)(\d{0,3})(?:\.(\d{1,2}))?([dfe%]?)$/;
function fileNameOf(argument, pattern) {
  const rest = pattern.replaceAll(placeholder, (whole, _name, spec = "") => {
    if (format.test(spec)) return "";
    throw new OptionError(argument, "placeholders such as '{epoch:02d}', '{val_loss:.4f}' or '{loss}'", `'${whole}'`);
  });
  if (/[{}]/.test(rest)) throw new OptionError(argument, "a brace for each brace", `'${pattern}'`);
  return (figures) => pattern.replaceAll(placeholder, (whole, name, spec = "") => {
    const value = figures[name];
    if (value === void 0) {
      throw new OptionError(argument, `placeholders of ${quoted(Object.keys(figures))}`, `'${whole}'`);
    }
    return formatNumber(value, spec);
  });
}
__name(fileNameOf, "fileNameOf");
function formatNumber(value, spec) {
  const [, zero = "", width = "", decimals, kind = ""] = format.exec(spec);
  const digits = Number(decimals ?? 6);
  const text = {
    "": () => decimals === void 0 ? String(value) : String(Number(value.toPrecision(Math.max(1, digits)))),
    d: /* @__PURE__ */ __name(() => value.toFixed(0), "d"),
    f: /* @__PURE__ */ __name(() => value.toFixed(digits), "f"),
    e: /* @__PURE__ */ __name(() => value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2"), "e"),
    "%": /* @__PURE__ */ __name(() => `${(100 * value).toFixed(digits)}%`, "%")
  }[kind]();
  const sign = text.startsWith("-") ? "-" : "";
  return zero ? sign + text.slice(sign.length).padStart(Number(width) - sign.length, "0") : text.padStart(Number(width));
}
__name(formatNumber, "formatNumber");

// ts/callbacks/model-checkpoint.ts
var ModelCheckpoint = class extends Callback {
  static {
    __name(this, "ModelCheckpoint");
  }
  #fileName;
  #monitor;
  #saveBestOnly;
  #saveFreq;
  #includeOptimizer;
  #verbose;
  #epoch = 0;
  #batches = 0;
  /** The best value of the watched figure that was saved, or the threshold. */
  best;
  /** The file that was written last. */
  lastPath;
  /** @throws OptionError */
  constructor(path, options = {}) {
    super();
    checkOptions("modelCheckpoint", options, [
      "monitor",
      "mode",
      "saveBestOnly",
      "initialValueThreshold",
      "saveFreq",
      "saveWeightsOnly",
      "verbose"
    ]);
    const { saveBestOnly = false, initialValueThreshold, saveFreq = "epoch", verbose = 0 } = options;
    this.#includeOptimizer = !checkBoolean("saveWeightsOnly", options.saveWeightsOnly ?? false);
    this.#fileName = fileNameOf("path", checkText("path", path));
    this.#monitor = new Monitor(options, 0);
    this.#saveBestOnly = checkBoolean("saveBestOnly", saveBestOnly);
    if (initialValueThreshold !== void 0) {
      this.best = checkNumber("initialValueThreshold", initialValueThreshold, "a finite number", Number.isFinite);
    }
    this.#saveFreq = checkSaveFreq(saveFreq);
    this.#verbose = checkVerbose(verbose);
    if (this.#saveFreq !== "epoch") this.onTrainBatchEnd = this.#afterBatch;
  }
  /** @throws FileError in pages; OptionError */
  onTrainBegin() {
    filesFor("modelCheckpoint");
    if (this.#saveBestOnly) this.#monitor.begin(this.model);
  }
  getState() {
    return { epoch: this.#epoch, batches: this.#batches, best: this.best, lastPath: this.lastPath };
  }
  setState(state) {
    const { count, number, optional, text } = readState(state);
    this.#epoch = count("epoch");
    this.#batches = count("batches");
    this.best = optional("best", number);
    this.lastPath = optional("lastPath", text);
  }
  onEpochBegin(epoch) {
    this.#epoch = epoch;
  }
  async onEpochEnd(epoch, logs) {
    if (this.#saveFreq === "epoch") await this.#save(this.#fileName({ epoch: epoch + 1, ...logs }), logs);
  }
  async #afterBatch(batch, logs) {
    if (++this.#batches < this.#saveFreq) return;
    this.#batches = 0;
    await this.#save(this.#fileName({ epoch: this.#epoch + 1, batch: batch + 1, ...logs }), logs);
  }
  async #save(path, logs) {
    if (this.#saveBestOnly && !this.#isBest(logs)) return;
    await this.model.save(path, this.#includeOptimizer ? {} : { includeOptimizer: false });
    this.lastPath = path;
    if (this.#verbose === 1) console.log(`Epoch ${this.#epoch + 1}: saved the model to ${path}`);
  }
  /** As Keras: without the figure every epoch is saved. */
  #isBest(logs) {
    const value = this.#monitor.read(logs, this);
    if (value === void 0) return true;
    const best = this.#monitor.improves(value, this.best);
    if (best) this.best = value;
    else if (this.#verbose === 1) {
      console.log(`Epoch ${this.#epoch + 1}: ${this.#monitor.name} did not improve from ${this.best}`);
    }
    return best;
  }
};

// ts/callbacks/reduce-lr-on-plateau.ts
var ReduceLROnPlateau = class extends Callback {
  static {
    __name(this, "ReduceLROnPlateau");
  }
  #monitor;
  #options;
  #best;
  #wait = 0;
  #cooldown = 0;
  /** @throws OptionError */
  constructor(options = {}) {
    super();
    checkOptions("reduceLROnPlateau", options, [
      "monitor",
      "mode",
      "factor",
      "patience",
      "minDelta",
      "cooldown",
      "minLearningRate",
      "verbose"
    ]);
    const { factor = 0.1, patience = 10, minDelta = 1e-4, cooldown = 0, minLearningRate = 0, verbose = 0 } = options;
    this.#monitor = new Monitor(options, minDelta);
    this.#options = {
      factor: checkNumber("factor", factor, "a number from 0 to less than 1", (value) => value >= 0 && value < 1),
      patience: checkInteger("patience", patience, 0, Number.MAX_SAFE_INTEGER),
      cooldown: checkInteger("cooldown", cooldown, 0, Number.MAX_SAFE_INTEGER),
      minLearningRate: checkNumber(
        "minLearningRate",
        minLearningRate,
        "a finite number of at least 0",
        (value) => value >= 0 && Number.isFinite(value)
      ),
      verbose: checkVerbose(verbose)
    };
  }
  onTrainBegin() {
    this.#monitor.begin(this.model);
    this.#best = void 0;
    this.#wait = 0;
    this.#cooldown = 0;
  }
  getState() {
    return { best: this.#best, wait: this.#wait, cooldown: this.#cooldown };
  }
  setState(state) {
    const { count, number, optional } = readState(state);
    this.#best = optional("best", number);
    this.#wait = count("wait");
    this.#cooldown = count("cooldown");
  }
  async onEpochEnd(epoch, logs) {
    logs.learning_rate = await this.model.getLearningRate();
    const value = this.#monitor.read(logs, this);
    if (value === void 0) return;
    if (this.#cooldown > 0) {
      this.#cooldown--;
      this.#wait = 0;
    }
    if (this.#monitor.improves(value, this.#best)) {
      this.#best = value;
      this.#wait = 0;
    } else if (this.#cooldown === 0 && ++this.#wait >= this.#options.patience) {
      await this.#reduce(epoch, logs.learning_rate);
    }
  }
  async #reduce(epoch, rate) {
    const { factor, minLearningRate, cooldown, verbose } = this.#options;
    if (Math.fround(rate) <= Math.fround(minLearningRate)) return;
    const reduced = Math.max(rate * factor, minLearningRate);
    await this.model.setLearningRate(reduced);
    if (verbose === 1) console.log(`Epoch ${epoch + 1}: ReduceLROnPlateau reducing learning rate to ${reduced}.`);
    this.#cooldown = cooldown;
    this.#wait = 0;
  }
};

// ts/callbacks/tensor-board/histogram.ts
var histogramBuckets = 30;
function histogram(values) {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]);
    largest = Math.max(largest, values[i]);
  }
  const width = (largest - least) / histogramBuckets;
  const counts = new Float64Array(histogramBuckets);
  for (let i = 0; i < values.length; i++) {
    const bucket = width > 0 ? Math.floor((values[i] - least) / width) : histogramBuckets;
    const place = Math.min(bucket, histogramBuckets - 1);
    counts[place] = counts[place] + 1;
  }
  const edge = /* @__PURE__ */ __name((i) => i === histogramBuckets ? largest : least + i * width, "edge");
  return Float64Array.from({ length: 3 * histogramBuckets }, (_, i) => {
    const bucket = Math.floor(i / 3);
    return i % 3 === 2 ? counts[bucket] : edge(bucket + i % 3);
  });
}
__name(histogram, "histogram");

// ts/callbacks/tensor-board/protobuf.ts
function integer(field, value) {
  return [...varint(field * 8), ...varint(value)];
}
__name(integer, "integer");
function double(field, value) {
  return [...varint(field * 8 + 1), ...new Uint8Array(Float64Array.of(value).buffer)];
}
__name(double, "double");
function bytes(field, value) {
  const content = typeof value === "string" ? new TextEncoder().encode(value) : value;
  return message([...varint(field * 8 + 2), ...varint(content.length)], content);
}
__name(bytes, "bytes");
function message(...fields) {
  const all = new Uint8Array(fields.reduce((sum, field) => sum + field.length, 0));
  let filled = 0;
  for (const field of fields) {
    all.set(field, filled);
    filled += field.length;
  }
  return all;
}
__name(message, "message");
function varint(value) {
  const groups = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) groups.push(left % 128 + 128);
  return [...groups, left];
}
__name(varint, "varint");

// ts/callbacks/tensor-board/record.ts
var table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 2197175160 : crc >>> 1;
  return crc;
});
function crc32c(content) {
  let crc = 4294967295;
  for (const byte of content) crc = table[(crc ^ byte) & 255] ^ crc >>> 8;
  return (crc ^ 4294967295) >>> 0;
}
__name(crc32c, "crc32c");
function masked(crc) {
  return ((crc >>> 15 | crc << 17) >>> 0) + 2726488792 >>> 0;
}
__name(masked, "masked");
function tfRecord(content) {
  const record = new Uint8Array(content.length + 16);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(content.length), true);
  view.setUint32(8, masked(crc32c(record.subarray(0, 8))), true);
  record.set(content, 12);
  view.setUint32(12 + content.length, masked(crc32c(content)), true);
  return record;
}
__name(tfRecord, "tfRecord");

// ts/callbacks/tensor-board/events.ts
var types = { float: 1, double: 2, string: 7 };
function headerEvent(time) {
  return tfRecord(message(double(1, time), bytes(3, "brain.Event:2")));
}
__name(headerEvent, "headerEvent");
function scalarEvent(moment, tag, value) {
  const content = new Uint8Array(Float32Array.of(value).buffer);
  return summaryEvent(moment, tag, "scalars", tensor(types.float, [], content));
}
__name(scalarEvent, "scalarEvent");
function histogramEvent(moment, tag, values) {
  const content = new Uint8Array(histogram(values).buffer);
  return summaryEvent(moment, tag, "histograms", tensor(types.double, [histogramBuckets, 3], content));
}
__name(histogramEvent, "histogramEvent");
function textEvent(moment, tag, text) {
  return summaryEvent(moment, tag, "text", message(integer(1, types.string), bytes(2, message()), bytes(8, text)));
}
__name(textEvent, "textEvent");
function tensor(type, shape, content) {
  const axes = shape.map((size) => bytes(2, message(integer(1, size))));
  return message(integer(1, type), bytes(2, message(...axes)), bytes(4, content));
}
__name(tensor, "tensor");
function summaryEvent({ time, step }, tag, plugin, content) {
  const metadata = message(bytes(1, message(bytes(1, plugin))));
  const value = message(bytes(1, tag), bytes(8, content), bytes(9, metadata));
  const summary = message(bytes(1, value));
  return tfRecord(message(double(1, time), ...step === 0 ? [] : [integer(2, step)], bytes(5, summary)));
}
__name(summaryEvent, "summaryEvent");

// ts/callbacks/tensor-board.ts
var TensorBoard = class extends Callback {
  static {
    __name(this, "TensorBoard");
  }
  #logDir;
  #histogramFreq;
  #writeGraph;
  #updateFreq;
  #paths = /* @__PURE__ */ new Map();
  #batches = 0;
  /** @throws OptionError */
  constructor(options = {}) {
    super();
    checkOptions("tensorBoard", options, ["logDir", "histogramFreq", "writeGraph", "updateFreq"]);
    const { logDir = "logs", histogramFreq = 0, writeGraph = true, updateFreq = "epoch" } = options;
    this.#logDir = checkText("logDir", logDir);
    this.#histogramFreq = checkInteger("histogramFreq", histogramFreq, 0, Number.MAX_SAFE_INTEGER);
    this.#writeGraph = checkBoolean("writeGraph", writeGraph);
    this.#updateFreq = checkUpdateFreq(updateFreq);
    if (this.#updateFreq !== void 0) this.onTrainBatchEnd = this.#afterBatch;
  }
  /** @throws FileError */
  async onTrainBegin() {
    filesFor("tensorBoard");
    this.#paths = /* @__PURE__ */ new Map();
    this.#batches = 0;
    if (!this.#writeGraph || this.resumes) return;
    let summary = "";
    this.model.summary({
      print(text) {
        summary = text;
      }
    });
    await this.#write("train", [textEvent(momentOf(0), "model_summary", summary.replace(/^/gm, "    "))]);
  }
  getState() {
    return { batches: this.#batches };
  }
  setState(state) {
    this.#batches = readState(state).count("batches");
  }
  /** @throws FileError */
  async onEpochEnd(epoch, logs) {
    const moment = momentOf(epoch);
    const train = [];
    const validation = [];
    for (const [name, value] of Object.entries({ ...logs, learning_rate: await this.model.getLearningRate() })) {
      if (name.startsWith("val_")) validation.push(scalarEvent(moment, `epoch_${name.slice(4)}`, value));
      else train.push(scalarEvent(moment, `epoch_${name}`, value));
    }
    if (this.#histogramFreq > 0 && epoch % this.#histogramFreq === 0) train.push(...await this.#histograms(moment));
    await this.#write("train", train);
    if (validation.length > 0) await this.#write("validation", validation);
  }
  async #afterBatch(_batch, logs) {
    this.#batches++;
    if (this.#batches % this.#updateFreq !== 0) return;
    const moment = momentOf(this.#batches);
    await this.#write(
      "train",
      Object.entries(logs).map(([name, value]) => scalarEvent(moment, `batch_${name}`, value))
    );
  }
  async #histograms(moment) {
    const weights = await this.model.getWeights();
    return weights.flatMap(
      ({ data }, i) => data.every(Number.isFinite) ? [histogramEvent(moment, `${this.model.weightNames[i]}/histogram`, data)] : []
    );
  }
  async #write(part, events) {
    const files = filesFor("tensorBoard");
    const known = this.#paths.get(part);
    const { time } = momentOf(0);
    const path = known ?? `${this.#logDir}/${part}/events.out.tfevents.${time.toFixed(3)}.${webcrypto.randomUUID()}.v2`;
    this.#paths.set(part, path);
    const all = known ? events : [headerEvent(time), ...events];
    await files.append(path, message(...all));
  }
};
function momentOf(step) {
  return { time: Date.now() / 1e3, step };
}
__name(momentOf, "momentOf");
function checkUpdateFreq(updateFreq) {
  if (updateFreq === "epoch") return void 0;
  if (updateFreq === "batch") return 1;
  if (typeof updateFreq === "number") return checkInteger("updateFreq", updateFreq, 1, Number.MAX_SAFE_INTEGER);
  throw new OptionError("updateFreq", "'epoch', 'batch' or a number of batches", describe(updateFreq));
}
__name(checkUpdateFreq, "checkUpdateFreq");

// ts/callbacks/terminate-on-nan.ts
var TerminateOnNaN = class extends Callback {
  static {
    __name(this, "TerminateOnNaN");
  }
  #raiseError;
  /** @throws OptionError */
  constructor(options = {}) {
    super();
    checkOptions("terminateOnNaN", options, ["raiseError"]);
    this.#raiseError = checkBoolean("raiseError", options.raiseError ?? false);
  }
  onNonFiniteLoss(error) {
    if (this.#raiseError) throw error;
    console.log(`Batch ${error.batch}: Invalid loss, terminating training`);
  }
};

// ts/callbacks.ts
var callbacks = {
  earlyStopping: /* @__PURE__ */ __name((options) => new EarlyStopping(options), "earlyStopping"),
  modelCheckpoint: /* @__PURE__ */ __name((path, options) => new ModelCheckpoint(path, options), "modelCheckpoint"),
  reduceLROnPlateau: /* @__PURE__ */ __name((options) => new ReduceLROnPlateau(options), "reduceLROnPlateau"),
  learningRateScheduler: /* @__PURE__ */ __name((schedule, options) => new LearningRateScheduler(schedule, options), "learningRateScheduler"),
  learningRateFinder: /* @__PURE__ */ __name((options) => new LearningRateFinder(options), "learningRateFinder"),
  terminateOnNaN: /* @__PURE__ */ __name((options) => new TerminateOnNaN(options), "terminateOnNaN"),
  backupAndRestore: /* @__PURE__ */ __name((options) => new BackupAndRestore(options), "backupAndRestore"),
  csvLogger: /* @__PURE__ */ __name((path, options) => new CSVLogger(path, options), "csvLogger"),
  tensorBoard: /* @__PURE__ */ __name((options) => new TensorBoard(options), "tensorBoard"),
  lambda: /* @__PURE__ */ __name((hooks) => new LambdaCallback(hooks), "lambda")
};

export {
  BackupAndRestore,
  CSVLogger,
  EarlyStopping,
  LambdaCallback,
  LearningRateFinder,
  LearningRateScheduler,
  ModelCheckpoint,
  ReduceLROnPlateau,
  TensorBoard,
  TerminateOnNaN,
  callbacks
};
//# sourceMappingURL=chunk-7WUOOSWB.js.map