/** A graph by its values: who makes each, who takes it, and which of them are constant. */

import { ArgumentError } from '../../errors.ts';
import { sizeOf } from '../../inputs/tensor.ts';
import { evaluate, isOwn, whole } from './evaluate.ts';
import type { OnnxGraph, OnnxNode, OnnxTensor } from './proto.ts';
import { type External, swapped, type Values, valuesOf } from './tensors.ts';

/** Nodes that a constant may be made by, one after the other. */
const DEEPEST = 64;
/** Numbers that the nodes of a graph may be tried with; weights are none of them. */
const MOST_WORK = 2 ** 25;

export class Graph {
  readonly outputs: ReadonlySet<string>;
  /** Rows of a graph that takes always as many. */
  readonly rows: number | undefined;
  /** Axes of rows of the values that were come by, NaN in front for the number of rows. */
  readonly shapes = new Map<string, readonly number[]>();
  readonly #graph: OnnxGraph;
  readonly #external: External;
  readonly #makers = new Map<string, OnnxNode>();
  readonly #takers = new Map<string, OnnxNode[]>();
  readonly #constant = new Map<string, boolean>();
  #work = MOST_WORK;

  /** @throws ArgumentError for a value that is made twice */
  constructor(graph: OnnxGraph, external: External, rows: number | undefined) {
    this.rows = rows;
    this.#graph = graph;
    this.#external = external;
    this.outputs = new Set(graph.outputs);
    for (const node of graph.nodes) {
      for (const output of node.outputs) {
        if (output !== '' && this.#makers.has(output)) {
          throw new ArgumentError('graph', 'each value made by one node', `'${output}' by two`);
        }
        this.#makers.set(output, node);
      }
      if (node.op === 'Shape') continue; // shapes are known, and so constants
      for (const input of new Set(node.inputs)) {
        const takers = this.#takers.get(input);
        if (takers) takers.push(node);
        else this.#takers.set(input, [node]);
      }
    }
  }

  /** The nodes that take a value. */
  takers(name: string): readonly OnnxNode[] {
    return this.#takers.get(name) ?? [];
  }

  /** Whether a value is the same for all rows. */
  isConstant(name: string, depth = 0): boolean {
    if (name === '' || depth > DEEPEST) return name === '';
    const known = this.#constant.get(name);
    if (known !== undefined) return known;
    const node = this.#makers.get(name);
    const found =
      this.#graph.initializers.has(name) ||
      (node !== undefined &&
        (node.op === 'Constant' ||
          (node.op === 'Shape' && this.shapes.has(node.inputs[0] ?? '')) ||
          (node.inputs.length > 0 && node.inputs.every((input) => this.isConstant(input, depth + 1)))));
    if (found) this.#constant.set(name, true); // a shape may become known later
    return found;
  }

