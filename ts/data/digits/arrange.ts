/** From raw digits to what `loadDigits` gives. */

import { FormatError } from '../../errors.ts';
import type { LabelledRows } from '../../tensor.ts';
import { ImageTensor } from '../../tensor.ts';
import { orderOfOnes, type PixelOrder, turnImages } from '../orientation.ts';
import { asRows, byChance, rowsByClass, splitByClass, takeRows } from '../split.ts';
import { classLabels } from './labels.ts';
import { type Digits, type LoadDigitsOptions, splitOf } from './options.ts';
import { invertPixels, isPaperLight, scalePixels } from './pixels.ts';
import type { RawDigits, RawPart } from './raw.ts';

/** Pixels of a side in the machine learning course's digits. */
const COURSE_SIDE = 20;

/** @throws FormatError, LabelError, NonFiniteError */
export async function arrange(raw: RawDigits, options: LoadDigitsOptions, turn: () => Promise<void>): Promise<Digits> {
  const parts: readonly RawPart[] = raw.test ? [raw.train, raw.test] : [raw.train];
  const { height, width } = checkParts(parts);
  const {
    ids,
    classNames,
    notices: labelNotices,
  } = classLabels(
    parts.map(({ labels }) => labels),
    raw.classNames,
  );
  await turn();
  const scaled = scalePixels(parts.map(({ images }) => images));
  await turn();
  const [first] = scaled.parts as [Uint8Array | Float32Array];
  const inverted = options.invert ?? isPaperLight(first, width, height, scaled.most);
  const upright = inverted ? scaled.parts.map((pixels) => invertPixels(pixels, scaled.most)) : scaled.parts;
  await turn();
  const ones = classNames[1] === '1' ? (rowsByClass(ids[0] as Uint8Array).get(1) ?? []) : [];
  // What lies column by column has its sides exchanged too.
  const seen = orderOfOnes(upright[0] as Uint8Array, width, height, ones);
  const { order, why, notice } = chooseOrder(
    raw,
    seen,
    options.order,
    first instanceof Float32Array && width === COURSE_SIDE,
  );
  const [columns, rows] = order === 'columns' ? [height, width] : [width, height];
  const turned = order === 'columns' ? upright.map((pixels) => turnImages(pixels, columns, rows)) : upright;
  await turn();
  const whole = turned.map((pixels, i) => ({ x: asRows(pixels, height * width), y: ids[i] as Uint8Array }));
  const { limit = Number.POSITIVE_INFINITY } = options;
  const limited = whole.map((part) => (part.y.length > limit ? takeRows(part, fairRows(part.y, limit)) : part));
  const { all, trainRows } = options.split === undefined ? joinParts(limited) : splitRows(limited, options.split);
  const slice = (start: number, end: number): LabelledRows => {
    const { x, y } = all;
    const columns = height * width;
    if (x instanceof ImageTensor) return { x: x.slice(start, end), y: y.subarray(start, end) };
    return { x: asRows(x.data.subarray(start * columns, end * columns), columns), y: y.subarray(start, end) };
  };
  const count = all.y.length;
  const test = trainRows < count ? slice(trainRows, count) : undefined;
  const number = (n: number) => n.toLocaleString('en-US');
  const sizes = `${number(count)} images of ${rows} x ${columns}, ${classNames.length} classes`;
  const held = test ? `, ${number(count - trainRows)} of them held out` : '';
  const done = [why, ...(inverted ? ['light and dark exchanged'] : [])].filter((part) => part !== '');
  return {
    images: all.x,
    labels: all.y,
    height: rows,
    width: columns,
    classNames,
    train: slice(0, trainRows),
    test,
    order,
    inverted,
    description: [`${raw.what}: ${sizes}${held}`, ...done].join('; '),
    notices: [...(raw.notices ?? []), ...labelNotices, ...scaled.notices, ...notice],
  };
}

