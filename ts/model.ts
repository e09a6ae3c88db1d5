/** Models: stacks of layers that learn from samples and labels, in Keras's words. */

import type { CallbackModel } from './callbacks.ts';
import { download } from './data/download.ts';
import { sha256 } from './data/sha256.ts';
import type { Engine } from './engine/engine.ts';
import { BusyError, DtypeError, FileError, NotCompiledError, OptionError } from './errors.ts';
import {
  type Labels,
  type NestedArray,
  type Samples,
  toRows,
  toTargets,
  toWeights,
  type WeightTensor,
} from './inputs.ts';
import type { DenseLayer } from './layers.ts';
import { checkLoss } from './losses.ts';
import { type Compiled, type CompileOptions, checkCompileOptions } from './model/compile.ts';
import type { Batches, Stream } from './model/data/batches.ts';
import { type EvaluateOptions, type EvaluateParameters, evaluate } from './model/evaluate.ts';
import type { Evaluation } from './model/figures.ts';
import { decodeModel, encodeModel, weightNames } from './model/file.ts';
import {
  type BatchesFitOptions,
  type EpochReport,
  type FitOptions,
  type FitParameters,
  type History,
  runEpochs,
  runFit,
} from './model/fit.ts';
import { getLearningRate, setLearningRate } from './model/learning-rate.ts';
import { Network } from './model/network.ts';
import { type TestOnBatchOptions, type TrainOnBatchOptions, testOnBatch, trainOnBatch } from './model/on-batch.ts';
import { predict } from './model/predict.ts';
import { type Layer, parameters, splitWeights, stack, weightShapes } from './model/stack.ts';
import { leastLineLength, summaryOf } from './model/summary.ts';
import type { Data, DataNames, Trainable } from './model/trainable.ts';
import { checkInteger, checkNoMore, checkOptions, checkText, describe } from './options.ts';
import { platform } from './platform.ts';
import type { Tensor, Tensor2D } from './tensor.ts';

export interface SequentialOptions {
  /** Input side first; the first one needs `inputShape`. */
  readonly layers: readonly DenseLayer[];
  /** Default: 'sequential'. */
  readonly name?: string;
  /** 0 to 2^53 - 1; the initial weights and the order of samples follow from it. Default: a random one. */
  readonly seed?: number;
  /** Where the model computes. Default: the default engine at the model's first use, see `init`. */
  readonly engine?: Engine;
}

export interface SummaryOptions {
  /** Takes the whole text. Default: `console.log`. */
  readonly print?: (text: string) => void;
  /** Width of the table in characters. Default: 76, which is Keras's in a terminal of 80. */
  readonly lineLength?: number;
}

/**
 * A stack of layers. Made by `sequential`.
 *
 * Its numbers live in an engine and everything that touches them is async; they are released by `dispose`, or by
 * `await using`. After that these methods throw a DisposedError. While `fit` runs, `evaluate`, `predict`,
 * `getWeights`, `weightsHash`, `toBytes` and `save` see the weights of the moment, and whatever would change the model
 * throws a BusyError.
 */
export class Sequential implements CallbackModel {
  readonly name: string;
  /** What the initial weights and the order of samples follow from. */
  readonly seed: number;
  readonly layers: readonly Layer[];
  /** Set to true, by a callback or from elsewhere, it makes `fit` end the epoch at the batch it is at and stop. */
  stopTraining = false;
  readonly #network: Network;
  readonly #trainable: Trainable;
  #compiled: Compiled | undefined;

