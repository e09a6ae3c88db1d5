/**
 * Images of 28 x 28 pixels in 16 greys, packed: an arithmetic coder whose odds are learnt from the pixels around takes
 * three fifths of what gzip takes. Packing is here as well, since both must have the same odds.
 */

const SIDE = 28;

/** Decisions before this one count no longer. */
const LONGEST_MEMORY = 250;
const LEAST_ODDS = 32;

/** Codes one decision; `odds` of 65,536 are for a 1. The packer is told which it is, the unpacker finds out. */
type CodeBit = (odds: number, bit: number) => number;

/** @param levels 0 (paper) to 15 (ink), for each pixel of all images */
export function packInk(levels: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  const span = new Span((byte) => bytes.push(byte));
  codeInk(levels, (odds, bit) => span.narrow(odds, () => bit));
  return Uint8Array.from([...bytes, ...span.anywhere()]);
}

/** @param pixels of all images */
export function unpackInk(packed: Uint8Array, pixels: number): Uint8Array {
  let at = 0;
  let window = 0;
  const shift = () => {
    window = ((window << 8) | (packed[at++] ?? 0)) >>> 0;
  };
  for (let i = 0; i < 4; i++) shift();
  const span = new Span(shift);
  const levels = new Uint8Array(pixels);
  codeInk(levels, (odds) => span.narrow(odds, (middle) => (window <= middle ? 1 : 0)));
  return levels;
}

/** Goes over all pixels, and fills in those that it finds out. */
function codeInk(levels: Uint8Array, codeBit: CodeBit): void {
  const odds = new Uint16Array(2 ** 16).fill(2 ** 15);
  const seen = new Uint8Array(2 ** 16);
  const decide = (place: number, told: number) => {
    const chance = odds[place] as number;
    const count = seen[place] as number;
    const bit = codeBit(Math.min(Math.max(chance, LEAST_ODDS), 2 ** 16 - LEAST_ODDS), told);
    odds[place] = chance + Math.trunc(((bit ? 0xffff : 0) - chance) / (count + 1.5));
    if (count < LONGEST_MEMORY) seen[place] = count + 1;
    return bit;
  };
  for (let at = 0; at < levels.length; at++) {
    const level = levels[at] as number;
    const context = 16 * contextOf(levels, at);
    if (decide(context, level > 0 ? 1 : 0) === 0) continue;
    let node = 1;
    for (let bit = 3; bit >= 0; bit--) node = 2 * node + decide(context + node, (level >> bit) & 1);
    levels[at] = node - 16;
  }
}

/** What the pixels to the left and above are, the corners roughly: a number below 4,096. */
function contextOf(levels: Uint8Array, at: number): number {
  const x = at % SIDE;
  const above = at % SIDE ** 2 >= SIDE;
  const grey = (isInside: boolean, back: number) => (isInside ? (levels[at - back] as number) : 0);
  const sides = grey(x > 0, 1) * 16 + grey(above, SIDE);
  return (sides * 4 + rough(grey(above && x > 0, SIDE + 1))) * 4 + rough(grey(above && x < SIDE - 1, SIDE - 1));
}

function rough(level: number): number {
  if (level === 0) return 0;
  return level < 6 ? 1 : level < 15 ? 2 : 3;
}

/** A span of numbers of 32 bits, which each decision cuts in two; its first byte is let go of when it is settled. */
class Span {
  #low = 0;
  #high = 0xffffffff;
  readonly #settle: (byte: number) => void;

  constructor(settle: (byte: number) => void) {
    this.#settle = settle;
  }

  /** @param decide whether it is the lower part (1), which ends at `middle` */
  narrow(odds: number, decide: (middle: number) => number): number {
    const middle = this.#low + Math.floor((this.#high - this.#low) / 2 ** 16) * odds;
    const bit = decide(middle);
    if (bit) this.#high = middle;
    else this.#low = middle + 1;
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.#settle(this.#high >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
    }
    return bit;
  }

  /** Bytes of a number in it. */
  anywhere(): number[] {
    return [24, 16, 8, 0].map((shift) => (this.#high >>> shift) & 0xff);
  }
}