/** The sides of all images, which are the same in all parts, as are the numbers of images and labels. */
function checkParts(parts: readonly RawPart[]): { height: number; width: number } {
  const [{ images: first }] = parts as [RawPart];
  for (const { images, labels } of parts) {
    if (images.height !== first.height || images.width !== first.width) {
      const expected = `images of ${first.height} x ${first.width}, as in ${first.name}`;
      throw new FormatError(images.name, expected, `${images.height} x ${images.width}`);
    }
    if (labels.values.length !== images.count) {
      throw new FormatError(labels.name, `${images.count} labels, one for each image`, `${labels.values.length}`);
    }
  }
  return first;
}

interface ChosenOrder {
  readonly order: PixelOrder;
  /** What the description says of it. */
  readonly why: string;
  readonly notice: readonly string[];
}

/** By the option, what is known of such data, and the ones; images that are turned are never so in silence. */
function chooseOrder(
  { order: known = 'rows' }: RawDigits,
  seen: PixelOrder | undefined,
  wanted: PixelOrder | undefined,
  likeTheCourse: boolean,
): ChosenOrder {
  const turned = 'turned, since it has its pixels by columns';
  if (wanted !== undefined)
    return { order: wanted, why: wanted === 'columns' ? 'turned from columns to rows' : '', notice: [] };
  if (known === 'columns') {
    if (seen !== 'rows') return { order: 'columns', why: turned, notice: [] };
    const notice =
      'such data usually have their pixels by columns, but the ones stand: the images are left as they are';
    return { order: 'rows', why: '', notice: [notice] };
  }
  if (known === 'perhaps columns') {
    if (seen === 'rows') return { order: 'rows', why: '', notice: [] };
    const notice = seen
      ? []
      : ["turned, as MATLAB's matrices usually have pixels by columns; { order: 'rows' } if these do not"];
    return { order: 'columns', why: turned, notice };
  }
  if (seen !== 'columns') return { order: 'rows', why: '', notice: [] };
  const why = likeTheCourse
    ? "turned, since these are the course's digits, which have their pixels by columns"
    : turned;
  const notice = "the images are turned, since their ones lie down; { order: 'rows' } leaves them as they are";
  return { order: 'columns', why, notice: likeTheCourse ? [] : [notice] };
}

/** The first rows of each class, as many of one as of the others, in their order. */
function fairRows(labels: Uint8Array, limit: number): number[] {
  const ranked = [...rowsByClass(labels).values()].flatMap((rows) => rows.map((row, rank) => ({ row, rank })));
  const least = ranked.sort((a, b) => a.rank - b.rank || a.row - b.row).slice(0, limit);
  return least.map(({ row }) => row).sort((a, b) => a - b);
}

interface JoinedRows {
  readonly all: LabelledRows;
  /** The rows before those that are held out. */
  readonly trainRows: number;
}

function joinParts([first, second]: readonly LabelledRows[]): JoinedRows {
  const train = first as LabelledRows;
  if (!second) return { all: train, trainRows: train.y.length };
  const [a, b] = [train, second].map(({ x }) => (x instanceof ImageTensor ? x.bytes : x.data)) as [
    Uint8Array,
    Uint8Array,
  ];
  const pixels = new (a.constructor as Uint8ArrayConstructor)(a.length + b.length);
  pixels.set(a);
  pixels.set(b, a.length);
  const y = new Uint8Array(train.y.length + second.y.length);
  y.set(train.y);
  y.set(second.y, train.y.length);
  return { all: { x: asRows(pixels, train.x.shape[1]), y }, trainRows: train.y.length };
}

function splitRows(parts: readonly LabelledRows[], split: NonNullable<LoadDigitsOptions['split']>): JoinedRows {
  const { all } = joinParts(parts);
  const { fraction, seed } = splitOf(split);
  const { train, test } = splitByClass(all.y, fraction, byChance(seed));
  return { all: takeRows(all, [...train, ...test]), trainRows: train.length };
}
