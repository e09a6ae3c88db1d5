/** What `fit` can be told. */

import { checkSignal } from '../../abort.ts';
import { type AugmentOptions, checkAugment } from '../../augment/options.ts';
import type { CallbackHooks } from '../../callbacks/callback.ts';
import type { Dataset } from '../../dataset.ts';
import { OptionError } from '../../errors.ts';
import type { Labels, Samples } from '../../inputs.ts';
import { checkBoolean, checkInteger, checkNumber, checkOptions, describe, isList } from '../../options.ts';
import { type Batches, isBatches } from '../data/batches.ts';
import { keptOf } from '../data/kept.ts';
import type { ClassWeight, SampleWeight } from '../data/weights.ts';
import { type Verbosity, verbosity } from '../progress.ts';

/** What `fit` can be told, whatever it trains on. */
export interface BatchesFitOptions {
  /** The epoch to stop before; with `initialEpoch` 0, how many there are. Default: 1. */
  readonly epochs?: number;
  /** The number of the first epoch, for going on with a training: it shuffles as that epoch does. Default: 0. */
  readonly initialEpoch?: number;
  /**
   * Batches an epoch. The next epoch goes on behind them; the one in which the data is used up is cut short, and the
   * next begins anew. Default: all.
   */
  readonly stepsPerEpoch?: number;
  /**
   * Samples, labels and perhaps a weight for each sample, batches of them, or a data set, to score the model by after
   * each epoch. They are copied once.
   */
  readonly validationData?: Dataset | readonly [x: Samples, y: Labels, sampleWeight?: SampleWeight] | Batches;
  /** Validates after every so many epochs, or after those of a list, counted from 1. Default: 1. */
  readonly validationFreq?: number | readonly number[];
  /** Samples that are scored at a time, which changes no figure. Default: `batchSize`. */
  readonly validationBatchSize?: number;
  /** How much the loss of a class's samples counts, by class id; classes that are left out count 1. */
  readonly classWeight?: ClassWeight;
  /** 0 silent, 1 a progress bar, 2 a line an epoch; 'auto' is 1 in a terminal, else 2, and 0 in pages. Default: 'auto'. */
  readonly verbose?: Verbosity;
  /** One or several objects to call as training goes. */
  readonly callbacks?: CallbackHooks | readonly CallbackHooks[];
  /** Ends training early: `fit` rejects with the signal's reason, and the model stays as the last step left it. */
  readonly signal?: AbortSignal;
  /** Says once what looks wrong about the data or the training, see InkgradWarning. Default: true. */
  readonly warnings?: boolean;
}

/** Options of `fit` with samples and labels. */
export interface FitOptions extends BatchesFitOptions {
  /** Samples a step; the last step of an epoch takes what is left. Default: 32. */
  readonly batchSize?: number;
  /** The share of the samples, 0 to 1, cut off their end for validation, unless `validationData` is given. Default: 0. */
  readonly validationSplit?: number;
  /** Takes the samples in a new order each epoch, which follows from the model's seed. Default: true. */
  readonly shuffle?: boolean;
  /** How much the loss of each sample counts: a number for each. Not together with `classWeight`. Default: 1. */
  readonly sampleWeight?: SampleWeight;
  /**
   * Changes the images in each epoch: amounts, or true for shift 1.5, rotate 10, scale 0.1, shear 5.7, elastic
   * { alpha: 14, sigma: 4 } and reuse 2. Rows are squares, or as the model's `inputShape` [height, width] says. Validation
   * sees images as they are. Default: false.
   */
  readonly augment?: boolean | AugmentOptions;
}

/** FitOptions without gaps, checked. */
export type FitSettings = ReturnType<typeof checkFitOptions>;

/** What makes sense for whole arrays only. */
const ofArrays = ['batchSize', 'validationSplit', 'shuffle', 'sampleWeight', 'augment'] as const;

const names = [
  'epochs',
  'batchSize',
  'validationData',
  'validationSplit',
  'validationFreq',
  'validationBatchSize',
  'shuffle',
  'classWeight',
  'sampleWeight',
  'augment',
  'verbose',
  'callbacks',
  'initialEpoch',
  'stepsPerEpoch',
  'signal',
  'warnings',
];

/**
 * @param batches the data comes as batches
 * @throws OptionError
 */
export function checkFitOptions(options: FitOptions, batches: boolean) {
  checkOptions('fit', options, names);
  const useless = batches && ofArrays.find((name) => options[name as keyof FitOptions] !== undefined);
  if (useless)
    throw new OptionError(useless, 'nothing: batches come as they are', describe(options[useless as 'shuffle']));
  const { callbacks = [], stepsPerEpoch, classWeight, sampleWeight } = options;
  const epochs = checkInteger('epochs', options.epochs ?? 1, 1, Number.MAX_SAFE_INTEGER);
  const batchSize = checkInteger('batchSize', options.batchSize ?? 32, 1, Number.MAX_SAFE_INTEGER);
  checkInteger('validationBatchSize', options.validationBatchSize ?? batchSize, 1, Number.MAX_SAFE_INTEGER);
  return {
    epochs,
    batchSize,
    validationData: checkValidationData(options.validationData),
    validationSplit: checkNumber(
      'validationSplit',
      options.validationSplit ?? 0,
      'a number from 0 to less than 1',
      (share) => share >= 0 && share < 1,
    ),
    validates: checkValidationFreq(options.validationFreq ?? 1),
    shuffle: checkBoolean('shuffle', options.shuffle ?? true),
    stepsPerEpoch:
      stepsPerEpoch === undefined
        ? undefined
        : checkInteger('stepsPerEpoch', stepsPerEpoch, 1, Number.MAX_SAFE_INTEGER),
    classWeight,
    sampleWeight,
    augment: checkAugment('augment', options.augment),
    verbose: verbosity(options.verbose ?? 'auto'),
    callbacks,
    initialEpoch: checkInteger('initialEpoch', options.initialEpoch ?? 0, 0, epochs),
    signal: checkSignal(options.signal),
    warnings: checkBoolean('warnings', options.warnings ?? true),
  };
}

function checkValidationData(data: unknown): FitOptions['validationData'] {
  if (data === undefined || keptOf(data) || isBatches(data)) return data as Dataset | Batches | undefined;
  if (Array.isArray(data) && (data.length === 2 || data.length === 3)) {
    return data as unknown as readonly [Samples, Labels, SampleWeight?];
  }
  throw new OptionError('validationData', '[x, y], [x, y, sampleWeight], a data set or batches', describe(data));
}

/** Whether an epoch, from 0, has a validation. */
function checkValidationFreq(freq: unknown): (epoch: number) => boolean {
  if (!isList(freq)) {
    const every = checkInteger('validationFreq', freq, 1, Number.MAX_SAFE_INTEGER);
    return (epoch) => (epoch + 1) % every === 0;
  }
  const epochs = new Set(
    freq.map((epoch, i) => checkInteger(`validationFreq[${i}]`, epoch, 1, Number.MAX_SAFE_INTEGER)),
  );
  return (epoch) => epochs.has(epoch + 1);
}
