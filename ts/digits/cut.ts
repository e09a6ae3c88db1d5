/** Digits that touch, cut apart where the network then sees digits. */

import type { Judge, Verdict } from './judge.ts';
import { type Part, partOf } from './parts.ts';

/** Places to cut at, of a part as wide as it is high; more for a wider one. */
const places = 14;
/** Slants of cuts between two digits: how far they go to the right on the way up, as a share of that. */
const slants = [0, 0.25, -0.25, 0.5];
/** Digits are at least so wide for their height, and at most. */
const [narrowest, widest] = [0.08, 1.35];
/** No other slant is tried from this score on. */
const goodEnough = 0.65;
/** A part wider than this for its height is a line, or too much to try. */
const most = 10;
/** What each cut must gain, since two digits are easier to see in one than not. */
const costOfCut = 0.75;

export interface Cut {
  readonly verdicts: readonly Verdict[];
  /** From 0 to 1: how sure the whole is. */
  readonly score: number;
}

/** The best way to see digits in a part that touch, if there is one that is better than `score`. */
export function cutApart(part: Part, width: number, judge: Judge, score: number): Cut | undefined {
  if (part.width > most * part.height) return undefined;
  let best: Cut | undefined;
  for (const slant of slants) {
    const cut = bestCut(part, width, judge, slant);
    if (cut.score > (best?.score ?? score)) best = cut;
    if (best && best.score > goodEnough) break;
  }
  return best;
}

/** By dynamic programming over the places of cuts of one slant. */
function bestCut(part: Part, width: number, judge: Judge, slant: number): Cut {
  const { columns, counts } = columnsOf(part, width, slant);
  const cuts = placesOf(counts, part.height);
  // Of each place, the best way to see all that is left of it.
  const best: (Cut | undefined)[] = [{ verdicts: [], score: 1 }];
  for (let end = 1; end < cuts.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before || (start === 0 && end === cuts.length - 1)) continue;
      const [from, to] = [cuts[start] as number, cuts[end] as number];
      const share = (to - from) / part.height;
      if (share < narrowest || share > widest) continue;
      const piece = part.pixels.filter((_, i) => (columns[i] as number) >= from && (columns[i] as number) < to);
      if (piece.length < 0.05 * part.pixels.length) continue;
      const verdict = judge(partOf(piece, width));
      const crossed = end < cuts.length - 1 ? (counts[to] as number) / part.height : 0;
      const cost = end < cuts.length - 1 ? costOfCut * (1 - crossed) : 1;
      const score = before.score * verdict.probability * cost;
      if (score > (best[end]?.score ?? 0)) best[end] = { verdicts: [...before.verdicts, verdict], score };
    }
  }
  return best[cuts.length - 1] ?? { verdicts: [], score: 0 };
}

/** The slanted column of each pixel, and how much ink each has. */
function columnsOf({ pixels, left, top, height }: Part, width: number, slant: number) {
  const columns = new Int32Array(pixels.length);
  let first = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i] as number;
    const [x, y] = [(pixel % width) - left, ((pixel / width) | 0) - top];
    columns[i] = Math.round(x + slant * (y - height / 2));
    first = Math.min(first, columns[i] as number);
  }
  const counts: number[] = [];
  for (let i = 0; i < columns.length; i++) {
    const column = (columns[i] as number) - first;
    columns[i] = column;
    counts[column] = (counts[column] ?? 0) + 1;
  }
  for (let i = 0; i < counts.length; i++) counts[i] ??= 0;
  return { columns, counts };
}

/** The ends and, within each stretch of the way, the column with the least ink. */
function placesOf(counts: readonly number[], height: number): number[] {
  const length = counts.length;
  const stretches = Math.min(Math.max(Math.round((places * length) / height), places), 4 * places, length);
  const found = [0];
  for (let i = 1; i < stretches; i++) {
    const [from, end] = [Math.floor((i * length) / stretches), Math.floor(((i + 1) * length) / stretches)];
    let least = from;
    for (let x = from; x < end; x++) if ((counts[x] as number) < (counts[least] as number)) least = x;
    if (least > (found.at(-1) as number)) found.push(least);
  }
  found.push(length);
  return found;
}
