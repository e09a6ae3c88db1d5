/** Zeros and ones in 20 x 20 pixels, for the binary task: from MNIST, or the user's own X.npy and y.npy. */

import { EmptyDataError, FileError, LabelError, NonFiniteError, OptionError, ShapeError } from '../errors.ts';
import { formatShape } from '../inputs/tensor.ts';
import { checkNumber, checkOptions, describe } from '../options.ts';
import { platform } from '../platform.ts';
import { ImageTensor, type LabelledRows, type Tensor, type Tensor2D, type TrainTestSplit } from '../tensor.ts';
import { type LoadMnistOptions, loadMnist, mnistOptionNames } from './mnist.ts';
import { parseNpy } from './npy.ts';

/** The user's own digits. */
export interface OwnDigitsOptions {
  /** `.npy` of n x 400 numbers, an image a row: a path (not in browsers) or the file's bytes. */
  readonly x: string | Uint8Array;
  /** `.npy` of n or n x 1 labels, 0 or 1: a path (not in browsers) or the file's bytes. */
  readonly y: string | Uint8Array;
  /** Share of the rows to hold out as `test`, 0 (none) to less than 1; evenly spread over the rows. Default 0.2. */
  readonly testFraction?: number;
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
 * With `x` and `y` from the user's own NumPy files: of their first 1,000 rows (in the course file of 5,000 rows, those
 * are the zeros and ones), one in five is held out as `test`, since there is no other data that the model has not
 * seen. Values stay as they are, negative ones too.
 *
 * @throws OptionError for an unknown option or a `testFraction` outside [0, 1).
 * @throws FileError if a file is not there or cannot be read.
 * @throws FormatError if a file is not what it should be.
 * @throws ShapeError if `x` is not n x 400, or `y` is not a label a row.
 * @throws EmptyDataError if there are no rows.
 * @throws NonFiniteError for a NaN or infinity in the rows that are used.
 * @throws LabelError for a label other than 0 or 1 in the rows that are used.
 */
export function loadBinaryDigits(options: OwnDigitsOptions): Promise<TrainTestSplit<Tensor2D>>;
export function loadBinaryDigits(options?: LoadMnistOptions): Promise<TrainTestSplit>;
export async function loadBinaryDigits(
  options: OwnDigitsOptions | LoadMnistOptions = {},
): Promise<TrainTestSplit<Tensor2D>> {
  const own = ['x', 'y', 'testFraction'] as const;
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
export function cutMiddle(image: Uint8Array, target: Uint8Array): void {
  for (let line = 0; line < SIDE; line++) {
    const start = (MARGIN + line) * MNIST_SIDE + MARGIN;
    target.set(image.subarray(start, start + SIDE), line * SIDE);
  }
}

async function loadOwn({ x, y, testFraction = 0.2 }: OwnDigitsOptions): Promise<TrainTestSplit<Tensor2D>> {
  checkNumber('testFraction', testFraction, 'a number from 0 to less than 1', (value) => value >= 0 && value < 1);
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
  const used = Math.min(count, ROWS);
  const pixels = readPixels(images, used);
  const classes = readClasses(labels, used);

  const heldOut = (row: number) => Math.floor((row + 1) * testFraction) > Math.floor(row * testFraction);
  const rows = Array.from({ length: used }, (_, row) => row);
  const take = (chosen: number[]): LabelledRows<Tensor2D> => {
    const data = new Float32Array(chosen.length * PIXELS);
    chosen.forEach((row, i) => {
      data.set(pixels.subarray(row * PIXELS, (row + 1) * PIXELS), i * PIXELS);
    });
    const y = Uint8Array.from(chosen, (row) => classes[row] as number);
    return { x: { data, shape: [chosen.length, PIXELS] }, y };
  };
  return { train: take(rows.filter((row) => !heldOut(row))), test: take(rows.filter(heldOut)) };
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

function readPixels({ data, name }: NamedTensor, rows: number): Float32Array {
  const pixels = new Float32Array(data.subarray(0, rows * PIXELS));
  const bad = pixels.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const place = `row ${Math.floor(bad / PIXELS)}, column ${bad % PIXELS}`;
    throw new NonFiniteError(name, 'finite 32-bit floats', `${data[bad]} at ${place}`);
  }
  return pixels;
}

function readClasses({ data, name }: NamedTensor, rows: number): Uint8Array {
  for (let row = 0; row < rows; row++) {
    const label = data[row] as number;
    const fault = Number.isFinite(label) ? LabelError : NonFiniteError;
    if (label !== 0 && label !== 1) throw new fault(name, 'labels 0 or 1', `${label} at row ${row}`);
  }
  return Uint8Array.from(data.subarray(0, rows));
}
