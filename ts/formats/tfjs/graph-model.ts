/** TensorFlow.js's GraphModels: operations of TensorFlow without layers. Where they are a chain, ONNX's words say the same. */

import { ArgumentError } from '../../errors.ts';
import type { WeightTensor } from '../../inputs.ts';
import { isRecord } from '../../json.ts';
import { checkText, describe } from '../../options.ts';
import type { SavedModel } from '../format.ts';
import type { OnnxAttribute, OnnxNode, OnnxTensor } from '../onnx/proto.ts';
import { modelOf } from '../onnx/read.ts';
import { list, record } from './manifest.ts';

/** The version of ONNX's operators whose words are used. */
const OPSET = 17;
/** Their number for 32-bit floats. */
const FLOAT = 1;

/** Operations that ONNX calls otherwise; those that are not here have one name, or none that is known. */
const renamed: Readonly<Record<string, string>> = {
  BiasAdd: 'Add',
  AddV2: 'Add',
  RealDiv: 'Div',
  Maximum: 'Max',
  Minimum: 'Min',
  ExpandDims: 'Unsqueeze',
  StopGradient: 'Identity',
};

type Fields = Readonly<Record<string, unknown>>;

interface GraphNode {
  readonly name: string;
  readonly op: string;
  /** Values; what only has to be done before is left out. */
  readonly inputs: readonly string[];
  readonly attributes: Fields;
}

/**
 * @param topology `modelTopology`: a GraphDef in JSON
 * @param signature the model's inputs and outputs, if it says them
 * @throws ArgumentError that names the operation which no layer is
 */
export function readGraph(
  topology: unknown,
  signature: unknown,
  weights: ReadonlyMap<string, WeightTensor>,
): SavedModel {
  const nodes = list('modelTopology.node', record('modelTopology', topology).node).map(readNode);
  const initializers = new Map(Array.from(weights, ([name, weight]) => [name, tensorOf(weight)]));
  const six = { ...tensorOf({ data: Float32Array.of(6), shape: [] }) };
  initializers.set('relu6/min', tensorOf({ data: Float32Array.of(0), shape: [] })).set('relu6/max', six);
  const graph = {
    name: '',
    nodes: nodes.filter(({ op }) => op !== 'Const' && op !== 'Placeholder').flatMap(toOnnx),
    initializers,
    inputs: nodes.filter(({ op }) => op === 'Placeholder').map(inputOf),
    outputs: outputsOf(signature, nodes),
  };
  return modelOf({ graph, opsets: new Map([['', OPSET]]), metadata: new Map() }, new Map());
}

function readNode(node: unknown, index: number): GraphNode {
  const argument = `modelTopology.node[${index}]`;
  const { name, op, input = [], attr = {} } = record(argument, node);
  return {
    name: checkText(`${argument}.name`, name),
    op: checkText(`${argument}.op`, op),
    inputs: list(`${argument}.input`, input)
      .map((value) => checkText(`${argument}.input`, value))
      .filter((value) => !value.startsWith('^'))
      .map(valueName),
    attributes: record(`${argument}.attr`, attr),
  };
}

/** A node's first output is called by the node's name, with ':0' or without. */
function valueName(name: string): string {
  return name.replace(/:0$/, '');
}

function tensorOf({ data, shape }: WeightTensor): OnnxTensor {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { dims: shape, type: FLOAT, raw, typed: [], external: undefined };
}

function inputOf({ name, attributes }: GraphNode) {
  const { dim = [] } = field(field(attributes, 'shape'), 'shape');
  const shape = list(`input '${name}'`, dim).map((axis) => {
    const size = isRecord(axis) && typeof axis.size === 'string' ? Number(axis.size) : 0;
    return size > 0 ? size : undefined;
  });
  return { name, shape };
}

/** Those that are said, or else what nobody takes. */
function outputsOf(signature: unknown, nodes: readonly GraphNode[]): string[] {
  const told = Object.values(field(isRecord(signature) ? signature : {}, 'outputs')).flatMap((output) =>
    isRecord(output) && typeof output.name === 'string' ? [valueName(output.name)] : [],
  );
  if (told.length > 0) return told;
  const taken = new Set(nodes.flatMap(({ inputs }) => inputs));
  return nodes.filter(({ name }) => !taken.has(name)).map(({ name }) => name);
}

function toOnnx(node: GraphNode): OnnxNode[] {
  switch (node.op) {
    case 'MatMul':
      return [product(node, node.name)];
    case '_FusedMatMul':
      return fusedProduct(node);
    case 'Square':
      return [onnxNode('Mul', node.name, [...node.inputs, ...node.inputs])];
    default:
      return [activation(node.op, node, node.inputs)];
  }
}

/** `x . W`, and a bias if there is one. @throws ArgumentError for rows that are turned */
function product({ inputs, attributes, name }: GraphNode, to: string): OnnxNode {
  if (field(attributes, 'transpose_a').b === true)
    throw new ArgumentError(`node '${name}'`, 'rows as they are', 'turned');
  const transB = field(attributes, 'transpose_b').b === true ? 1 : 0;
  if (inputs.length === 2 && transB === 0) return onnxNode('MatMul', to, inputs);
  return onnxNode('Gemm', to, inputs, { transB: { whole: transB } });
}

/** Texts are in base64. */
const fusedNames: ReadonlyMap<unknown, string> = new Map(
  ['BiasAdd', 'Relu', 'Relu6', 'Elu', 'LeakyRelu', 'Sigmoid', 'Tanh'].map((name) => [btoa(name), name]),
);

/** A product, its bias and an activation in one. */
function fusedProduct(node: GraphNode): OnnxNode[] {
  const argument = `node '${node.name}'`;
  const names = list(`${argument}.fused_ops`, field(field(node.attributes, 'fused_ops'), 'list').s);
  const ops = names.map((name) => fusedNames.get(name) ?? describe(name));
  const [bias, after, ...others] = ops;
  if (bias !== 'BiasAdd' || others.length > 0 || node.inputs.length !== 3) {
    throw new ArgumentError(argument, 'a product with a bias and an activation', describe(ops.join(', ')));
  }
  if (after === undefined) return [product(node, node.name)];
  const sum = `${node.name}/sum`;
  return [product(node, sum), activation(after, node, [sum])];
}

function activation(op: string, { name, attributes }: GraphNode, inputs: readonly string[]): OnnxNode {
  if (op === 'Relu6') return onnxNode('Clip', name, [...inputs, 'relu6/min', 'relu6/max']);
  const slope = field(attributes, 'leakyrelu_alpha').f ?? field(attributes, 'alpha').f ?? 0.2;
  const told = op === 'LeakyRelu' && typeof slope === 'number' ? { alpha: { number: slope } } : {};
  return onnxNode(Object.hasOwn(renamed, op) ? (renamed[op] as string) : op, name, inputs, told);
}

function onnxNode(
  op: string,
  to: string,
  inputs: readonly string[],
  attributes: Readonly<Record<string, Partial<OnnxAttribute>>> = {},
): OnnxNode {
  const none = { number: undefined, whole: undefined, text: undefined, tensor: undefined, numbers: [], wholes: [] };
  const given = Object.entries(attributes).map(([name, value]) => [name, { ...none, ...value }] as const);
  return { op, domain: '', name: to, inputs, outputs: [to], attributes: new Map(given) };
}

/** An object that is there, or one without anything in it. */
function field(fields: Fields, name: string): Fields {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return isRecord(value) ? value : {};
}
