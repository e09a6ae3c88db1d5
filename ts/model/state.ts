/** The state of a model that was kept somewhere. */

import type { NetworkState } from '../engine/engine.ts';
import { ArgumentError, FormatError } from '../errors.ts';
import type { ForeignState } from '../formats/format.ts';
import type { Trainable } from './trainable.ts';

/**
 * Puts weights and optimizer back.
 * @param source the file that they come from
 * @throws FormatError if they are another optimizer's
 */
export async function restoreState({ network }: Trainable, state: NetworkState, source: string): Promise<void> {
  try {
    await network.use(({ engine, network }) => engine.writeState(network, state));
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw new FormatError(`${source}: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}

/**
 * The same of what another program's optimizer kept; the weights stay.
 * @throws FormatError if it does not fit
 */
export async function takeForeign(trainable: Trainable, foreign: ForeignState, source: string): Promise<void> {
  const { weights, optimizer } = await trainable.network.use(({ engine, network }) => engine.readState(network));
  const numbers = optimizer.numbers.slice();
  const size = numbers.length / Math.max(optimizer.slots.length, 1);
  optimizer.slots.forEach((slot, i) => {
    let at = i * size;
    for (const array of foreign.slots.get(slot) ?? []) {
      numbers.set(array, at);
      at += array.length;
    }
  });
  const { iterations, learningRate = optimizer.learningRate, momentumProduct = optimizer.momentumProduct } = foreign;
  const rate = optimizer.learningRate === null ? null : learningRate;
  const state = { ...optimizer, iterations, momentumProduct, learningRate: rate, numbers };
  await restoreState(trainable, { weights, optimizer: state }, source);
}
