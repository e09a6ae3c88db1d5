/**
 * Descriptions as the numbers that cross into the WASM. The engine tells by `kinds()` what it knows, one kind or record
 * a line (`room kind field:type ...`); kinds and fields are written in that order and by nothing else.
 */

import { EngineError } from '../errors.ts';
import type { Lowered, LoweredObject } from '../kind/field.ts';

interface KindLine {
  readonly kind: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}

/** Packs a value of a record, such as `network` or `training`. @throws EngineError */
export type Pack = (record: string, value: Lowered) => Float64Array<ArrayBuffer>;

/** What a room calls its record's kind. */
const RECORD = '-';

/** The kind that stands for null. */
const NONE = 'none';

/** @param kinds what the engine's `kinds()` gives */
export function packer(kinds: string): Pack {
  const rooms = readKinds(kinds);
  return (record, value) => {
    const numbers: number[] = [];
    put(rooms, record, record, value, numbers);
    return Float64Array.from(numbers);
  };
}

function readKinds(kinds: string): ReadonlyMap<string, readonly KindLine[]> {
  const rooms = new Map<string, KindLine[]>();
  for (const line of kinds.split('\n').filter((text) => text.trim() !== '')) {
    const [room = '', kind = '', ...fields] = line.trim().split(/\s+/);
    const described = fields.map((field) => {
      const [name = '', type = ''] = field.split(':');
      return { name, type };
    });
    rooms.set(room, [...(rooms.get(room) ?? []), { kind, fields: described }]);
  }
  return rooms;
}

type Rooms = ReadonlyMap<string, readonly KindLine[]>;

function put(rooms: Rooms, place: string, type: string, value: Lowered | string | undefined, numbers: number[]): void {
  if (type.startsWith('[')) {
    const each = type.slice(1, -1);
    const list = check<readonly Lowered[]>(place, 'a list', value, Array.isArray(value));
    numbers.push(list.length);
    for (const [i, item] of list.entries()) put(rooms, `${place}[${i}]`, each, item, numbers);
    return;
  }
  const plain = plainTypes[type];
  if (plain) {
    plain(place, value, numbers);
    return;
  }
  const room = rooms.get(type);
  if (!room) throw new EngineError(`${place}: the engine has no '${type}'`);
  putKind(rooms, place, type, room, value, numbers);
}

/** How numbers and lists of numbers are written. */
const plainTypes: Readonly<Record<string, (place: string, value: unknown, numbers: number[]) => void>> = {
  number: (place, value, numbers) => numbers.push(check(place, 'a number', value, typeof value === 'number')),
  count: (place, value, numbers) => numbers.push(check(place, 'a whole number', value, Number.isSafeInteger(value))),
  flag: (place, value, numbers) => numbers.push(Number(check(place, 'a flag', value, typeof value === 'boolean'))),
  optional: (place, value, numbers) =>
    numbers.push(value === null ? Number.NaN : check(place, 'a number or null', value, typeof value === 'number')),
  numbers: (place, value, numbers) => {
    const list = check<readonly unknown[]>(place, 'numbers', value, Array.isArray(value));
    numbers.push(list.length, ...list.map((item) => check<number>(place, 'numbers', item, typeof item === 'number')));
  },
};

function putKind(
  rooms: Rooms,
  place: string,
  name: string,
  room: readonly KindLine[],
  value: unknown,
  numbers: number[],
): void {
  const isRecord = room[0]?.kind === RECORD;
  const given = value === null && !isRecord ? { type: NONE } : value;
  const { type, ...fields } = check<LoweredObject>(
    place,
    'an object',
    given,
    typeof given === 'object' && given !== null,
  );
  const index = room.findIndex(({ kind }) => kind === (isRecord ? RECORD : type));
  const line = room[index];
  if (!line) throw new EngineError(`${place}: the engine has no ${name} '${String(type)}'`);
  if (!isRecord) numbers.push(index);
  const unknown = Object.keys(fields).find((field) => !line.fields.some((known) => known.name === field));
  if (unknown !== undefined) throw new EngineError(`${place}.${unknown}: the engine has no such field`);
  for (const field of line.fields) put(rooms, `${place}.${field.name}`, field.type, fields[field.name], numbers);
}

function check<T>(place: string, expected: string, value: unknown, holds: boolean): T {
  if (holds) return value as T;
  throw new EngineError(
    `${place}: the engine takes ${expected}, got ${value === undefined ? 'nothing' : String(value)}`,
  );
}
