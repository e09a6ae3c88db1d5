/** The test set, read when all training is done. */

import { dataConfig } from '../cli/run-folder.ts';
import { tasks } from '../cli/tasks.ts';
import { asRows } from '../data/split.ts';
import { FormatError } from '../errors.ts';
import { accuracyScore } from '../evaluation.ts';
import { loadModel } from '../load-model.ts';
import { ImageTensor, type LabelledRows, type Tensor2D } from '../tensor.ts';
import { loadTestDigits } from './digits.ts';
import type { StudyFolder } from './folder.ts';
import type { StudyDefinition } from './options.ts';
import type { TrainedRun } from './records.ts';
import { scoresOf } from './train-run.ts';

/** Pixels to the right and down by which digits are shifted to see how robust a model is. */
const shifts = [
  [2, 2],
  [2, -2],
  [-2, 2],
  [-2, -2],
] as const;

export interface TestReading {
  readonly definition: StudyDefinition;
  readonly folder: StudyFolder;
  readonly directory: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Scores the models that have not been scored, in one reading of the test set: none if there are none. A reading is
 * counted before it begins, so that one that is broken off counts as well.
 * @throws FormatError if a model is not the one that was trained
 */
export async function readTest(
  runs: readonly TrainedRun[],
  { definition, folder, directory, signal }: TestReading,
): Promise<void> {
  const unread = runs.filter(({ id }) => !folder.scores.has(id));
  if (unread.length === 0) return;
  const digits = await loadTestDigits(definition.task, directory, signal);
  const { sha256 } = dataConfig(digits);
  if (sha256 !== definition.data.test.sha256) {
    throw new FormatError(folder.path, `test digits of the SHA-256 ${definition.data.test.sha256}`, sha256);
  }
  const shifted = shifts.map((by) => shiftedImages(digits, by));
  signal.throwIfAborted();
  await folder.beginReading(sha256);
  for (const { id, weightsSha256 } of unread) {
    signal.throwIfAborted();
    const path = folder.weightsPath(id);
    await using model = await loadModel(path);
    const found = await model.weightsHash();
    if (found !== weightsSha256) {
      throw new FormatError(path, `the weights of the run, with the SHA-256 ${weightsSha256}`, found);
    }
    model.compile({ optimizer: 'sgd', loss: tasks[definition.task].loss, metrics: ['accuracy'] });
    const scores = await scoresOf(model, digits);
    let sum = 0;
    for (const x of shifted) sum += accuracyScore(digits.y, await model.predict(x));
    await folder.addScores({ id, ...scores, shiftedAccuracy: sum / shifted.length });
  }
}

/** Images moved to the right and down; what comes in is ground. */
export function shiftedImages({ x }: LabelledRows, [right, down]: readonly [number, number]): Tensor2D {
  const [rows, columns] = x.shape;
  const side = Math.sqrt(columns);
  const from = x instanceof ImageTensor ? x.bytes : x.data;
  const to = new (from.constructor as Float32ArrayConstructor)(from.length);
  for (let row = 0; row < rows * side; row++) {
    const line = (row % side) - down;
    if (line < 0 || line >= side) continue;
    const start = (row - down) * side;
    const [first, last] = [Math.max(0, -right), Math.min(side, side - right)];
    to.set(from.subarray(start + first, start + last), row * side + first + right);
  }
  return asRows(to as Uint8Array | Float32Array, columns);
}
