import type { Tensor } from '../../tensor.ts';
import type { WeightsOnly } from '../weights-only.ts';
import type { Habits } from './guess.ts';
import { blocksByOurNames, blocksOfStateDict, hasOurNames, hasTorchNames } from './names.ts';
import { byNumbers, orderOf } from './order.ts';

const torch: Habits = { hidden: 'relu', last: 'linear', epsilon: 1e-5, momentum: 0.9 };
export const keras: Habits = { hidden: 'relu', last: 'linear', epsilon: 1e-3, momentum: 0.99 };

/**
 * Weights whose names tell what they are; undefined if theirs do not.
 * @param inFileOrder the file keeps the order in which it was written
 * @throws FormatError
 */
export function namedWeights(
  tensors: ReadonlyMap<string, Tensor>,
  source: string,
  inFileOrder = false,
): WeightsOnly | undefined {
  if (hasTorchNames(tensors)) {
    const blocks = blocksOfStateDict(tensors, source);
    return { blocks, order: orderOf(blocks), habits: torch };
  }
  if (!hasOurNames(tensors)) return undefined;
  const blocks = blocksByOurNames(tensors, source);
  if (inFileOrder) return { blocks, order: 'given', habits: keras };
  return { blocks: byNumbers(blocks), order: orderOf(blocks), habits: keras };
}
