/** Models: stacks of layers that learn from samples and labels, in Keras's words. */

import type { CallbackModel } from './callbacks.ts';
import { sha256 } from './data/sha256.ts';
import type { Dataset } from './dataset.ts';
import type { OptimizerState } from './engine/engine.ts';
import { BusyError, NotCompiledError, OptionError } from './errors.ts';
import type { ModelContent } from './formats/format.ts';
import {
  type Labels,
  type NestedArray,
  type Samples,
  sizeOf,
  type TensorLike,
  toWeights,
  type WeightTensor,
} from './inputs.ts';
import type { LayerDescription } from './layers.ts';
import { checkLoss } from './losses.ts';
import type { Metric, MetricSpec } from './metrics.ts';
import { type CompileOptions, checkCompileOptions } from './model/compile.ts';
import type { Batches, Stream } from './model/data/batches.ts';
import { type EvaluateOptions, type EvaluateParameters, evaluate } from './model/evaluate.ts';
import type { Evaluation, FigureNames } from './model/figures.ts';
import {
  type BatchesFitOptions,
  type EpochReport,
  type FitOptions,
  type FitParameters,
  type History,
  runEpochs,
  runFit,
} from './model/fit.ts';
import { Layer, type LayerAccess } from './model/layer.ts';
import { getLearningRate, setLearningRate } from './model/learning-rate.ts';
import { lowerNetwork, lowerTraining } from './model/lower.ts';
import { Network } from './model/network.ts';
import { type TestOnBatchOptions, type TrainOnBatchOptions, testOnBatch, trainOnBatch } from './model/on-batch.ts';
import { predict } from './model/predict.ts';
import { modelBytes, type SaveOptions, saveModel, type ToBytesOptions } from './model/save.ts';
import { checkSequentialOptions, type SequentialOptions } from './model/sequential-options.ts';
import { type Stack, stack } from './model/stack.ts';
import { leastLineLength, summaryOf } from './model/summary.ts';
import { makeTrainable, type Trainable } from './model/trainable.ts';
import { type PlacedVariable, shapesOf, splitWeights, variablesOf } from './model/variables.ts';
import { checkInteger, checkName, checkNoMore, checkOptions, describe } from './options.ts';
import type { CompileSpec, ModelSpec } from './spec.ts';
import type { Tensor2D } from './tensor.ts';

export type { SequentialOptions } from './model/sequential-options.ts';

/** Options of `summary`. */
export interface SummaryOptions {
  /** Takes the whole text. Default: `console.log`. */
  readonly print?: (text: string) => void;
  /** Width of the table in characters. Default: 76, which is Keras's in a terminal of 80. */
  readonly lineLength?: number;
}

/** A model as its own package sees it. */
export let trainableOf: (model: Sequential) => Trainable;

/**
 * A stack of layers. Made by `sequential`.
 *
 * Its numbers live in an engine and everything that touches them is async; they are released by `dispose`, or by
 * `await using`. After that these methods throw a DisposedError. While `fit` runs, `evaluate`, `predict`,
 * `getWeights`, `weightsHash`, `toBytes` and `save` see the weights of the moment, and whatever would change the model
 * throws a BusyError.
 * @example
 * ```js
 * import { layers, sequential } from 'inkgrad';
 *
 * const model = sequential({ name: 'or', seed: 1 });
 * model.add(layers.dense(1, { activation: 'sigmoid', inputShape: [2] }));
 * model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
 * await model.fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1], { epochs: 2, verbose: 0 });
 * await model.save('or.safetensors');
 * await model.dispose();
 * ```
 */
export class Sequential<Figure extends string = string> implements CallbackModel {
  /** What summaries and files call it. */
  readonly name: string;
  /** What the initial weights and the order of samples follow from. */
  readonly seed: number;
  /** Set to true, by a callback or from elsewhere, it makes `fit` end the epoch at the batch it is at and stop. */
  stopTraining = false;
  readonly #network: Network;
  readonly #trainable: Trainable;
  #described: readonly LayerDescription[] = [];
  #stack: Stack = { inputShape: [], layers: [] };
  #layers: readonly Layer[] = [];
  #compiled: CompileSpec | undefined;

  static {
    trainableOf = (model) => model.#trainable;
  }

