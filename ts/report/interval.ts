/** How far a share that was counted may lie from the true one. */

/** Of the normal distribution: 95 % lie within so many standard deviations. */
const z = 1.959963984540054;

/**
 * The 95 % interval of a share by Wilson's score, which, unlike the normal one, holds near 0 and 1 and for few rows too.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilsonInterval(share: number, rows: number): readonly [low: number, high: number] {
  const shrink = 1 + z ** 2 / rows;
  const middle = (share + z ** 2 / (2 * rows)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / rows + (z / (2 * rows)) ** 2);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
