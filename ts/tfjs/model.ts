/** TensorFlow.js's models, whose answers are there at once. */

import { OptionError } from '../errors.ts';
import type { WeightTensor } from '../inputs.ts';
import { weigh } from '../model/data/weights.ts';
import { runFit } from '../model/fit.ts';
import { trainOnBatch } from '../model/on-batch.ts';
import type { PlacedLayer } from '../model/stack.ts';
import { checkInteger, checkName, checkOptions, checkText, describe } from '../options.ts';
import { Body } from './body.ts';
import { toHooks } from './callbacks.ts';
import { compiledFrom, type ModelCompileArgs } from './compile.ts';
import {
  History,
  type ModelEvaluateArgs,
  type ModelFitArgs,
  type ModelFitDatasetArgs,
  paramsOf,
  rowsOf,
  toDatasetFitOptions,
  toFitOptions,
} from './fit.ts';
import type { IOHandler, SaveResult } from './io/handler.ts';
import { Layer, type LayerVariable } from './layer.ts';
import { numbered } from './names.ts';
import { Random } from './ops/random.ts';
import { type DatasetLike, pairsOf } from './pairs.ts';
import { type SaveConfig, saveModel } from './save.ts';
import { printSummary } from './summary.ts';
import { type Scalar, Tensor, tensorOf, valuesOf } from './tensor.ts';
import type { Optimizer } from './train.ts';
import type { Shape } from './types.ts';
import { toValues, type Values } from './values.ts';

/** Options of `sequential`. */
export interface SequentialArgs {
  /** Each is fed by the one before it. Default: none, for `add`. */
  layers?: Layer[];
  /** Default: sequential_1 and so on. */
  name?: string;
  /** Initial weights, masks and the order of rows follow from it; TensorFlow.js has none. Default: a random one. */
  seed?: number;
}

/**
 * Layers, each fed by the one before it.
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
 * await model.fit(tf.tensor2d([[1], [2]]), tf.tensor2d([[2], [4]]), { epochs: 2 });
 * model.predict(tf.tensor2d([[3]])).print(); // at once
 * ```
 */
export class LayersModel {
  readonly #body: Body;
  #layers: readonly Layer[] = [];
  #optimizer: Optimizer | undefined;
  #forgetRate = () => {};

