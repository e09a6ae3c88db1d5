/** A model of the house whose numbers are at hand: what `LayersModel` gives TensorFlow.js's words to. */

import type { CallbackModel } from '../callbacks.ts';
import { sha256 } from '../data/sha256.ts';
import type { Scores } from '../engine/engine.ts';
import { BusyError, FileError, NotCompiledError, OptionError } from '../errors.ts';
import type { ModelContent, WrittenFile } from '../formats/format.ts';
import { type NestedArray, sizeOf, type TensorLike, toRows, toWeights, type WeightTensor } from '../inputs.ts';
import type { LayerDescription } from '../layers.ts';
import { checkLoss } from '../losses.ts';
import type { MetricSpec } from '../metrics.ts';
import { type Evaluation, nameFigures } from '../model/figures.ts';
import { Layer } from '../model/layer.ts';
import { lowerNetwork, lowerTraining } from '../model/lower.ts';
import { type Stack, stack } from '../model/stack.ts';
import { summaryOf } from '../model/summary.ts';
import { type Data, makeTrainable, type Trainable } from '../model/trainable.ts';
import { type PlacedVariable, shapesOf, splitWeights, variablesOf } from '../model/variables.ts';
import { checkNumber } from '../options.ts';
import { platform } from '../platform.ts';
import type { CompileSpec, ModelSpec } from '../spec.ts';
import type { Tensor2D } from '../tensor.ts';
import { NetworkAtHand } from './network.ts';

export class Body implements CallbackModel {
  readonly name: string;
  readonly seed: number;
  readonly trainable: Trainable;
  stopTraining = false;
  readonly #network: NetworkAtHand;
  #stack: Stack = { inputShape: [], layers: [] };
  #layers: readonly Layer[] = [];
  #compiled: CompileSpec | undefined;
  /** Weights that layers begin with, by the layers' names. */
  readonly #initial = new Map<string, readonly (TensorLike | NestedArray)[]>();

