/** The engine beside us: one WASM instance on the calling thread, with a pool of others. */

import { EngineError, NonFiniteError, NonFiniteLossError, OptionError } from '../errors.ts';
import type { LoweredObject } from '../kind/field.ts';
import { reasonOf } from '../reason.ts';
import type {
  DatasetHandle,
  Engine,
  EngineAtHand,
  EngineInfo,
  EpochPlace,
  EpochProgress,
  EpochStart,
  NetworkHandle,
  NetworkState,
  OptimizerState,
  RowRange,
  Rows,
  Scores,
  Targets,
  TrainerHandle,
} from './engine.ts';
import type * as Glue from './glue-single.ts';
import { Hold } from './hold.ts';
import { type Pack, packer } from './pack.ts';
import type { ThreadPool } from './threads/pool.ts';
import { atOnce, inTurns, turns, type Work } from './turn.ts';

/** What both glue files have. */
export type EngineGlue = Pick<typeof Glue, 'Network' | 'Dataset' | 'Trainer' | 'Evaluation' | 'kinds'>;

/** Milliseconds that one call into the WASM should take, so that timers and signals get their turns. */
const CALL = 15;

/** What to do about a memory that is full. */
const FREE_MODELS = 'models that are no longer needed give back theirs by dispose(), or by `await using`';

/** Numbers of a chunk of rows that is copied in one call: a few milliseconds of work. */
const COPIED_NUMBERS = 1 << 20;

/** Weights that get their first numbers in one call: some milliseconds of work. */
const INITIALIZED_NUMBERS = 1 << 18;

/** Rows that are augmented in one call: some milliseconds of work. */
const AUGMENTED_ROWS = 2000;

interface Network {
  readonly glue: Glue.Network;
  readonly inputs: number;
  readonly outputs: number;
  /** Rows that are scored or predicted in one call. */
  readonly passedRows: number;
  readonly hold: Hold;
}

interface Trainer {
  readonly glue: Glue.Trainer;
  readonly network: Network;
  readonly dataset: Glue.Dataset;
  epoch: number;
  /** Steps done in the epoch. */
  steps: number;
  /** Steps that fit into one call, as far as known. */
  pace: number;
}

export class LocalEngine implements Engine, EngineAtHand {
  readonly info: EngineInfo;
  readonly #glue: EngineGlue;
  readonly #memory: WebAssembly.Memory;
  readonly #pack: Pack;
  readonly #pool: ThreadPool | undefined;
  readonly #networks = new Map<number, Network>();
  readonly #datasets = new Map<number, Glue.Dataset>();
  readonly #trainers = new Map<number, Trainer>();
  readonly #giveTurns = turns();
  #lastHandle = 0;
  #gone: EngineError | undefined;

  /**
   * @param glue an instance of a glue file of its own, initialised and with its threads started
   * @param pool its threads, if it has any but the caller's
   */
  constructor(info: EngineInfo, glue: EngineGlue, memory: WebAssembly.Memory, pool?: ThreadPool) {
    this.info = info;
    this.#glue = glue;
    this.#memory = memory;
    this.#pack = packer(glue.kinds());
    this.#pool = pool;
  }

