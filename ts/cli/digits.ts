/** The digits that `--data` names, of any kind that loadDigits reads, in the form that a task wants. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cutMiddle } from '../data/binary-digits.ts';
import type { Digits } from '../data/digits/options.ts';
import { loadDigits, type PixelOrder } from '../data/node.ts';
import { asRows, evenly, splitByClass, takeRows } from '../data/split.ts';
import { loadBinaryDigits, loadMnist } from '../data.ts';
import { EmptyDataError, LabelError, ShapeError } from '../errors.ts';
import { ImageTensor, type LabelledRows, type Tensor2D, type TrainTestSplit } from '../tensor.ts';

/** Where digits come from. */
export interface DigitSource {
  /** A file or folder of any kind; default: MNIST, where loadMnist finds it. */
  readonly directory?: string;
  /** How the pixels of an image follow each other, where the data do not tell. */
  readonly order?: PixelOrder;
  readonly signal?: AbortSignal;
}

/** Digits to learn from and digits to judge by. */
export interface TaskDigits extends TrainTestSplit<Tensor2D> {
  /** What the data were taken for and what seems wrong with them, to be told. */
  readonly lines: readonly string[];
}

/** Held out where the data hold nothing out themselves. */
const TEST_SHARE = 0.2;
/** Of each digit, where MNIST itself is learnt from. */
const BINARY_ROWS = 500;
const MNIST_SIDE = 28;
const BINARY_SIDE = 20;

/** @throws what loadDigits throws, ShapeError for images that are not 28 x 28, LabelError for a label above 9 */
export async function loadTenDigits(source: DigitSource = {}): Promise<TaskDigits> {
  const { directory, order, signal } = source;
  if (directory === undefined) return { ...(await loadMnist({ ...(signal && { signal }) })), lines: [] };
  const digits = await loadDigits(directory, { ...(order && { order }), ...(signal && { signal }) });
  checkSides(directory, digits, [MNIST_SIDE]);
  const most = digits.labels.reduce((a, b) => Math.max(a, b), 0);
  if (most > 9) throw new LabelError(directory, 'labels from 0 to 9', `${digits.classNames[most]}`);
  return { ...partsOf(digits), lines: linesOf(digits) };
}

/** @throws what loadBinaryDigits and loadDigits throw, and EmptyDataError where there are no zeros or no ones */
export async function loadZerosAndOnes(source: DigitSource = {}): Promise<TaskDigits> {
  const { directory, order, signal } = source;
  if (directory === undefined) return { ...(await loadBinaryDigits({ ...(signal && { signal }) })), lines: [] };
  const [x, y] = [join(directory, 'X.npy'), join(directory, 'y.npy')];
  if (existsSync(x) && existsSync(y)) {
    const own = await loadBinaryDigits({ x, y, ...(order && { order }) });
    return { ...own, lines: own.notices };
  }
  const digits = await loadDigits(directory, { ...(order && { order }), ...(signal && { signal }) });
  checkSides(directory, digits, [BINARY_SIDE, MNIST_SIDE]);
  const { train, test } = partsOf(digits);
  const most = digits.test && digits.width === MNIST_SIDE ? BINARY_ROWS : Number.POSITIVE_INFINITY;
  const chosen = { train: zerosAndOnes(train, directory, most), test: zerosAndOnes(test, directory) };
  return { ...chosen, lines: linesOf(digits) };
}

function linesOf({ description, notices }: Digits): string[] {
  return [description, ...notices];
}

function checkSides(directory: string, { width, height }: Digits, sides: readonly number[]): void {
  if (width === height && sides.includes(width)) return;
  throw new ShapeError(
    directory,
    `images of ${sides.map((side) => `${side} x ${side}`).join(' or ')}`,
    `${height} x ${width}`,
  );
}

function partsOf(digits: Digits): { train: LabelledRows; test: LabelledRows } {
  if (digits.test) return { train: digits.train, test: digits.test };
  const { train, test } = splitByClass(digits.labels, TEST_SHARE, evenly);
  return { train: takeRows(digits.train, train), test: takeRows(digits.train, test) };
}

/** The first images of either digit, `most` at most, in their order, as 20 x 20 pixels. */
function zerosAndOnes(part: LabelledRows, directory: string, most = Number.POSITIVE_INFINITY): LabelledRows {
  const counts = [0, 0];
  const rows = Array.from(part.y.keys()).filter((row) => {
    const digit = part.y[row] as number;
    const count = counts[digit] ?? most;
    if (count < most) counts[digit] = count + 1;
    return count < most;
  });
  const missing = counts.indexOf(0);
  if (missing >= 0) throw new EmptyDataError(directory, `images of the digit ${missing}`, 'none');
  const { x, y } = takeRows(part, rows);
  if (x.shape[1] === BINARY_SIDE ** 2) return { x, y };
  return { x: x instanceof ImageTensor ? middle(x.bytes) : middle(x.data), y };
}

function middle(images: Uint8Array | Float32Array): Tensor2D {
  const [from, to] = [MNIST_SIDE ** 2, BINARY_SIDE ** 2];
  const cut = new (images.constructor as Uint8ArrayConstructor)((images.length / from) * to);
  for (let i = 0; i < images.length / from; i++) {
    cutMiddle<Uint8Array | Float32Array>(images.subarray(i * from, (i + 1) * from), cut.subarray(i * to, (i + 1) * to));
  }
  return asRows(cut, to);
}
