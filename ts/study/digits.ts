/** The digits of a study: in memory once, whichever thread trains on them. */

import { loadTenDigits, type TaskDigits } from '../cli/digits.ts';
import { type DataConfig, dataConfig } from '../cli/run-folder.ts';
import { type TaskName, tasks } from '../cli/tasks.ts';
import { cutMiddle } from '../data/binary-digits.ts';
import { asRows, byChance, splitByClass, takeRows } from '../data/split.ts';
import { EmptyDataError } from '../errors.ts';
import { ImageTensor, type LabelledRows } from '../tensor.ts';
import type { CheckedPlan, Choice } from './options.ts';
import type { Part } from './records.ts';

/** What a part of the runs learns from and is validated on, as messages to threads carry it. */
export interface SharedDigits {
  readonly learn: SharedRows;
  readonly validation?: SharedRows;
}

/** Rows whose memory all threads have in common. */
export interface SharedRows {
  readonly pixels: Uint8Array | Float32Array;
  readonly columns: number;
  readonly labels: Uint8Array;
}

/** The digits of a study. The test digits are no part of it: they are loaded when a study is finished. */
export interface StudyDigits {
  readonly train: DataConfig;
  readonly test: DataConfig;
  readonly lines: readonly string[];
  /** @throws EmptyDataError where there is nothing to validate on */
  of(part: Part): SharedDigits;
}

export type DigitsOf = Pick<CheckedPlan, 'task' | 'rows' | 'choice'>;

/** @throws what loading a task's digits throws */
export async function loadStudyDigits(
  { task, rows, choice }: DigitsOf,
  directory: string | undefined,
  signal?: AbortSignal,
): Promise<StudyDigits> {
  const { train, test, lines } = await loadTask(task, directory, signal);
  const taken = rows === undefined ? train : firstRows(train, rows);
  const hashes = { train: dataConfig(taken), test: dataConfig(test) };
  const all = share(taken); // all that stays of them, and what the others are copied from
  const others = choice?.validation === 'others' ? await otherZerosAndOnes(signal) : undefined;
  const made = new Map<Part, SharedDigits>([['all', { learn: all, ...(others && { validation: share(others) }) }]]);
  return {
    ...hashes,
    lines,
    of: (part) => {
      const digits = made.get(part) ?? split(rowsOf(all), choice as Choice);
      made.set(part, digits);
      return digits;
    },
  };
}

/** The digits that a finished study is judged by. */
export async function loadTestDigits(task: TaskName, directory?: string, signal?: AbortSignal): Promise<LabelledRows> {
  return (await loadTask(task, directory, signal)).test;
}

function loadTask(task: TaskName, directory?: string, signal?: AbortSignal): Promise<TaskDigits> {
  return tasks[task].load({ ...(directory !== undefined && { directory }), ...(signal && { signal }) });
}

function firstRows(digits: LabelledRows, count: number): LabelledRows {
  const rows = Math.min(count, digits.y.length);
  return takeRows(
    digits,
    Array.from({ length: rows }, (_, row) => row),
  );
}

function split(train: LabelledRows, { validation, splitSeed }: Choice): SharedDigits {
  const { train: learn, test } = splitByClass(train.y, validation as number, byChance(splitSeed));
  if (test.length === 0) throw new EmptyDataError('validation', 'digits to choose a setting by', 'none');
  return { learn: share(takeRows(train, learn)), validation: share(takeRows(train, test)) };
}

function share({ x, y }: LabelledRows): SharedRows {
  const pixels = x instanceof ImageTensor ? x.bytes : x.data;
  return { pixels: shared(pixels), columns: x.shape[1], labels: shared(y) };
}

function shared<Numbers extends Uint8Array | Float32Array>(numbers: Numbers): Numbers {
  const copy = new (numbers.constructor as Float32ArrayConstructor)(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy as Numbers;
}

export function rowsOf({ pixels, columns, labels }: SharedRows): LabelledRows {
  return { x: asRows(pixels, columns), y: labels };
}

const BINARY_ROWS = 500;
const MNIST_PIXELS = 28 ** 2;
const BINARY_PIXELS = 20 ** 2;

/** The zeros and ones of MNIST's training set behind those that the binary task learns from. */
async function otherZerosAndOnes(signal?: AbortSignal): Promise<LabelledRows> {
  const { train } = await loadTenDigits(signal ? { signal } : {});
  const counts = [0, 0];
  const rows = Array.from(train.y.keys()).filter((row) => {
    const digit = train.y[row] as number;
    if (digit > 1) return false;
    counts[digit] = (counts[digit] as number) + 1;
    return (counts[digit] as number) > BINARY_ROWS;
  });
  const { x, y } = takeRows(train, rows);
  const bytes = (x as ImageTensor).bytes;
  const cut = new Uint8Array(rows.length * BINARY_PIXELS);
  rows.forEach((_, i) => {
    const image = bytes.subarray(i * MNIST_PIXELS, (i + 1) * MNIST_PIXELS);
    cutMiddle(image, cut.subarray(i * BINARY_PIXELS, (i + 1) * BINARY_PIXELS));
  });
  return { x: asRows(cut, BINARY_PIXELS), y };
}
