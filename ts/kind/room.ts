/** All kinds of one sort, by their names. */

import { OptionError } from '../errors.ts';
import type { AnyKind, NameOf, SpecOf } from '../kind.ts';
import { checkName, describe } from '../options.ts';
import type { Field, Lowered, Lowering } from './field.ts';
import { capitalized, snakeCase } from './spelling.ts';

/** What people may write for one of the kinds: a name, or what its function made (or that as JSON). */
export type Written<K extends AnyKind> = NameOf<K> | SpecOf<K>;

export interface Room<K extends AnyKind> {
  /** The kind of a name in any spelling. @throws OptionError */
  named(argument: string, name: unknown): K;
  /** The spec of what somebody wrote. @throws OptionError */
  read(argument: string, value: unknown): SpecOf<K>;
  lower(spec: { readonly type: string }, lowering: Lowering): Lowered;
  /** A field that takes one of the kinds. */
  field<Initial extends Written<K> | undefined = undefined>(
    initial?: Initial,
  ): Field<Written<K>, SpecOf<K>, Initial extends undefined ? true : false>;
}

/** @param kinds the list of a door, such as `losses` */
export function room<K extends AnyKind>(kinds: Readonly<Record<string, K>>): Room<K> {
  const types = Object.keys(kinds);
  const hints = [...types, ...Object.values(kinds).flatMap(({ aliases }) => aliases)];
  const spellings = new Map<string, K>();
  for (const kind of Object.values(kinds)) {
    for (const name of [kind.type, snakeCase(kind.type), capitalized(kind.type), ...kind.aliases]) {
      spellings.set(name, kind);
    }
  }
  const named = (argument: string, name: unknown): K =>
    spellings.get(name as string) ?? (kinds[checkName(argument, name, types, hints)] as K);
  const read = (argument: string, value: unknown): SpecOf<K> => {
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'type')) {
      const { type, ...fields } = value as { readonly type: unknown };
      return named(`${argument}.type`, type).read(argument, fields) as SpecOf<K>;
    }
    if (typeof value === 'string') return named(argument, value).read(argument, {}) as SpecOf<K>;
    throw new OptionError(
      argument,
      `a name such as '${types[0]}', or what a function such as ${types[0]}() made`,
      describe(value),
    );
  };
  const lower = (spec: { readonly type: string }, lowering: Lowering) => named('type', spec.type).lower(spec, lowering);
  return { named, read, lower, field: (initial) => ({ initial, read, lower }) as never };
}
