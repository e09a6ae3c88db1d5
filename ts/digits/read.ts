/** From a picture to the digits in it. */

import type { Picture } from '../pictures.ts';
import { type Candidates, candidatesOf, withoutLines } from './candidates.ts';
import { cutApart } from './cut.ts';
import { findInk, type Ink } from './ink.ts';
import { type Judge, judgeBy, type Verdict } from './judge.ts';
import { digitClasses, type Network } from './network.ts';
import { inLines } from './order.ts';
import { join, type Part } from './parts.ts';
import { penOf } from './pen.ts';
import { polarityOf } from './polarity.ts';
import { shrink, shrinkFactor } from './shrink.ts';
import type { DigitsFound, FoundDigit } from './types.ts';

/**
 * A digit is sure from these probabilities on: one that stands alone, one that does and is wide, and one that was cut off
 * another.
 */
const [sureAlone, sureWide, sureCut] = [0.93, 0.97, 0.985];
/** Several digits are seen in a part from this score of the whole on. */
const leastCut = 0.35;
/** A part is looked at for several digits if it may be none, or is so wide for its height. */
const [leastNone, certainlySeveral] = [0.3, 1.6];
/** More such parts than that are words or a drawing, and would take seconds. */
const mostToCut = 12;
/** Wider for their height are no single digits, as a rule. */
const widestDigit = 1.25;
/** Narrower ones are hardly ever two, and only wider ones are that without doubt. */
const [surelyOne, surelySeveral] = [0.7, 0.85];
/** Beside digits that are sure, doubtful ones are no smaller than this share of their height. */
const smallest = 0.45;
/** A part so much lower than its line may belong to a digit beside it. */
const lowPart = 0.6;

/** Where all digits are as probable, no other way to see the picture is tried. */
const settled = 0.88;
/** What a doubtful digit is worth. */
const doubtful = 0.7;
/** Readings that are more certain need none of lighter ink where darker is likelier, or the other way round. */
const enough = 0.12;
/** From this polarity on, to either side, one way is enough if it leaves no doubt. */
const clearPolarity = 0.3;
/** The power of the room of all digits that a reading's merit grows by. */
const roomCounts = 0.25;
/** Strokes are narrower than these shares of the picture's shorter side, on either side of their middle. */
const [anyStroke, narrowStroke] = [0.14, 0.05];
/** What is read in narrow strokes counts less, as thick ones are hollow then; and digits at the edge, which may be none. */
const [narrowWorth, cutOffWorth] = [0.8, 0.95];
/** A digit that is cut off lies along the picture's edge for so much of its shorter side at most. */
const contactOfCut = 0.7;
/** Pixels of the shorter side that are enough to look for narrow strokes. */
const leastForNarrow = 100;

/** A digit with what it was seen in. */
interface Seen extends Verdict {
  readonly sure: boolean;
}

export function readPicture(picture: Picture, network: Network): DigitsFound {
  const factor = shrinkFactor(picture);
  const small = shrink(picture, factor);
  const best = lookAt(small, network);
  const lines = inLines(best.map((seen) => ({ ...boxOf(seen.part), seen })));
  const digits = lines.flat().map(({ seen }) => tell(seen, factor));
  const text = lines.map((line) => line.map(({ seen }) => seen.digit).join('')).join('\n');
  return { text, digits };
}

/** The digit of a picture of one. */
export interface SingleDigit {
  /** 784 bytes, 0 (paper) to 255 (ink), centred as MNIST's are. */
  readonly image: Uint8Array;
  /** Digits in the picture that there is no doubt of, this one among them or not. */
  readonly sureDigits: number;
}

/**
 * The digit of a picture of one, for networks of other makes: the one that takes most room.
 * @returns undefined for a picture without ink
 */
export function findDigit(picture: Picture, network: Network): SingleDigit | undefined {
  const seen = lookAt(shrink(picture, shrinkFactor(picture)), network);
  if (seen.length === 0) return undefined;
  const { image } = largestOf(seen);
  return { image, sureDigits: seen.filter(({ sure }) => sure).length };
}

/** Dark ink on light paper, or light on dark: the likelier first, and the other where that leaves doubt. */
function lookAt(picture: Picture, network: Network): readonly Seen[] {
  const polarity = polarityOf(picture);
  const isDoubtful = Math.abs(polarity) < clearPolarity;
  const sides = [() => picture, () => inverted(picture)];
  if (polarity < 0) sides.reverse();
  let best: readonly Seen[] = [];
  for (const side of sides) {
    const seen = readSide(side(), network);
    if (merit(seen) > merit(best)) best = seen;
    if (!isDoubtful && certainty(best) > enough) break;
  }
  return best;
}

const inverted = ({ width, height, data }: Picture): Picture => ({
  width,
  height,
  data: data.map((grey) => 255 - grey),
});

