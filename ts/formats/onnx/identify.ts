/** Which layer it is that makes `y` of the rows `x`. */

import { type ActivationSpec, activations } from '../../activations.ts';
import { formatShape, sizeOf } from '../../inputs/tensor.ts';
import { layers } from '../../layers.ts';
import { erf } from './erf.ts';
import { SELU_ALPHA, SELU_GAMMA } from './evaluate.ts';
import type { OnnxNode } from './proto.ts';
import { type Step, vector } from './step.ts';
import type { Values } from './tensors.ts';

export interface Tried {
  /** `rowsToTry`. */
  readonly x: Values;
  readonly y: Values;
  /** The axes of a row, which `x` has too unless one number stands for all. */
  readonly shape: readonly number[];
  readonly isUniform: boolean;
  readonly nodes: readonly OnnxNode[];
  readonly constants: ReadonlyMap<string, Values>;
  /** Rows are looked at as a whole. */
  readonly reduces: boolean;
}

type Found = Omit<Step, 'to'>;

export function identify(tried: Tried): Found | undefined {
  const { x, y, reduces } = tried;
  if (formatShape(x.dims) !== formatShape(y.dims)) return undefined;
  if (reduces) return ofRows(tried);
  return affine(tried) ?? activation(tried) ?? prelu(tried);
}

/** Constants are in 32 bits, and so told apart to some 1e-7. */
function alike(a: number, b: number, tolerance = 1e-6): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
}

/** `scale * x + offset`, of each number of a row; the first two rows are zeros and ones. */
function affine({ x, y, shape, isUniform, nodes }: Tried): Found | undefined {
  const count = sizeOf(x.dims.slice(1));
  const offset = Array.from(y.data.subarray(0, count));
  const scale = Array.from(y.data.subarray(count, 2 * count), (value, i) => value - (offset[i] as number));
  const holds = y.data.every((value, i) => {
    const k = i % count;
    return alike(value, (x.data[i] as number) * (scale[k] as number) + (offset[k] as number), 1e-9);
  });
  if (!holds || scale.some((value) => value === 0 || !Number.isFinite(Math.fround(value)))) return undefined;
  const [first = 0] = scale;
  const [start = 0] = offset;
  if (isUniform || (scale.every((value) => value === first) && offset.every((value) => value === start))) {
    return first === 1 && start === 0 ? {} : { layer: layers.rescaling(first, { offset: start }) };
  }
  if (shape.length !== 1) return undefined;
  if (nodes[0]?.op === 'Sub' && scale.every((value) => value > 0)) {
    const mean = offset.map((value, i) => -value / (scale[i] as number));
    return { layer: layers.normalization(), weights: [vector(mean), vector(scale.map((value) => 1 / value ** 2))] };
  }
  return scaled(scale, offset);
}

