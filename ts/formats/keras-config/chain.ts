/** The layers of a model, input side first. */

import { OptionError } from '../../errors.ts';
import { isRecord } from '../../json.ts';
import { type LayerDescription, layers } from '../../layers.ts';
import { describe, quoted } from '../../options.ts';
import { asText, type Json, list, own, record } from './json.ts';

/** A layer as a configuration has it. */
export interface KerasLayer {
  readonly className: string;
  readonly name: string;
  readonly config: Json;
  /** The models that it is in, outermost first; none for a layer of the model itself. */
  readonly inside: readonly Nested[];
}

/** A model that is a layer of another. */
export interface Nested {
  readonly className: string;
  readonly name: string;
}

export interface Chain {
  readonly name: unknown;
  readonly input: LayerDescription;
  /** Without the input layer. */
  readonly layers: readonly KerasLayer[];
}

interface Node extends KerasLayer {
  /** What the layer is fed by: the name of another for each time that it is used. */
  readonly feeds: readonly (readonly string[])[];
  readonly buildShape: unknown;
  /** It is a model itself. */
  readonly model?: Json;
}

const sequentialClasses: readonly unknown[] = ['Sequential'];
const graphClasses: readonly unknown[] = ['Functional', 'Model'];

/** Models in models. */
const DEEPEST = 16;

/**
 * A model's layers; those of a model in it are taken as its own.
 * @throws OptionError for a graph that is no chain, and without the shape of an input
 */
export function chainOf(model: Json): Chain {
  const { name, nodes, shapes } = nodesOf(model, []);
  const [first] = nodes;
  if (!first) throw new OptionError('config.layers', 'at least one layer', 'none');
  return {
    name,
    input: layers.input({ shape: inputShape(first, shapes) }),
    layers: named(nodes.filter(({ className, inside }, i) => className !== 'InputLayer' || (i > 0 && !inside.length))),
  };
}

/** Two models may have layers of one name, of which the model's own keep theirs. */
function named(nodes: readonly Node[]): Node[] {
  const taken = new Set(nodes.filter(({ inside }) => inside.length === 0).map(({ name }) => name));
  return nodes.map((node) => {
    if (node.inside.length === 0) return node;
    const name = taken.has(node.name) ? [...node.inside, node].map(({ name }) => name).join('_') : node.name;
    taken.add(name);
    return { ...node, name };
  });
}

interface Nodes {
  readonly name: unknown;
  readonly nodes: readonly Node[];
  /** What is said of its input beside its first layer. */
  readonly shapes: readonly unknown[];
}

function nodesOf(model: Json, inside: readonly Nested[]): Nodes {
  if (inside.length > DEEPEST) throw new OptionError('config', `at most ${DEEPEST} models in models`, 'more');
  const { class_name: className, config: given } = model;
  if (![...sequentialClasses, ...graphClasses].includes(className)) {
    throw new OptionError('class_name', "'Sequential' or 'Functional'", describe(className));
  }
  // The first versions of Keras had the list of layers here.
  const config: Json = Array.isArray(given) ? { layers: given } : record('config', given);
  const nodes = list('config.layers', config.layers).map((layer, index) => readNode(layer, index, inside));
  const ordered = sequentialClasses.includes(className) ? nodes : inOrder(nodes, config);
  const shapes = [own(config, 'build_input_shape'), buildShape(model)];
  const [first] = ordered;
  const inner = first?.model && nodesOf(first.model, [...inside, first]);
  const flat = ordered.flatMap((node, i) => {
    if (!node.model) return [node];
    return i === 0 && inner ? inner.nodes : nodesOf(node.model, [...inside, node]).nodes;
  });
  return { name: config.name, nodes: flat, shapes: [...shapes, ...(inner?.shapes ?? [])] };
}

