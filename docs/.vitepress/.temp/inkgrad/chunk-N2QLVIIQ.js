import {
  platform
} from "./chunk-Z5QVBAGM.js";
import {
  kind,
  numberFrom,
  orNull,
  whole
} from "./chunk-2IK4R2EC.js";
import {
  toRows
} from "./chunk-7RYQDM7G.js";
import {
  ImageTensor
} from "./chunk-4CAN62I6.js";
import {
  checkInteger,
  checkObject,
  checkOptions,
  describe,
  formatShape
} from "./chunk-KUENTTZU.js";
import {
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/engine/builds.ts
var MOST_THREADS = 64;
function chooseBuild(threads, build, offer) {
  const { cores, isolated, notShared, refused } = offer;
  const shared = notShared === void 0;
  const count = shared ? threads ?? Math.min(cores, refused?.most ?? MOST_THREADS) : 1;
  const relaxed = build === "fast" && shared && offer.relaxed;
  const reasons = [];
  if (!shared && threads !== 1) reasons.push(`one thread: ${notShared}`);
  else if (threads === void 0) reasons.push(`${plural(count, "thread")} for ${plural(cores, "core")}`);
  else reasons.push(`${plural(count, "thread")} as asked for, on ${plural(cores, "core")}`);
  if (shared && refused) reasons.push(`no more than these: ${refused.reason}`);
  if (count > cores) reasons.push("more threads than cores are slower");
  if (relaxed) reasons.push("the fast build as asked for");
  else if (build === "fast") {
    reasons.push(
      `the default build, since ${shared ? "there is no relaxed SIMD" : "the fast one needs shared memory"}`
    );
  }
  return {
    file: relaxed ? "fast" : count > 1 ? "threads" : "single",
    info: { threads: count, cores, simd: true, relaxed, isolated, reason: reasons.join("; ") }
  };
}
__name(chooseBuild, "chooseBuild");
function plural(number, thing) {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
__name(plural, "plural");
var RELAXED_PROBE = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  8,
  1,
  96,
  3,
  123,
  123,
  123,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  13,
  1,
  11,
  0,
  32,
  0,
  32,
  1,
  32,
  2,
  253,
  133,
  2,
  11
);
function hasRelaxedSimd() {
  return WebAssembly.validate(RELAXED_PROBE);
}
__name(hasRelaxedSimd, "hasRelaxedSimd");

// ts/engine.ts
var DefaultEngine = class _DefaultEngine {
  static {
    __name(this, "DefaultEngine");
  }
  started;
  #options;
  /** The default engine until now; forgotten when this one has taken its place. */
  #previous;
  #failed = false;
  #engine;
  #networks = 0;
  #replaced = false;
  /** @param previous the default engine until now, which stays it if this one cannot be started */
  constructor(options, previous) {
    this.#options = options;
    this.#previous = previous;
    this.started = startEngine(options);
    this.started.then(
      (engine) => {
        this.#engine = engine;
        this.#previous?.replace();
        this.#previous = void 0;
      },
      () => {
        this.#failed = true;
        if (current === this) current = this.standing();
        else if (this.#replaced) this.#previous?.replace();
      }
    );
  }
  /** The last one until here that was, or may yet be, started. */
  standing() {
    if (!this.#failed) return this;
    return this.#previous?.standing();
  }
  async lease() {
    this.#networks++;
    try {
      return { engine: await this.started, end: /* @__PURE__ */ __name(() => this.#leave(), "end") };
    } catch (error) {
      this.#leave();
      throw error;
    }
  }
  /** Itself, or one like it in its place if its engine has died. */
  alive() {
    return this.#engine?.gone ? new _DefaultEngine(this.#options, this) : this;
  }
  /** Itself, or one like it in its place if its engine is `full`. */
  without(full) {
    return this.#engine === full ? new _DefaultEngine(this.#options, this) : this;
  }
  /** Another one has taken its place. */
  replace() {
    this.#replaced = true;
    if (this.#failed) this.#previous?.replace();
    this.#stopIfIdle();
  }
  #leave() {
    this.#networks--;
    this.#stopIfIdle();
  }
  #stopIfIdle() {
    if (!this.#replaced || this.#networks > 0) return;
    this.started.then((engine) => engine.terminate()).catch(() => {
    });
  }
};
var current;
function defaultEngine() {
  current = current?.alive() ?? new DefaultEngine({});
  return current;
}
__name(defaultEngine, "defaultEngine");
async function init(options = {}) {
  checkEngineOptions("init", options);
  const next = new DefaultEngine(options, current);
  current = next;
  return (await next.started).info;
}
__name(init, "init");
async function engineInfo() {
  return (await defaultEngine().started).info;
}
__name(engineInfo, "engineInfo");
async function createEngine(options = {}) {
  checkEngineOptions("createEngine", options);
  return startEngine(options);
}
__name(createEngine, "createEngine");
async function leaseEngine(engine) {
  if (engine) return { engine, end: /* @__PURE__ */ __name(() => {
  }, "end") };
  return defaultEngine().lease();
}
__name(leaseEngine, "leaseEngine");
function leaveEngine(full) {
  current = current?.without(full);
}
__name(leaveEngine, "leaveEngine");
async function startEngine(options) {
  return platform().startEngine(options);
}
__name(startEngine, "startEngine");
function checkEngineOptions(name, options) {
  checkOptions(name, options, ["threads", "build", "wasmUrl", "workerUrl"]);
  if (options.threads !== void 0) checkInteger("threads", options.threads, 1, MOST_THREADS);
  const { build = "default" } = options;
  if (build !== "default" && build !== "fast") throw new OptionError("build", "'default' or 'fast'", describe(build));
  for (const key of ["wasmUrl", "workerUrl"]) {
    const url = options[key];
    if (url !== void 0 && typeof url !== "string" && !(url instanceof URL)) {
      throw new OptionError(key, "a text or a URL", describe(url));
    }
  }
}
__name(checkEngineOptions, "checkEngineOptions");

// ts/augment/options.ts
var MOST_SIDE = 1024;
var pixels = numberFrom(0, MOST_SIDE);
var elastic = kind("elastic", { alpha: numberFrom(0, 1e6)(), sigma: numberFrom(1, MOST_SIDE)() });
var elasticField = {
  initial: void 0,
  read: /* @__PURE__ */ __name((argument, value) => {
    const { type: _, ...options } = checkObject(argument, value);
    return elastic.read(argument, options);
  }, "read"),
  lower: /* @__PURE__ */ __name(({ alpha, sigma }) => ({ alpha, sigma }), "lower")
};
var augmentation = kind("augmentation", {
  /** Pixels to the right and down. Default: 0. */
  shift: pixels(0),
  /** Degrees, clockwise. Default: 0. */
  rotate: numberFrom(0, 180)(0),
  /** Width and height, each by a factor of its own, from exp(-scale) to exp(scale). Default: 0. */
  scale: numberFrom(0, 2)(0),
  /** Degrees by which upright strokes lean. Default: 0. */
  shear: numberFrom(0, 60)(0),
  /**
   * Elastic distortion in the words of Simard et al. (2003): a field of uniform random moves, smoothed by a Gaussian of
   * `sigma` pixels (at least 1), times `alpha`. Their 34 and 4 move a pixel by 1.4 on average. Default: null, none.
   */
  elastic: orNull(elasticField),
  /** Pixels by which strokes become wider or narrower. Default: 0. */
  strokeWidth: numberFrom(0, 16)(0),
  /** Deviation of noise on each pixel, as a share of full ink. Rows are sparse no longer, and steps take longer. Default: 0. */
  noise: numberFrom(0, 1)(0),
  /** A rectangle of each image becomes ground; its sides go from 0 to so many pixels. Default: 0. */
  erase: pixels(0),
  /**
   * The share of pixels that become ground, while the others are scaled up: what a dropout layer in front of the network
   * does, but rows stay sparse. Default: 0.
   */
  dropout: numberFrom(0, 0.99)(0),
  /** Epochs that use a changed image before it is changed anew. More than 1 takes a byte a pixel. Default: 1. */
  reuse: whole(1, 1, 2 ** 20)
});
var defaultAugmentation = augmentation({
  shift: 1.5,
  rotate: 10,
  scale: 0.1,
  shear: 5.7,
  elastic: { alpha: 14, sigma: 4 },
  reuse: 2
});
function checkAugment(argument, augment) {
  if (augment === void 0 || augment === false) return void 0;
  if (augment === true) return defaultAugmentation;
  const { type: _, ...options } = checkObject(argument, augment);
  return augmentation.read(argument, options);
}
__name(checkAugment, "checkAugment");
function lowerAugment({ type: _, elastic: elastic2, ...amounts }, { height, width }) {
  const { alpha, sigma } = elastic2 ?? { alpha: 0, sigma: 1 };
  return { height, width, ...amounts, elasticAlpha: alpha, elasticSigma: sigma };
}
__name(lowerAugment, "lowerAugment");
function imageShape(argument, shape) {
  const [height = 0, width = Math.sqrt(height), channels = 1] = shape;
  if (shape.length <= 3 && channels === 1 && Number.isInteger(width) && Math.max(height, width) > 0) {
    const rows = shape.length > 1 ? height : width;
    if (Math.max(rows, width) <= MOST_SIDE) return { height: rows, width };
  }
  const expected = `images: rows of shape [height, width] or of a square number of pixels, with sides of at most ${MOST_SIDE}`;
  throw new OptionError(argument, expected, `rows of shape ${formatShape(shape)}`);
}
__name(imageShape, "imageShape");

// ts/augment/images.ts
async function augmentImages(x, augment, options = {}) {
  checkOptions("augmentImages", options, ["seed", "epoch", "rows", "inputShape", "engine"]);
  const spec = checkAugment("augment", augment);
  if (!spec) throw new OptionError("augment", "true, or an object with amounts", describe(augment));
  const seed = checkInteger("seed", options.seed ?? 42, 0, Number.MAX_SAFE_INTEGER);
  const epoch = checkInteger("epoch", options.epoch ?? 0, 0, 2 ** 28 - 1);
  const shape = imageShape("inputShape", options.inputShape ?? axesOf(x));
  const columns = shape.height * shape.width;
  const all = toRows("x", x, columns);
  checkGround("x", all, columns);
  const rows = Uint32Array.from(
    options.rows ?? Array.from({ length: all.count }, (_, row) => row),
    (row, i) => checkInteger(`rows[${i}]`, row, 0, all.count - 1)
  );
  const lease = await leaseEngine(options.engine);
  try {
    const { engine } = lease;
    const dataset = await engine.createDataset(all, columns);
    try {
      const pass = Math.floor(epoch / spec.reuse);
      const bytes = await engine.augment(dataset, lowerAugment(spec, shape), { seed, pass, rows });
      return new ImageTensor(bytes, [rows.length, columns]);
    } finally {
      await engine.release(dataset);
    }
  } finally {
    lease.end();
  }
}
__name(augmentImages, "augmentImages");
function checkGround(argument, rows, columns) {
  if ("bytes" in rows) return;
  const index = rows.floats.findIndex((number) => number < 0);
  if (index < 0) return;
  const place = `row ${Math.floor(index / columns)}, column ${index % columns}`;
  throw new OptionError(
    argument,
    "pixels of at least 0 (the ground) where images are augmented; a layer such as rescaling may move them",
    `${rows.floats[index]} at ${place}`
  );
}
__name(checkGround, "checkGround");
function axesOf(x) {
  const shape = typeof x === "object" && x !== null && "shape" in x ? x.shape : void 0;
  if (Array.isArray(shape) && shape.length > 1) return shape.slice(1);
  throw new OptionError("inputShape", "the axes of an image, for samples without a shape", describe(void 0));
}
__name(axesOf, "axesOf");

export {
  MOST_THREADS,
  chooseBuild,
  hasRelaxedSimd,
  init,
  engineInfo,
  createEngine,
  leaseEngine,
  leaveEngine,
  augmentation,
  defaultAugmentation,
  checkAugment,
  lowerAugment,
  imageShape,
  augmentImages,
  checkGround
};
//# sourceMappingURL=chunk-N2QLVIIQ.js.map