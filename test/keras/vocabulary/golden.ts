/** The cases that `make_vocabulary.py` had Keras run, and the formulas that make the same weights and data here. */

import { readdirSync, readFileSync } from 'node:fs';
import { uniform } from '../golden.ts';

/** The package's own description of something: every field present. */
export interface Described {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface GoldenSpec {
  readonly name: string;
  readonly seed: number;
  readonly inputShape: readonly number[];
  readonly layers: readonly (Described & { readonly name: string })[];
  readonly compile: {
    readonly optimizer: Described;
    readonly loss: Described;
    readonly metrics: readonly Described[];
    readonly weightedMetrics: readonly Described[];
  };
}

export type Targets = 'numbers' | 'positive' | 'bits' | 'signs' | 'oneHot' | 'distribution' | 'classes';

export interface GoldenRun {
  readonly rows: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly stepsPerEpoch?: number;
  readonly targets: Targets;
  /** What kernels are multiplied by. */
  readonly scale: number;
  readonly sampleWeight?: true;
  readonly classWeight?: Readonly<Record<string, number>>;
  readonly validation?: { readonly rows: number; readonly sampleWeight?: true };
}

/** All numbers of `metrics`, then of `weightedMetrics`; a metric of several numbers gives them one after the other. */
export interface Figures {
  readonly loss: number;
  readonly metrics: readonly number[];
}

export interface VocabularyCase {
  readonly spec: GoldenSpec;
  readonly run: GoldenRun;
  /** All variables after the run, end to end. */
  readonly weights: string;
  readonly epochs: readonly { readonly training: Figures; readonly validation?: Figures }[];
  readonly evaluation: Figures;
  /** Of the first rows. */
  readonly predictions: string;
}

const folder = new URL('../golden/vocabulary/', import.meta.url);

/** The files' names without `.json`. */
export const rooms = readdirSync(folder).map((file) => file.replace('.json', ''));

export function readRoom(name: string): readonly VocabularyCase[] {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as readonly VocabularyCase[];
}

/** Little-endian float32 in base64. */
export function decodeNumbers(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}

export const product = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);

/** Of all variables but kernels: the middle, and how far from it. */
const ranges: Readonly<Record<string, readonly [middle: number, limit: number]>> = {
  bias: [0, 0.5],
  gamma: [1, 0.3],
  beta: [0, 0.3],
  movingMean: [0, 0.3],
  movingVariance: [1, 0.5],
  alpha: [0.2, 0.1],
  mean: [0, 0.5],
  variance: [1, 0.5],
};

interface Variable {
  readonly name: string;
  readonly shape: readonly number[];
}

function variablesOf(layer: Described, inputs: number): readonly Variable[] {
  const perFeature = (...names: readonly string[]) => names.map((name) => ({ name, shape: [inputs] }));
  const affine = [...(layer.scale === true ? ['gamma'] : []), ...(layer.center === true ? ['beta'] : [])];
  switch (layer.type) {
    case 'dense': {
      const units = layer.units as number;
      const bias = layer.useBias ? [{ name: 'bias', shape: [units] }] : [];
      return [{ name: 'kernel', shape: [inputs, units] }, ...bias];
    }
    case 'batchNormalization':
      return perFeature(...affine, 'movingMean', 'movingVariance');
    case 'layerNormalization':
      return perFeature(...affine);
    case 'prelu':
      return perFeature('alpha');
    case 'normalization':
      return perFeature('mean', 'variance');
    default:
      return [];
  }
}

/** Kernels are Glorot-uniform times `scale`; variable i is stream i + 1. */
export function startingWeights({ inputShape, layers }: GoldenSpec, scale: number) {
  let features = product(inputShape);
  const variables = layers.flatMap((layer) => {
    const own = variablesOf(layer, features);
    if (layer.type === 'dense') features = layer.units as number;
    return own;
  });
  return variables.map(({ name, shape }, index) => {
    const [middle, limit] = ranges[name] ?? [0, scale * Math.sqrt(6 / ((shape[0] as number) + (shape[1] as number)))];
    return { shape, data: uniform(product(shape), limit, index + 1).map((value) => middle + value) };
  });
}

/** The last layer's units. */
export function outputsOf({ inputShape, layers }: GoldenSpec): number {
  const units = layers.flatMap((layer) => (layer.type === 'dense' ? [layer.units as number] : []));
  return units.at(-1) ?? product(inputShape);
}

export interface GoldenData {
  readonly x: { readonly shape: readonly number[]; readonly data: Float32Array };
  readonly y: { readonly shape: readonly number[]; readonly data: Float32Array } | Uint8Array;
  readonly sampleWeight: Float32Array | undefined;
}

const streams = { training: 100, validation: 110 } as const;

/** Rows, targets, and weights where the run has some. */
export function goldenData({ spec, run }: VocabularyCase, part: keyof typeof streams): GoldenData {
  const stream = streams[part];
  const { rows, sampleWeight } = part === 'training' ? run : (run.validation as { rows: number; sampleWeight?: true });
  const shape = [rows, ...spec.inputShape];
  return {
    x: { shape, data: uniform(product(shape), 1, stream) },
    y: goldenTargets(run.targets, rows, outputsOf(spec), stream),
    sampleWeight: sampleWeight && uniform(rows, 1, stream + 3).map((value) => value + 1),
  };
}

function goldenTargets(kind: Targets, rows: number, units: number, stream: number): GoldenData['y'] {
  const shape = [rows, units];
  const noise = uniform(rows * units, 1, stream + 1);
  if (kind === 'numbers') return { shape, data: noise };
  if (kind === 'positive') return { shape, data: noise.map((value) => (value + 1) / 2) };
  if (kind === 'bits' || kind === 'signs') {
    return { shape, data: noise.map((value) => (value >= 0 ? 1 : kind === 'bits' ? 0 : -1)) };
  }
  const classes = Uint8Array.from(uniform(rows, 1, stream + 2), (value) => ((value + 1) / 2) * Math.max(units, 2));
  if (kind === 'classes') return classes;
  const [other, chosen] = kind === 'oneHot' ? [0, 1] : [0.3 / units, 0.7 + 0.3 / units];
  const data = new Float32Array(rows * units).fill(other);
  classes.forEach((label, row) => {
    data[row * units + label] = chosen;
  });
  return { shape, data };
}
