/** Which of a file's arrays are images and which labels: by their names, else by their shapes. */

import { FormatError } from '../../errors.ts';
import { formatShape } from '../../inputs/tensor.ts';
import type { Tensor } from '../../tensor.ts';
import { imagesOf, type RawPart } from './raw.ts';
import { listed } from './source.ts';

/** An array by its name; text arrays are labels. */
export interface NamedArray {
  readonly name: string;
  readonly tensor: Tensor | { readonly data: readonly string[]; readonly shape: readonly number[] };
}

export interface PickedParts {
  readonly train: RawPart;
  readonly test: RawPart | undefined;
}

const imageNames = /^(?:x|images?|imgs?|data|features?|inputs?|pixels?|digits)$/;
const labelNames = /^(?:y|labels?|targets?|class(?:es)?|digit)$/;
const testWords = /(?:^|[^a-z])(?:te|test|testing|t10k|heldout|val|valid|validation)(?:$|[^a-z])/;
const partWords = /(^|[^a-z])(?:tr|te|train|training|test|testing|t10k|heldout|val|valid|validation)(?=$|[^a-z])/g;

type Role = 'images' | 'labels';

/** Whether a name says that it is of the part that is held out. */
export function namesTest(name: string): boolean {
  return testWords.test(name.toLowerCase());
}

function roleOf(name: string): Role | undefined {
  const words = name
    .toLowerCase()
    .replace(partWords, '$1')
    .split(/[^a-z0-9]+/);
  const word = words.filter((part) => part !== '').at(-1) ?? '';
  const bare = words.filter((part) => part !== '').join('_');
  if (labelNames.test(word) || labelNames.test(bare)) return 'labels';
  return imageNames.test(word) || imageNames.test(bare) ? 'images' : undefined;
}

/**
 * @param labels the name of the array with the labels, where the caller knows it
 * @param byColumns the arrays are MATLAB's
 * @throws FormatError that tells which arrays there are
 */
export function pickParts(
  arrays: readonly NamedArray[],
  file: string,
  labels: string | undefined,
  byColumns = false,
): PickedParts {
  const holds = () => listed(arrays.map(({ name, tensor }) => `${name} ${formatShape(tensor.shape)}`));
  const refuse = (expected: string) => new FormatError(file, expected, holds());
  if (labels !== undefined && !arrays.some(({ name }) => name === labels)) throw refuse(`an array '${labels}'`);
  const named = arrays.map((array) => ({
    array,
    role: array.name === labels ? 'labels' : roleOf(array.name),
    test: namesTest(array.name),
  }));
  const find = (role: Role, test: boolean) => {
    const found = named.filter((candidate) => candidate.role === role && candidate.test === test);
    const [only, other] = found.map(({ array }) => array);
    if (other && labels === undefined) throw refuse(`one array of ${role}${test ? ' to test with' : ''}`);
    return only;
  };
  const pair = (test: boolean) => {
    const [x, y] = [find('images', test), find('labels', test)];
    return x && y ? partOf(x, y, file, byColumns) : undefined;
  };
  const [train, test] = [pair(false), pair(true)];
  const spare = named.some(({ role, array }) => role === undefined && array.tensor.shape.length > 1);
  if (train || (test && !spare)) return { train: (train ?? test) as RawPart, test: train ? test : undefined };
  const byShape = pairsByShape(arrays);
  const [first, second] = byShape;
  if (!first || byShape.length > 2) throw refuse('images and their labels, named x and y, or images and labels');
  return {
    train: partOf(...first, file, byColumns),
    test: second && partOf(...second, file, byColumns),
  };
}

/** Arrays of two axes and more, each with one of labels that is as long. */
function pairsByShape(arrays: readonly NamedArray[]): [NamedArray, NamedArray][] {
  const isLabels = ({ tensor: { data, shape } }: NamedArray) => data.length > 0 && Math.max(...shape) === data.length;
  const free = arrays.filter(isLabels);
  return arrays
    .filter((array) => !isLabels(array) && array.tensor.shape.length > 1)
    .flatMap((images): [NamedArray, NamedArray][] => {
      const { shape } = images.tensor;
      const place = free.findIndex(({ tensor }) => [shape[0], shape.at(-1)].includes(tensor.data.length));
      const [labels] = place < 0 ? [] : free.splice(place, 1);
      return labels ? [[images, labels]] : [];
    });
}

function partOf(x: NamedArray, y: NamedArray, file: string, byColumns: boolean): RawPart {
  const [name, labelName] = [`${file}: ${x.name}`, `${file}: ${y.name}`];
  const { data } = x.tensor;
  if (Array.isArray(data)) throw new FormatError(name, 'numbers', 'text');
  const labels = labelsOf(y.tensor, labelName, x.tensor.shape);
  const tensor = { data: data as Tensor['data'], shape: x.tensor.shape };
  return { images: imagesOf(tensor, name, labels.length, byColumns), labels: { name: labelName, values: labels } };
}

/** A label an image: one axis, one more of length 1, or a row of 0s and a 1 (one-hot) an image. */
function labelsOf(
  { data, shape }: NamedArray['tensor'],
  name: string,
  images: readonly number[],
): ArrayLike<number | string> {
  const counts = [images[0], images.at(-1)];
  if (Math.max(...shape, 0) === data.length) return data;
  const [rows = 0, classes = 0] = shape;
  const oneHot = shape.length === 2 && counts.includes(rows) && typeof data[0] === 'number';
  if (!oneHot) throw new FormatError(name, 'a label for each image', `shape ${formatShape(shape)}`);
  return Float64Array.from({ length: rows }, (_, row) => {
    const line = Array.from({ length: classes }, (_, k) => data[row * classes + k]);
    const hot = line.indexOf(1);
    if (hot < 0 || line.some((value, k) => value !== (k === hot ? 1 : 0))) {
      throw new FormatError(name, 'one-hot rows of 0s and a 1', `something else in row ${row}`);
    }
    return hot;
  });
}
