/** What a training holds in an engine. */

import type { DatasetHandle, Engine, TrainerHandle } from '../../engine/engine.ts';
import { NonFiniteError } from '../../errors.ts';
import type { Data } from '../trainable.ts';

/** Copies rows into an engine; a number that is not finite is told with the rows' own name. */
export function createDataset(engine: Engine, name: string, columns: number, data: Data): Promise<DatasetHandle> {
  return named(name, engine.createDataset(data.rows, columns, data.targets, data.weights));
}

/** The engine calls all rows `x`: errors get the name that the user knows. */
export async function named<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NonFiniteError) || name === 'x') throw error;
    throw new NonFiniteError(name, error.expected, error.received, { cause: error });
  }
}

/** Handles to release, the latest first, for a trainer leans on its data set. */
export class Held {
  readonly #engine: Engine;
  readonly #handles: (DatasetHandle | TrainerHandle)[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async keep<Handle extends DatasetHandle | TrainerHandle>(made: Promise<Handle>): Promise<Handle> {
    const handle = await made;
    this.#handles.unshift(handle);
    return handle;
  }

  async release(): Promise<void> {
    for (const handle of this.#handles.splice(0)) await this.#engine.release(handle);
  }
}