const isSettled = (seen: readonly Seen[]) =>
  seen.length > 0 && seen.every(({ sure, probability }) => sure || probability >= settled);

const roomOf = ({ part }: Seen) => part.width * part.height;

const largestOf = (seen: readonly Seen[]) => seen.reduce((a, b) => (roomOf(b) > roomOf(a) ? b : a));

/** How sure the digits are, by the room that each takes: from 0 to 1. */
function certainty(seen: readonly Seen[]): number {
  let [room, sum] = [0, 0];
  for (const digit of seen) {
    room += roomOf(digit);
    sum += roomOf(digit) * digit.probability * (digit.sure ? 1 : doubtful);
  }
  return room === 0 ? 0 : sum / room;
}

/** What a reading is worth. */
function merit(seen: readonly Seen[]): number {
  return certainty(seen) * seen.reduce((sum, digit) => sum + roomOf(digit), 0) ** roomCounts;
}

/** Seen in all ways without cutting digits apart, and only then by that as well. */
function readSide(picture: Picture, network: Network): readonly Seen[] {
  const views = lazily(viewsOf(picture, network));
  let best: readonly Seen[] = [];
  for (const cuts of [false, true]) {
    for (const { candidates, ink, judge, worth } of views()) {
      const seen = readParts(candidates, ink, judge, cuts);
      if (worth * merit(seen) > merit(best)) best = seen;
      if (isSettled(best)) return best;
    }
  }
  return best;
}

interface View {
  readonly candidates: Candidates;
  readonly ink: Ink;
  readonly judge: Judge;
  /** Of what is read in it, since it may have lost some ink. */
  readonly worth: number;
}

/**
 * Strokes of any width; digits that the picture's edge cuts off, if there is ink; and narrow strokes only, so that shadows
 * and smears that are wider become paper.
 */
function* viewsOf(picture: Picture, network: Network): Generator<View> {
  const ink = findInk(picture, anyStroke);
  yield* viewsIn(ink, network, candidatesOf(ink), 1);
  if (touchesEdge(ink)) {
    const whole = findInk(picture, anyStroke, false);
    yield* viewsIn(whole, network, candidatesOf(whole, contactOfCut), cutOffWorth);
  }
  if (Math.min(picture.width, picture.height) < leastForNarrow) return;
  const narrow = findInk(picture, narrowStroke);
  yield* viewsIn(narrow, network, candidatesOf(narrow), narrowWorth);
}

function* viewsIn(ink: Ink, network: Network, seen: Iterable<Candidates>, worth: number): Generator<View> {
  const judge = remembering(judgeBy(network, ink));
  for (const candidates of seen) yield { candidates, ink, judge, worth };
}

function touchesEdge({ width, height, data }: Ink): boolean {
  for (let x = 0; x < width; x++) if (data[x] === 1 || data[(height - 1) * width + x] === 1) return true;
  for (let y = 0; y < height; y++) if (data[y * width] === 1 || data[(y + 1) * width - 1] === 1) return true;
  return false;
}

/** The same things each time, made when they are first asked for. */
function lazily<Thing>(things: Iterator<Thing>): () => Generator<Thing> {
  const made: Thing[] = [];
  return function* () {
    for (let i = 0; ; i++) {
      if (i === made.length) {
        const next = things.next();
        if (next.done) return;
        made.push(next.value);
      }
      yield made[i] as Thing;
    }
  };
}

function remembering(judge: Judge): Judge {
  const known = new WeakMap<Part, Verdict>();
  return (part) => {
    const verdict = known.get(part) ?? judge(part);
    known.set(part, verdict);
    return verdict;
  };
}

function readParts(parts: Candidates, ink: Ink, judge: Judge, cuts: boolean): Seen[] {
  const joined = joinParts(parts.map(judge), ink, judge);
  const areFew = joined.filter((verdict) => !isOne(verdict) && maybeSeveral(verdict)).length <= mostToCut;
  const seen = joined.flatMap((verdict) => readPart(verdict, ink, judge, cuts && areFew));
  const certain = seen.filter(({ sure }) => sure);
  if (certain.length === 0) return seen;
  const isSamePen = penOf(
    certain.map(({ part }) => part),
    ink,
  );
  const heights = certain.map(({ part }) => part.height).sort((a, b) => a - b);
  const typical = heights[heights.length >> 1] as number;
  // Beside digits that are sure, small things that look like none are dots and dashes.
  const counts = ({ part, sure }: Seen) => sure || Math.max(part.width, part.height) > smallest * typical;
  return seen.filter((digit) => counts(digit) && isSamePen(digit.part));
}

