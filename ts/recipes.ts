/**
 * Recipes: what to compile and fit a dense network on handwritten digits with. They were chosen for 784-128-64-10 on a
 * part of MNIST's training set; bench/studies/recipes.json measures what each comes to on the test set.
 */

import { type AugmentSpec, augmentation, defaultAugmentation } from './augment/options.ts';
import { type OptimizerSpec, optimizers } from './optimizers.ts';
import { checkInteger, checkName, checkOptions } from './options.ts';
import { type Schedule, schedules } from './schedules.ts';

/**
 * The names of all recipes.
 * @example
 * ```js
 * import { recipeNames } from 'inkgrad';
 *
 * console.log(recipeNames.join(' ')); // prints plain best augmented fast97
 * ```
 */
export const recipeNames = ['plain', 'best', 'augmented', 'fast97'] as const;
/**
 * `'plain'` are Keras's defaults, `'fast97'` is the quickest way to 97 %, `'best'` the most without augmented images,
 * `'augmented'` the most.
 */
export type RecipeName = (typeof recipeNames)[number];

/** Options of `recipe`. */
export interface RecipeOptions {
  /** Samples to train on, from which the steps of the schedule follow. */
  readonly samples: number;
  /** Default: the recipe's own. */
  readonly epochs?: number;
}

/** What to hand to `compile` and `fit`. */
export interface Recipe {
  /** Its name. */
  readonly name: RecipeName;
  /** For `compile`, beside loss and metrics. */
  readonly compile: { readonly optimizer: OptimizerSpec };
  /** For `fit`. */
  readonly fit: { readonly epochs: number; readonly batchSize: number; readonly augment?: AugmentSpec };
}

/** How a recipe goes for a number of epochs. */
export interface RecipeSettings {
  readonly batchSize: number;
  /** The highest learning rate. */
  readonly learningRate: number;
  readonly schedule?: (rate: number, steps: number) => Schedule;
  /** Adam's. Default: 0.999. */
  readonly beta2?: number;
  /** Of matrices; biases do not decay. */
  readonly weightDecay?: number;
  readonly augment?: AugmentSpec;
}

interface Kind {
  readonly epochs: number;
  readonly settings: (epochs: number) => RecipeSettings;
}

/** Up in a straight line in a twentieth of the steps, then down along half a cosine to zero. */
export const cosine = (rate: number, steps: number) => {
  const warmupSteps = Math.floor(steps / 20);
  const decaySteps = steps - warmupSteps;
  return schedules.cosineDecay({ initialLearningRate: 0, warmupTarget: rate, warmupSteps, decaySteps });
};

/** Down in a straight line to zero. */
export const straight = (rate: number, steps: number) =>
  schedules.polynomialDecay({ initialLearningRate: rate, decaySteps: steps, endLearningRate: 0 });

/** Each recipe, with its epochs unless others are asked for. */
const kinds: Readonly<Record<RecipeName, Kind>> = {
  /** Keras's defaults: Adam at a constant 0.001, 32 samples a step. 97.9 % in 20 epochs. */
  plain: { epochs: 20, settings: () => ({ batchSize: 32, learningRate: 0.001 }) },
  /** The most without augmented images: pixels dropped, matrices that decay, a cosine. 98.7 % in 40 epochs, 98.6 % in 10. */
  best: {
    epochs: 40,
    settings: (epochs) => {
      const common = { learningRate: 0.004, schedule: cosine, weightDecay: 0.1 };
      return epochs < 20
        ? { ...common, batchSize: 64, beta2: 0.99, augment: augmentation({ dropout: 0.1 }) }
        : { ...common, batchSize: 128, augment: augmentation({ dropout: 0.3 }) };
    },
  },
  /** Images changed in each pass (`augment: true`), matrices that decay, a cosine. 99.3 % in 120 epochs, 99.1 % in 20. */
  augmented: {
    epochs: 120,
    settings: (epochs) => ({
      batchSize: epochs < 15 ? 64 : epochs < 30 ? 128 : 256,
      learningRate: 0.004,
      schedule: cosine,
      weightDecay: 0.05,
      augment: { ...defaultAugmentation, reuse: epochs < 30 ? 1 : 2 },
    }),
  },
  /** 97.3 % in one epoch, 97.8 % in two, 98.2 % in four: a high rate that falls to zero. */
  fast97: {
    epochs: 1,
    settings: (epochs) => ({
      ...(epochs < 3 ? { batchSize: 32, learningRate: 0.005 } : { batchSize: 64, learningRate: 0.006 }),
      schedule: straight,
      beta2: 0.99,
    }),
  },
};

/**
 * A recipe's options: `const { compile, fit } = recipe('best', { samples: 60_000 })`, then
 * `model.compile({ ...compile, loss })` and `model.fit(x, y, fit)`.
 * @throws OptionError
 * @example
 * ```js
 * import { recipe } from 'inkgrad';
 *
 * const { compile, fit } = recipe('best', { samples: 60_000 });
 * console.log(compile.optimizer.type, fit.epochs, fit.batchSize);
 * ```
 */
export function recipe(name: RecipeName, options: RecipeOptions): Recipe {
  const kind = kinds[checkName('recipe', name, recipeNames)];
  checkOptions('recipe', options, ['samples', 'epochs']);
  const samples = checkInteger('samples', options.samples, 1, Number.MAX_SAFE_INTEGER);
  const epochs = checkInteger('epochs', options.epochs ?? kind.epochs, 1, Number.MAX_SAFE_INTEGER);
  return { name, ...methodFrom(kind.settings(epochs), samples, epochs) };
}

/** What a recipe comes to, for whoever changes a part of it. */
export function recipeSettings(name: RecipeName, epochs: number): RecipeSettings {
  return kinds[name].settings(epochs);
}

export function methodFrom(settings: RecipeSettings, samples: number, epochs: number): Pick<Recipe, 'compile' | 'fit'> {
  const { batchSize, learningRate, schedule, beta2 = 0.999, weightDecay = 0, augment } = settings;
  const steps = epochs * Math.ceil(samples / batchSize);
  const optimizer = optimizers.adam({
    learningRate: schedule ? schedule(learningRate, steps) : learningRate,
    beta2,
    ...(weightDecay > 0 && { weightDecay, excludeFromWeightDecay: 'biases' as const }),
  });
  return { compile: { optimizer }, fit: { epochs, batchSize, ...(augment && { augment }) } };
}
