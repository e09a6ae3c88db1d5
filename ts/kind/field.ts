/** The fields of kinds: what people may write there, what a spec holds and what the engine gets. */

import { OptionError } from '../errors.ts';
import { checkBoolean, checkInteger, checkName, checkNumber, describe, isList } from '../options.ts';
import { fromSnakeCase } from './spelling.ts';

/** Plain values as the engine takes them: its kinds, and its names of fields. */
export type Lowered = number | boolean | null | readonly Lowered[] | LoweredObject;
export interface LoweredObject {
  readonly [field: string]: Lowered | string;
}

/** What lowering may depend on besides the spec. */
export interface Lowering {
  /** Numbers that the model gives for a row. */
  readonly outputs: number;
  /** The loss is one for which targets of 0 and 1 are made -1 and 1. Default: false. */
  readonly signs?: boolean;
}

export interface Field<In, Out, Needed extends boolean> {
  /** What stands here unless somebody says otherwise; undefined if somebody must. */
  readonly initial: Needed extends true ? undefined : In;
  /**
   * The value of a spec from what somebody wrote, or from JSON.
   * @throws OptionError
   */
  read(argument: string, value: unknown): Out;
  lower(value: Out, lowering: Lowering): Lowered;
}

/** A field must be given if it has no initial value. */
type FieldOf<In, Initial, Out = In> = Field<In, Out, Initial extends undefined ? true : false>;

function field<In, Initial, Out extends Lowered>(
  initial: Initial,
  read: (argument: string, value: unknown) => Out,
): FieldOf<In, Initial, Out> {
  return { initial, read, lower: (value: Out) => value } as unknown as FieldOf<In, Initial, Out>;
}

/** The engine computes in 32 bits, in which a number must still be what it is asked to be. */
function numberField(expected: string, holds: (value: number) => boolean) {
  const check = (value: number) => Number.isFinite(Math.fround(value)) && holds(Math.fround(value));
  return <Initial extends number | undefined = undefined>(initial?: Initial) =>
    field<number, Initial, number>(initial as Initial, (argument, value) =>
      checkNumber(argument, value, expected, check),
    );
}

export const anyNumber = numberField('a finite number', () => true);
export const atLeastZero = numberField('a finite number of at least 0', (value) => value >= 0);
export const moreThanZero = numberField('a finite number of more than 0', (value) => value > 0);
/** Decays and rates that may not reach 1. */
export const belowOne = numberField('a number from 0 to less than 1', (value) => value >= 0 && value < 1);
export const zeroToOne = numberField('a number from 0 to 1', (value) => value >= 0 && value <= 1);

/** A number within bounds, both included. */
export function numberFrom(least: number, most: number) {
  return numberField(`a number from ${least} to ${most}`, (value) => value >= least && value <= Math.fround(most));
}

/** A whole number. */
export function whole<Initial extends number | undefined = undefined>(
  initial?: Initial,
  least = 1,
  most: number = Number.MAX_SAFE_INTEGER,
) {
  return field<number, Initial, number>(initial as Initial, (argument, value) =>
    checkInteger(argument, value, least, most),
  );
}

export function flag(initial: boolean) {
  return field<boolean, boolean, boolean>(initial, checkBoolean);
}

/** Several numbers. */
export function listOf<Initial extends readonly number[] | undefined = undefined>(
  each: AnyNumberField,
  initial?: Initial,
) {
  return field<readonly number[], Initial, readonly number[]>(initial as Initial, (argument, value) => {
    if (!isList(value)) throw new OptionError(argument, 'an array of numbers', describe(value));
    return Object.freeze(value.map((item, i) => each.read(`${argument}[${i}]`, item)));
  });
}
type AnyNumberField = Field<number, number, boolean>;

/** One of a few words, or null if it is among them; the engine gets its place among them. */
export function choice<const Word extends string | null>(words: readonly Word[], initial: Word) {
  const names = words.filter((word) => word !== null);
  return {
    initial,
    read: (argument, value) => {
      if (value === null && words.includes(null as Word)) return null;
      return checkName(argument, typeof value === 'string' ? fromSnakeCase(value, names) : value, names);
    },
    lower: (value) => words.indexOf(value),
  } as Field<Word, Word, false>;
}

/** What another field takes, or null, which it is unless somebody says otherwise. */
export function orNull<In, Out>({ read, lower }: Field<In, Out, boolean>): Field<In | null, Out | null, false> {
  return {
    initial: null,
    read: (argument, value) => (value === null ? null : read(argument, value)),
    lower: (value, lowering) => (value === null ? null : lower(value, lowering)),
  };
}
