/** What a training holds in an engine. */

import type { DatasetHandle, Engine, Rows, TrainerHandle } from '../../engine/engine.ts';
import { NonFiniteError } from '../../errors.ts';
import type { Data } from '../trainable.ts';
import type { KeptRows } from './kept.ts';

/**
 * Brings data into an engine, copying rows that are not there; a number that is not finite is told with the rows' own
 * name.
 */
export async function createDataset(
  engine: Engine,
  name: string,
  columns: number,
  { rows, targets, weights }: Data<Rows | KeptRows>,
): Promise<DatasetHandle> {
  if ('kept' in rows) return engine.shareDataset(rows.kept.on(engine, name), targets, weights);
  return named(name, engine.createDataset(rows, columns, targets, weights));
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