/** A batch normalization whose statistics are 0 and, with epsilon, 1. */
function scaled(scale: readonly number[], offset: readonly number[]): Found {
  const epsilon = 2 ** -10;
  const ones = scale.map(() => 1 - epsilon);
  const weights = [scale, offset, scale.map(() => 0), ones].map(vector);
  return { layer: layers.batchNormalization({ epsilon }), weights };
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const clip = (x: number, least: number, most: number) => Math.min(Math.max(x, least), most);

/** Activations of one number, and what they compute. */
const functions: readonly (readonly [ActivationSpec, (x: number) => number])[] = [
  [activations.relu(), (x) => Math.max(x, 0)],
  [activations.relu6(), (x) => clip(x, 0, 6)],
  [activations.sigmoid(), sigmoid],
  [activations.hardSigmoid(), (x) => clip(x / 6 + 0.5, 0, 1)],
  [activations.tanh(), Math.tanh],
  [activations.silu(), (x) => x * sigmoid(x)],
  [activations.mish(), (x) => x * Math.tanh(softplus(x))],
  [activations.softplus(), softplus],
  [activations.softsign(), (x) => x / (1 + Math.abs(x))],
  [activations.gelu(), (x) => (x / 2) * (1 + erf(x * Math.SQRT1_2))],
  [
    activations.gelu({ approximate: true }),
    (x) => (x / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  ],
  [activations.selu(), (x) => SELU_GAMMA * (x < 0 ? SELU_ALPHA * Math.expm1(x) : x)],
  [activations.exponential(), Math.exp],
];

function activation({ x, y }: Tried): Found | undefined {
  const is = (f: (x: number) => number) => y.data.every((value, i) => alike(value, f(x.data[i] as number)));
  const known = functions.find(([, f]) => is(f));
  if (known) return { layer: layers.activation(known[0]) };
  const atMinusOne = y.data[2 * sizeOf(x.dims.slice(1))] ?? 0; // the third row
  const slope = Math.fround(-atMinusOne);
  if (slope >= 0 && is((value) => (value < 0 ? slope * value : value))) {
    return { layer: layers.activation(activations.leakyRelu(slope)) };
  }
  const alpha = Math.fround(atMinusOne / Math.expm1(-1));
  return is((value) => (value < 0 ? alpha * Math.expm1(value) : value))
    ? { layer: layers.activation(activations.elu(alpha)) }
    : undefined;
}

/** A slope of its own below zero for each number of a flat row. */
function prelu({ x, y, shape: [features = 0, ...others] }: Tried): Found | undefined {
  if (others.length > 0 || x.dims[1] !== features) return undefined;
  const alpha = Array.from(y.data.subarray(2 * features, 3 * features), (value) => -value);
  const holds = y.data.every((value, i) => {
    const given = x.data[i] as number;
    return alike(value, given < 0 ? given * (alpha[i % features] as number) : given);
  });
  return holds ? { layer: layers.prelu(), weights: [vector(alpha)] } : undefined;
}

/** Layers of flat rows as a whole. */
function ofRows(tried: Tried): Found | undefined {
  if (tried.shape.length !== 1) return undefined;
  return softmaxes(tried) ?? layerNormalization(tried);
}

/** Each row of `x` by a function. */
function byRow({ x, shape: [features = 0] }: Tried, f: (row: Float64Array) => ArrayLike<number>): Float64Array {
  const rows = Array.from({ length: x.dims[0] ?? 0 }, (_, i) =>
    Array.from(f(x.data.subarray(i * features, (i + 1) * features) as Float64Array)),
  );
  return Float64Array.from(rows.flat());
}

function softmaxes(tried: Tried): Found | undefined {
  const logs = byRow(tried, (row) => {
    const total = Math.log(row.reduce((sum, value) => sum + Math.exp(value), 0));
    return row.map((value) => value - total);
  });
  const is = (f: (log: number) => number) => tried.y.data.every((value, i) => alike(value, f(logs[i] as number)));
  if (is((log) => log)) return { layer: layers.activation('logSoftmax') };
  return is(Math.exp) ? { layer: layers.activation('softmax') } : undefined;
}

/** `gamma (x - mean) / sqrt(variance + epsilon) + beta`, where epsilon is one of the constants. */
function layerNormalization(tried: Tried): Found | undefined {
  const {
    y,
    nodes,
    constants,
    shape: [features = 0],
  } = tried;
  const single = nodes.flatMap(({ inputs }) => inputs.map((input) => constants.get(input)));
  const epsilons = new Set(single.flatMap((values) => (values?.data.length === 1 ? [...values.data] : [])));
  for (const epsilon of epsilons) {
    if (!(epsilon > 0 && epsilon < 1)) continue;
    const normal = byRow(tried, (row) => {
      const mean = row.reduce((sum, value) => sum + value, 0) / features;
      const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / features;
      return row.map((value) => (value - mean) / Math.sqrt(variance + epsilon));
    });
    const at = (data: ArrayLike<number>, row: number, k: number) => data[row * features + k] as number;
    const gamma = Array.from({ length: features }, (_, k) => {
      const run = at(normal, 0, k) - at(normal, 1, k);
      return (at(y.data, 0, k) - at(y.data, 1, k)) / run;
    });
    const beta = gamma.map((value, k) => at(y.data, 0, k) - value * at(normal, 0, k));
    const holds = y.data.every((value, i) => {
      const k = i % features;
      return alike(value, (gamma[k] as number) * (normal[i] as number) + (beta[k] as number));
    });
    if (!holds) continue;
    return { layer: layers.layerNormalization({ epsilon }), weights: [vector(gamma), vector(beta)] };
  }
  return undefined;
}