  /** @throws OptionError, ShapeError */
  constructor(options: SequentialOptions) {
    const { layers, name, seed, engine } = checkSequentialOptions(options);
    this.name = name;
    this.seed = seed;
    this.#network = new Network(() => lowerNetwork(this.#inputs, this.seed, this.#layers), engine);
    this.#trainable = makeTrainable({
      model: this,
      network: this.#network,
      shapes: () => this,
      compiled: (method) => this.#usable(method),
      content: (withOptimizer) => this.#content(withOptimizer),
      checkIdle: (method, allowed) => this.#checkIdle(method, allowed),
    });
    if (layers !== undefined) this.#put(layers);
  }

  /** The layers, input side first; `layers.input` is none of them. */
  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /** The axes of a row that comes in, such as [784]; none of a model without layers. */
  get inputShape(): readonly number[] {
    return this.#stack.inputShape;
  }

  /** The axes of a row that goes out, such as [10]. */
  get outputShape(): readonly number[] {
    return this.#layers.at(-1)?.outputShape ?? this.inputShape;
  }

  /** The metrics of `compile`, in order; weighted ones last. */
  get metrics(): readonly MetricSpec[] {
    const { metrics = [], weightedMetrics = [] } = this.#compiled ?? {};
    return [...metrics, ...weightedMetrics];
  }

  /** Names of the tensors of `getWeights`, in order: 'dense/kernel', 'dense/bias', ... */
  get weightNames(): readonly string[] {
    return variablesOf(this.#layers).map(({ path }) => path);
  }

  /**
   * Puts a layer on top.
   * @throws OptionError for a model that is compiled or in use, ShapeError
   */
  add(layer: LayerDescription): void {
    if (this.#compiled || this.#network.used) {
      throw new OptionError('add', 'a model that is neither compiled nor in use', 'one that is');
    }
    this.#put([...this.#described, layer]);
  }

  /**
   * The layer of a name, or in a place (from 0).
   * @throws OptionError
   */
  getLayer(which: string | number): Layer {
    const names = this.#layers.map(({ name }) => name);
    const index = typeof which === 'number' ? which : names.indexOf(checkName('name', which, names));
    return this.#layers[checkInteger('index', index, 0, this.#layers.length - 1)] as Layer;
  }

  get #inputs(): number {
    return sizeOf(this.inputShape);
  }

  get #outputs(): number {
    return sizeOf(this.outputShape);
  }

  /** The number of weights, those that training leaves alone included. */
  countParams(): number {
    return this.#layers.reduce((sum, layer) => sum + layer.countParams(), 0);
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
    print(summaryOf(this.name, this.#layers, this.#compiled?.optimizer, lineLength));
  }

  /**
   * Says how the model is trained and judged; training starts with a new optimizer.
   * @returns the model itself, typed with the names of the figures that `evaluate` gives
   * @throws OptionError for unknown names, and for a loss that means nothing on the last layer's outputs
   */
  compile<
    const Metrics extends readonly Metric[] = readonly [],
    const Weighted extends readonly Metric[] = readonly [],
  >(options: CompileOptions<Metrics, Weighted>): Sequential<FigureNames<Metrics, Weighted>> {
    if (this.#layers.length === 0) throw new OptionError('layers', 'at least one layer', 'none');
    const compiled = checkCompileOptions(options);
    const activation = this.#layers.findLast((layer) => layer.lower() !== null)?.activation ?? 'linear';
    checkLoss(compiled.loss, this.#outputs, activation);
    this.#checkIdle('compile');
    this.#network.compile(lowerTraining(compiled, this.#outputs));
    this.#compiled = compiled;
    return this as unknown as Sequential<FigureNames<Metrics, Weighted>>;
  }

  /**
   * Trains on samples `x` and labels `y`, on a data set of both, or on batches `[x, y]`, `[x, y, sampleWeight]` or `{ xs, ys }` that come one
   * after the other. The weights follow from the seed, the data and the options alone, to the bit.
   * @returns loss and metrics of each epoch; in training they are means over the epoch's batches, each measured before
   *   the step that used it, as in Keras
   * @throws ShapeError, DtypeError, LabelError, NonFiniteError, EmptyDataError, OptionError for wrong input,
   *   NonFiniteLossError when training diverges, BusyError, NotCompiledError, DisposedError, EngineError, and the
   *   signal's reason when aborted
   */
  fit(x: Samples, y: Labels, options?: FitOptions): Promise<History>;
  fit(data: Dataset, options?: FitOptions): Promise<History>;
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
  epochs(data: Dataset, options?: FitOptions): AsyncGenerator<EpochReport, History, undefined>;
  epochs(batches: Batches, options?: BatchesFitOptions): AsyncGenerator<EpochReport, History, undefined>;
  epochs(...parameters: FitParameters): AsyncGenerator<EpochReport, History, undefined> {
    return runEpochs(this.#trainable, parameters);
  }

  /**
   * Scores the model on samples it need not have seen, on a data set, or on batches of them as `fit` takes.
   * @throws as `fit`
   */
  evaluate(x: Samples, y: Labels, options?: EvaluateOptions): Promise<Evaluation<Figure>>;
  evaluate(data: Dataset, options?: EvaluateOptions): Promise<Evaluation<Figure>>;
  evaluate(batches: Batches, options?: Omit<EvaluateOptions, 'sampleWeight'>): Promise<Evaluation<Figure>>;
  async evaluate(...parameters: EvaluateParameters): Promise<Evaluation<Figure>> {
    return (await evaluate(this.#trainable, parameters)) as Evaluation<Figure>;
  }

  /**
   * The model's outputs for samples `x`: `[rows, units]`, `[1, units]` for a single flat row; for those of a data set;
   * or for batches of samples that come one after the other, all in one.
   * @throws ShapeError, DtypeError, NonFiniteError, EmptyDataError, DisposedError, EngineError
   */
  async predict(x: Samples | Dataset | Stream<Samples | { readonly xs: Samples }>): Promise<Tensor2D> {
    return predict(this.#trainable, x);
  }

  /**
   * One step of the optimizer on all samples at once.
   * @returns the batch's figures, measured before the step
   * @throws as `fit`
   */
  async trainOnBatch(x: Samples, y: Labels, options: TrainOnBatchOptions = {}): Promise<Evaluation<Figure>> {
    return (await trainOnBatch(this.#trainable, x, y, options)) as Evaluation<Figure>;
  }

  /** As `evaluate`. */
  async testOnBatch(x: Samples, y: Labels, options: TestOnBatchOptions = {}): Promise<Evaluation<Figure>> {
    return (await testOnBatch(this.#trainable, x, y, options)) as Evaluation<Figure>;
  }

  /** As `predict`. */
  async predictOnBatch(x: Samples | Dataset): Promise<Tensor2D> {
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

  /** The variables of each layer, in turn, as in Keras: a dense one's kernel `[inputs, units]` and bias; copies. */
  async getWeights(): Promise<WeightTensor[]> {
    return splitWeights(await this.#readWeights(), variablesOf(this.#layers));
  }

  /**
   * The opposite of `getWeights`; takes nested arrays as well. The optimizer's state stays. Callbacks of `fit` may use it.
   * @throws ShapeError, DtypeError, NonFiniteError, BusyError, DisposedError, EngineError
   */
  async setWeights(weights: readonly (TensorLike | NestedArray)[]): Promise<void> {
    this.#network.checkOpen();
    this.#checkIdle('setWeights', 'paused');
    const all = toWeights(weights, shapesOf(variablesOf(this.#layers)));
    await this.#network.use(({ engine, network }) => engine.writeWeights(network, all));
  }

  /** The SHA-256 of all weights in the order of `getWeights` (little-endian 32-bit floats), in hexadecimal. */
  async weightsHash(): Promise<string> {
    const { buffer, byteOffset, byteLength } = await this.#readWeights();
    return sha256(new Uint8Array(buffer, byteOffset, byteLength));
  }

  /**
   * The model as a file's bytes, for `loadModel`: weights, layers, seed and what `compile` was told, in the
   * safetensors format unless another is asked for, and the optimizer's state unless told otherwise.
   * @throws OptionError, also if the format cannot hold a layer; NonFiniteError if a training has left the weights so
   */
  async toBytes(options: ToBytesOptions = {}): Promise<Uint8Array> {
    return modelBytes(options, (withOptimizer) => this.#content(withOptimizer));
  }

  /**
   * The model as the text of one JavaScript module that needs nothing, neither this package nor WASM: a few kilobytes
   * and the weights in base64. It has `predict(rows)`, which gives what this model's gives, an array for each row.
   * @throws as `toBytes`
   */
  async toStandalone(): Promise<string> {
    return new TextDecoder().decode(await this.toBytes({ format: 'standalone' }));
  }

  /** What the model is, without its weights. */
  toJSON(): ModelSpec {
    const { name, seed, inputShape } = this;
    const layers = this.#layers.map(({ spec }) => spec);
    const inputScale = this.#trainable.scale.learned;
    return {
      name,
      seed,
      inputShape,
      layers,
      ...(inputScale !== undefined && { inputScale }),
      ...(this.#compiled && { compile: this.#compiled }),
    };
  }

  /**
   * Writes `toBytes()` to a file, `.safetensors` by custom. Whenever it is interrupted, the file holds the earlier model
   * or this one as a whole. A format of several files has them beside it, or in one archive if the path ends in `.zip`.
   * @param path a path or a file:// URL; in pages, which have no files, a name behind `indexeddb://` or `opfs://`, for
   *   `loadModel`, or behind `downloads://`, which hands the file to the person
   * @throws FileError, and as `toBytes`
   */
  async save(path: string | URL, options: SaveOptions = {}, ...more: never[]): Promise<void> {
    checkNoMore('save', more);
    await saveModel(path, options, (withOptimizer) => this.#content(withOptimizer));
  }

  /** Frees what the model holds in its engine, once those who are reading from it are done. May be called again. */
  async dispose(): Promise<void> {
    this.#checkIdle('dispose');
    await this.#network.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  #put(layers: readonly LayerDescription[]): void {
    this.#stack = stack(layers);
    this.#described = layers;
    const access: LayerAccess = {
      read: async (layer) => splitWeights(await this.#readWeights(), this.#variablesOf(layer)),
      write: async (layer, weights) => {
        this.#network.checkOpen();
        this.#checkIdle('setWeights', 'paused');
        const numbers = toWeights(weights, shapesOf(layer.variables));
        const all = await this.#readWeights();
        all.set(numbers, this.#variablesOf(layer)[0]?.first ?? 0);
        await this.#network.use(({ engine, network }) => engine.writeWeights(network, all));
      },
    };
    this.#layers = this.#stack.layers.map((placed) => new Layer(placed, access));
  }

  #variablesOf({ name }: Layer): PlacedVariable[] {
    return variablesOf(this.#layers).filter(({ layer }) => layer === name);
  }

  async #content(withOptimizer: boolean): Promise<ModelContent> {
    const variables = variablesOf(this.#layers);
    const { weights, optimizer } = await this.#network.use(
      async ({ engine, network }): Promise<{ weights: Float32Array; optimizer?: OptimizerState }> =>
        withOptimizer && this.#compiled ? engine.readState(network) : { weights: await engine.readWeights(network) },
    );
    // An optimizer that has not done anything yet is as `compile` makes it.
    const kept = optimizer && optimizer.iterations > 0 ? { optimizer } : {};
    return { spec: this.toJSON(), variables, weights: splitWeights(weights, variables), ...kept };
  }

  #readWeights(): Promise<Float32Array> {
    return this.#network.use(({ engine, network }) => engine.readWeights(network));
  }

  #usable(method: string): CompileSpec {
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
 * A model of layers, each fed by the one before it: `sequential([layers.dense(10, { inputShape: [784] })])`, or without
 * any, for `add`.
 * @throws OptionError, ShapeError
 * @example
 * ```js
 * import { layers, sequential } from 'inkgrad';
 *
 * const model = sequential([
 *   layers.dense(8, { activation: 'relu', inputShape: [2] }),
 *   layers.dense(1, { activation: 'sigmoid' }),
 * ], { seed: 1 });
 * model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * await model.fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1], { epochs: 200, verbose: 0 });
 * console.log((await model.predict([[0, 1]])).data);
 * ```
 */
export function sequential(
  layers?: readonly LayerDescription[],
  options?: Omit<SequentialOptions, 'layers'>,
): Sequential;
export function sequential(options: SequentialOptions): Sequential;
export function sequential(
  first: readonly LayerDescription[] | SequentialOptions = {},
  options?: Omit<SequentialOptions, 'layers'>,
): Sequential {
  if (!Array.isArray(first)) return new Sequential(first as SequentialOptions);
  return new Sequential({ ...options, layers: first });
}
