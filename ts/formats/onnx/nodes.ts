/** Nodes that are a layer each. */

import { type ActivationSpec, activations } from '../../activations.ts';
import { ArgumentError } from '../../errors.ts';
import { formatShape, sizeOf } from '../../inputs/tensor.ts';
import { layers } from '../../layers.ts';
import { isOwn, number, SELU_ALPHA, SELU_GAMMA, whole } from './evaluate.ts';
import type { Graph } from './graph.ts';
import type { OnnxNode } from './proto.ts';
import { type Step, vector } from './step.ts';

interface At {
  readonly graph: Graph;
  readonly node: OnnxNode;
  /** The value that comes in, and the axes of its rows. */
  readonly value: string;
  readonly shape: readonly number[];
  /** The version of the operators. */
  readonly opset: number;
}

/** Undefined for a node whose options no layer has. */
type Reader = (at: At) => Step | undefined;

/** What is said of a node. */
export function described({ op, name }: OnnxNode): string {
  return name === '' ? `node ${op}` : `node ${op} '${name}'`;
}

/** The layer of a node, if it alone is one. @throws ArgumentError */
export function readNode(at: At): Step | undefined {
  const { op, domain } = at.node;
  if (domain === 'ai.onnx.ml') return op === 'Scaler' ? scaler(at) : undefined;
  const reader = isOwn(domain) ? readers.get(op) : undefined;
  // Where the value goes in is where the node's data go in.
  if (!reader || at.node.inputs[0] !== at.value) return undefined;
  return reader(at);
}

const to = ({ outputs }: OnnxNode) => outputs[0] ?? '';

/** A layer that is an activation, if the node's options are those of one of ours. */
function activation(read: (at: At) => ActivationSpec | undefined): Reader {
  return (at) => {
    const found = read(at);
    return found && { layer: layers.activation(found), to: to(at.node) };
  };
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

/** Over the last of two axes. */
function isLastAxis({ node, opset, shape }: At): boolean {
  const axis = whole(node, 'axis', opset >= 13 ? -1 : 1);
  return shape.length === 1 && (axis === -1 || axis === 1);
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Gemm', gemm],
  ['MatMul', matMul],
  ['BatchNormalization', batchNormalization],
  ['LayerNormalization', layerNormalization],
  ['Relu', activation(() => activations.relu())],
  ['Sigmoid', activation(() => activations.sigmoid())],
  ['Tanh', activation(() => activations.tanh())],
  ['Softplus', activation(() => activations.softplus())],
  ['Softsign', activation(() => activations.softsign())],
  ['Mish', activation(() => activations.mish())],
  ['Exp', activation(() => activations.exponential())],
  ['Elu', activation(({ node }) => activations.elu(number(node, 'alpha', 1)))],
  ['LeakyRelu', activation(({ node }) => activations.leakyRelu(number(node, 'alpha', 0.01)))],
  [
    'Gelu',
    activation(({ node }) => activations.gelu({ approximate: node.attributes.get('approximate')?.text === 'tanh' })),
  ],
  [
    'Selu',
    activation(({ node }) => {
      const usual =
        near(number(node, 'alpha', SELU_ALPHA), SELU_ALPHA) && near(number(node, 'gamma', SELU_GAMMA), SELU_GAMMA);
      return usual ? activations.selu() : undefined;
    }),
  ],
  ['Softmax', activation((at) => (isLastAxis(at) ? activations.softmax() : undefined))],
  ['LogSoftmax', activation((at) => (isLastAxis(at) ? activations.logSoftmax() : undefined))],
  ['PRelu', prelu],
  ['Dropout', dropout],
  ['Identity', ({ node }) => ({ to: to(node) })],
  ['Cast', cast],
  ['Flatten', ({ node, shape }) => (whole(node, 'axis', 1) === 1 ? reshape(node, shape, [sizeOf(shape)]) : undefined)],
  ['Reshape', readReshape],
  ['Unsqueeze', unsqueeze],
  [
    'Squeeze',
    ({ node, shape }) => reshape(node, shape, shape.length > 1 ? shape.filter((length) => length > 1) : shape),
  ],
]);

