import {
  decodeCheckpoint,
  encodeCheckpoint
} from "./chunk-H4KIPV4M.js";
import "./chunk-TFQVJ53J.js";
import "./chunk-QQWWRHPM.js";
import {
  restoreState
} from "./chunk-GHT33BIM.js";
import "./chunk-APGEXWCL.js";
import "./chunk-Q32PY4DA.js";
import {
  forSampled
} from "./chunk-3SAQMIBW.js";
import "./chunk-UITRSPAG.js";
import {
  joinWeights
} from "./chunk-XCGUHHQE.js";
import "./chunk-I5WC5DYT.js";
import "./chunk-I6GK2DSC.js";
import "./chunk-AICGDGU5.js";
import "./chunk-QBU7EWBH.js";
import "./chunk-2IK4R2EC.js";
import "./chunk-IE7F6DWM.js";
import "./chunk-7RYQDM7G.js";
import "./chunk-FMMKAEOA.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  OptionError,
  shortened
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/model/fit/checksum.ts
var SAMPLED = 1e6;
function checksumOf({ rows, targets, weights }) {
  const sum = new Checksum();
  forSampled(rows, SAMPLED, (value) => sum.add(value));
  for (const label of "classes" in targets ? targets.classes : targets.values) sum.add(label);
  for (const weight of weights ?? []) sum.add(weight);
  return sum.text;
}
__name(checksumOf, "checksumOf");
var Checksum = class {
  static {
    __name(this, "Checksum");
  }
  #float = new Float32Array(1);
  #bits = new Uint32Array(this.#float.buffer);
  #hash = 2166136261;
  add(value) {
    this.#float[0] = value;
    this.#hash = Math.imul(this.#hash ^ this.#bits[0], 16777619);
    this.#hash ^= this.#hash >>> 15;
  }
  get text() {
    return (this.#hash >>> 0).toString(16).padStart(8, "0");
  }
};

// ts/model/fit/keeping.ts
var Keeping = class {
  static {
    __name(this, "Keeping");
  }
  #it;
  #keeper;
  /** Batches since a state was kept. */
  #batches = 0;
  /** What it trains on. */
  #data;
  constructor(training, keeper) {
    this.#it = training;
    this.#keeper = keeper;
  }
  /** Batches that may be trained before the next state is due. */
  get batchesLeft() {
    return Math.max(1, this.#keeper.everyBatches - this.#batches);
  }
  /** So many batches have been trained. */
  add(batches) {
    this.#batches += batches;
  }
  /** Keeps a state if one is due, or if the training is about to be aborted. */
  async keep({ last, ...reached }) {
    const { subject, prepared, callbacks, settings } = this.#it;
    const moment = { batches: this.#batches, epochEnds: reached.begun === void 0, last };
    if (!settings.signal?.aborted && !this.#keeper.isDue(moment)) return;
    const progress = {
      ...reached,
      setup: this.#setup(),
      place: await prepared.source.place(),
      stopTraining: subject.model.stopTraining,
      callbacks: await callbacks.states()
    };
    await this.#keeper.write(await encodeCheckpoint(await subject.content(true), progress));
    this.#batches = 0;
  }
  /** Puts back what was kept, if anything was. */
  async restore() {
    const { subject, prepared, callbacks, settings } = this.#it;
    const checkpoint = await this.#keeper.read(async (bytes, source2) => ({
      ...await decodeCheckpoint(bytes, source2),
      source: source2
    }));
    if (!checkpoint) return void 0;
    const { weights, optimizer, progress, source } = checkpoint;
    checkSame(source, progress.setup, this.#setup());
    callbacks.checkStates(progress.callbacks);
    const { epoch, begun, place } = progress;
    if (begun && epoch >= settings.epochs) {
      throw new OptionError("epochs", `at least ${epoch + 1}, for ${source} is of that epoch`, `${settings.epochs}`);
    }
    await restoreState(subject, { weights: joinWeights(weights), optimizer }, source);
    await prepared.source.resume(epoch, place);
    subject.model.stopTraining = progress.stopTraining;
    return progress;
  }
  end() {
    return this.#keeper.end();
  }
  #setup() {
    const { subject, prepared } = this.#it;
    const { seed, inputShape, layers, compile } = subject.model.toJSON();
    const { data } = prepared;
    this.#data ??= data ? `samples, labels and weights of checksum ${checksumOf(data)}` : "a stream";
    return { seed, inputShape, layers, compile, ...prepared.source.settings, data: this.#data };
  }
};
function checkSame(source, kept, now) {
  for (const [name, value] of Object.entries(now)) {
    const [expected, received] = [kept[name], value].map((part) => String(JSON.stringify(part)));
    if (expected === received) continue;
    throw new OptionError(
      name,
      `${shortened(expected, 200)}, as in ${source}`,
      shortened(received, 200)
    );
  }
}
__name(checkSame, "checkSame");
export {
  Keeping
};
//# sourceMappingURL=keeping-BG4GTOS5.js.map