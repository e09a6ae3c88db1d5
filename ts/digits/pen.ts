/** Digits of one picture are written with one pen: what is much fainter or thinner is a shadow, a rule or an edge. */

import type { Ink } from './ink.ts';
import { levelOf } from './judge.ts';
import type { Part } from './parts.ts';

/** Of the largest digit's: how strong and how thick the strokes of others are at least. */
const [leastLevel, leastThickness] = [0.45, 0.4];
/** Parts narrower than this for their length are one straight stroke, others are so many times as long as high. */
const [straight, strokesOfDigit] = [0.35, 2.2];

/** Tells of other parts whether the pen that wrote this one may have written them, too. */
export function penOf(largest: Part, ink: Ink): (part: Part) => boolean {
  const [level, thickness] = [levelOf(largest, ink), thicknessOf(largest)];
  return (part) => thicknessOf(part) >= leastThickness * thickness && levelOf(part, ink) >= leastLevel * level;
}

/** Pixels across a stroke, about. */
function thicknessOf({ width, height, pixels }: Part): number {
  const [side, other] = [Math.max(width, height), Math.min(width, height)];
  return pixels.length / (other < straight * side ? Math.hypot(width, height) : strokesOfDigit * side);
}
