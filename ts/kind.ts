/**
 * How an entry of the vocabulary (a layer, an optimizer, a loss, ...) is described: once. The check of options, the
 * defaults, the names that people may write, the JSON of files and what the engine is told follow from it.
 */

import { OptionError } from './errors.ts';
import type { Field, Lowered, LoweredObject, Lowering } from './kind/field.ts';
import { fromSnakeCase, type Snake } from './kind/spelling.ts';
import { checkObject, checkOptions } from './options.ts';

/** What a field takes, whatever it is. */
// biome-ignore lint/suspicious/noExplicitAny: a field reads and lowers the one type that it makes itself
export type AnyField = Field<any, any, boolean>;
export type Fields = Readonly<Record<string, AnyField>>;

type In<F> = F extends Field<infer Given, infer _Out, boolean> ? Given : never;
type Out<F> = F extends Field<infer _In, infer Value, boolean> ? Value : never;
type Required<F extends Fields> = { [Name in keyof F]: F[Name] extends Field<infer _I, infer _O, true> ? Name : never };
type Demanded<F extends Fields> = Required<F>[keyof F];

/** What people write for the fields: those without a default must be there. */
export type OptionsFor<F extends Fields> = { readonly [Name in keyof F as Name & Demanded<F>]: In<F[Name]> } & {
  readonly [Name in keyof F as Exclude<Name, Demanded<F>>]?: In<F[Name]>;
};

/** The plain JSON of one thing: its kind, and all of its fields. */
export type SpecFor<Type extends string, F extends Fields> = {
  /** Which kind it is. */
  readonly type: Type;
} & {
  readonly [Name in keyof F]: Out<F[Name]>;
};

/** Options, or the value of the leading field and further options: `dense({ units: 10 })`, `dense(10, { ... })`. */
export interface Make<Options, First, Result> {
  (options: Options): Result;
  (first: First, options?: Partial<Options>): Result;
}

/** The same where nothing must be said. */
export interface MakeFreely<Options, First, Result> {
  (options?: Options): Result;
  (first: First, options?: Options): Result;
}

export interface KindFacts<Type extends string, F extends Fields, Alias extends string = string> {
  /** The name, in camelCase. */
  readonly type: Type;
  /** Its options, with their checks and defaults. */
  readonly fields: F;
  /** Names beside the type's own spellings: Keras's class where it is no CapitalCase, short forms. */
  readonly aliases: readonly Alias[];
  /**
   * A whole spec from options or from JSON.
   * @param argument what the options are called, in front of a field's name; '' for the options of a call
   * @throws OptionError
   */
  read(argument: string, options: object): SpecFor<Type, F>;
  /** What the engine is told; null for what it need not know. */
  lower(spec: SpecFor<Type, F>, lowering: Lowering): Lowered;
}

/** A kind is the function that makes things of it. */
export type Kind<
  Type extends string = string,
  F extends Fields = Fields,
  First extends keyof F = never,
  Alias extends string = string,
> = KindFacts<Type, F, Alias> &
  (Demanded<F> extends never
    ? MakeFreely<OptionsFor<F>, In<F[First]>, SpecFor<Type, F>>
    : Make<OptionsFor<F>, In<F[First]>, SpecFor<Type, F>>);

/** The facts of any kind. */
// biome-ignore lint/suspicious/noExplicitAny: kinds of different fields stand in one list
export type AnyKind = KindFacts<any, any, any>;

/** The spec that a kind makes. */
export type SpecOf<K extends AnyKind> = K extends KindFacts<infer Type, infer F> ? SpecFor<Type, F> : never;

/** The options that a kind takes. */
export type OptionsOf<K extends AnyKind> = K extends KindFacts<string, infer F> ? OptionsFor<F> : never;

/** Every name of a kind that people may write. */
export type NameOf<K extends AnyKind> = K extends { readonly type: infer T extends string }
  ? T | Snake<T> | Capitalize<T> | (K extends { readonly aliases: readonly (infer A)[] } ? A : never)
  : never;

/** What a kind may say besides its fields. */
export interface KindOptions<Type extends string, F extends Fields, First, Alias> {
  /** The field that may be given without its name: `dropout(0.5)`. */
  readonly first?: First;
  readonly aliases?: readonly Alias[];
  /**
   * What the fields' own checks cannot see.
   * @param argument what stands in front of a field's name
   * @throws OptionError
   */
  readonly check?: (argument: string, spec: SpecFor<Type, F>) => void;
  /** Kind and fields as the engine has them. Default: the same ones. */
  readonly lower?: (spec: SpecFor<Type, F>, lowering: Lowering) => Lowered;
}

export function kind<
  const Type extends string,
  F extends Fields,
  First extends keyof F = never,
  const Alias extends string = never,
>(type: Type, fields: F, options: KindOptions<Type, F, First, Alias> = {}): Kind<Type, F, First, Alias> {
  const { first, aliases = [], check, lower = (spec, lowering) => lowerFields(type, fields, spec, lowering) } = options;
  const facts: KindFacts<Type, F, Alias> = {
    type,
    fields,
    aliases,
    lower,
    read: (argument, given) => {
      const spec = { type, ...readFields(argument, type, given, fields) } as SpecFor<Type, F>;
      check?.(argument && `${argument}.`, spec);
      Object.freeze(spec);
      return spec;
    },
  };
  const make = (...given: unknown[]) => facts.read('', optionsOf(type, first as string | undefined, given));
  return Object.assign(make, facts) as unknown as Kind<Type, F, First, Alias>;
}

/**
 * The options of a call: `(options)`, or `(value, options)` where the value stands for the leading field. Objects with
 * a `type` are values, not options.
 */
function optionsOf(type: string, first: string | undefined, [given = {}, more]: readonly unknown[]): object {
  const isOptions =
    typeof given === 'object' && given !== null && !Array.isArray(given) && !Object.hasOwn(given, 'type');
  if (first === undefined || isOptions) {
    if (more !== undefined) throw new OptionError(type, 'one object with options', 'a second argument');
    return checkObject(type, given);
  }
  const options = checkObject(type, more ?? {});
  if (Object.hasOwn(options, first)) throw new OptionError(first, 'one value', 'an argument and an option');
  return { ...options, [first]: given };
}

/** Values of all fields, in their order; names may be written in snake_case. */
function readFields(argument: string, type: string, options: object, fields: Fields): Record<string, unknown> {
  const names = Object.keys(fields);
  const values = new Map<string, unknown>();
  for (const [spelling, value] of Object.entries(options)) {
    const name = fromSnakeCase(spelling, names);
    if (values.has(name)) throw new OptionError(`${argument || type}.${name}`, 'one value', 'two spellings of it');
    values.set(name, value);
  }
  checkOptions(argument || type, Object.fromEntries(values), names);
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = values.get(name);
      return [name, field.read(argument ? `${argument}.${name}` : name, value === undefined ? field.initial : value)];
    }),
  );
}

/** Some of a spec's fields as the engine takes them. */
export function lowerFields(
  type: string,
  fields: Fields,
  spec: Readonly<Record<string, unknown>>,
  lowering: Lowering,
): LoweredObject {
  const lowered = Object.entries(fields).map(([name, field]) => [name, field.lower(spec[name], lowering)]);
  return { type, ...Object.fromEntries(lowered) };
}