function readNode(layer: unknown, index: number, inside: readonly Nested[]): Node {
  const argument = `config.layers[${index}]`;
  const given = record(argument, layer);
  const config = record(`${argument}.config`, given.config);
  const className = asText(given.class_name);
  if (className === undefined) {
    throw new OptionError(`${argument}.class_name`, 'the name of a class', describe(given.class_name));
  }
  const name = asText(given.name) ?? asText(own(config, 'name')) ?? `layer ${index + 1}`;
  const inbound = own(given, 'inbound_nodes');
  const feeds = Array.isArray(inbound) ? inbound.map((node) => sourcesOf(name, node)) : [];
  // Older files: the tensors of the one use, without a list around them.
  const flat = feeds.length > 1 && feeds.every(({ length }) => length === 1) && isTensor((inbound as unknown[])[0]);
  const isModel = [...sequentialClasses, ...graphClasses].includes(className);
  return {
    className,
    name,
    config,
    inside,
    feeds: flat ? [feeds.flat()] : feeds,
    buildShape: buildShape(given),
    ...(isModel && { model: given }),
  };
}

function buildShape({ build_config: config }: Json): unknown {
  return isRecord(config) ? own(config, 'input_shape') : undefined;
}

/** ['dense', 0, 0] or ['dense', 0, 0, {}]. */
function isTensor(value: unknown): value is [string] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}

/** The layers whose outputs go into a use of a layer, whichever way Keras wrote it. @throws OptionError */
function sourcesOf(name: string, node: unknown, depth = 0): string[] {
  if (depth > 16) throw new OptionError(`layer '${name}'.inbound_nodes`, 'one tensor', 'a nest of them');
  if (isTensor(node)) return [node[0]];
  if (Array.isArray(node)) return node.flatMap((item) => sourcesOf(name, item, depth + 1));
  if (!isRecord(node)) return [];
  const history = isRecord(node.config) ? own(node.config, 'keras_history') : undefined;
  if (isTensor(history)) return [history[0]];
  return Object.values(node).flatMap((item) => sourcesOf(name, item, depth + 1));
}

/** @throws OptionError unless each layer is fed by the one before it */
function inOrder(nodes: readonly Node[], config: Json): Node[] {
  const [inputs, outputs] = ['input_layers', 'output_layers'].map((field) => sourcesOf(field, own(config, field)));
  if (inputs?.length !== 1 || outputs?.length !== 1) {
    const received = `${inputs?.length} inputs and ${outputs?.length} outputs`;
    throw new OptionError('config', 'a model of one input and one output', received);
  }
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const ordered: Node[] = [];
  const seen = new Set<Node>();
  let name = outputs[0] as string;
  for (;;) {
    const node = byName.get(name);
    if (!node) throw new OptionError('config.layers', `a layer '${name}', which another is fed by`, 'none');
    if (seen.has(node)) throw new OptionError(`layer '${name}'`, 'a chain of layers', 'a circle');
    seen.add(node);
    ordered.unshift(node);
    if (name === inputs[0]) break;
    const [use, ...others] = node.feeds;
    if (!use || others.length > 0) throw noChain(node, `used ${node.feeds.length} times`);
    if (use.length !== 1) throw noChain(node, `fed by ${use.length === 0 ? 'none' : quoted(use)}`);
    name = use[0] as string;
  }
  const others = nodes.filter((node) => !seen.has(node));
  if (others.length > 0) throw noChain(others[0] as Node, 'beside the way from input to output');
  return ordered;
}

function noChain({ name, className }: Node, received: string): OptionError {
  const expected = 'each layer fed by the one before it alone, as in a Sequential';
  return new OptionError(`layer '${name}' (${className})`, expected, `one ${received}`);
}

/** The axes of a row. @throws OptionError */
function inputShape(first: Node, built: readonly unknown[]): number[] {
  const { config, name } = first;
  const given = [own(config, 'batch_shape'), own(config, 'batch_input_shape'), first.buildShape, ...built];
  const shape = own(config, 'input_shape') ?? given.find(Array.isArray)?.slice(1);
  if (Array.isArray(shape) && shape.every((length) => typeof length === 'number')) return shape;
  const received = Array.isArray(shape) ? `[${shape.join(', ')}], in which some may be any` : 'none';
  throw new OptionError(`layer '${name}'.batch_shape`, 'the axes of a row, all of them fixed', received);
}
