import { NonFiniteError } from '../errors.ts';
import type { Home } from './network.ts';

/**
 * Tells where outputs that are no numbers come from, if it is the weights.
 * @throws NonFiniteError
 */
export async function checkWeights({ engine, network }: Home): Promise<void> {
  const weights = await engine.readWeights(network);
  if (weights.every(Number.isFinite)) return;
  const received = 'NaN or infinities, as a training leaves them whose loss is not finite';
  throw new NonFiniteError('weights', 'finite numbers: set them, or load an earlier model', received);
}
