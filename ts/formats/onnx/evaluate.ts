/**
 * What a node computes, in 64 bits: of constants, of shapes (in which NaN stands for the number of rows), and of rows
 * that a stretch of the graph is tried with.
 */

import { ArgumentError } from '../../errors.ts';
import { sizeOf } from '../../inputs/tensor.ts';
import { erf } from './erf.ts';
import type { OnnxNode } from './proto.ts';
import type { Values } from './tensors.ts';

type Scalar = (...values: number[]) => number;

/** More than any arithmetic beside the layers has. */
const MOST_NUMBERS = 2 ** 21;

/** Nodes that look at one number of each input at a time. */
const elementwise: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ['Add', (a, b) => a + b],
  ['Sub', (a, b) => a - b],
  ['Mul', (a, b) => a * b],
  ['Div', (a, b) => a / b],
  ['Mod', (a, b) => a - b * Math.floor(a / b)],
  ['Pow', (a, b) => a ** b],
  ['Min', (...values) => Math.min(...values)],
  ['Max', (...values) => Math.max(...values)],
  ['Sum', (...values) => values.reduce((sum, value) => sum + value, 0)],
  ['Neg', (x) => -x],
  ['Abs', (x) => Math.abs(x)],
  ['Sign', (x) => Math.sign(x)],
  ['Sqrt', (x) => Math.sqrt(x)],
  ['Reciprocal', (x) => 1 / x],
  ['Exp', (x) => Math.exp(x)],
  ['Log', (x) => Math.log(x)],
  ['Erf', (x) => erf(x)],
  ['Tanh', (x) => Math.tanh(x)],
  ['Sigmoid', (x) => 1 / (1 + Math.exp(-x))],
  ['Softplus', (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))],
  ['Softsign', (x) => x / (1 + Math.abs(x))],
  ['Relu', (x) => Math.max(x, 0)],
  ['Identity', (x) => x],
  ['Dropout', (x) => x],
  ['Greater', (a, b) => Number(a > b)],
  ['GreaterOrEqual', (a, b) => Number(a >= b)],
  ['Less', (a, b) => Number(a < b)],
  ['LessOrEqual', (a, b) => Number(a <= b)],
  ['Equal', (a, b) => Number(a === b)],
  ['Not', (x) => Number(!x)],
  ['And', (a, b) => Number(a && b)],
  ['Or', (a, b) => Number(a || b)],
  ['Where', (condition, a, b) => (condition ? a : b)],
  ['PRelu', (x, slope) => (x < 0 ? x * slope : x)],
]);

/** Those that have numbers of their own. */
const withAttributes: ReadonlyMap<string, (node: OnnxNode) => Scalar> = new Map<string, (node: OnnxNode) => Scalar>([
  ['Elu', (node) => (x) => (x < 0 ? number(node, 'alpha', 1) * Math.expm1(x) : x)],
  ['LeakyRelu', (node) => (x) => (x < 0 ? number(node, 'alpha', 0.01) * x : x)],
  [
    'Selu',
    (node) => (x) =>
      number(node, 'gamma', SELU_GAMMA) * (x < 0 ? number(node, 'alpha', SELU_ALPHA) * Math.expm1(x) : x),
  ],
  [
    'HardSigmoid',
    (node) => (x) => Math.min(Math.max(number(node, 'alpha', 0.2) * x + number(node, 'beta', 0.5), 0), 1),
  ],
  [
    'Clip',
    (node) =>
      (x, least = number(node, 'min', -Infinity), most = number(node, 'max', Infinity)) =>
        Math.min(Math.max(x, least), most),
  ],
  ['Cast', castTo],
]);

export const SELU_ALPHA = 1.6732632423543772;
export const SELU_GAMMA = 1.0507009873554805;

/** Whole numbers are cut off, truths are 0 and 1. */
function castTo(node: OnnxNode): Scalar {
  const type = node.attributes.get('to')?.whole ?? 1;
  if (type === 1 || type === 10 || type === 11) return (x) => x;
  return type === 9 ? (x) => Number(x !== 0) : (x) => Math.trunc(x);
}

/** A number that a node has, or what it is without. */
export function number(node: OnnxNode, name: string, initial: number): number {
  return node.attributes.get(name)?.number ?? initial;
}

