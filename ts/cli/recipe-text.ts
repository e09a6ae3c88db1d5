/** The recipes, for `train --help`. */

import { type RecipeName, recipeNames } from '../recipes.ts';
import { plural } from '../report/format.ts';
import { epochsOf } from './tasks.ts';

/** What each comes to on MNIST's test set, over the seeds of bench/studies/recipes.json, and by what. */
const texts: Readonly<Record<RecipeName, string>> = {
  plain: '97.9 %; Adam at 0.001, 32 digits a step',
  best: '98.7 % (98.6 % in 10); pixels dropped, weight decay, cosine',
  augmented: '99.3 % (99.1 % in 20); digits changed in each epoch, weight decay, cosine',
  fast97: '97.3 % (98.2 % in 4); a high rate that falls to zero',
};

/** A line for each. */
export function recipesText(): string {
  const lines = recipeNames.map((name) => `  ${name.padEnd(9)}  ${plural(epochsOf(name), 'epoch')}: ${texts[name]}`);
  return ['Recipes, with their own epochs and their accuracy for multiclass:', ...lines].join('\n');
}
