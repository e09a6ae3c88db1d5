/** Files changed as a hostile or a broken program might change them. */

import { unzipSync, zipSync } from 'fflate';

/** Numbers that follow no pattern, the same for the same seed: whole ones from 0 to less than `below`. */
export type Random = (below: number) => number;

export function random(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Lengths and addresses that are wrong, or somebody's. */
function oddNumber(next: Random, length: number): bigint {
  const numbers = [
    0n,
    1n,
    0xffn,
    0xffffn,
    0xffffffffn,
    2n ** 63n,
    2n ** 64n - 1n,
    BigInt(length),
    BigInt(next(length)),
  ];
  return numbers[next(numbers.length)] as bigint;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Some changes of bytes: flipped bits, odd numbers, parts that are moved, left out or doubled. */
export function mutate(bytes: Uint8Array, next: Random): Uint8Array {
  let changed = new Uint8Array(bytes); // a Buffer's slice would share the pool's memory
  for (let changes = 1 + next(6); changes > 0 && changed.length > 16; changes--) {
    const at = next(changed.length - 8);
    const [from, length] = [next(changed.length), 1 + next(64)];
    switch (next(6)) {
      case 0:
        changed[at] = (changed[at] as number) ^ (1 << next(8));
        break;
      case 1:
        changed[at] = [0, 1, 0x7f, 0x80, 0xff][next(5)] as number;
        break;
      case 2:
        new DataView(changed.buffer).setBigUint64(at, oddNumber(next, changed.length), true);
        break;
      case 3:
        changed.set(changed.slice(from, from + length).subarray(0, changed.length - at), at);
        break;
      case 4:
        changed = joined(changed.subarray(0, at), changed.subarray(at + length));
        break;
      default:
        changed = joined(changed.subarray(0, at), changed.subarray(from, from + length), changed.subarray(at));
    }
  }
  return changed;
}

const oddValues = [
  'null',
  '-1',
  '1e999',
  '1e9',
  '0.5',
  '""',
  '"__proto__"',
  '[]',
  '{}',
  '[[[[]]]]',
  'true',
  '[null, 3]',
];

/** Some values of a JSON text exchanged for others. */
export function mutateJson(text: string, next: Random): string {
  const values = [...text.matchAll(/(?<=[:[,]\s*)(?:null|true|false|-?\d[\d.e-]*|"[^"]*")(?=\s*[,\]}])/g)];
  let changed = text;
  for (let changes = 1 + next(3); changes > 0; changes--) {
    const found = values[next(values.length)];
    if (!found) break;
    const { 0: value, index } = found;
    const other = next(2) === 0 ? oddValues[next(oddValues.length)] : values[next(values.length)]?.[0];
    // Later values first, so that the places of earlier ones stay.
    if (changed.slice(index, index + value.length) === value) {
      changed = changed.slice(0, index) + other + changed.slice(index + value.length);
    }
  }
  return changed;
}

/** What is in an archive changed, so that its sums hold. */
export function mutateArchive(bytes: Uint8Array, next: Random): Uint8Array {
  const files = Object.entries(unzipSync(bytes));
  const which = next(files.length);
  const changed = files.map(([name, content], i): [string, Uint8Array] => {
    if (i !== which) return [name, content];
    if (!name.endsWith('.json')) return [name, mutate(content, next)];
    return [name, new TextEncoder().encode(mutateJson(new TextDecoder().decode(content), next))];
  });
  return zipSync(Object.fromEntries(changed), { level: 0 });
}
