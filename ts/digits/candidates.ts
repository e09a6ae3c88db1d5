/** Parts of ink that may be digits: without rules, frames, borders and dust. */

import type { Ink } from './ink.ts';
import { levelOf } from './judge.ts';
import { type Box, findParts, join, type Mask, type Part } from './parts.ts';
import { takeOutRules } from './rules.ts';

/** Ink is at least so strong for the strongest of its part. */
const leastStrength = 0.35;
/** The share of strokes among the ink of a net of rules that they are written on. */
const inkOfNet = 0.03;
/** A part that goes so far through the picture may be a net of rules. */
const longWay = 0.6;
/** Parts that lie along the picture's edge for so much of its shorter side are no digits; nor those of a cut digit. */
const mostContact = 0.3;
/** Fainter than the strongest part by this are shadows and rules. */
const leastLevel = 0.25;
/** A line is so thin for its length at most, and goes through the picture from this share of its side on. */
const [thinLine, wholeWay] = [0.06, 0.9];
/** A frame has so many lines at least; fewer are strokes. */
const linesOfFrame = 3;
/** Gaps where a rule was taken out, and where a pen gave no ink. */
const [gapOfRule, gapOfPen] = [0.012, 0.03];
/** The longer side of a digit, as a share of the picture's, and in pixels, at least. */
const [leastShare, leastPixels] = [0.02, 5];
/** And for the largest one's. */
const leastOfLargest = 0.2;

/** One way to see a picture. */
export type Candidates = readonly Part[];

/**
 * As it is; then, for whoever asks on, with broken strokes whole, and without rules if something may be one.
 * @param most what lies along one side of the picture for a larger share of it is no digit
 */
export function* candidatesOf(ink: Ink, most = mostContact): Generator<Candidates> {
  const mask = maskOf(ink);
  const parts = findParts(mask);
  yield withoutRest(parts, ink, most);
  const strokes = parts.filter((part) => !isAtEdge(part, ink, most) && !isFrame(part, parts));
  const whole = mended(strokes, ink, gapOfPen);
  if (whole.length < strokes.length) yield withoutRest(whole, ink, most);
  const long = ({ width, height }: Box) => width > longWay * ink.width || height > longWay * ink.height;
  if (!parts.some(long)) return;
  const box = { left: 0, top: 0, width: ink.width, height: ink.height };
  if (takeOutRules(mask, box) > 0) yield withoutRest(mended(findParts(mask), ink), ink);
}

/** What is inside a frame that it is connected with, or is crossed by lines of its own. */
export function withoutLines(part: Part, ink: Ink): Part[] {
  const mask = { width: ink.width, height: ink.height, data: new Uint8Array(ink.width * ink.height) };
  for (const pixel of part.pixels) mask.data[pixel] = 1;
  return takeOutRules(mask, part) >= linesOfFrame ? withoutRest(mended(findParts(mask), ink), ink) : [];
}

/** Ink by the strength of the strokes that it is part of, so that faint lines beside strong ones are paper. */
function maskOf(ink: Ink): Mask {
  const { width, height, strength } = ink;
  const mask = { width, height, data: ink.data.slice() };
  for (const part of findParts(ink)) {
    const least = leastStrength * levelOf(part, ink, inkOfNet);
    for (const pixel of part.pixels) if ((strength[pixel] as number) < least) mask.data[pixel] = 0;
  }
  return mask;
}

/** Strokes with a gap in them, put together again; its width is a share of the picture's shorter side. */
function mended(parts: readonly Part[], ink: Ink, share = gapOfRule): Part[] {
  const gap = Math.max(3, share * Math.min(ink.width, ink.height));
  const left = parts.filter(({ pixels }) => pixels.length > 3);
  const groups: Part[] = [];
  while (left.length > 0) {
    let group = left.pop() as Part;
    for (let i = 0; i < left.length; i++) {
      if (!near(group, left[i] as Part, gap)) continue;
      group = join([group, ...left.splice(i, 1)], ink.width);
      i = -1;
    }
    groups.push(group);
  }
  return groups;
}

function near(a: Part, b: Part, gap: number): boolean {
  const between = (first: number, length: number, other: number, otherLength: number) =>
    Math.max(first, other) - Math.min(first + length, other + otherLength);
  return between(a.left, a.width, b.left, b.width) < gap && between(a.top, a.height, b.top, b.height) < gap;
}

function withoutRest(parts: readonly Part[], ink: Ink, most = mostContact): Part[] {
  const longer = Math.max(ink.width, ink.height);
  const least = Math.max(leastShare * longer, leastPixels);
  const inside = parts.filter((part) => !isAtEdge(part, ink, most));
  const strongest = inside.reduce((most, part) => Math.max(most, levelOf(part, ink)), 0);
  const shown = inside.filter(
    (part) => levelOf(part, ink) > leastLevel * strongest && !isFrame(part, inside) && !isRule(part, inside, ink),
  );
  const largest = shown.reduce((most, { width, height }) => Math.max(most, width, height), 0);
  if (largest < least) return [];
  return shown.filter(({ width, height }) => Math.max(width, height) >= Math.max(leastOfLargest * largest, 3));
}

/** A border, or something beside the sheet: it lies along the edge for long, or is a block that ends there. */
function isAtEdge(part: Part, ink: Ink, most: number): boolean {
  const along = contact(part, ink);
  if (along >= most * Math.min(ink.width, ink.height)) return true;
  const filled = part.pixels.length / (part.width * part.height);
  return along >= 0.5 * Math.max(part.width, part.height) && filled > 0.6;
}

/** A thin line that goes all the way through the picture, or is much longer than anything else that is no speck. */
function isRule(part: Part, parts: readonly Part[], ink: Ink): boolean {
  const length = Math.hypot(part.width, part.height);
  if (part.pixels.length > thinLine * length ** 2) return false;
  if (part.width > wholeWay * ink.width || part.height > wholeWay * ink.height) return true;
  const size = ({ width, height }: Part) => Math.max(width, height);
  const largest = parts.reduce((most, other) => (other === part ? most : Math.max(most, size(other))), 0);
  return size(part) > 2 * largest && largest > 0.15 * size(part);
}

/** Pixels of the picture's edge that a part lies on. */
function contact({ pixels }: Part, { width, height }: Ink): number {
  let count = 0;
  for (const pixel of pixels) {
    const [x, y] = [pixel % width, (pixel / width) | 0];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) count++;
  }
  return count;
}

/** Lines around other parts, with little ink for the room they take. */
function isFrame(part: Part, parts: readonly Part[]): boolean {
  if (part.pixels.length > 0.3 * part.width * part.height) return false;
  const within = (other: Part) =>
    other !== part &&
    other.left > part.left &&
    other.top > part.top &&
    other.left + other.width < part.left + part.width &&
    other.top + other.height < part.top + part.height;
  return parts.some(
    (other) => within(other) && Math.max(other.width, other.height) > 0.3 * Math.min(part.width, part.height),
  );
}