  /** @throws OptionError, ShapeError */
  constructor(options: SequentialOptions) {
    checkOptions('sequential', options, ['layers', 'name', 'seed', 'engine']);
    const { name = 'sequential', seed = randomSeed(), engine } = options;
    this.name = checkText('name', name);
    this.seed = checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
    this.layers = stack(options.layers);
    const inputs = (this.layers[0] as Layer).inputs;
    this.#network = new Network({ inputs, layers: this.layers, seed: this.seed }, checkEngine(engine));
    this.#trainable = {
      model: this,
      network: this.#network,
      inputs,
      outputs: this.#lastLayer.units,
      phase: 'idle',
      metricNames: (method) => this.#usable(method).metrics,
      rows: (name, x) => toRows(name, x, inputs),
      data: (names, x, y) => this.#data(names, x, y),
      checkIdle: (method, allowed) => this.#checkIdle(method, allowed),
    };
  }

  /** The metrics of `compile`, in order. */
  get metrics(): readonly { readonly type: string; readonly name: string }[] {
    return (this.#compiled?.metrics ?? []).map((name) => ({ type: name, name }));
  }

  /** Names of the tensors of `getWeights`, in order. */
  get weightNames(): readonly string[] {
    return weightNames(this.layers);
  }

  get #lastLayer(): Layer {
    return this.layers.at(-1) as Layer;
  }

  /** The number of weights, all of them trainable. */
  countParams(): number {
    return this.layers.reduce((sum, layer) => sum + parameters(layer), 0);
  }

  /**
   * Prints Keras's table of the layers, their output shapes and numbers of parameters.
   * @throws OptionError
   */
  summary(options: SummaryOptions = {}): void {
    checkOptions('summary', options, ['print', 'lineLength']);
    const { print = console.log, lineLength = 76 } = options;
    if (typeof print !== 'function') throw new OptionError('print', 'a function', describe(print));
    checkInteger('lineLength', lineLength, leastLineLength, 1000);
    print(summaryOf(this.name, this.layers, lineLength));
  }

  /**
   * Says how the model is trained and judged; training starts with a new optimizer.
   * @throws OptionError for unknown names, and for a loss that means nothing on the last layer's outputs
   */
  compile(options: CompileOptions): void {
    const compiled = checkCompileOptions(options);
    checkLoss(compiled.loss, this.#lastLayer.units, this.#lastLayer.activation);
    this.#checkIdle('compile');
    this.#network.compile(compiled.loss, compiled.optimizer);
    this.#compiled = compiled;
  }

  /**
   * Trains on samples `x` and labels `y`, or on batches `[x, y]`, `[x, y, sampleWeight]` or `{ xs, ys }` that come one
   * after the other. The weights follow from the seed, the data and the options alone, to the bit.
   * @returns loss and metrics of each epoch; in training they are means over the epoch's batches, each measured before
   *   the step that used it, as in Keras
   * @throws ShapeError, DtypeError, LabelError, NonFiniteError, EmptyDataError, OptionError for wrong input,
   *   NonFiniteLossError when training diverges, BusyError, NotCompiledError, DisposedError, EngineError, and the
   *   signal's reason when aborted
   */
  fit(x: Samples, y: Labels, options?: FitOptions): Promise<History>;
  fit(batches: Batches, options?: BatchesFitOptions): Promise<History>;
  async fit(...parameters: FitParameters): Promise<History> {
    return runFit(this.#trainable, parameters);
  }

  /**
   * Trains as `fit` does, and gives each epoch when it is over; whoever leaves the loop ends the training. Nothing is
   * trained before the first epoch is asked for, nor while the loop's body runs.
   * @throws as `fit`
   */
  epochs(x: Samples, y: Labels, options?: FitOptions): AsyncGenerator<EpochReport, History, undefined>;
  epochs(batches: Batches, options?: BatchesFitOptions): AsyncGenerator<EpochReport, History, undefined>;
  epochs(...parameters: FitParameters): AsyncGenerator<EpochReport, History, undefined> {
    return runEpochs(this.#trainable, parameters);
  }

  /**
   * Scores the model on samples it need not have seen, or on batches of them as `fit` takes.
   * @throws as `fit`
   */
  evaluate(x: Samples, y: Labels, options?: EvaluateOptions): Promise<Evaluation>;
  evaluate(batches: Batches, options?: Omit<EvaluateOptions, 'sampleWeight'>): Promise<Evaluation>;
  async evaluate(...parameters: EvaluateParameters): Promise<Evaluation> {
    return evaluate(this.#trainable, parameters);
  }

  /**
   * The last layer's outputs for samples `x`: `[rows, units]`, `[1, units]` for a single flat row; or for batches of
   * samples that come one after the other, all in one.
   * @throws ShapeError, DtypeError, NonFiniteError, EmptyDataError, DisposedError, EngineError
   */
  async predict(x: Samples | Stream<Samples | { readonly xs: Samples }>): Promise<Tensor2D> {
    return predict(this.#trainable, x);
  }

  /**
   * One step of the optimizer on all samples at once.
   * @returns the batch's figures, measured before the step
   * @throws as `fit`
   */
  async trainOnBatch(x: Samples, y: Labels, options: TrainOnBatchOptions = {}): Promise<Evaluation> {
    return trainOnBatch(this.#trainable, x, y, options);
  }

  /** As `evaluate`. */
  async testOnBatch(x: Samples, y: Labels, options: TestOnBatchOptions = {}): Promise<Evaluation> {
    return testOnBatch(this.#trainable, x, y, options);
  }

  /** As `predict`. */
  async predictOnBatch(x: Samples): Promise<Tensor2D> {
    return predict(this.#trainable, x);
  }

  /**
   * The learning rate of the optimizer's next step.
   * @throws NotCompiledError, DisposedError, EngineError
   */
  async getLearningRate(): Promise<number> {
    return getLearningRate(this.#trainable);
  }

  /**
   * Sets a constant learning rate, in place of a schedule too. The optimizer's state stays.
   * @throws OptionError, BusyError while `fit` trains (callbacks may set it), NotCompiledError, DisposedError,
   *   EngineError
   */
  async setLearningRate(learningRate: number): Promise<void> {
    return setLearningRate(this.#trainable, learningRate);
  }

  /** Kernel `[inputs, units]` and bias `[units]` of each layer, in turn, as in Keras; copies. */
  async getWeights(): Promise<WeightTensor[]> {
    return splitWeights(await this.#readWeights(), this.layers);
  }

  /**
   * The opposite of `getWeights`; takes nested arrays as well. The optimizer's state stays. Callbacks of `fit` may use it.
   * @throws ShapeError, DtypeError, NonFiniteError, BusyError, DisposedError, EngineError
   */
  async setWeights(weights: readonly (Tensor | NestedArray)[]): Promise<void> {
    this.#network.checkOpen();
    this.#checkIdle('setWeights', 'paused');
    const all = toWeights(weights, weightShapes(this.layers));
    await this.#network.use(({ engine, network }) => engine.writeWeights(network, all));
  }

  /** The SHA-256 of all weights in the order of `getWeights` (little-endian 32-bit floats), in hexadecimal. */
  async weightsHash(): Promise<string> {
    const { buffer, byteOffset, byteLength } = await this.#readWeights();
    return sha256(new Uint8Array(buffer, byteOffset, byteLength));
  }

  /**
   * The model as a file's bytes, for `loadModel`: weights, layers, seed and what `compile` was told, in the
   * safetensors format. The optimizer's state is not in it.
   */
  async toBytes(): Promise<Uint8Array> {
    const { name, seed, layers } = this;
    return encodeModel({ name, seed, layers, compiled: this.#compiled }, await this.#readWeights());
  }

  /**
   * Writes `toBytes()` to a file, `.safetensors` by custom; in pages, which have no files, use `toBytes`. Whenever it
   * is interrupted, the file holds the earlier model or this one as a whole.
   * @throws FileError, OptionError
   */
  async save(path: string, ...more: never[]): Promise<void> {
    checkText('path', path);
    checkNoMore('save', more);
    const { files } = platform();
    if (!files) throw new FileError(`${path}: there are no files here; toBytes() gives the same bytes`);
    await files.write(path, await this.toBytes());
  }

  /** Frees what the model holds in its engine, once those who are reading from it are done. May be called again. */
  async dispose(): Promise<void> {
    this.#checkIdle('dispose');
    await this.#network.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  #readWeights(): Promise<Float32Array> {
    return this.#network.use(({ engine, network }) => engine.readWeights(network));
  }

  #data([nameOfX, nameOfY]: DataNames, x: unknown, y: unknown): Data {
    const { loss } = this.#usable('fit');
    const rows = toRows(nameOfX, x, this.#trainable.inputs);
    return { rows, targets: toTargets(nameOfY, y, rows.count, loss, this.#lastLayer.units) };
  }

  #usable(method: string): Compiled {
    this.#network.checkOpen();
    if (!this.#compiled) throw new NotCompiledError(`call compile({ optimizer, loss }) before ${method}`);
    return this.#compiled;
  }

  /** @param allowed a phase of `fit` in which it can be done all the same */
  #checkIdle(method: string, allowed?: Trainable['phase']): void {
    const { phase } = this.#trainable;
    if (phase !== 'idle' && phase !== allowed)
      throw new BusyError(`${method}: the model is in training; wait for fit, or abort it, first`);
  }
}

/**
 * A model of layers, each fed by the one before it.
 * @throws OptionError, ShapeError
 */
export function sequential(options: SequentialOptions): Sequential {
  return new Sequential(options);
}

export interface LoadModelOptions {
  /** Where the model computes, as for `sequential`. */
  readonly engine?: Engine;
}

/**
 * A model that `save` or `toBytes` made a file of; it predicts the same bits, and is compiled if it was.
 * @param source a path (in Node), a URL, or the bytes; a text is a path in Node unless it starts with http:// or
 *   https://, and a URL in pages
 * @throws FormatError, FileError, DownloadError, OptionError, EngineError
 */
export async function loadModel(
  source: string | URL | Uint8Array | ArrayBuffer,
  options: LoadModelOptions = {},
): Promise<Sequential> {
  checkOptions('loadModel', options, ['engine']);
  const named = typeof source === 'string' || source instanceof URL;
  const bytes = named ? await readSource(source) : asBytes(source);
  const { name, seed, layers, compiled, weights } = await decodeModel(bytes, named ? String(source) : 'bytes');
  const model = sequential({ name, seed, layers, ...options });
  if (compiled) model.compile(compiled);
  await model.setWeights(weights);
  return model;
}

async function readSource(source: string | URL): Promise<Uint8Array> {
  const { files } = platform();
  const remote = source instanceof URL ? source.protocol !== 'file:' : /^https?:\/\//i.test(source);
  if (!files || remote) return download(String(source));
  const bytes = await files.read(source);
  if (!bytes) throw new FileError(`${source}: there is no such file`);
  return bytes;
}

function asBytes(source: unknown): Uint8Array {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  throw new DtypeError('source', 'a path, a URL, a Uint8Array or an ArrayBuffer', describe(source));
}

function checkEngine(engine: unknown): Engine | undefined {
  if (engine === undefined || typeof (engine as Partial<Engine> | null)?.createNetwork === 'function') {
    return engine as Engine | undefined;
  }
  throw new OptionError('engine', 'an engine that createEngine started', describe(engine));
}

/** 53 random bits. */
function randomSeed(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0x1fffff) * 2 ** 32 + low;
}
