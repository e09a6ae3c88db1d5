/** Digits in the order that they are read in: lines from the top, each from the left. */

import type { Box } from './parts.ts';

/** Neighbours in a line share so much of the lower one's height. */
const leastShared = 0.4;

/** Lines may rise or fall: a digit belongs to the line whose last one it stands beside. */
export function inLines<Thing extends Box>(things: readonly Thing[]): Thing[][] {
  const lines: Thing[][] = [];
  for (const thing of [...things].sort((a, b) => a.left - b.left)) {
    let [best, most] = [undefined as Thing[] | undefined, leastShared];
    for (const line of lines) {
      const share = shared(line.at(-1) as Thing, thing);
      if (share > most) [best, most] = [line, share];
    }
    if (best) best.push(thing);
    else lines.push([thing]);
  }
  const middle = (line: readonly Thing[]) =>
    line.reduce((sum, { top, height }) => sum + top + height / 2, 0) / line.length;
  return lines.sort((a, b) => middle(a) - middle(b));
}

/** The share of the lower one's height that both have. */
function shared(a: Box, b: Box): number {
  const common = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return common / Math.min(a.height, b.height);
}
