/** Graphs that are a chain of layers. */

import { ArgumentError } from '../../errors.ts';
import { checkFinite } from '../../inputs.ts';
import { checkShape } from '../../layers/layer.ts';
import { type LayerDescription, layers } from '../../layers.ts';
import { stack } from '../../model/stack.ts';
import { quoted } from '../../options.ts';
import type { SavedModel } from '../format.ts';
import { Graph } from './graph.ts';
import { described, readNode } from './nodes.ts';
import type { OnnxInput, OnnxModel, OnnxNode } from './proto.ts';
import type { Step } from './step.ts';
import { readStretch } from './stretch.ts';
import type { External } from './tensors.ts';

/** Layers and nodes without one; no dense network comes near. */
const MOST_STEPS = 10_000;

/** @throws ArgumentError that names the node which no layer is */
export function modelOf({ graph: given, opsets }: OnnxModel, external: External): SavedModel {
  const inputs = given.inputs.filter(({ name }) => !given.initializers.has(name));
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    const received = quoted(inputs.map(({ name }) => name));
    throw new ArgumentError('graph.input', 'one input, of rows', received);
  }
  const shape = rowShape(input);
  const graph = new Graph(given, external, input.shape[0]);
  const opset = opsets.get('') ?? opsets.get('ai.onnx');
  if (opset === undefined) throw new ArgumentError('opset_import', "a version of ONNX's operators", 'none');
  const steps = walk(graph, input.name, shape, opset);
  const list = steps.flatMap(({ layer }) => (layer ? [layer] : []));
  if (list.length === 0) throw new ArgumentError('graph', 'at least one layer', 'none');
  const weights = steps.flatMap((step) => step.weights ?? []);
  for (const [i, { data }] of weights.entries()) checkFinite(`weights[${i}]`, data);
  return {
    name: given.name.replaceAll('/', '_') || 'sequential',
    seed: 0,
    layers: [layers.input({ shape }), ...list],
    compile: undefined,
    weights,
  };
}

/** The axes of one row. @throws ArgumentError */
function rowShape({ name, shape }: OnnxInput): readonly number[] {
  const axes = shape.slice(1);
  if (axes.length > 0 && axes.every((length) => length !== undefined)) return checkShape('graph.input', axes);
  const received = `[${shape.map((length) => length ?? 'any').join(', ')}]`;
  throw new ArgumentError(`input '${name}'`, 'rows whose axes are all fixed', received);
}

function walk(graph: Graph, input: string, inputShape: readonly number[], opset: number): Step[] {
  const steps: Step[] = [];
  let value = input;
  let shape = inputShape;
  while (!isEnd(graph, value)) {
    if (steps.length === MOST_STEPS) throw new ArgumentError('graph', `at most ${MOST_STEPS} steps`, 'more');
    graph.shapes.set(value, [Number.NaN, ...shape]);
    const takers = graph.takers(value);
    const [node] = takers;
    if (!node)
      throw new ArgumentError('graph.output', 'a chain from input to output', `'${value}', which nobody takes`);
    const alone = takers.length === 1 ? readNode({ graph, node, value, shape, opset }) : undefined;
    const step = alone ?? readStretch(graph, value, shape);
    if (!step) throw unknown(node, takers);
    if (step.layer) shape = shapeAfter(step.layer, shape);
    const before = steps.at(-1);
    const joined = before && joinedTo(before, step);
    if (joined) steps.pop();
    steps.push(joined ?? step);
    value = step.to;
  }
  return steps;
}

/** A dense layer with the activation that follows it. */
function joinedTo(before: Step, { layer, to }: Step): Step | undefined {
  const dense = before.layer;
  if (dense?.type !== 'dense' || dense.activation.type !== 'linear' || layer?.type !== 'activation') return undefined;
  const { units, useBias } = dense;
  return { ...before, layer: layers.dense(units, { useBias, activation: layer.activation }), to };
}

function shapeAfter(layer: LayerDescription, shape: readonly number[]): readonly number[] {
  return stack([layers.input({ shape }), layer]).layers.at(-1)?.outputShape ?? shape;
}

function unknown(node: OnnxNode, takers: readonly OnnxNode[]): ArgumentError {
  const expected = 'nodes that are layers in a chain: dense ones, normalizations, activations, reshaping, rescaling';
  const others =
    takers.length > 1 ? `, with ${quoted([...new Set(takers.slice(1).map(({ op }) => op))])} beside it` : '';
  return new ArgumentError(described(node), expected, `'${node.op}'${node.domain && ` of ${node.domain}`}${others}`);
}

/** What scikit-learn's classifiers do with probabilities: name the class of each row, and list them by their names. */
const naming = ['ArgMax', 'ZipMap', 'ArrayFeatureExtractor'];
const besides = ['Sub', 'Concat', 'Cast', 'Reshape', 'Identity'];

/** Whether a value is the model's output, or the probabilities that a label is made of. */
function isEnd(graph: Graph, value: string): boolean {
  if (graph.outputs.has(value)) return true;
  const after = new Set<OnnxNode>();
  const values = [value];
  for (let next = values.pop(); next !== undefined; next = values.pop()) {
    for (const node of graph.takers(next)) {
      if (after.has(node)) continue;
      if (![...naming, ...besides].includes(node.op)) return false;
      after.add(node);
      values.push(...node.outputs);
    }
  }
  return [...after].some(({ op }) => naming.includes(op));
}