/** Low parts put to the digit above, below or beside them, where the network then sees one better. */
function joinParts(verdicts: readonly Verdict[], ink: Ink, judge: Judge): Verdict[] {
  const left = [...verdicts].sort((a, b) => size(a.part) - size(b.part));
  const done: Verdict[] = [];
  while (left.length > 0) {
    const small = left.shift() as Verdict;
    let best: { index: number; verdict: Verdict; gain: number } | undefined;
    for (const [index, other] of left.entries()) {
      if (!mayJoin(small.part, other.part)) continue;
      const verdict = judge(join([small.part, other.part], ink.width));
      // Alone the small part is no digit, or both together are a better one.
      const gain = verdict.probability - other.probability + (none(small) > 0.5 ? 0.1 : -0.3);
      if (gain > (best?.gain ?? 0)) best = { index, verdict, gain };
    }
    if (best) left[best.index] = best.verdict;
    else done.push(small);
  }
  return done;
}

const size = ({ width, height }: Part) => Math.max(width, height);

function mayJoin(small: Part, large: Part): boolean {
  const gapX = Math.max(small.left, large.left) - Math.min(small.left + small.width, large.left + large.width);
  const gapY = Math.max(small.top, large.top) - Math.min(small.top + small.height, large.top + large.height);
  const high = Math.max(small.top + small.height, large.top + large.height) - Math.min(small.top, large.top);
  const wide = Math.max(small.left + small.width, large.left + large.width) - Math.min(small.left, large.left);
  if (wide > widestDigit * high || gapX > 0.15 * high || gapY > 0.25 * high) return false;
  return small.height < lowPart * large.height || high < 1.35 * large.height;
}

const none = ({ probabilities }: Verdict) => probabilities[digitClasses] as number;

const shapeOf = ({ part }: Verdict) => part.width / part.height;

/** Surely one digit. */
function isOne(verdict: Verdict): boolean {
  const shape = shapeOf(verdict);
  return verdict.probability >= (shape <= widestDigit ? sureAlone : sureWide) && shape <= certainlySeveral;
}

/** Digits that touch, for all that is known. */
function maybeSeveral(verdict: Verdict): boolean {
  return none(verdict) > leastNone || shapeOf(verdict) > certainlySeveral;
}

/** One digit, several that touch, or what is in a frame. */
function readPart(verdict: Verdict, ink: Ink, judge: Judge, cuts: boolean): Seen[] {
  const { part } = verdict;
  if (isOne(verdict)) return [{ ...verdict, sure: true }];
  const strange = none(verdict) > 0.5;
  if (strange && isThin(part)) {
    const inside = withoutLines(part, ink).map(judge);
    const digits = inside.filter((inner) => inner.probability >= sureAlone);
    if (digits.length > 0) return digits.map((inner) => ({ ...inner, sure: true }));
    if (part.width > 0.5 * ink.width && part.height > 0.5 * ink.height) return []; // a net of rules
  }
  if (cuts && maybeSeveral(verdict)) {
    const cut = cutApart(part, ink.width, judge, Math.max(worthAsOne(verdict), leastCut));
    // What is narrow for its height may be one strange digit.
    const sure = (piece: Verdict) => shapeOf(verdict) > surelySeveral && piece.probability >= sureCut;
    if (cut) return cut.verdicts.map((piece) => ({ ...piece, sure: sure(piece) }));
  }
  return strange && isLine(part) ? [] : [{ ...verdict, sure: false }];
}

/**
 * What several digits must be better than. A part as narrow as one digit is likelier a strange one than two that touch.
 */
function worthAsOne({ part, probability, probabilities }: Verdict): number {
  const shape = part.width / part.height;
  if (shape > widestDigit) return 0.8 * probability;
  const single = Math.min((widestDigit - shape) / (widestDigit - surelyOne), 1);
  return probability + 0.5 * single * (probabilities[digitClasses] as number);
}

/** Little ink for its size, as frames have. */
function isThin({ width, height, pixels }: Part): boolean {
  return pixels.length < 0.25 * width * height;
}

/** A dash, or an empty frame. */
function isLine({ width, height, pixels }: Part): boolean {
  return width > 3 * height || pixels.length < 0.05 * width * height;
}

const boxOf = ({ left, top, width, height }: Part) => ({ left, top, width, height });

function tell({ part, image, digit, probability, probabilities, sure }: Seen, factor: number): FoundDigit {
  const alternatives = Array.from(probabilities.subarray(0, digitClasses), (share, other) => ({
    digit: other,
    probability: share,
  }))
    .filter((other) => other.digit !== digit && other.probability >= 0.01)
    .sort((a, b) => b.probability - a.probability);
  const box = { x: part.left * factor, y: part.top * factor, width: part.width * factor, height: part.height * factor };
  return { digit, probability, box, image, alternatives, unsure: !sure };
}
