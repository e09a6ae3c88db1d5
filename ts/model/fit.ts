/** Training on samples and labels. */

import { CallbackList } from '../callbacks/list.ts';
import { Warnings } from '../warnings.ts';
import { type Batches, isBatches } from './data/batches.ts';
import { Held } from './data/held.ts';
import { holdDatasets, type Kept, keptOf } from './data/kept.ts';
import type { History } from './fit/history.ts';
import { checkFitOptions, type FitOptions } from './fit/options.ts';
import { type Material, type Prepared, prepare } from './fit/prepare.ts';
import { type EpochReport, Training } from './fit/training.ts';
import type { Home } from './network.ts';
import type { NetworkAccess, Trainable } from './trainable.ts';

export type { History } from './fit/history.ts';
export type { BatchesFitOptions, FitOptions } from './fit/options.ts';
export type { EpochReport } from './fit/training.ts';

/** What `fit` and `epochs` are called with: `(x, y, options)`, `(data, options)` or `(batches, options)`. */
export type FitParameters = readonly [x: unknown, y?: unknown, options?: FitOptions];

/** Trains through all epochs. */
export async function runFit(subject: Trainable, parameters: FitParameters): Promise<History> {
  const training = runEpochs(subject, parameters, 'fit');
  while (true) {
    const next = await training.next();
    if (next.done) return next.value;
  }
}

/** Trains epoch by epoch, and leaves nothing in the engine but the network's new weights. */
export async function* runEpochs(
  subject: Trainable,
  parameters: FitParameters,
  method = 'epochs',
): AsyncGenerator<EpochReport, History, undefined> {
  const metricNames = subject.metricNames(method);
  subject.checkIdle(method);
  const { input, options } = inputOf(parameters);
  const settings = checkFitOptions(options, 'batches' in input);
  const warnings = new Warnings(settings.warnings);
  const callbacks = new CallbackList(settings.callbacks, subject.model, warnings, settings.signal);
  settings.signal?.throwIfAborted();
  // Whatever becomes of the data sets from now on, the training has them.
  const letGo = holdDatasets([parameters[0], settings.validationData]);
  subject.phase = 'training';
  subject.model.stopTraining = false;
  try {
    const material = await toMaterial(subject, input);
    settings.signal?.throwIfAborted();
    const { home, leave } = await enter(subject.network);
    const held = new Held(home.engine);
    let prepared: Prepared | undefined;
    try {
      prepared = await prepare(home, subject, material, settings, warnings, held);
      letGo(); // by now it has them under names of its own
      return yield* new Training({ home, subject, settings, prepared, callbacks, warnings, metricNames }).run();
    } finally {
      await prepared?.source.close();
      await held.release();
      leave();
    }
  } finally {
    letGo();
    subject.phase = 'idle';
  }
}

type FitInput = { readonly x: unknown; readonly y: unknown } | { readonly kept: Kept } | { readonly batches: Batches };

function inputOf([x, y, options = {}]: FitParameters): { readonly input: FitInput; readonly options: FitOptions } {
  const kept = keptOf(x);
  if (!kept && !isBatches(x)) return { input: { x, y }, options };
  return { input: kept ? { kept } : { batches: x as Batches }, options: y === undefined ? {} : (y as FitOptions) };
}

async function toMaterial(subject: Trainable, input: FitInput): Promise<Material> {
  if ('batches' in input) return input;
  const names = ['x', 'y'] as const;
  if ('kept' in input) return { data: await subject.keptData(names, input.kept) };
  return { data: await subject.data(names, input.x, input.y) };
}

/** The network, which stays where it is until `leave` is called. */
async function enter(network: NetworkAccess): Promise<{ readonly home: Home; readonly leave: () => void }> {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const home = await new Promise<Home>((resolve, reject) => {
    network
      .use(async (home) => {
        resolve(home);
        await left;
      })
      .catch(reject);
  });
  return { home, leave };
}
