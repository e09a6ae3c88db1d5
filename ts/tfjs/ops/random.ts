/** Random numbers by a seed: the same on every engine. */

import { checkNumber } from '../../options.ts';

/** Numbers from 0 (included) to 1, by 32 random bits each (sfc32 of PractRand). */
export class Random {
  #a: number;
  #b: number;
  #c = 0;
  #counter = 1;

  /** @param seed a number, a text, or nothing for one that differs each time */
  constructor(seed?: number | string) {
    const [high, low] = seed === undefined ? crypto.getRandomValues(new Uint32Array(2)) : hash(String(seed));
    [this.#a, this.#b] = [high as number, low as number];
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** 32 bits. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  next(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number from 0 to less than `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Of the standard normal distribution, by the ratio of uniforms (Leva, 1992). */
  normal(): number {
    while (true) {
      const [u, v] = [1 - this.next(), 1.7156 * (this.next() - 0.5)];
      const [x, y] = [u - 0.449871, Math.abs(v) + 0.386595];
      const q = x * x + y * (0.196 * y - 0.25472 * x);
      if (q < 0.27597 || (q < 0.27846 && v * v < -4 * u * u * Math.log(u))) return v / u;
    }
  }
}

/** Two numbers of 32 bits from a text (FNV-1a, from two starts). */
function hash(text: string): [number, number] {
  const of = (start: number) => {
    let value = start;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return value >>> 0;
  };
  return [of(0x811c9dc5), of(0x050c5d1f)];
}

export function uniform(seed: number | string | undefined, low = 0, high = 1): () => number {
  const random = new Random(seed);
  return () => low + (high - low) * random.next();
}

/** @param truncated redraws what is beyond two standard deviations */
export function normal(seed: number | string | undefined, mean = 0, stdDev = 1, truncated = false): () => number {
  checkNumber('stdDev', stdDev, 'a number of at least 0', (value) => value >= 0);
  const random = new Random(seed);
  const draw = (): number => {
    const z = random.normal();
    return truncated && Math.abs(z) > 2 ? draw() : z;
  };
  return () => mean + stdDev * draw();
}
