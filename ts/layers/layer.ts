/** What the entries of the list of layers have in common. */

import { OptionError, ShapeError } from '../errors.ts';
import { formatShape } from '../inputs/tensor.ts';
import type { Field, Lowered, Lowering } from '../kind/field.ts';
import { type Fields, type KindOptions, kind, lowerFields, type SpecFor } from '../kind.ts';
import { checkInteger, checkText, describe, isList } from '../options.ts';

/** Numbers of a row that one axis may have, and units of a layer. */
export const MOST_UNITS = 2 ** 24;

/** The axes of one row, without the rows. */
export type Shape = readonly number[];

/** Numbers that a layer holds. */
export interface Variable {
  /** Keras's name, as in files: kernel, bias, gamma, moving_mean, ... */
  readonly name: string;
  /** The length of each axis. */
  readonly shape: Shape;
  /** Training changes it by gradients; moving statistics are none of these. */
  readonly trainable: boolean;
}

/** `name` and `inputShape`, which every layer takes. */
const placing = {
  /** Default: Keras's name of the kind, and that with `_1` and so on for the next unnamed ones of a model. */
  name: optional(checkLayerName),
  /** The axes of one row, such as [784] or [28, 28]: for the first layer, which needs it. */
  inputShape: optional(checkShape),
};

function optional<T>(check: (argument: string, value: unknown) => T) {
  const field: Field<T | undefined, T | undefined, false> = {
    initial: undefined,
    read: (argument, value) => (value === undefined ? undefined : check(argument, value)),
    lower: () => null,
  };
  return field;
}

/** @throws OptionError */
export function checkShape(argument: string, shape: unknown): Shape {
  if (!isList(shape) || shape.length === 0) {
    const received = isList(shape) ? formatShape(shape) : describe(shape);
    throw new OptionError(argument, 'the axes of one row, such as [784] or [28, 28]', received);
  }
  return Object.freeze(shape.map((length, axis) => checkInteger(`${argument}[${axis}]`, length, 1, MOST_UNITS)));
}

/** Weights are saved as `<layer>/kernel`, so a name has no slash. */
function checkLayerName(argument: string, name: unknown): string {
  if (checkText(argument, name).includes('/')) throw new OptionError(argument, "a name without '/'", describe(name));
  return name as string;
}

interface LayerOptions<Type extends string, F extends Fields, First, Alias> extends KindOptions<Type, F, First, Alias> {
  /** It works on the one axis of flat rows. Default: false, it takes any shape. */
  readonly flat?: boolean;
  /** Default: as the rows come in. @throws ShapeError */
  readonly outputShape?: (spec: SpecFor<Type, F>, inputShape: Shape) => Shape;
  /** Default: none. */
  readonly variables?: (spec: SpecFor<Type, F>, inputShape: Shape) => readonly Variable[];
  /** The type of the activation that its outputs went through. Default: 'linear'. */
  readonly activation?: (spec: SpecFor<Type, F>) => string;
}

/** What a model needs to know of a kind of layer. */
export interface LayerFacts {
  readonly type: string;
  /** Keras's class, as in `summary`. */
  readonly className: string;
  outputShape(spec: object, inputShape: Shape): Shape;
  variables(spec: object, inputShape: Shape): readonly Variable[];
  activation(spec: object): string;
  lower(spec: object, lowering: Lowering): Lowered;
}

const facts = Symbol('kind of layer');

/** The kind of a layer that a function of `layers` made; undefined for anything else. */
export function kindOfLayer(layer: unknown): LayerFacts | undefined {
  return typeof layer === 'object' && layer !== null ? (layer as { readonly [facts]?: LayerFacts })[facts] : undefined;
}

/** A kind of layer: its own fields, `name` and `inputShape`. A layer knows its kind, so that unused ones can be left out. */
export function layer<
  const Type extends string,
  const ClassName extends string,
  Own extends Fields,
  First extends keyof Own = never,
>(type: Type, className: ClassName, own: Own, options: LayerOptions<Type, Own, First, never> = {}) {
  const { first, check, lower, flat = false, outputShape, variables, activation } = options;
  type Spec = SpecFor<Type, Own>;
  const shapes = {
    /** Keras's class. */
    className,
    /** The axes of a row that goes out, by those of one that comes in. */
    outputShape: (spec: Spec, inputShape: Shape) => {
      if (flat) checkFlat(type, inputShape);
      return outputShape?.(spec, inputShape) ?? inputShape;
    },
    /** The weights that it has for rows of a shape. */
    variables: (spec: Spec, inputShape: Shape) => variables?.(spec, inputShape) ?? [],
    /** The activation that its outputs have gone through. */
    activation: (spec: Spec) => activation?.(spec) ?? 'linear',
  };
  const made = kind<Type, Own & typeof placing, First, ClassName>(type, { ...own, ...placing }, {
    first,
    aliases: [className],
    check: (argument: string, spec: Spec) => {
      check?.(argument, spec);
      Object.defineProperty(spec, facts, { value: made });
    },
    lower: (spec: Spec, lowering: Lowering) => (lower ? lower(spec, lowering) : lowerFields(type, own, spec, lowering)),
  } as object);
  return Object.assign(made, shapes);
}

export function checkFlat(type: string, shape: Shape): void {
  if (shape.length === 1) return;
  throw new ShapeError(type, 'flat rows: put layers.flatten() before it', `rows of shape ${formatShape(shape)}`);
}

/** A variable of as many numbers as a flat row has. */
export function perFeature(name: string, [features = 0]: Shape, trainable = true): Variable {
  return { name, shape: [features], trainable };
}
