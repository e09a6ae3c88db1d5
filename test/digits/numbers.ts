/** Numbers of several digits, written side by side. */

import { inkBox, type Random, type Sheet, sheet, write } from './scenes.ts';

/** Digits of one height, as a hand writes them: each a little larger, smaller, higher or lower than the last. */
export function writeNumber(page: Sheet, digits: readonly Uint8Array[], random: Random, place: NumberPlace): void {
  const { left, top, side, gap } = place;
  let x = left;
  for (const digit of digits) {
    const large = side * random.between(0.92, 1.08);
    const box = inkBox(digit);
    const y = top + (side - large) / 2 + random.between(-0.06, 0.06) * side;
    write(page, digit, { x: x - (box.left * large) / 28, y, side: large, level: 0.45 });
    x += (box.width * large) / 28 + gap();
  }
}

export interface NumberPlace {
  readonly left: number;
  readonly top: number;
  /** Of the square that a digit of MNIST's is drawn in. */
  readonly side: number;
  /** Pixels of paper between two digits; less than none where they touch. */
  readonly gap: () => number;
}

/** A sheet with one number on it. */
export function numberSheet(digits: readonly Uint8Array[], random: Random, gap: () => number): Sheet {
  const side = random.between(50, 110);
  const page = sheet(Math.round(side * (digits.length * 0.95 + 1)), Math.round(side * random.between(1.3, 2)));
  writeNumber(page, digits, random, { left: side / 2, top: (page.height - side) / 2, side, gap });
  return page;
}
