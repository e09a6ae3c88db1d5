/** Digits of one picture are written with one pen: what is much fainter or thinner is a shadow, a rule or an edge. */

import type { Ink } from './ink.ts';
import { levelOf } from './judge.ts';
import type { Part } from './parts.ts';

/** Of most digits': how strong and how thick the strokes of others are at least. */
const [leastLevel, leastThickness] = [0.45, 0.3];
/** Parts narrower than this for their length are one straight stroke, others are so many times as long as high. */
const [straight, strokesOfDigit] = [0.35, 2.2];

/** Tells of parts whether the pen that wrote these digits may have written them. */
export function penOf(digits: readonly Part[], ink: Ink): (part: Part) => boolean {
  const thickness = leastThickness * middleOf(digits, thicknessOf);
  const level = leastLevel * middleOf(digits, (part) => levelOf(part, ink));
  return (part) => thicknessOf(part) >= thickness && levelOf(part, ink) >= level;
}

/** The median over the room that parts take. */
function middleOf(parts: readonly Part[], measure: (part: Part) => number): number {
  const measured = parts.map((part) => ({ value: measure(part), room: part.width * part.height }));
  measured.sort((a, b) => a.value - b.value);
  const half = measured.reduce((sum, { room }) => sum + room, 0) / 2;
  let sum = 0;
  for (const { value, room } of measured) {
    sum += room;
    if (sum >= half) return value;
  }
  return 0;
}

/** Pixels across a stroke, about. */
function thicknessOf({ width, height, pixels }: Part): number {
  const [side, other] = [Math.max(width, height), Math.min(width, height)];
  return pixels.length / (other < straight * side ? Math.hypot(width, height) : strokesOfDigit * side);
}
