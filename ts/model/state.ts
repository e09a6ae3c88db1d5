/** The state of a model that was kept somewhere. */

import type { NetworkState } from '../engine/engine.ts';
import { ArgumentError, FormatError } from '../errors.ts';
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
