/** Models: stacks of layers that learn from samples and labels, in Keras's words. */

import { CallbackList } from './callbacks.ts';
import { download } from './data/download.ts';
import { sha256 } from './data/sha256.ts';
import type { Engine } from './engine/engine.ts';
import { BusyError, FileError, NotCompiledError, OptionError } from './errors.ts';
import {
  fileBytes,
  isUrl,
  type Labels,
  type NestedArray,
  type Samples,
  type TensorLike,
  toRows,
  toTargets,
  toWeights,
  type WeightTensor,
} from './inputs.ts';
import type { DenseLayer } from './layers.ts';
import { checkLoss } from './losses.ts';
import { type Compiled, type CompileOptions, checkCompileOptions } from './model/compile.ts';
import { decodeModel, encodeModel } from './model/file.ts';
import { checkFitOptions, type Data, type FitOptions, type History, runFit } from './model/fit.ts';
import { refuseForeign } from './model/foreign.ts';
import { Network } from './model/network.ts';
import { openDisplay, type Verbosity, verbosity } from './model/progress.ts';
import { type Layer, parameters, splitWeights, stack, weightShapes } from './model/stack.ts';
import { leastLineLength, summaryOf } from './model/summary.ts';
import { checkInteger, checkOptions, checkText, describe } from './options.ts';
import { platform } from './platform.ts';
import type { Tensor2D } from './tensor.ts';

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

export interface EvaluateOptions {
  /** What the progress display counts in. Default: 32. The scores do not depend on it. */
  readonly batchSize?: number;
  /** As in `fit`. Default: 0. */
  readonly verbose?: Verbosity;
}

/** Means over all samples. */
export interface Evaluation {
  readonly loss: number;
  /** Share of samples decided rightly, 0 to 1; only if asked for in `compile`. */
  readonly accuracy?: number;
}

/**
 * A stack of layers. Made by `sequential`.
 *
 * Its numbers live in an engine and everything that touches them is async; they are released by `dispose`, or by
 * `await using`. After that these methods throw a DisposedError. While `fit` runs, `evaluate`, `predict`,
 * `getWeights`, `weightsHash`, `toBytes` and `save` see the weights of the moment, and whatever would change the model
 * throws a BusyError.
 */
export class Sequential {
  readonly name: string;
  /** What the initial weights and the order of samples follow from. */
  readonly seed: number;
  readonly layers: readonly Layer[];
  /** Set to true, by a callback or from elsewhere, it makes `fit` end the epoch at the batch it is at and stop. */
  stopTraining = false;
  readonly #network: Network;
  #compiled: Compiled | undefined;
  #training = false;

  /** @throws OptionError, ShapeError */
  constructor(options: SequentialOptions) {
    checkOptions('sequential', options, ['layers', 'name', 'seed', 'engine']);
    const { name = 'sequential', seed = randomSeed(), engine } = options;
    this.name = checkText('name', name);
    this.seed = checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
    this.layers = stack(options.layers);
    this.#network = new Network({ inputs: this.#inputs, layers: this.layers, seed: this.seed }, checkEngine(engine));
  }