/** The same of whole numbers. */
export function whole(node: OnnxNode, name: string, initial: number): number {
  return node.attributes.get(name)?.whole ?? initial;
}

/** The kinds of node that `evaluate` knows, which look at each row by itself. */
export function isArithmetic({ op, domain }: OnnxNode): boolean {
  return isOwn(domain) && (elementwise.has(op) || withAttributes.has(op) || op in reductions);
}

/** Whether a domain is ONNX's own. */
export function isOwn(domain: string): boolean {
  return domain === '' || domain === 'ai.onnx';
}

/** Over the last axis. */
const reductions: Readonly<Record<string, (values: Float64Array) => number>> = Object.assign(Object.create(null), {
  ReduceMean: (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length,
  ReduceSum: (values: Float64Array) => values.reduce((sum, value) => sum + value, 0),
  ReduceMax: (values: Float64Array) => values.reduce((most, value) => Math.max(most, value), -Infinity),
});

export const isReduction = ({ op }: OnnxNode) => op in reductions;

/** The node's first output; undefined for a node that is not arithmetic. @throws ArgumentError */
export function evaluate(node: OnnxNode, inputs: readonly (Values | undefined)[]): Values | undefined {
  const scalar = elementwise.get(node.op) ?? withAttributes.get(node.op)?.(node);
  if (scalar) return mapValues(node, scalar, inputs);
  const [x, axes] = inputs;
  const reduce = reductions[node.op];
  if (reduce === undefined || x === undefined) return undefined;
  const along = node.attributes.get('axes')?.wholes ?? Array.from(axes?.data ?? []);
  const keeps = whole(node, 'keepdims', 1) === 1;
  const [axis] = along;
  if (along.length !== 1 || !keeps || (axis !== -1 && axis !== x.dims.length - 1)) {
    throw new ArgumentError(`node ${node.op} '${node.name}'`, 'a sum over the last axis, which stays', 'another');
  }
  const length = x.dims.at(-1) ?? 1;
  const rows = sizeOf(x.dims) / length;
  const data = Float64Array.from({ length: rows }, (_, row) =>
    reduce(Float64Array.from(x.data.subarray(row * length, (row + 1) * length))),
  );
  return { dims: [...x.dims.slice(0, -1), 1], data };
}

/** Applies a function to numbers in the same place, axes of length 1 standing for all (NumPy's broadcasting). */
function mapValues(node: OnnxNode, scalar: Scalar, inputs: readonly (Values | undefined)[]): Values {
  const rank = Math.max(0, ...inputs.map((values) => values?.dims.length ?? 0));
  const dims = Array.from({ length: rank }, (_, axis) =>
    inputs.reduce((most, values) => {
      const length = values?.dims[axis - rank + (values?.dims.length ?? 0)] ?? 1;
      if (length !== 1 && most !== 1 && length !== most) {
        throw new ArgumentError(`node ${node.op} '${node.name}'`, `axes of ${most}`, `${length}`);
      }
      return most === 1 ? length : most;
    }, 1),
  );
  if (sizeOf(dims) > MOST_NUMBERS) {
    throw new ArgumentError(`node ${node.op} '${node.name}'`, `at most ${MOST_NUMBERS} numbers`, `${sizeOf(dims)}`);
  }
  const data = new Float64Array(sizeOf(dims));
  const strides = inputs.map((values) => stridesOf(values?.dims ?? [], rank));
  const place = new Array<number>(rank).fill(0);
  for (let i = 0; i < data.length; i++) {
    const values = inputs.map((input, k) => {
      if (!input) return undefined as unknown as number; // so that a parameter's default holds
      const at = place.reduce((sum, index, axis) => sum + index * (strides[k]?.[axis] as number), 0);
      return input.data[at] as number;
    });
    data[i] = scalar(...values);
    for (let axis = rank - 1; axis >= 0; axis--) {
      place[axis] = (place[axis] as number) + 1;
      if ((place[axis] as number) < (dims[axis] as number)) break;
      place[axis] = 0;
    }
  }
  return { dims, data };
}

/** Steps from one number to the next along each axis; 0 along those of length 1. */
function stridesOf(dims: readonly number[], rank: number): number[] {
  const strides = new Array<number>(rank).fill(0);
  let step = 1;
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    const length = dims[axis] as number;
    strides[rank - dims.length + axis] = length === 1 ? 0 : step;
    step *= length;
  }
  return strides;
}
