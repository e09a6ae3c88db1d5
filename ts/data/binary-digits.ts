/** Zeros and ones in 20 x 20 pixels, for the binary task: from MNIST, or the user's own X.npy and y.npy. */

import { EmptyDataError, FileError, LabelError, NonFiniteError, OptionError, ShapeError } from '../errors.ts';
import { formatShape } from '../inputs/tensor.ts';
import { checkName, checkNumber, checkOptions, describe } from '../options.ts';
import { platform } from '../platform.ts';
import { ImageTensor, type LabelledRows, type Tensor, type Tensor2D, type TrainTestSplit } from '../tensor.ts';
import { type LoadMnistOptions, loadMnist, mnistOptionNames } from './mnist.ts';
import { parseNpy } from './npy.ts';
import { orderOfOnes, type PixelOrder, turnImages } from './orientation.ts';
import { evenly, splitByClass, takeRows } from './split.ts';

/** The user's own digits. */
export interface OwnDigitsOptions {
  /** `.npy` of n x 400 numbers, an image a row: a path (not in browsers) or the file's bytes. */
  readonly x: string | Uint8Array;
  /** `.npy` of n or n x 1 labels, 0 or 1: a path (not in browsers) or the file's bytes. */
  readonly y: string | Uint8Array;
  /** Share of each digit's rows to hold out as `test`, 0 (none) to less than 1; evenly spread over them. Default 0.2. */
  readonly testFraction?: number;
  /** How the pixels of an image follow each other in `x`. Default: by columns where the ones lie down, else by rows. */
  readonly order?: PixelOrder;
}

/** The user's own digits, loaded. */
export interface OwnBinaryDigits extends TrainTestSplit<Tensor2D> {
  /** How `x` had the pixels of an image; here they are by rows. */
  readonly order: PixelOrder;
  /** What was done to the images, or seems wrong with them. */
  readonly notices: readonly string[];
}

const MNIST_SIDE = 28;
const SIDE = 20;
const MARGIN = (MNIST_SIDE - SIDE) / 2;
const PIXELS = SIDE * SIDE;
const ROWS = 1000;

/**
 * Loads zeros and ones. `x` has a row of 400 pixels an image (20 x 20, unrolled by rows), `y` its digit, 0 or 1.
 *
 * By default from MNIST, which is looked for as by `loadMnist`: `train` is its first 500 training zeros and first 500
 * training ones, `test` all its 980 test zeros and 1,135 test ones, in the files' order, pixels in [0, 1]. Each image
 * is the middle 20 x 20 pixels of MNIST's 28 x 28: so the digit's centre of mass stays in the middle, and 1.4 % of the
 * ink, at the ends of slanted and wide digits, is cut off.
 *
 * With `x` and `y` from the user's own NumPy files: all rows with a label of 0 or 1, wherever they are; of each digit one
 * in five is held out as `test`, since there is no other data that the model has not seen. Values stay as they are,
 * negative ones too. Images whose ones lie down have their pixels by columns, as the machine learning course's files: they
 * are turned, and `notices` says so.
 *
 * @throws OptionError for an unknown option or a `testFraction` outside [0, 1).
 * @throws FileError if a file is not there or cannot be read.
 * @throws FormatError if a file is not what it should be.
 * @throws ShapeError if `x` is not n x 400, or `y` is not a label a row.
 * @throws EmptyDataError if there are no rows, or none of one digit.
 * @throws NonFiniteError for a NaN or infinity among the labels, or in the images of zeros and ones.
 * @throws LabelError for a label that is no whole number.
 * @example
 * ```js
 * import { loadBinaryDigits } from 'inkgrad';
 *
 * const { train, test } = await loadBinaryDigits({ directory: 'mnist' }); // or { x: 'x.npy', y: 'y.npy' }
 * console.log(train.x.shape[1], [...new Set(test.y)].sort()); // prints 400 [ 0, 1 ]
 * ```
 */
export function loadBinaryDigits(options: OwnDigitsOptions): Promise<OwnBinaryDigits>;
export function loadBinaryDigits(options?: LoadMnistOptions): Promise<TrainTestSplit>;
export async function loadBinaryDigits(
  options: OwnDigitsOptions | LoadMnistOptions = {},
): Promise<TrainTestSplit<Tensor2D>> {
  const own = ['x', 'y', 'testFraction', 'order'] as const;
  checkOptions('options', options, [...own, ...mnistOptionNames]);
  if (!own.some((name) => name in options)) {
    const { train, test } = await loadMnist(options as LoadMnistOptions);
    return { train: zerosAndOnes(train, ROWS / 2), test: zerosAndOnes(test, Number.POSITIVE_INFINITY) };
  }
  checkOptions('options with x and y', options, own);
  return loadOwn(options as OwnDigitsOptions);
}

/** The first images of either digit, `most` at most, in their order. */
function zerosAndOnes({ x, y }: LabelledRows<ImageTensor>, most: number): LabelledRows<ImageTensor> {
  const counts = [0, 0];
  const rows: number[] = [];
  y.forEach((digit, row) => {
    const count = counts[digit] ?? most;
    if (count < most) {
      counts[digit] = count + 1;
      rows.push(row);
    }
  });
  if (rows.length === 0) throw new EmptyDataError('MNIST', 'zeros and ones', 'neither');
  const bytes = new Uint8Array(rows.length * PIXELS);
  rows.forEach((row, i) => {
    cutMiddle(x.slice(row, row + 1).bytes, bytes.subarray(i * PIXELS, (i + 1) * PIXELS));
  });
  return { x: new ImageTensor(bytes, [rows.length, PIXELS]), y: Uint8Array.from(rows, (row) => y[row] as number) };
}

