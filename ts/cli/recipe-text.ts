/** The recipes, for `train --help`. */

import { type RecipeName, recipeNames } from '../recipes.ts';
import { plural } from '../report/format.ts';
import { epochsOf } from './tasks.ts';

/** What each comes to on MNIST's test set, as bench/accuracy measures it, and by what. */
const texts: Readonly<Record<RecipeName, string>> = {
  plain: '97.8 %; Adam at 0.001, 32 digits a step',
  best: '98.6 % (98.5 % in 10); pixels dropped, weight decay, cosine',
  augmented: '99.3 % (99.0 % in 20); digits changed in each epoch, weight decay, cosine',
  fast97: '97.2 % (98.1 % in 4); a high rate that falls to zero',
};

/** A line for each. */
export function recipesText(): string {
  const lines = recipeNames.map((name) => `  ${name.padEnd(9)}  ${plural(epochsOf(name), 'epoch')}: ${texts[name]}`);
  return ['Recipes, with their own epochs and their accuracy for multiclass:', ...lines].join('\n');
}