  get #inputs(): number {
    return (this.layers[0] as Layer).inputs;
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
   * Trains on samples `x` and labels `y`. The weights follow from the seed, the data and the options alone, to the bit.
   * @returns loss and metrics of each epoch; in training they are means over the epoch's batches, each measured before
   *   the step that used it, as in Keras
   * @throws ShapeError, DtypeError, LabelError, NonFiniteError, EmptyDataError, OptionError for wrong input,
   *   NonFiniteLossError when training diverges, BusyError, NotCompiledError, DisposedError, EngineError, and the
   *   signal's reason when aborted
   */
  async fit(x: Samples, y: Labels, options: FitOptions = {}): Promise<History> {
    const { loss, metrics } = this.#usable('fit');
    this.#checkIdle('fit');
    const settings = checkFitOptions(options);
    const data = this.#data(['x', 'y'], x, y, loss);
    const { validationData: held } = settings;
    const validation = held && this.#data(['validationData[0]', 'validationData[1]'], held[0], held[1], loss);
    const callbacks = new CallbackList(settings.callbacks, this);
    this.#training = true;
    this.stopTraining = false;
    try {
      return await this.#network.use((home) =>
        runFit(home, {
          settings,
          layers: this.layers,
          data,
          validation,
          callbacks,
          withAccuracy: metrics.includes('accuracy'),
          stopped: () => this.stopTraining,
        }),
      );
    } finally {
      this.#training = false;
    }
  }

  /**
   * Scores the model on samples it need not have seen.
   * @throws as `fit`
   */
  async evaluate(x: Samples, y: Labels, options: EvaluateOptions = {}): Promise<Evaluation> {
    const { loss, metrics } = this.#usable('evaluate');
    checkOptions('evaluate', options, ['batchSize', 'verbose']);
    const batchSize = checkInteger('batchSize', options.batchSize ?? 32, 1, Number.MAX_SAFE_INTEGER);
    const verbose = verbosity(options.verbose ?? 0);
    const { rows, targets } = this.#data(['x', 'y'], x, y, loss);
    const figures = (scores: { loss: number; accuracy: number }) =>
      metrics.includes('accuracy') ? { loss: scores.loss, accuracy: scores.accuracy } : { loss: scores.loss };
    return this.#network.use(async ({ engine, network }) => {
      const batches = Math.ceil(rows.count / batchSize);
      const display = await openDisplay(verbose, 'Evaluate', batches, batchSize);
      try {
        const dataset = await engine.createDataset(rows, this.#inputs, targets);
        const scores = await engine
          .evaluate(network, dataset, { first: 0, end: rows.count })
          .finally(() => engine.release(dataset));
        display.update(batches, figures(scores));
        display.finish(figures(scores));
        return figures(scores);
      } catch (error) {
        display.abandon();
        throw error;
      }
    });
  }

  /**
   * The last layer's outputs for samples `x`: `[rows, units]`, `[1, units]` for a single flat row.
   * @throws ShapeError, DtypeError, NonFiniteError, EmptyDataError, DisposedError, EngineError
   */
  async predict(x: Samples): Promise<Tensor2D> {
    this.#network.checkOpen();
    const rows = toRows('x', x, this.#inputs);
    const data = await this.#network.use(({ engine, network }) => engine.predict(network, rows));
    return { data, shape: [rows.count, this.#lastLayer.units] };
  }

  /** Kernel `[inputs, units]` and bias `[units]` of each layer, in turn, as in Keras; copies. */
  async getWeights(): Promise<WeightTensor[]> {
    return splitWeights(await this.#readWeights(), this.layers);
  }

  /**
   * The opposite of `getWeights`; takes nested arrays as well. The optimizer's state stays.
   * @throws ShapeError, DtypeError, NonFiniteError, BusyError, DisposedError, EngineError
   */
  async setWeights(weights: readonly (TensorLike | NestedArray)[]): Promise<void> {
    this.#network.checkOpen();
    this.#checkIdle('setWeights');
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
   * Writes `toBytes()` to a file, `.safetensors` by custom; in pages, which have no files, use `toBytes`.
   * @throws OptionError for an address (`indexeddb://...`), FileError
   */
  async save(path: string): Promise<void> {
    checkText('path', path);
    const { files } = platform();
    // Two letters at least: on Windows C:// is a path.
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
      const hint = 'toBytes() gives the bytes to put there';
      throw new OptionError('path', 'the path of a file', `${describe(path)}; ${hint}`);
    }
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

  #data(names: readonly [x: string, y: string], x: unknown, y: unknown, loss: Compiled['loss']): Data {
    const rows = toRows(names[0], x, this.#inputs);
    return { rows, targets: toTargets(names[1], y, rows.count, loss, this.#lastLayer.units) };
  }

  #usable(method: string): Compiled {
    this.#network.checkOpen();
    if (!this.#compiled) throw new NotCompiledError(`call compile({ optimizer, loss }) before ${method}`);
    return this.#compiled;
  }

  #checkIdle(method: string): void {
    if (this.#training) throw new BusyError(`${method}: the model is in training; wait for fit, or abort it, first`);
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
 * @param source a path (in Node), a URL, or the bytes, in any view or buffer; a text is a path in Node unless it starts with http:// or
 *   https://, and a URL in pages
 * @throws FormatError, FileError, DownloadError, OptionError, EngineError
 */
export async function loadModel(
  source: string | URL | ArrayBufferView | ArrayBufferLike,
  options: LoadModelOptions = {},
): Promise<Sequential> {
  checkOptions('loadModel', options, ['engine']);
  const named = typeof source === 'string' || isUrl(source);
  const bytes = named ? await readSource(source) : fileBytes('source', source, 'a path, a URL or the bytes of a file');
  const origin = named ? String(source) : 'bytes';
  refuseForeign(bytes, origin);
  const { name, seed, layers, compiled, weights } = await decodeModel(bytes, origin);
  const model = sequential({ name, seed, layers, ...options });
  if (compiled) model.compile(compiled);
  await model.setWeights(weights);
  return model;
}

async function readSource(source: string | URL): Promise<Uint8Array> {
  const { files } = platform();
  const remote = typeof source !== 'string' ? source.protocol !== 'file:' : /^https?:\/\//i.test(source);
  if (!files || remote) return download(String(source));
  const bytes = await files.read(typeof source === 'string' ? source : new URL(source)); // it may be another realm's
  if (!bytes) throw new FileError(`${source}: there is no such file`);
  return bytes;
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