function scaler({ node, shape: [features = 0] }: At): Step {
  const list = (name: string, initial: number) => {
    const numbers = node.attributes.get(name)?.numbers ?? [];
    const [one = initial] = numbers;
    if (numbers.length > 1 && numbers.length !== features) {
      throw new ArgumentError(`${described(node)}: ${name}`, `${features} numbers`, `${numbers.length}`);
    }
    return numbers.length > 1 ? numbers : new Array<number>(features).fill(one);
  };
  const variances = list('scale', 1).map((scale) => 1 / scale ** 2);
  return { layer: layers.normalization(), weights: [vector(list('offset', 0)), vector(variances)], to: to(node) };
}

/** `alpha x . B + beta C`, B transposed or not. */
function gemm({ graph, node, shape }: At): Step | undefined {
  if (whole(node, 'transA', 0) !== 0) return undefined;
  const bias = graph.constant(node.inputs[2]);
  if ((node.inputs[2] ?? '') !== '' && !bias) return undefined;
  const beta = number(node, 'beta', 1);
  const scaled = bias?.data.map((value) => value * beta);
  return dense(graph, node, shape, {
    isTransposed: whole(node, 'transB', 0) === 1,
    alpha: number(node, 'alpha', 1),
    bias: scaled,
  });
}

function matMul({ graph, node, shape }: At): Step | undefined {
  return dense(graph, node, shape, { isTransposed: false, alpha: 1, bias: undefined });
}

interface Product {
  readonly isTransposed: boolean;
  readonly alpha: number;
  readonly bias: Float32Array | Float64Array | undefined;
}

function dense(graph: Graph, node: OnnxNode, shape: readonly number[], product: Product): Step | undefined {
  const matrix = graph.matrix(node.inputs[1], product.isTransposed);
  if (!matrix) return undefined;
  const [inputs, units] = matrix.dims as [number, number];
  if (shape.length !== 1 || shape[0] !== inputs) {
    throw new ArgumentError(described(node), `rows of ${inputs} numbers`, formatShape(shape));
  }
  const kernel = matrix.data instanceof Float32Array ? matrix.data : Float32Array.from(matrix.data);
  if (product.alpha !== 1) for (let i = 0; i < kernel.length; i++) kernel[i] = (kernel[i] as number) * product.alpha;
  const added = product.bias ? { bias: product.bias, to: to(node) } : biasOf(graph, to(node), units);
  const bias = added?.bias;
  if (bias && bias.length !== units && bias.length !== 1) {
    throw new ArgumentError(described(node), `a bias of ${units} numbers`, `${bias.length}`);
  }
  const all = bias && (bias.length === units ? bias : new Float32Array(units).fill(bias[0] as number));
  return {
    layer: layers.dense(units, { useBias: bias !== undefined }),
    weights: [{ data: kernel, shape: [inputs, units] }, ...(all ? [vector(all)] : [])],
    to: added?.to ?? to(node),
  };
}

/** What is added to a product, and nothing else is done with it. */
function biasOf(graph: Graph, product: string, units: number) {
  const [add, ...others] = graph.takers(product);
  if (add?.op !== 'Add' || !isOwn(add.domain) || others.length > 0 || graph.outputs.has(product)) return undefined;
  const values = graph.constant(add.inputs.find((input) => input !== product));
  const isVector = values && values.data.length === units && (values.dims.at(-1) ?? 1) === units;
  return isVector ? { bias: values.data, to: to(add) } : undefined;
}

/** Vectors of as many numbers as a flat row has; undefined if one is missing. */
function vectors({ graph, node, shape }: At, names: readonly string[]) {
  const found = names.map((_, i) => graph.constant(node.inputs[i + 1]));
  if (found.some((values) => !values)) return undefined;
  return found.map((values, i) => {
    const count = values?.data.length;
    if (shape.length === 1 && count === shape[0]) return vector(values?.data ?? []);
    throw new ArgumentError(`${described(node)}: ${names[i]}`, `${formatShape(shape)} numbers`, `${count}`);
  });
}