  /** A constant's numbers; undefined for what depends on the rows. @throws ArgumentError */
  constant(name: string | undefined, depth = 0): Values | undefined {
    if (name === undefined || name === '' || !this.isConstant(name)) return undefined;
    const tensor = this.#graph.initializers.get(name);
    if (tensor) return valuesOf(name, tensor, this.#external);
    const node = this.#makers.get(name) as OnnxNode;
    if (depth > DEEPEST) throw new ArgumentError(`value '${name}'`, `one made by at most ${DEEPEST} nodes`, 'by more');
    const values = node.op === 'Constant' ? this.#literal(name, node) : this.#fold(node, depth);
    if (values) return values;
    throw new ArgumentError(`node ${node.op} '${node.name}'`, 'constants made by arithmetic', `'${name}' made by it`);
  }

  /** A constant matrix, or that with its axes swapped; undefined for anything else. @throws ArgumentError */
  matrix(name: string | undefined, swap: boolean): Values | undefined {
    const tensor = this.#graph.initializers.get(name ?? '');
    if (tensor) return tensor.dims.length === 2 ? valuesOf(name as string, tensor, this.#external, swap) : undefined;
    const values = this.constant(name);
    if (values?.dims.length !== 2) return undefined;
    return swap ? swapped(values) : values;
  }

  /** Says that so many numbers are computed. @throws ArgumentError when it has been too many */
  spend(count: number): void {
    this.#work -= count;
    if (this.#work < 0)
      throw new ArgumentError('graph', 'layers that are told by their nodes', 'arithmetic without end');
  }

  #literal(name: string, { attributes }: OnnxNode): Values {
    const tensor: OnnxTensor | undefined = attributes.get('value')?.tensor;
    if (tensor) return valuesOf(name, tensor, this.#external);
    const single = attributes.get('value_float')?.number ?? attributes.get('value_int')?.whole;
    if (single !== undefined) return { dims: [], data: Float64Array.of(single) };
    const list = attributes.get('value_floats')?.numbers ?? attributes.get('value_ints')?.wholes;
    if (list) return { dims: [list.length], data: Float64Array.from(list) };
    throw new ArgumentError(`value '${name}'`, 'numbers', 'texts or others');
  }

  #fold(node: OnnxNode, depth: number): Values | undefined {
    if (!isOwn(node.domain)) return undefined;
    if (node.op === 'Shape') {
      const shape = this.shapes.get(node.inputs[0] ?? '');
      if (shape) return { dims: [shape.length], data: Float64Array.from(shape) };
    }
    const inputs = node.inputs.map((input) => this.constant(input, depth + 1));
    const [x] = inputs;
    const count = inputs.reduce((most, values) => Math.max(most, values?.data.length ?? 0), 0);
    this.spend(count);
    if (x === undefined) return undefined;
    return rearrange(node, x, inputs.slice(1)) ?? evaluate(node, inputs);
  }
}

/** Nodes that move numbers and compute nothing. */
function rearrange(node: OnnxNode, x: Values, others: readonly (Values | undefined)[]): Values | undefined {
  const list = (name: string, input: number) =>
    node.attributes.get(name)?.wholes ?? Array.from(others[input]?.data ?? []);
  switch (node.op) {
    case 'Identity':
      return x;
    case 'Transpose':
      return transpose(node, x);
    case 'Reshape':
      return { ...x, dims: reshaped(node, x.data.length, x.dims, Array.from(others[0]?.data ?? [])) };
    case 'Flatten':
    case 'Squeeze':
    case 'Unsqueeze':
      return {
        ...x,
        dims: [...(node.op === 'Unsqueeze' && x.dims.length === 0 ? [1] : x.dims.filter((n) => n !== 1))],
      };
    case 'Concat':
      return { dims: [], data: Float64Array.from([x, ...others].flatMap((values) => Array.from(values?.data ?? []))) };
    case 'Gather': {
      const places = Array.from(others[0]?.data ?? []);
      return { dims: others[0]?.dims ?? [], data: Float64Array.from(places, (at) => x.data.at(at) ?? Number.NaN) };
    }
    case 'Slice': {
      const [start = 0, end = x.data.length] = [list('starts', 0)[0], list('ends', 1)[0]];
      const data = Float64Array.from(x.data.slice(start, Math.min(end, x.data.length)));
      return { dims: [data.length], data };
    }
    default:
      return undefined;
  }
}

/** @throws ArgumentError */
function transpose(node: OnnxNode, values: Values): Values {
  const axes = node.attributes.get('perm')?.wholes ?? [];
  if (values.dims.length === 2 && (axes.length === 0 || axes.join() === '1,0')) return swapped(values);
  throw new ArgumentError(`node Transpose '${node.name}'`, 'a matrix', `${values.dims.length} axes`);
}

/**
 * The axes that a Reshape gives; 0 keeps an axis, -1 takes what is left.
 * @throws ArgumentError unless there is room for all numbers
 */
function reshaped(node: OnnxNode, count: number, before: readonly number[], target: readonly number[]): number[] {
  const keeps = whole(node, 'allowzero', 0) === 0;
  const kept = target.map((length, axis) => (length === 0 && keeps ? (before[axis] ?? 0) : length));
  const rest = count / sizeOf(kept.filter((length) => length !== -1));
  const dims = kept.map((length) => (length === -1 ? rest : length));
  if (dims.every((length) => Number.isInteger(length) && length >= 0) && sizeOf(dims) === count) return dims;
  throw new ArgumentError(`node Reshape '${node.name}'`, `a shape of ${count} numbers`, `[${target.join(', ')}]`);
}