  async createNetwork(description: LoweredObject): Promise<NetworkHandle> {
    return inTurns(this.#createNetwork(description), this.#giveTurns);
  }

  createNetworkNow(description: LoweredObject): NetworkHandle {
    return atOnce(this.#createNetwork(description));
  }

  *#createNetwork(description: LoweredObject): Work<NetworkHandle> {
    const packed = this.#pack('network', description);
    const glue = this.#call(() => new this.#glue.Network(packed));
    while (this.#call(() => glue.initialize(INITIALIZED_NUMBERS))) yield;
    const handle = ++this.#lastHandle as NetworkHandle;
    const inputs = description.inputs as number;
    const { units: outputs, passedRows } = glue;
    this.#networks.set(handle, { glue, inputs, outputs, passedRows, hold: new Hold() });
    return handle;
  }

  async compile(network: NetworkHandle, training: LoweredObject): Promise<void> {
    const it = this.#network(network);
    return it.hold.change(this.#compile(it, training));
  }

  compileNow(network: NetworkHandle, training: LoweredObject): void {
    atOnce(this.#compile(this.#wholeNow(network), training));
  }

  *#compile({ glue }: Network, training: LoweredObject): Work<void> {
    const packed = this.#pack('training', training);
    this.#call(() => glue.beginCompiling(packed));
    while (this.#call(() => glue.goOnCompiling(COPIED_NUMBERS))) yield;
  }

  async readWeights(network: NetworkHandle): Promise<Float32Array> {
    const it = this.#network(network);
    return it.hold.read(this.#readWeights(it));
  }

  readWeightsNow(network: NetworkHandle): Float32Array {
    return atOnce(this.#readWeights(this.#wholeNow(network)));
  }

  #readWeights({ glue }: Network): Work<Float32Array> {
    return this.#readNumbers(glue.parameters, (first, count) => glue.readWeights(first, count));
  }

  async writeWeights(network: NetworkHandle, weights: Float32Array): Promise<void> {
    const it = this.#network(network);
    return it.hold.change(this.#writeWeights(it, weights));
  }

  writeWeightsNow(network: NetworkHandle, weights: Float32Array): void {
    atOnce(this.#writeWeights(this.#wholeNow(network), weights));
  }

  #writeWeights({ glue }: Network, weights: Float32Array): Work<void> {
    return this.#writeNumbers(weights, glue.parameters, (first, piece) => glue.writeWeights(first, piece));
  }

  async readState(network: NetworkHandle): Promise<NetworkState> {
    const it = this.#network(network);
    return it.hold.read(this.#readState(it));
  }

  *#readState(network: Network): Work<NetworkState> {
    const { glue } = network;
    const kept = this.#readKept(glue);
    const length = this.#call(() => glue.stateLength);
    const numbers = yield* this.#readNumbers(length, (first, count) => glue.readState(first, count));
    return { weights: yield* this.#readWeights(network), optimizer: { ...kept, numbers } };
  }

  async writeState(network: NetworkHandle, state: NetworkState): Promise<void> {
    const it = this.#network(network);
    return it.hold.change(this.#writeState(it, state));
  }

  *#writeState(network: Network, { weights, optimizer }: NetworkState): Work<void> {
    const { glue } = network;
    const length = this.#call(() => glue.stateLength);
    checkOptimizer({ ...this.#readKept(glue), length }, { ...optimizer, length: optimizer.numbers.length });
    const { version, iterations, momentumProduct, learningRate, numbers } = optimizer;
    if (numbers.some(Number.isNaN)) throw new NonFiniteError('optimizer', 'numbers', 'NaN');
    const scalars = Float64Array.of(version, iterations, momentumProduct, learningRate ?? Number.NaN);
    this.#call(() => glue.setState(scalars));
    yield* this.#writeNumbers(numbers, length, (first, piece) => glue.writeState(first, piece));
    yield* this.#writeWeights(network, weights);
  }

  /** What an optimizer keeps, but for the numbers of weights. */
  #readKept(network: Glue.Network): Omit<OptimizerState, 'numbers'> {
    return this.#call(() => {
      const [version = 0, iterations = 0, momentumProduct = 1, rate = Number.NaN] = network.stateScalars;
      const slots = network.stateNames.split(' ').filter((name) => name !== '');
      return { version, iterations, momentumProduct, learningRate: Number.isNaN(rate) ? null : rate, slots };
    });
  }

  /** A network whose change, if there is one, is over. */
  #wholeNow(handle: NetworkHandle): Network {
    const network = this.#network(handle);
    network.hold.finish();
    return network;
  }

  /** Reads numbers of weights in pieces: the engine's memory may have no room for all of them once more. */
  *#readNumbers(length: number, read: (first: number, count: number) => Float32Array): Work<Float32Array> {
    const numbers = new Float32Array(length);
    for (let first = 0; first < length; first += COPIED_NUMBERS) {
      const count = Math.min(COPIED_NUMBERS, length - first);
      numbers.set(
        this.#call(() => read(first, count)),
        first,
      );
      yield;
    }
    return numbers;
  }

  /** The opposite. */
  *#writeNumbers(
    numbers: Float32Array,
    length: number,
    write: (first: number, piece: Float32Array) => void,
  ): Work<void> {
    if (numbers.length !== length) throw new EngineError(`expected ${length} numbers, got ${numbers.length}`);
    for (let first = 0; first < length; first += COPIED_NUMBERS) {
      this.#call(() => write(first, numbers.subarray(first, first + COPIED_NUMBERS)));
      if (first + COPIED_NUMBERS < length) yield;
    }
  }

  createDataset(rows: Rows, columns: number, targets?: Targets, weights?: Float32Array): Promise<DatasetHandle> {
    return inTurns(this.#createDataset(rows, columns, targets, weights), this.#giveTurns);
  }

  createDatasetNow(rows: Rows, columns: number, targets?: Targets, weights?: Float32Array): DatasetHandle {
    return atOnce(this.#createDataset(rows, columns, targets, weights));
  }

  *#createDataset(
    rows: Rows,
    columns: number,
    targets: Targets | undefined,
    weights: Float32Array | undefined,
  ): Work<DatasetHandle> {
    const dataset = this.#call(() => new this.#glue.Dataset(rows.count, columns));
    try {
      const chunk = Math.max(1, Math.floor(COPIED_NUMBERS / columns));
      for (const take of [measure, append]) {
        for (let first = 0; first < rows.count; first += chunk) {
          const part = sliceRows(rows, columns, first, first + chunk);
          this.#call(
            () => take(dataset, part),
            () => notFinite(rows, columns),
          );
          yield;
        }
      }
    } catch (error) {
      dataset.free();
      throw error;
    }
    return this.#label(dataset, targets, weights);
  }

  async shareDataset(dataset: DatasetHandle, targets?: Targets, weights?: Float32Array): Promise<DatasetHandle> {
    const of = this.#dataset(dataset);
    return this.#label(
      this.#call(() => of.share()),
      targets,
      weights,
    );
  }

  /** Says what the rows of a new data set should give. */
  #label(dataset: Glue.Dataset, targets: Targets | undefined, weights: Float32Array | undefined): DatasetHandle {
    try {
      this.#call(() => {
        if (targets && 'classes' in targets) dataset.setClasses(targets.classes);
        else if (targets) dataset.setValues(targets.values);
        if (weights) dataset.setWeights(weights);
      });
    } catch (error) {
      dataset.free();
      throw error;
    }
    const handle = ++this.#lastHandle as DatasetHandle;
    this.#datasets.set(handle, dataset);
    return handle;
  }

  async createTrainer(
    network: NetworkHandle,
    dataset: DatasetHandle,
    { first, end }: RowRange,
    batchSize: number,
    augment?: LoweredObject,
  ): Promise<TrainerHandle> {
    const packed = augment && this.#pack('augment', augment);
    const [of, on] = [this.#network(network), this.#dataset(dataset)];
    const glue = this.#call(() => new this.#glue.Trainer(of.glue, on, first, end, batchSize, packed));
    const handle = ++this.#lastHandle as TrainerHandle;
    this.#trainers.set(handle, { glue, network: of, dataset: on, epoch: -1, steps: 0, pace: 1 });
    return handle;
  }

  async beginEpoch(trainer: TrainerHandle, { epoch, shuffle, keepOrder }: EpochStart): Promise<void> {
    const it = this.#trainer(trainer);
    this.#call(() => (keepOrder ? it.glue.resetTotals() : it.glue.beginEpoch(it.network.glue, epoch, shuffle)));
    it.epoch = epoch;
    it.steps = 0;
  }

  async readPlace(trainer: TrainerHandle): Promise<number[]> {
    const { glue } = this.#trainer(trainer);
    return this.#call(() => [...glue.place()]);
  }

  async resumeEpoch(trainer: TrainerHandle, { epoch, shuffle, orderOf, place }: EpochPlace): Promise<void> {
    const it = this.#trainer(trainer);
    this.#call(() => it.glue.resume(it.network.glue, orderOf, shuffle, Float64Array.from(place)));
    it.epoch = epoch;
    it.steps = place[1] as number;
  }

  async train(trainer: TrainerHandle, maxSteps: number): Promise<EpochProgress> {
    const it = this.#trainer(trainer);
    const isLong = it.glue.pieces > 1;
    if (isLong && maxSteps > 0) await it.network.hold.change(this.#step(trainer));
    while (it.network.hold.held) await it.network.hold.held;
    const wanted = isLong ? 0 : Math.min(maxSteps, it.pace);
    const start = performance.now();
    const [steps = 0, samples = 0, diverged = -1, loss = 0, ...metrics] = this.#call(() =>
      it.glue.train(it.network.glue, it.dataset, wanted),
    );
    const time = performance.now() - start;
    if (diverged >= 0) throw new NonFiniteLossError(it.epoch, diverged);
    const done = steps - it.steps;
    it.steps = steps;
    // A short last call of an epoch says little about the pace.
    if (done === it.pace) it.pace = Math.max(1, Math.min(4 * done, Math.floor((CALL * done) / time)));
    await this.#giveTurns();
    return { steps, samples, loss, metrics };
  }

  /** A step that is too long for one call. */
  *#step(trainer: TrainerHandle): Work<void> {
    const advance = () => {
      const { glue, network, dataset } = this.#trainer(trainer);
      return this.#call(() => glue.advance(network.glue, dataset));
    };
    while (!advance()) yield;
  }

  async learningRate(network: NetworkHandle): Promise<number> {
    return this.#network(network).glue.learningRate ?? 0;
  }

  async setLearningRate(network: NetworkHandle, learningRate: number): Promise<void> {
    const it = this.#network(network);
    while (it.hold.held) await it.hold.held;
    this.#call(() => it.glue.setLearningRate(learningRate));
  }

  async endTraining(network: NetworkHandle): Promise<void> {
    const it = this.#network(network);
    return it.hold.change(this.#endTraining(it));
  }

  *#endTraining({ glue }: Network): Work<void> {
    for (let first = 0; this.#call(() => glue.writeAverage(first, COPIED_NUMBERS)); first += COPIED_NUMBERS) yield;
  }

  evaluate(network: NetworkHandle, dataset: DatasetHandle, range: RowRange): Promise<Scores> {
    return inTurns(this.#evaluate(network, dataset, range), this.#giveTurns);
  }

  evaluateNow(network: NetworkHandle, dataset: DatasetHandle, range: RowRange): Scores {
    this.#wholeNow(network);
    return atOnce(this.#evaluate(network, dataset, range));
  }

  *#evaluate(network: NetworkHandle, dataset: DatasetHandle, { first, end }: RowRange): Work<Scores> {
    const [it, on] = [this.#network(network), this.#dataset(dataset)];
    const { glue, passedRows } = it;
    const evaluation = this.#call(() => new this.#glue.Evaluation(glue));
    try {
      for (let from = first; from < end; from += passedRows) {
        while (it.hold.changed) yield it.hold.changed;
        this.#call(() => evaluation.add(glue, on, from, Math.min(from + passedRows, end)));
        yield;
      }
      while (it.hold.changed) yield it.hold.changed;
      const [, loss = 0, ...metrics] = this.#call(() => evaluation.results(glue));
      return { loss, metrics };
    } finally {
      if (!this.gone) evaluation.free();
    }
  }

  predict(network: NetworkHandle, rows: Rows): Promise<Float32Array> {
    return inTurns(this.#predict(network, rows), this.#giveTurns);
  }

  predictNow(network: NetworkHandle, rows: Rows): Float32Array {
    this.#wholeNow(network);
    return atOnce(this.#predict(network, rows));
  }

  *#predict(network: NetworkHandle, rows: Rows): Work<Float32Array> {
    const it = this.#network(network);
    return yield* inPasses(it, rows.count, (first, end) => {
      const part = end - first === rows.count ? rows : sliceRows(rows, it.inputs, first, end);
      return this.#predictChunk(it.glue, part, it.inputs, rows);
    });
  }

  #predictChunk(network: Glue.Network, part: Rows, columns: number, all: Rows): Float32Array {
    return this.#call(
      () => ('bytes' in part ? network.predictBytes(part.bytes, part.divisor) : network.predict(part.floats)),
      () => notFinite(all, columns),
    );
  }

  predictDataset(network: NetworkHandle, dataset: DatasetHandle, range: RowRange): Promise<Float32Array> {
    return inTurns(this.#predictDataset(network, dataset, range), this.#giveTurns);
  }

  *#predictDataset(network: NetworkHandle, dataset: DatasetHandle, { first, end }: RowRange): Work<Float32Array> {
    const [it, on] = [this.#network(network), this.#dataset(dataset)];
    return yield* inPasses(it, end - first, (from, to) =>
      this.#call(() => it.glue.predictRows(on, first + from, first + to)),
    );
  }

  async augment(
    dataset: DatasetHandle,
    augment: LoweredObject,
    { seed, pass, rows }: { readonly seed: number; readonly pass: number; readonly rows: Uint32Array },
  ): Promise<Uint8Array> {
    const packed = this.#pack('augment', augment);
    const on = this.#dataset(dataset);
    const bytes = new Uint8Array(rows.length * (augment.height as number) * (augment.width as number));
    for (let first = 0, at = 0; first < rows.length; first += AUGMENTED_ROWS) {
      const part = this.#call(() => on.augment(packed, seed, pass, rows.subarray(first, first + AUGMENTED_ROWS)));
      bytes.set(part, at);
      at += part.length;
      await this.#giveTurns();
    }
    return bytes;
  }

  async release(thing: NetworkHandle | DatasetHandle | TrainerHandle): Promise<void> {
    this.releaseNow(thing);
  }

  releaseNow(thing: NetworkHandle | DatasetHandle | TrainerHandle): void {
    if (this.gone) return; // a thread that died may have left the memory in any state
    for (const things of [this.#networks, this.#trainers]) {
      things.get(thing)?.glue.free();
      things.delete(thing);
    }
    this.#datasets.get(thing)?.free();
    this.#datasets.delete(thing);
  }

  async memoryBytes(): Promise<number> {
    return this.#memory.buffer.byteLength;
  }

  get gone(): EngineError | undefined {
    return this.#gone ?? this.#pool?.lost;
  }

  async terminate(): Promise<void> {
    this.#gone = this.gone ?? new EngineError('the engine has been terminated');
    this.#pool?.terminate();
  }

  #network(handle: NetworkHandle): Network {
    return known(this.#networks.get(handle), 'network');
  }

  #dataset(handle: DatasetHandle): Glue.Dataset {
    return known(this.#datasets.get(handle), 'data set');
  }

  #trainer(handle: TrainerHandle): Trainer {
    return known(this.#trainers.get(handle), 'trainer');
  }

  /** Calls into the WASM. What it throws becomes a typed error; `nonFinite` makes the one for bad rows. */
  #call<Result>(run: () => Result, nonFinite?: () => Error): Result {
    if (this.gone) throw this.gone;
    this.#pool?.called();
    try {
      return run();
    } catch (error) {
      if (this.gone) throw this.gone;
      if (error instanceof WebAssembly.RuntimeError) throw this.#lose(error);
      const { name } = Object(error) as Partial<Error>;
      if (name === 'NonFinite' && nonFinite) throw nonFinite();
      const hint = name === 'Memory' ? `; ${FREE_MODELS}` : '';
      throw new EngineError(`the engine failed: ${reasonOf(error)}${hint}`, { cause: error });
    }
  }

  /** After a trap the memory may be in any state. The only one that is known of is a list that found no room there. */
  #lose(cause: WebAssembly.RuntimeError): EngineError {
    this.#gone = new EngineError(
      `the engine failed: ${cause.message}; its memory may be full (${this.#memory.buffer.byteLength} bytes). ` +
        'Its models are lost, and new ones get a new engine',
      { cause },
    );
    this.#pool?.terminate();
    return this.#gone;
  }
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (!thing) throw new EngineError(`the engine has no such ${name}: it was released`);
  return thing;
}