  /** @throws OptionError, ShapeError */
  constructor({ layers = [], name, seed = new Random().bits() }: SequentialArgs = {}) {
    this.#body = new Body(
      name === undefined ? numbered('sequential_') : checkText('name', name),
      checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER),
    );
    if (layers.length > 0) this.putLayers(layers);
  }

  /** The house's side of it. */
  get body(): Body {
    return this.#body;
  }

  /** What summaries and files call it. */
  get name(): string {
    return this.#body.name;
  }

  /** Set to true, by a callback or from elsewhere, it makes `fit` end the epoch at the batch it is at and stop. */
  get stopTraining(): boolean {
    return this.#body.stopTraining;
  }

  set stopTraining(stop: boolean) {
    this.#body.stopTraining = stop;
  }

  /** The layers, input side first. */
  get layers(): Layer[] {
    return [...this.#layers];
  }

  /** Whether it has layers. */
  get built(): boolean {
    return this.#layers.length > 0;
  }

  /** The axes of rows that come in, behind a null for any number of them. */
  get inputShape(): Shape {
    return [null, ...this.#body.stack.inputShape];
  }

  /** The axes of rows that go out, behind a null for any number of them. */
  get outputShape(): Shape {
    return [null, ...this.#body.outputShape];
  }

  /** Its only input: name and shape. */
  get inputs(): { name: string; shape: Shape }[] {
    return [{ name: `${this.#layers[0]?.name}_input`, shape: this.inputShape }];
  }

  /** Its only output: name and shape. */
  get outputs(): { name: string; shape: Shape }[] {
    return this.outputNames.map((name) => ({ name: `${name}/${name}`, shape: this.outputShape }));
  }

  /** The name of the last layer. */
  get outputNames(): string[] {
    return this.#layers.slice(-1).map(({ name }) => name);
  }

  /** What `compile` was given. @throws NotCompiledError */
  get optimizer(): Optimizer {
    this.#body.usable('optimizer');
    return this.#optimizer as Optimizer;
  }

  /** The kind of loss of `compile`. @throws NotCompiledError */
  get loss(): string {
    return this.#body.usable('loss').loss.type;
  }

  /** Names of the figures that `evaluate` gives. @throws NotCompiledError */
  get metricsNames(): string[] {
    return ['loss', ...this.#body.trainable.metricNames('metricsNames')];
  }

  /** The variables of all layers, those that are trained first. */
  get weights(): LayerVariable[] {
    return trainedFirst(this.#layers.flatMap((layer) => layer.weights));
  }

  /** Variables that training changes by gradients. */
  get trainableWeights(): LayerVariable[] {
    return this.weights.filter(({ trainable }) => trainable);
  }

  /** Variables that gradients do not change, such as moving statistics. */
  get nonTrainableWeights(): LayerVariable[] {
    return this.weights.filter(({ trainable }) => !trainable);
  }

  /** The layer of a name, or in a place (from 0). @throws OptionError */
  getLayer(nameOrIndex?: string | number | null, index?: number): Layer {
    const names = this.#layers.map(({ name }) => name);
    const place = typeof nameOrIndex === 'number' ? nameOrIndex : index;
    const found = place ?? names.indexOf(checkName('name', nameOrIndex, names));
    return this.#layers[checkInteger('index', found, 0, names.length - 1)] as Layer;
  }

  /** The number of weights. */
  countParams(): number {
    return this.#body.countParams();
  }

  /** Prints TensorFlow.js's table of the layers. */
  summary(lineLength?: number, positions?: number[], printFn?: (message: string) => void): void {
    printSummary(this.#layers, lineLength, positions, printFn);
  }

  /**
   * Says how the model is trained and judged; training starts with a new optimizer.
   * @throws OptionError for unknown names, and for a loss that means nothing on the last layer's outputs
   */
  compile(args: ModelCompileArgs): void {
    if (!this.built) throw new OptionError('layers', 'at least one layer', 'none');
    const { optimizer, spec } = compiledFrom(args, this.#body.outputs);
    this.#body.compile(spec);
    this.#optimizer = optimizer;
    this.#forgetRate();
    this.#forgetRate = optimizer.onRate((rate) => this.#body.setLearningRateNow(rate));
  }

  /**
   * Trains on samples and labels.
   * @throws typed errors for wrong input, NonFiniteLossError when training diverges, BusyError, NotCompiledError,
   *   DisposedError, EngineError
   */
  async fit(x: Tensor | Tensor[], y: Tensor | Tensor[], args: ModelFitArgs = {}): Promise<History> {
    const names = ['loss', ...this.#body.trainable.metricNames('fit')];
    const [xs, ys] = [only('x', x), only('y', y)];
    const { sizeOf, ...rows } = rowsOf(xs.shape[0] ?? 0, args);
    const options = toFitOptions(args);
    const params = paramsOf(args, rows, names, Boolean(args.validationData ?? args.validationSplit));
    const callbacks = toHooks(args.callbacks, { model: this, params, sizeOf });
    return new History(await runFit(this.#body.trainable, [xs, ys, { ...options, callbacks }]), params);
  }

  /**
   * Trains on batches that come one after the other: a dataset, or anything to iterate.
   * @throws as `fit`
   */
  async fitDataset(dataset: DatasetLike, args: ModelFitDatasetArgs = {}): Promise<History> {
    const names = ['loss', ...this.#body.trainable.metricNames('fitDataset')];
    const options = toDatasetFitOptions(args);
    const rows = { samples: null, steps: args.batchesPerEpoch ?? null, batchSize: null };
    const params = paramsOf(args, rows, names, args.validationData !== undefined);
    let size: number | undefined;
    const pairs = pairsOf('dataset', dataset);
    const batches = async function* () {
      for await (const batch of pairs()) {
        size = batch.xs.shape[0];
        yield batch;
      }
    };
    const callbacks = toHooks(args.callbacks, { model: this, params, sizeOf: () => size });
    return new History(await runFit(this.#body.trainable, [batches, { ...options, callbacks }]), params);
  }

  /** One step of the optimizer on all samples at once: the loss, or the loss and the metrics. @throws as `fit` */
  async trainOnBatch(x: Tensor, y: Tensor): Promise<number | number[]> {
    const figures = await trainOnBatch(this.#body.trainable, only('x', x), only('y', y), {});
    return single(this.metricsNames.map((name) => figures[name] as number));
  }

  /** The loss, or the loss and the metrics. @throws as `fit` */
  evaluate(x: Tensor | Tensor[], y: Tensor | Tensor[], args: ModelEvaluateArgs = {}): Scalar | Scalar[] {
    this.#body.usable('evaluate');
    checkOptions('evaluate', args, ['batchSize', 'verbose', 'sampleWeight', 'steps']);
    const sampleWeight = args.sampleWeight && valuesOf('sampleWeight', args.sampleWeight);
    return single(this.#score(['x', 'y'], only('x', x), only('y', y), sampleWeight).map(scalarOf));
  }

  /** As `evaluate`, of all batches of a dataset. */
  async evaluateDataset(
    dataset: DatasetLike,
    args: { batches?: number; verbose?: 0 | 1 } = {},
  ): Promise<Scalar | Scalar[]> {
    this.#body.usable('evaluateDataset');
    checkOptions('evaluateDataset', args, ['batches', 'verbose']);
    let rows = 0;
    let sums: number[] = [];
    for await (const { xs, ys } of pairsOf('dataset', dataset, args.batches)()) {
      const count = xs.shape[0] ?? 0;
      sums = this.#score(['dataset.xs', 'dataset.ys'], xs, ys).map((figure, i) => (sums[i] ?? 0) + figure * count);
      rows += count;
    }
    if (rows === 0) throw new OptionError('dataset', 'at least one batch', 'none');
    return single(sums.map((sum) => scalarOf(sum / rows)));
  }

  /** The model's outputs for samples. @throws ShapeError, NonFiniteError, DisposedError, EngineError */
  predict(x: Tensor | Tensor[], args: { batchSize?: number; verbose?: boolean } = {}): Tensor {
    checkOptions('predict', args, ['batchSize', 'verbose']);
    const { data, shape } = this.#body.predictNow(only('x', x));
    return tensorOf({ data, shape: [shape[0], ...this.#body.outputShape], dtype: 'float32' });
  }

  /** As `predict`. */
  predictOnBatch(x: Tensor | Tensor[]): Tensor {
    return this.predict(x);
  }

  /** Copies of all weights: those that are trained first, as in TensorFlow.js. */
  getWeights(trainableOnly = false): Tensor[] {
    const weights = this.#layers.flatMap((layer) =>
      layer.getWeights().map((tensor, i) => ({ tensor, trainable: layer.variables[i]?.trainable ?? true })),
    );
    return trainedFirst(weights)
      .filter(({ trainable }) => trainable || !trainableOnly)
      .map(({ tensor }) => tensor);
  }

  /** The opposite of `getWeights`. The optimizer's state stays. @throws ShapeError, NonFiniteError, BusyError */
  setWeights(weights: Tensor[]): void {
    const places = trainedFirst(this.#body.variables.map(({ trainable }, place) => ({ trainable, place })));
    const values = weights.map(valuesOfWeight);
    const inHouse = values.length === places.length ? new Array<Values>(places.length) : values;
    if (inHouse !== values) for (const [i, { place }] of places.entries()) inHouse[place] = values[i] as Values;
    this.#body.writeWeights(inHouse);
  }

  /**
   * Saves the model.
   * @param handlerOrURL an address such as 'file://folder' or 'localstorage://name', or a handler of `tf.io`
   * @throws OptionError, FileError
   */
  save(handlerOrURL: string | IOHandler, config?: SaveConfig): Promise<SaveResult> {
    return saveModel(this.#body, handlerOrURL, config);
  }

  /** What the model is, without its weights. */
  toJSON(): object {
    return this.#body.toJSON();
  }

  /** Keras's class. */
  getClassName(): string {
    return 'Sequential';
  }

  /** Frees what the model holds in its engine. @throws BusyError while `fit` trains */
  dispose(): { refCountAfterDispose: number; numDisposedVariables: number } {
    const numDisposedVariables = this.#body.variables.length;
    this.#body.close();
    this.#forgetRate();
    return { refCountAfterDispose: 0, numDisposedVariables };
  }

  /** Puts layers in. @throws OptionError, ShapeError */
  protected putLayers(layers: readonly Layer[]): void {
    const wrong = layers.findIndex((layer) => !(layer instanceof Layer));
    if (wrong >= 0) {
      throw new OptionError(`layers[${wrong}]`, 'a layer made by a function of tf.layers', describe(layers[wrong]));
    }
    this.#body.put(layers.map(({ description }) => description));
    this.#layers = layers;
    for (const layer of layers) this.#place(layer);
  }

  /** Lets a layer know its place. */
  #place(layer: Layer): void {
    const { stack } = this.#body;
    const [shape, { name }] = [stack.inputShape, layer];
    const placed =
      stack.layers.find(({ spec }) => spec.name === name) ??
      ({ spec: { type: 'input', name }, inputShape: shape, outputShape: shape, variables: [] } as never as PlacedLayer);
    const { initialWeights } = layer;
    if (initialWeights) this.#body.beginWith(name, initialWeights.map(valuesOfWeight));
    layer.place({
      placed,
      read: () => this.#body.readLayer(name).map(tensorOfWeight),
      write: (_, weights) => this.#body.writeLayer(name, weights.map(valuesOfWeight)),
    });
  }

  #score(names: readonly [string, string], x: unknown, y: unknown, sampleWeight?: Values): number[] {
    const { trainable } = this.#body;
    const { loss, metrics } = this.#body.scoreNow(weigh(trainable, trainable.dataNow(names, x, y), { sampleWeight }));
    return [loss, ...metrics];
  }
}

function trainedFirst<T extends { readonly trainable: boolean }>(all: readonly T[]): T[] {
  return [...all.filter(({ trainable }) => trainable), ...all.filter(({ trainable }) => !trainable)];
}

/** The values of the only input or output. @throws OptionError */
function only(argument: string, given: Tensor | Tensor[]): Values {
  const list = Array.isArray(given) && given.every((one) => one instanceof Tensor) ? given : [given as Tensor];
  if (list.length === 1) return valuesOf(argument, list[0] as Tensor);
  throw new OptionError(argument, 'one tensor: a model has one input and one output', `${list.length}`);
}

/** TensorFlow.js gives one figure bare. */
function single<T>(figures: T[]): T | T[] {
  return figures.length === 1 ? (figures[0] as T) : figures;
}

function scalarOf(figure: number): Scalar {
  return tensorOf(toValues('figure', figure));
}

function valuesOfWeight(weight: Tensor, i: number): Values {
  return valuesOf(`weights[${i}]`, weight);
}

function tensorOfWeight(weight: WeightTensor): Tensor {
  return tensorOf({ ...weight, dtype: 'float32' });
}