function batchNormalization(at: At): Step | undefined {
  const { node } = at;
  const weights = vectors(at, ['scale', 'B', 'mean', 'var']);
  if (!weights || whole(node, 'training_mode', 0) !== 0) return undefined;
  const momentum = number(node, 'momentum', 0.9);
  const layer = layers.batchNormalization({ epsilon: number(node, 'epsilon', 1e-5), momentum });
  return { layer, weights, to: to(node) };
}

function layerNormalization(at: At): Step | undefined {
  const { node, shape } = at;
  const center = (node.inputs[2] ?? '') !== '';
  const weights = vectors(at, center ? ['scale', 'B'] : ['scale']);
  const axis = whole(node, 'axis', -1);
  if (!weights || (axis !== -1 && axis !== shape.length)) return undefined;
  const layer = layers.layerNormalization({ epsilon: number(node, 'epsilon', 1e-5), center });
  return { layer, weights, to: to(node) };
}

function prelu({ graph, node, shape: [features = 0, ...others] }: At): Step | undefined {
  const slope = graph.constant(node.inputs[1])?.data;
  if (!slope || others.length > 0 || (slope.length !== 1 && slope.length !== features)) return undefined;
  const alpha = slope.length === features ? slope : new Float32Array(features).fill(slope[0] as number);
  return { layer: layers.prelu(), weights: [vector(alpha)], to: to(node) };
}

/** In training, of which a graph for predictions has none, it would drop a share. */
function dropout({ graph, node }: At): Step {
  const rate = node.attributes.get('ratio')?.number ?? graph.constant(node.inputs[1])?.data[0] ?? 0.5;
  return { layer: layers.dropout(rate), to: to(node) };
}

/** To a float of another size, which is ours at last. */
function cast({ node }: At): Step | undefined {
  return [1, 10, 11, 16].includes(whole(node, 'to', 1)) ? { to: to(node) } : undefined;
}

/** Rows of another shape; none of our layers where it is the same. */
function reshape(node: OnnxNode, shape: readonly number[], target: readonly number[]): Step {
  if (formatShape(shape) === formatShape(target)) return { to: to(node) };
  return { layer: target.length === 1 ? layers.flatten() : layers.reshape(target), to: to(node) };
}

/** Axes of length 1 behind that of the rows. */
function unsqueeze({ graph, node, shape }: At): Step | undefined {
  const axes = node.attributes.get('axes')?.wholes ?? Array.from(graph.constant(node.inputs[1])?.data ?? []);
  const rank = shape.length + 1 + axes.length;
  const places = axes.map((axis) => (axis < 0 ? axis + rank : axis));
  if (places.some((axis) => axis < 1 || axis >= rank)) return undefined;
  const rest = [...shape];
  return reshape(
    node,
    shape,
    Array.from({ length: rank - 1 }, (_, i) => (places.includes(i + 1) ? 1 : (rest.shift() ?? 1))),
  );
}

/** A shape whose first axis is that of the rows: -1, 0 for as it is, or a computed one. */
function readReshape({ graph, node, shape }: At): Step | undefined {
  const target = graph.constant(node.inputs[1]);
  if (!target || target.data.length < 2) return undefined;
  const [rows = 0, ...axes] = target.data;
  const known = Array.from(axes, (length, i) => (length === 0 ? (shape[i] ?? 0) : length));
  const isRows = Number.isNaN(rows) || rows === -1 || rows === 0 || rows === graph.rows;
  const rest = sizeOf(shape) / sizeOf(known.filter((length) => length !== -1));
  const given = known.map((length) => (length === -1 ? rest : length));
  const fits = isRows && sizeOf(given) === sizeOf(shape) && given.every((length) => Number.isInteger(length));
  return fits ? reshape(node, shape, given) : undefined;
}