  constructor(name: string, seed: number) {
    this.name = name;
    this.seed = seed;
    this.#network = new NetworkAtHand(
      () => lowerNetwork(this.inputs, seed, this.#layers),
      () => {
        for (const [layer, weights] of this.#initial) this.writeLayer(layer, weights);
      },
    );
    this.trainable = makeTrainable({
      model: this,
      network: this.#network,
      shapes: () => ({ inputShape: this.#stack.inputShape, outputShape: this.outputShape }),
      compiled: (method) => this.usable(method),
      content: async () => this.content(),
      checkIdle: (method, allowed) => this.checkIdle(method, allowed),
    });
  }

  get stack(): Stack {
    return this.#stack;
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /** The axes of a row that comes out. */
  get outputShape(): readonly number[] {
    return this.#layers.at(-1)?.outputShape ?? this.#stack.inputShape;
  }

  /** Numbers of a row that goes in. */
  get inputs(): number {
    return sizeOf(this.#stack.inputShape);
  }

  /** Numbers of a row that comes out. */
  get outputs(): number {
    return sizeOf(this.outputShape);
  }

  get variables(): PlacedVariable[] {
    return variablesOf(this.#layers);
  }

  get weightNames(): string[] {
    return this.variables.map(({ path }) => path);
  }

  get metrics(): readonly MetricSpec[] {
    return this.#compiled?.metrics ?? [];
  }

  /** @throws OptionError for a model that is compiled or in use, ShapeError */
  put(layers: readonly LayerDescription[]): void {
    if (this.#compiled || this.#network.used) {
      throw new OptionError('add', 'a model that is neither compiled nor in use', 'one that is');
    }
    this.#stack = stack(layers);
    const access = {
      read: async ({ name }: Layer) => this.readLayer(name),
      write: async ({ name }: Layer, weights: readonly (TensorLike | NestedArray)[]) => this.writeLayer(name, weights),
    };
    this.#layers = this.#stack.layers.map((placed) => new Layer(placed, access));
  }

  /** Sets the weights that a layer begins with. */
  beginWith(layer: string, weights: readonly (TensorLike | NestedArray)[]): void {
    this.#initial.set(layer, weights);
  }

  /** @throws OptionError, BusyError, DisposedError */
  compile(compiled: CompileSpec): void {
    this.checkIdle('compile');
    const activation = this.#layers.findLast((layer) => layer.lower() !== null)?.activation ?? 'linear';
    checkLoss(compiled.loss, this.outputs, activation);
    this.#network.compile(lowerTraining(compiled, this.outputs));
    this.#compiled = compiled;
  }

  /** @throws DisposedError, NotCompiledError */
  usable(method: string): CompileSpec {
    this.#network.checkOpen();
    if (!this.#compiled) throw new NotCompiledError(`call compile({ optimizer, loss }) before ${method}`);
    return this.#compiled;
  }

  scoreNow({ rows, targets, weights }: Data): Scores {
    const { engine, network } = this.#network.home;
    const dataset = engine.createDatasetNow(rows, this.inputs, targets, weights);
    try {
      return engine.evaluateNow(network, dataset, { first: 0, end: rows.count });
    } finally {
      engine.releaseNow(dataset);
    }
  }

  predictNow(x: unknown): Tensor2D {
    const { engine, network } = this.#network.home;
    const rows = toRows('x', x, this.inputs);
    return { data: engine.predictNow(network, rows), shape: [rows.count, this.outputs] };
  }

  readWeights(): Float32Array {
    const { engine, network } = this.#network.home;
    return engine.readWeightsNow(network);
  }

  /** @throws BusyError while `fit` trains; callbacks may */
  writeWeights(weights: readonly (TensorLike | NestedArray)[]): void {
    this.#network.checkOpen();
    this.checkIdle('setWeights', 'paused');
    const { engine, network } = this.#network.home;
    engine.writeWeightsNow(network, toWeights(weights, shapesOf(this.variables)));
  }

  readLayer(name: string): WeightTensor[] {
    return splitWeights(this.readWeights(), this.#variablesOf(name));
  }

  writeLayer(name: string, weights: readonly (TensorLike | NestedArray)[]): void {
    const own = this.#variablesOf(name);
    const numbers = toWeights(weights, shapesOf(own));
    this.checkIdle('setWeights', 'paused');
    const all = this.readWeights();
    all.set(numbers, own[0]?.first ?? 0);
    const { engine, network } = this.#network.home;
    engine.writeWeightsNow(network, all);
  }

  setLearningRateNow(rate: number): void {
    if (!this.#network.used) return;
    const { engine, network } = this.#network.home;
    void engine.setLearningRate(network, rate);
  }

  close(): void {
    this.checkIdle('dispose');
    this.#network.close();
  }

  /** @throws BusyError while `fit` is at work */
  checkIdle(method: string, allowed?: Trainable['phase']): void {
    const { phase } = this.trainable;
    if (phase !== 'idle' && phase !== allowed)
      throw new BusyError(`${method}: the model is in training; wait for fit first`);
  }

  toJSON(): ModelSpec {
    const { name, seed } = this;
    const layers = this.#layers.map(({ spec }) => spec);
    const { inputShape } = this.#stack;
    return { name, seed, inputShape, layers, ...(this.#compiled && { compile: this.#compiled }) };
  }

  // What the house's callbacks ask of a model

  countParams(): number {
    return this.#layers.reduce((sum, layer) => sum + layer.countParams(), 0);
  }

  summary({ print = console.log }: { readonly print?: (text: string) => void } = {}): void {
    print(summaryOf(this.name, this.#layers, this.#compiled?.optimizer, 76));
  }

  async predict(x: unknown): Promise<Tensor2D> {
    return this.predictNow(x);
  }

  async evaluate(x: unknown, y: unknown): Promise<Evaluation> {
    return nameFigures(this.trainable.metricNames('evaluate'), this.scoreNow(this.trainable.dataNow(['x', 'y'], x, y)));
  }

  async getWeights(): Promise<WeightTensor[]> {
    return splitWeights(this.readWeights(), this.variables);
  }

  async setWeights(weights: readonly (TensorLike | NestedArray)[]): Promise<void> {
    this.writeWeights(weights);
  }

  async weightsHash(): Promise<string> {
    const { buffer, byteOffset, byteLength } = this.readWeights();
    return sha256(new Uint8Array(buffer, byteOffset, byteLength));
  }

  async getLearningRate(): Promise<number> {
    const { engine, network } = this.#network.home;
    return engine.learningRate(network);
  }

  async setLearningRate(learningRate: number): Promise<void> {
    this.checkIdle('setLearningRate', 'paused');
    checkNumber('learningRate', learningRate, 'a finite number of at least 0', (rate) => rate >= 0 && rate < 2 ** 127);
    this.setLearningRateNow(learningRate);
  }

  /** The model as a file's bytes, for the house's `loadModel`. */
  async toBytes(): Promise<Uint8Array> {
    const { write } = await import('../formats/safetensors.ts');
    const [file] = await write(this.content());
    return (file as WrittenFile).bytes;
  }

  /** @throws FileError in pages, which have no files */
  async save(path: string): Promise<void> {
    const { files } = platform();
    if (!files) throw new FileError(`${path}: there are no files here`);
    await files.write(path, await this.toBytes());
  }

  /** All of it, for the house's formats of files. */
  content(): ModelContent {
    const { variables } = this;
    return { spec: this.toJSON(), variables, weights: splitWeights(this.readWeights(), variables) };
  }

  #variablesOf(name: string): PlacedVariable[] {
    return this.variables.filter(({ layer }) => layer === name);
  }
}
