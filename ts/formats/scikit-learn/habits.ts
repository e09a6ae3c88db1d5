import { type Block, widthsOf } from '../weights-only/block.ts';
import type { Habits } from '../weights-only/guess.ts';

/** An MLPClassifier's, unless somebody says otherwise: its last layer gives probabilities. */
export function scikitLearn(blocks: readonly Block[]): Habits {
  const last = blocks.at(-1);
  const [, outputs] = last ? widthsOf(last) : [0, 0];
  return { hidden: 'relu', last: outputs === 1 ? 'sigmoid' : 'softmax', epsilon: 1e-3, momentum: 0.99 };
}
