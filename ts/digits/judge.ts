/** What the network says of ink that may be a digit. */

import { centreInk } from '../data/centre-digit.ts';
import type { GreyImage } from '../data/resample.ts';
import type { Ink } from './ink.ts';
import { digitClasses, type Network } from './network.ts';
import type { Part } from './parts.ts';

export interface Verdict {
  readonly part: Part;
  /** What the network saw: 784 bytes. */
  readonly image: Uint8Array;
  readonly digit: number;
  readonly probability: number;
  /** Of all classes; the last is that of what is no digit. */
  readonly probabilities: Float32Array;
}

/** Strokes thinner than this on the 20 pixels that a digit gets are thickened to it: MNIST's pens are no finer. */
const thinnest = 1.5;
const digitSide = 20;
/** Pixels of a part's longer side that are enough to shrink it from. */
const enough = 40;

export type Judge = (part: Part) => Verdict;

export function judgeBy(network: Network, ink: Ink): Judge {
  return (part) => {
    const image = imageOf(part, ink);
    const probabilities = network(image);
    let digit = 0;
    for (let i = 1; i < digitClasses; i++) {
      if ((probabilities[i] as number) > (probabilities[digit] as number)) digit = i;
    }
    return { part, image, digit, probability: probabilities[digit] as number, probabilities };
  };
}

/** How strong the ink of a part is in its strokes; a few pixels, by `share`, may be stronger. */
export function levelOf({ pixels }: Part, { strength }: Ink, share = 0.15): number {
  const every = Math.ceil(pixels.length / 2000);
  const levels = new Float32Array(Math.ceil(pixels.length / every));
  for (let i = 0; i < levels.length; i++) levels[i] = strength[pixels[i * every] as number] as number;
  levels.sort();
  return levels[Math.floor((1 - share) * (levels.length - 1))] as number;
}

/** The part alone as the network has learnt to see it. */
function imageOf(part: Part, ink: Ink): Uint8Array {
  const side = Math.max(part.width, part.height);
  const stroke = part.pixels.length / (2 * side); // about, since strokes are twice as long as a digit is high, or more
  const factor = Math.floor(Math.min(side / enough, stroke));
  return centreInk(thicken(factor >= 2 ? reduced(part, ink, factor) : withSurroundings(part, ink)));
}

/** Means of squares of pixels: shrinking is most of the work for large parts. */
function reduced(part: Part, ink: Ink, factor: number): GreyImage {
  const level = levelOf(part, ink) * factor ** 2;
  const [width, height] = [Math.ceil(part.width / factor) + 2, Math.ceil(part.height / factor) + 2];
  const data = new Float32Array(width * height);
  for (let i = 0; i < part.pixels.length; i++) {
    const pixel = part.pixels[i] as number;
    const y = (pixel / ink.width) | 0;
    const x = pixel - y * ink.width;
    const at = (((y - part.top) / factor + 1) | 0) * width + (((x - part.left) / factor + 1) | 0);
    data[at] = (data[at] as number) + (ink.strength[pixel] as number) / level;
  }
  const most = data.reduce((a, b) => Math.max(a, b), 0);
  return { width, height, data: data.map((value) => Math.min(value / Math.min(most, 1), 1)) };
}

/** With the pixels around it, where strokes fade. */
function withSurroundings(part: Part, ink: Ink): GreyImage {
  const level = levelOf(part, ink);
  const [width, height] = [part.width + 2, part.height + 2];
  const data = new Float32Array(width * height);
  for (let i = 0; i < part.pixels.length; i++) {
    const pixel = part.pixels[i] as number;
    const [x, y] = [pixel % ink.width, (pixel / ink.width) | 0];
    for (let v = Math.max(y - 1, 0); v <= y + 1 && v < ink.height; v++) {
      for (let u = Math.max(x - 1, 0); u <= x + 1 && u < ink.width; u++) {
        const share = Math.min((ink.strength[v * ink.width + u] as number) / level, 1);
        data[(v - part.top + 1) * width + u - part.left + 1] = share;
      }
    }
  }
  return { width, height, data };
}

/** Wide enough that no line vanishes when the part is shrunk to a digit's size. */
function thicken(image: GreyImage): GreyImage {
  const scale = digitSide / (Math.max(image.width, image.height) - 2);
  const missing = thinnest / scale - strokeWidth(image);
  let thick = image;
  for (let more = missing; more >= 1; more -= 2) thick = spread(thick);
  return thick;
}

/** Ink for each pixel along the strokes: twice the area for what borders on paper. */
function strokeWidth({ width, height, data }: GreyImage): number {
  let [area, border] = [0, 0];
  for (let i = width; i < width * (height - 1); i++) {
    if ((data[i] as number) < 0.5) continue;
    area++;
    const beside = Math.min(
      data[i - 1] as number,
      data[i + 1] as number,
      data[i - width] as number,
      data[i + width] as number,
    );
    if (beside < 0.5) border++;
  }
  return (2 * area) / Math.max(border, 1);
}

/** The most of each pixel and its four neighbours, on an image a pixel larger on each side. */
function spread(image: GreyImage): GreyImage {
  const [width, height] = [image.width + 2, image.height + 2];
  const data = new Float32Array(width * height);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const value = image.data[y * image.width + x] as number;
      const at = (y + 1) * width + x + 1;
      for (const to of [at, at - 1, at + 1, at - width, at + width]) data[to] = Math.max(data[to] as number, value);
    }
  }
  return { width, height, data };
}