/** Outputs for so many rows, of which `pass` gives those of as many as go through a network in one call. */
function* inPasses(
  { outputs, passedRows, hold }: Network,
  count: number,
  pass: (first: number, end: number) => Float32Array,
): Work<Float32Array> {
  while (hold.changed) yield hold.changed;
  if (count <= passedRows) return pass(0, count);
  const predictions = new Float32Array(count * outputs);
  for (let first = 0; first < count; first += passedRows) {
    while (hold.changed) yield hold.changed;
    predictions.set(pass(first, Math.min(first + passedRows, count)), first * outputs);
    yield;
  }
  return predictions;
}

/** What tells whether an optimizer can take a state: `length` numbers of weights in all. */
type Kept = Pick<OptimizerState, 'version' | 'slots'> & { readonly length: number };

/** That an optimizer can take what another kept. */
function checkOptimizer(own: Kept, given: Kept): void {
  const told = ({ version, slots, length }: Kept) =>
    `a state (version ${version}) of ${length} numbers: ${slots.join(', ') || 'none of each weight'}`;
  if (told(own) !== told(given)) throw new OptionError('optimizer', told(own), told(given));
}

function measure(dataset: Glue.Dataset, rows: Rows): void {
  if ('bytes' in rows) dataset.measureBytes(rows.bytes, rows.divisor);
  else dataset.measure(rows.floats);
}

function append(dataset: Glue.Dataset, rows: Rows): void {
  if ('bytes' in rows) dataset.appendBytes(rows.bytes, rows.divisor);
  else dataset.append(rows.floats);
}

function sliceRows(rows: Rows, columns: number, first: number, end: number): Rows {
  const count = Math.min(end, rows.count) - first;
  const [from, to] = [first * columns, (first + count) * columns];
  if ('bytes' in rows) return { ...rows, bytes: rows.bytes.subarray(from, to), count };
  return { floats: rows.floats.subarray(from, to), count };
}

/** The error that names the first number that is not finite. */
function notFinite(rows: Rows, columns: number): Error {
  const index = 'floats' in rows ? rows.floats.findIndex((number) => !Number.isFinite(number)) : -1;
  const [row, column] = [Math.floor(index / columns), index % columns];
  const number = 'floats' in rows ? rows.floats[index] : Number.NaN;
  return new NonFiniteError('x', 'finite numbers', `${number} at row ${row}, column ${column}`);
}
