/**
 * Stretches of arithmetic that begin and end with one value, as exporters write what ONNX has no node for (or had none):
 * x * sigmoid(x), 0.5 x (1 + erf(x / sqrt(2))), (x - mean) / sqrt(variance + epsilon) and so on. There are many ways to
 * write each, so they are told by what they compute: each is tried with some rows.
 */

import { evaluate, isArithmetic, isReduction } from './evaluate.ts';
import type { Graph } from './graph.ts';
import { identify } from './identify.ts';
import type { OnnxNode } from './proto.ts';
import type { Step } from './step.ts';
import type { Values } from './tensors.ts';
import { rowsToTry } from './try-rows.ts';

const MOST_NODES = 64;

interface Stretch {
  readonly nodes: readonly OnnxNode[];
  /** Values that all of what is before them flows through, the nearest first, and the nodes up to each. */
  readonly ends: readonly End[];
}

interface End {
  readonly value: string;
  readonly nodes: number;
}

/** The longest stretch from a value on that is a layer; undefined if none is. @throws ArgumentError */
export function readStretch(graph: Graph, value: string, shape: readonly number[]): Step | undefined {
  const { nodes, ends } = stretchFrom(graph, value);
  const first = nodes.findIndex(isReduction);
  const isPlain = (end: End) => first < 0 || end.nodes <= first;
  // What looks at rows as a whole is told by other rows than what looks at each number by itself.
  const asWhole = ends.filter((end) => !isPlain(end));
  const each = ends.filter(isPlain);
  return (
    tryRows(graph, value, shape, nodes, asWhole) ??
    tryRows(graph, value, shape, first < 0 ? nodes : nodes.slice(0, first), each)
  );
}

function tryRows(
  graph: Graph,
  value: string,
  shape: readonly number[],
  nodes: readonly OnnxNode[],
  ends: readonly End[],
): Step | undefined {
  if (ends.length === 0) return undefined;
  const constants = constantsOf(graph, nodes);
  const reduces = nodes.some(isReduction);
  const isUniform = !reduces && [...constants.values()].every(({ data }) => data.length === 1);
  // Where each number is computed alike, one will do.
  const x = rowsToTry(isUniform ? shape.map(() => 1) : shape, reduces);
  const made = new Map<string, Values>([...constants, [value, x]]);
  for (const node of nodes) {
    graph.spend(x.data.length);
    const inputs = node.inputs.map((input) => made.get(input));
    const result = evaluate(node, inputs);
    if (result && result.data.length <= x.data.length) made.set(node.outputs[0] ?? '', result);
  }
  for (const end of [...ends].reverse()) {
    const y = made.get(end.value);
    const own = nodes.slice(0, end.nodes);
    const found = y && identify({ x, y, shape, isUniform, nodes: own, constants, reduces });
    if (found) return { ...found, to: end.value };
  }
  return undefined;
}

function constantsOf(graph: Graph, nodes: readonly OnnxNode[]): Map<string, Values> {
  const constants = new Map<string, Values>();
  for (const input of nodes.flatMap(({ inputs }) => inputs)) {
    const values = constants.has(input) ? undefined : graph.constant(input);
    if (values) constants.set(input, values);
  }
  return constants;
}

function stretchFrom(graph: Graph, value: string): Stretch {
  const nodes: OnnxNode[] = [];
  const inside = new Set<OnnxNode>();
  const known = new Set([value]);
  const ends: End[] = [];
  const isReady = (node: OnnxNode) =>
    !inside.has(node) &&
    isArithmetic(node) &&
    node.inputs.every((input) => known.has(input) || graph.isConstant(input));
  for (;;) {
    const next = [...known].flatMap((name) => graph.takers(name)).find(isReady);
    if (!next || nodes.length === MOST_NODES) return { nodes, ends };
    nodes.push(next);
    inside.add(next);
    const made = next.outputs[0] ?? '';
    known.add(made);
    const isOpen = (name: string) =>
      name === made || graph.outputs.has(name) || graph.takers(name).some((taker) => !inside.has(taker));
    const open = [...known].filter(isOpen);
    if (open.length === 1) ends.push({ value: made, nodes: nodes.length });
    if (graph.outputs.has(made)) return { nodes, ends };
  }
}
