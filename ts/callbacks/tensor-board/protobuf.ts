/** As much of Protocol Buffers' wire format as event files take. */

/** One field of a message, with its tag. */
export type Field = readonly number[] | Uint8Array;

export function integer(field: number, value: number): Field {
  return [...varint(field * 8), ...varint(value)];
}

export function double(field: number, value: number): Field {
  return [...varint(field * 8 + 1), ...new Uint8Array(Float64Array.of(value).buffer)];
}

/** A text, bytes or a message within a message. */
export function bytes(field: number, value: string | Uint8Array): Field {
  const content = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return message([...varint(field * 8 + 2), ...varint(content.length)], content);
}

/** Fields, end to end. */
export function message(...fields: readonly Field[]): Uint8Array {
  const all = new Uint8Array(fields.reduce((sum, field) => sum + field.length, 0));
  let filled = 0;
  for (const field of fields) {
    all.set(field, filled);
    filled += field.length;
  }
  return all;
}

/** A whole number in groups of seven bits, the lowest first. */
function varint(value: number): number[] {
  const groups: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) groups.push((left % 128) + 128);
  return [...groups, left];
}
