/** Layers, each fed by the one before it. */

import { OptionError, ShapeError } from '../errors.ts';
import { formatShape, sizeOf } from '../inputs/tensor.ts';
import { kindOfLayer, type LayerFacts, type Shape, type Variable } from '../layers/layer.ts';
import type { LayerDescription, LayerSpec } from '../layers.ts';
import { describe, isList } from '../options.ts';

/** A layer in its place: named, and with the shape that the one before it gives. */
export interface PlacedLayer {
  readonly kind: LayerFacts;
  readonly spec: LayerSpec;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly variables: readonly Variable[];
}

export interface Stack {
  readonly inputShape: Shape;
  readonly layers: readonly PlacedLayer[];
}

interface Described {
  readonly layer: LayerDescription;
  readonly kind: LayerFacts;
}

/** @throws OptionError, ShapeError */
export function stack(layers: unknown): Stack {
  if (!isList(layers) || layers.length === 0) {
    throw new OptionError('layers', 'an array of at least one layer', describe(layers));
  }
  const described = layers.map((layer: unknown, index): Described => {
    const kind = kindOfLayer(layer);
    if (kind) return { layer: layer as LayerDescription, kind };
    throw new OptionError(`layers[${index}]`, 'a layer made by a function such as layers.dense(10)', describe(layer));
  });
  const [first] = described;
  const start = first?.layer.type === 'input' ? first.layer.shape : first?.layer.inputShape;
  if (start === undefined) {
    throw new OptionError('layers[0].inputShape', '[numbers in one row]: the first layer needs it', 'undefined');
  }
  const names = nameAll(described);
  let shape = start;
  const placed = described.flatMap(({ layer, kind }, index) => {
    checkPlace(layer, index, shape);
    if (layer.type === 'input') return [];
    const { inputShape: _, name: __, ...fields } = layer;
    const spec = Object.freeze({ ...fields, name: names[index] }) as LayerSpec;
    const inputShape = shape;
    shape = inPlace(index, () => kind.outputShape(spec, inputShape));
    return [{ kind, spec, inputShape, outputShape: shape, variables: kind.variables(spec, inputShape) }];
  });
  checkSize(placed);
  return { inputShape: start, layers: placed };
}

/** A gigabyte of them, as the engine has it. */
const MOST_WEIGHTS = 2 ** 28;

function checkSize(layers: readonly PlacedLayer[]): void {
  const weights = layers.flatMap(({ variables }) => variables).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  if (weights <= MOST_WEIGHTS) return;
  throw new OptionError('layers', `at most ${MOST_WEIGHTS} weights in all (2^28)`, `${weights}; take fewer units`);
}

/** A layer's own words about shapes must be true of what comes in. */
function checkPlace(layer: LayerDescription, index: number, shape: Shape): void {
  if (layer.type === 'input' && index > 0) {
    throw new OptionError(`layers[${index}]`, 'layers.input(...) in the first place only', `it in place ${index + 1}`);
  }
  if (layer.inputShape && formatShape(layer.inputShape) !== formatShape(shape)) {
    const expected = `${formatShape(shape)}, the units of the layer before it, or nothing`;
    throw new ShapeError(`layers[${index}].inputShape`, expected, formatShape(layer.inputShape));
  }
}

/** Names the layer whose shapes do not fit. */
function inPlace<T>(index: number, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new ShapeError(`layers[${index}]: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}

/** Every layer's name: its own, or the first free one of dense, dense_1, dense_2, ... */
function nameAll(layers: readonly Described[]): string[] {
  const taken = new Set<string>();
  for (const { layer } of layers) {
    if (layer.name === undefined) continue;
    if (taken.has(layer.name)) {
      throw new OptionError('layers', 'a name of its own for each layer', `'${layer.name}' twice`);
    }
    taken.add(layer.name);
  }
  const unnamed = new Map<string, number>();
  const next = (base: string): string => {
    const before = unnamed.get(base) ?? 0;
    unnamed.set(base, before + 1);
    const name = before === 0 ? base : `${base}_${before}`;
    return taken.has(name) ? next(base) : name;
  };
  return layers.map(({ layer, kind }) => layer.name ?? next(kerasName(kind.className)));
}

/** The name that Keras gives to the first unnamed layer of a class: p_re_lu for PReLU. */
export function kerasName(className: string): string {
  return className
    .replaceAll(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
