/** Tells whether a training goes on with the data that it began with. */

import type { Rows } from '../../engine/engine.ts';
import type { KeptRows } from '../data/kept.ts';
import { forSampled } from '../sampled.ts';
import type { Data } from '../trainable.ts';

/** Numbers of the samples that are looked at, evenly spread; all labels and weights are. */
const SAMPLED = 1_000_000;

/** Of samples, labels and weights, in hexadecimal; rows of bytes have that of the floats that they stand for. */
export function checksumOf({ rows, targets, weights }: Data<Rows | KeptRows>): string {
  const sum = new Checksum('kept' in rows ? rows.kept.facts.checksum : checksumOfRows(rows));
  for (const label of 'classes' in targets ? targets.classes : targets.values) sum.add(label);
  for (const weight of weights ?? []) sum.add(weight);
  return sum.text;
}

/** Of samples alone, to go on with. */
export function checksumOfRows(rows: Rows): number {
  const sum = new Checksum();
  forSampled(rows, SAMPLED, (value) => sum.add(value));
  return sum.value;
}

/** FNV-1a over 32-bit floats (http://www.isthe.com/chongo/tech/comp/fnv/): nobody is to be kept from a forgery here. */
class Checksum {
  readonly #float = new Float32Array(1);
  readonly #bits = new Uint32Array(this.#float.buffer);
  #hash: number;

  constructor(start = 0x811c9dc5) {
    this.#hash = start;
  }

  add(value: number): void {
    this.#float[0] = value;
    this.#hash = Math.imul(this.#hash ^ (this.#bits[0] as number), 0x01000193);
    this.#hash ^= this.#hash >>> 15; // whole words are mixed in, whose upper bits would stay above
  }

  get value(): number {
    return this.#hash;
  }

  get text(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0');
  }
}
