/** The training loop. */

import type { CallbackHooks, CallbackList, Logs } from '../callbacks.ts';
import type { DatasetHandle, RowRange, Rows, Scores, Targets, TrainerHandle } from '../engine/engine.ts';
import { NonFiniteError, NonFiniteLossError, OptionError } from '../errors.ts';
import type { Labels, Samples } from '../inputs.ts';
import { checkBoolean, checkInteger, checkNumber, checkOptions, describe } from '../options.ts';
import type { Home } from './network.ts';
import { openDisplay, type Verbosity, verbosity } from './progress.ts';
import type { Layer } from './stack.ts';

export interface FitOptions {
  /** The epoch to stop before; with `initialEpoch` 0, how often every sample is seen. Default: 1. */
  readonly epochs?: number;
  /** Samples a step; the last step of an epoch takes what is left. Default: 32. */
  readonly batchSize?: number;
  /** Samples and labels to score the model by after each epoch. */
  readonly validationData?: readonly [x: Samples, y: Labels];
  /** The share of the samples, 0 to 1, cut off their end for validation, unless `validationData` is given. Default: 0. */
  readonly validationSplit?: number;
  /** Takes the samples in a new order each epoch, which follows from the model's seed. Default: true. */
  readonly shuffle?: boolean;
  /** 0 silent, 1 a progress bar, 2 a line an epoch; 'auto' is 1 in a terminal, else 2, and 0 in pages. Default: 'auto'. */
  readonly verbose?: Verbosity;
  /** One or several objects to call as training goes. */
  readonly callbacks?: CallbackHooks | readonly CallbackHooks[];
  /** The number of the first epoch, for going on with a training. Default: 0. */
  readonly initialEpoch?: number;
  /** Ends training early: `fit` rejects with the signal's reason, and the model stays as the last step left it. */
  readonly signal?: AbortSignal;
}

/** What a training gave, epoch by epoch. */
export interface History {
  /** The numbers of the epochs, from 0. */
  readonly epoch: number[];
  /** Keras's names; accuracies are shares from 0 to 1. */
  readonly history: {
    loss: number[];
    accuracy?: number[];
    val_loss?: number[];
    val_accuracy?: number[];
  };
  readonly params: {
    readonly epochs: number;
    /** Batches of an epoch. */
    readonly steps: number;
    readonly batchSize: number;
    readonly verbose: 0 | 1 | 2;
  };
}

/** FitOptions without gaps, checked. */
export type FitSettings = ReturnType<typeof checkFitOptions>;

/** @throws OptionError */
export function checkFitOptions(options: FitOptions) {
  checkOptions('fit', options, [
    'epochs',
    'batchSize',
    'validationData',
    'validationSplit',
    'shuffle',
    'verbose',
    'callbacks',
    'initialEpoch',
    'signal',
  ]);
  const { validationData, callbacks = [], signal } = options;
  if (validationData !== undefined && !(Array.isArray(validationData) && validationData.length === 2)) {
    throw new OptionError('validationData', '[x, y]', describe(validationData));
  }
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.aborted !== 'boolean') {
    throw new OptionError('signal', 'an AbortSignal', describe(signal));
  }
  const epochs = checkInteger('epochs', options.epochs ?? 1, 1, Number.MAX_SAFE_INTEGER);
  return {
    epochs,
    batchSize: checkInteger('batchSize', options.batchSize ?? 32, 1, Number.MAX_SAFE_INTEGER),
    validationData,
    validationSplit: checkNumber(
      'validationSplit',
      options.validationSplit ?? 0,
      'a number from 0 to less than 1',
      (share) => share >= 0 && share < 1,
    ),
    shuffle: checkBoolean('shuffle', options.shuffle ?? true),
    verbose: verbosity(options.verbose ?? 'auto'),
    callbacks,
    initialEpoch: checkInteger('initialEpoch', options.initialEpoch ?? 0, 0, epochs),
    signal,
  };
}

/** Where samples are cut into those to train on and those to validate on, as Keras cuts. */
function splitRows(rows: number, validationSplit: number): number {
  const trained = Math.floor(rows * (1 - validationSplit));
  if (trained > 0 && (trained < rows || validationSplit === 0)) return trained;
  throw new OptionError(
    'validationSplit',
    'a share that leaves samples on both sides',
    `${validationSplit} of ${rows} samples`,
  );
}

/** Samples with their labels, ready for an engine. */
export interface Data {
  readonly rows: Rows;
  readonly targets: Targets;
}

/** All that a training needs to know. */
export interface Training {
  readonly settings: FitSettings;
  readonly layers: readonly Layer[];
  readonly data: Data;
  readonly validation: Data | undefined;
  readonly callbacks: CallbackList;
  readonly withAccuracy: boolean;
  /** Somebody asked for an end of the training. */
  readonly stopped: () => boolean;
}