/** Copies the middle 20 x 20 pixels of an image of 28 x 28 to `target`. */
export function cutMiddle<Pixels extends Uint8Array | Float32Array>(image: Pixels, target: Pixels): void {
  for (let line = 0; line < SIDE; line++) {
    const start = (MARGIN + line) * MNIST_SIDE + MARGIN;
    target.set(image.subarray(start, start + SIDE), line * SIDE);
  }
}

async function loadOwn({ x, y, testFraction = 0.2, order }: OwnDigitsOptions): Promise<OwnBinaryDigits> {
  checkNumber('testFraction', testFraction, 'a number from 0 to less than 1', (value) => value >= 0 && value < 1);
  if (order !== undefined) checkName('order', order, ['rows', 'columns']);
  const images = await readNpy('x', x);
  const [count = 0, columns] = images.shape;
  if (images.shape.length !== 2 || columns !== PIXELS) {
    throw new ShapeError(images.name, `[rows, ${PIXELS}]`, formatShape(images.shape));
  }
  if (count === 0) throw new EmptyDataError(images.name, 'at least one row', 'none');
  const labels = await readNpy('y', y);
  const [labelCount, labelColumns = 1] = labels.shape;
  if (labels.shape.length > 2 || labelCount !== count || labelColumns !== 1) {
    throw new ShapeError(
      labels.name,
      `[${count}] or [${count}, 1], a label for each row of x`,
      formatShape(labels.shape),
    );
  }
  const rows = rowsOfZerosAndOnes(labels);
  const all = { x: takePixels(images, rows), y: Uint8Array.from(rows, (row) => labels.data[row] as number) };
  const upright = turnUpright(all, order);
  const split = splitByClass(all.y, testFraction, evenly);
  return {
    train: takeRows(upright, split.train) as LabelledRows<Tensor2D>,
    test: takeRows(upright, split.test) as LabelledRows<Tensor2D>,
    order: upright.order,
    notices: upright.notices,
  };
}

/** Ones that lie down tell that rows and columns are exchanged; with an order given, nothing is said. */
function turnUpright({ x, y }: LabelledRows, wanted: PixelOrder | undefined) {
  const ones = Array.from(y.keys()).filter((row) => y[row] === 1);
  const order = wanted ?? orderOfOnes(x.data, SIDE, SIDE, ones) ?? 'rows';
  if (order === 'rows') return { x, y, order, notices: [] };
  const notice = 'the images are turned, since their ones lie down: they have their pixels by columns';
  const turned = { data: turnImages(x.data, SIDE, SIDE), shape: x.shape };
  return { x: turned, y, order, notices: wanted ? [] : [notice] };
}

interface NamedTensor extends Tensor {
  /** What error messages call it: the argument, and the path where there is one. */
  readonly name: string;
}

async function readNpy(argument: 'x' | 'y', file: string | Uint8Array): Promise<NamedTensor> {
  if (typeof file === 'object' && file !== null) return { name: argument, ...parseNpy(file, argument) };
  if (typeof file !== 'string')
    throw new OptionError(argument, 'a path or the bytes (Uint8Array) of a .npy file', describe(file));
  const { files } = platform();
  if (!files) throw new OptionError(argument, 'the bytes of a .npy file, as there are no files here', `'${file}'`);
  const bytes = await files.read(file);
  if (!bytes) throw new FileError(`${argument}: there is no file ${file}`);
  const name = `${argument} (${file})`;
  return { name, ...parseNpy(bytes, name) };
}

/** The rows named, as 32-bit floats. */
function takePixels({ data, name }: NamedTensor, rows: readonly number[]): Tensor2D {
  const pixels = new Float32Array(rows.length * PIXELS);
  rows.forEach((row, i) => {
    pixels.set(data.subarray(row * PIXELS, (row + 1) * PIXELS), i * PIXELS);
  });
  const bad = pixels.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const [row, column] = [rows[Math.floor(bad / PIXELS)] as number, bad % PIXELS];
    throw new NonFiniteError(
      name,
      'finite 32-bit floats',
      `${data[row * PIXELS + column]} at row ${row}, column ${column}`,
    );
  }
  return { data: pixels, shape: [rows.length, PIXELS] };
}

/** In the order of the file. */
function rowsOfZerosAndOnes({ data, name }: NamedTensor): number[] {
  data.forEach((label, row) => {
    const fault = Number.isFinite(label) ? LabelError : NonFiniteError;
    if (!Number.isInteger(label)) throw new fault(name, 'whole numbers, 0 and 1 among them', `${label} at row ${row}`);
  });
  const rows = Array.from(data.keys()).filter((row) => data[row] === 0 || data[row] === 1);
  for (const digit of [0, 1]) {
    if (!data.includes(digit)) {
      const found = [...new Set(data)].sort((a, b) => a - b).slice(0, 12);
      const hint =
        digit === 0 && found.includes(10) ? "; where 10 means 0, as in MATLAB's files, loadDigits knows it" : '';
      throw new EmptyDataError(
        name,
        `rows with the label ${digit}`,
        `none (the labels are ${found.join(', ')}${hint})`,
      );
    }
  }
  return rows;
}