/** What the engine holds for a training. */
interface Allocated {
  readonly trainer: TrainerHandle;
  readonly steps: number;
  readonly validation: { readonly dataset: DatasetHandle; readonly range: RowRange } | undefined;
}

/** Trains, and leaves nothing in the engine but the network's new weights. */
export async function runFit(home: Home, training: Training): Promise<History> {
  const { engine } = home;
  const { signal } = training.settings;
  signal?.throwIfAborted();
  const held: (DatasetHandle | TrainerHandle)[] = [];
  const keep = async <Handle extends DatasetHandle | TrainerHandle>(made: Promise<Handle>): Promise<Handle> => {
    const handle = await made;
    held.unshift(handle);
    return handle;
  };
  try {
    return await trainEpochs(home, training, await allocate(home, training, keep));
  } finally {
    // The latest first, for a trainer leans on its data set.
    for (const handle of held) await engine.release(handle);
  }
}

async function allocate(
  { engine, network }: Home,
  { settings, layers, data, validation }: Training,
  keep: <Handle extends DatasetHandle | TrainerHandle>(made: Promise<Handle>) => Promise<Handle>,
): Promise<Allocated> {
  const columns = layers[0]?.inputs ?? 0;
  const { count } = data.rows;
  const trained = validation ? count : splitRows(count, settings.validationSplit);
  const batchSize = Math.min(settings.batchSize, trained);
  const dataset = await keep(engine.createDataset(data.rows, columns, data.targets));
  const held = validation && {
    dataset: await keep(
      engine.createDataset(validation.rows, columns, validation.targets).catch((error) => {
        if (!(error instanceof NonFiniteError)) throw error;
        throw new NonFiniteError('validationData[0]', error.expected, error.received, { cause: error });
      }),
    ),
    range: { first: 0, end: validation.rows.count },
  };
  return {
    trainer: await keep(engine.createTrainer(network, dataset, { first: 0, end: trained }, batchSize)),
    steps: Math.ceil(trained / batchSize),
    validation: held ?? (trained < count ? { dataset, range: { first: trained, end: count } } : undefined),
  };
}

async function trainEpochs(home: Home, training: Training, allocated: Allocated): Promise<History> {
  const { settings, callbacks } = training;
  const { epochs, batchSize, verbose, initialEpoch } = settings;
  const history: History = {
    epoch: [],
    history: { loss: [] },
    params: { epochs, steps: allocated.steps, batchSize, verbose },
  };
  await callbacks.call('onTrainBegin');
  let logs: Logs | undefined;
  for (let epoch = initialEpoch; epoch < epochs && !training.stopped(); epoch++) {
    await callbacks.call('onEpochBegin', epoch);
    logs = await trainEpoch(home, training, allocated, epoch);
    history.epoch.push(epoch);
    for (const [name, value] of Object.entries(logs) as [keyof Logs, number][]) {
      history.history[name] ??= [];
      history.history[name].push(value);
    }
    await callbacks.call('onEpochEnd', epoch, logs);
    settings.signal?.throwIfAborted();
  }
  await callbacks.call('onTrainEnd', logs);
  return history;
}

async function trainEpoch(home: Home, training: Training, allocated: Allocated, epoch: number): Promise<Logs> {
  const { settings, callbacks, withAccuracy } = training;
  const { trainer, steps, validation } = allocated;
  const { epochs, batchSize, verbose, signal, shuffle, initialEpoch } = settings;
  const figures = (scores: Scores): Logs =>
    withAccuracy ? { loss: scores.loss, accuracy: scores.accuracy } : { loss: scores.loss };
  const display = await openDisplay(verbose, `Epoch ${epoch + 1}/${epochs}`, steps, batchSize);
  try {
    await home.engine.beginEpoch(trainer, shuffle);
    let progress = { steps: 0, samples: 0, loss: 0, accuracy: 0 };
    while (progress.steps < steps) {
      progress = await home.engine.train(trainer, callbacks.wantsBatches ? 1 : steps - progress.steps);
      const logs = figures(progress);
      display.update(progress.steps, logs);
      if (callbacks.wantsBatches) await callbacks.call('onBatchEnd', progress.steps - 1, logs);
      await callbacks.call('onYield', epoch, progress.steps - 1, logs);
      signal?.throwIfAborted();
      if (training.stopped()) break;
    }
    let logs = figures(progress);
    if (validation) {
      const scores = await home.engine.evaluate(home.network, validation.dataset, validation.range);
      logs = { ...logs, val_loss: scores.loss, ...(withAccuracy ? { val_accuracy: scores.accuracy } : {}) };
    }
    display.finish(logs);
    return logs;
  } catch (error) {
    display.abandon();
    if (!(error instanceof NonFiniteLossError)) throw error;
    throw new NonFiniteLossError(error.epoch + initialEpoch, error.batch);
  }
}
