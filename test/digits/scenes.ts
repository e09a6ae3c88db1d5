/** Scenes as people photograph, scan and draw them, each with real digits of MNIST's test set. All follow from a seed. */

import jpeg from 'jpeg-js';
import type { Picture } from '../../ts/pictures.ts';
import { randomNumbers } from '../cli/pictures.ts';

/** Draws for a scene; each is a method of the same numbers. */
export interface Random {
  uniform(): number;
  between(least: number, most: number): number;
  /** Normal, with this standard deviation. */
  noise(deviation: number): number;
}

export function randomOf(seed: number): Random {
  const uniform = randomNumbers(seed);
  return {
    uniform,
    between: (least, most) => least + uniform() * (most - least),
    noise: (deviation) => deviation * Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform()),
  };
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Ink from 0 to 1 on a sheet. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly ink: Float32Array;
}

export const sheet = (width: number, height: number): Sheet => ({
  width,
  height,
  ink: new Float32Array(width * height),
});

/** The pixels of the digit that are inked, as a box. */
export function inkBox(digit: Uint8Array) {
  let [left, right, top, bottom] = [28, 0, 28, 0];
  digit.forEach((value, i) => {
    if (value < 128) return;
    const [x, y] = [i % 28, Math.floor(i / 28)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  });
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

export interface Placing {
  /** Where the digit's 28 x 28 square begins, and its side. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** Degrees. */
  readonly turn?: number;
  /** The share of MNIST's ink from which on it is ink here: low is a thick pen, high a thin one. */
  readonly level?: number;
}

/** Writes a digit of MNIST's with a pen of sharp edges. */
export function write({ width, height, ink }: Sheet, digit: Uint8Array, placing: Placing): void {
  const { x: left, y: top, side, turn = 0, level = 0.5 } = placing;
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const sharpness = Math.max(side / 28, 1);
  for (let y = Math.max(Math.floor(top), 0); y < Math.min(top + side, height); y++) {
    for (let x = Math.max(Math.floor(left), 0); x < Math.min(left + side, width); x++) {
      const [u, v] = [((x + 0.5 - left) * 28) / side - 14, ((y + 0.5 - top) * 28) / side - 14];
      const value = bilinear(digit, cos * u + sin * v + 13.5, cos * v - sin * u + 13.5) / 255;
      const at = y * width + x;
      ink[at] = Math.max(ink[at] as number, Math.min(Math.max((value - level) * sharpness * 1.6 + 0.5, 0), 1));
    }
  }
}

function bilinear(digit: Uint8Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const pixel = (u: number, v: number) => (u < 0 || v < 0 || u > 27 || v > 27 ? 0 : (digit[v * 28 + u] as number));
  const above = pixel(left, top) * (left + 1 - x) + pixel(left + 1, top) * (x - left);
  const below = pixel(left, top + 1) * (left + 1 - x) + pixel(left + 1, top + 1) * (x - left);
  return above * (top + 1 - y) + below * (y - top);
}

/** RGBA pixels. */
export interface Photo {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export function paint({ width, height, ink }: Sheet, paper: (x: number, y: number) => Colour, pen: Colour): Photo {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < ink.length; i++) {
    const under = paper(i % width, Math.floor(i / width));
    const strength = ink[i] as number;
    for (let c = 0; c < 3; c++) data[4 * i + c] = (under[c] as number) * (1 - strength) + (pen[c] as number) * strength;
  }
  return { width, height, data };
}

export const grey = (value: number): Colour => [value, value, value];
export const plus = ([red, green, blue]: Colour, more: number): Colour => [red + more, green + more, blue + more];

/** A digit somewhere on a sheet of about `size` pixels, `share` of its shorter side large. */
export function one(
  digit: Uint8Array,
  random: Random,
  share = random.between(0.45, 0.8),
  placing: Partial<Placing> = {},
) {
  const size = random.between(220, 480);
  const page = sheet(Math.round(size * random.between(0.9, 1.3)), Math.round(size));
  const side = share * Math.min(page.width, page.height);
  const [x, y] = [random.between(0.05, 0.95) * (page.width - side), random.between(0.05, 0.95) * (page.height - side)];
  write(page, digit, { x, y, side, level: random.between(0.35, 0.6), ...placing });
  return page;
}

export const dark = (random: Random): Colour => [
  random.between(10, 60),
  random.between(10, 60),
  random.between(20, 110),
];

/** Rules or squares of a distance, drawn by their place across and down. */
function ruled(random: Random, page: Sheet, { squared, line }: { squared: boolean; line: Colour }) {
  const distance = random.between(0.06, 0.16) * page.height;
  const [startX, startY] = [random.between(0, distance), random.between(0, distance)];
  const thick = Math.max(1, page.height * random.between(0.002, 0.006));
  const paper = grey(random.between(235, 253));
  return (x: number, y: number): Colour => {
    const onLine = (y + startY) % distance < thick || (squared && (x + startX) % distance < thick);
    return plus(onLine ? line : paper, random.noise(2));
  };
}

export type Scene = (digit: Uint8Array, random: Random) => Photo;

const lit = (
  page: Sheet,
  random: Random,
  light: (u: number, v: number) => number,
  noise: number,
  tint: Colour = [0, 0, 0],
) => paint(page, (x, y) => plus(tint, light(x / page.width, y / page.height) + random.noise(noise)), dark(random));

export const scenes: Readonly<Record<string, Scene>> = {
  'white paper': (digit, random) => paint(one(digit, random), () => grey(255), dark(random)),
  'coloured paper': (digit, random) => {
    const paper: Colour = [random.between(150, 255), random.between(150, 255), random.between(90, 255)];
    return paint(one(digit, random), () => plus(paper, random.noise(3)), dark(random));
  },
  'light on dark': (digit, random) => {
    const board: Colour = [random.between(0, 60), random.between(0, 80), random.between(0, 60)];
    return paint(one(digit, random), () => plus(board, random.noise(4)), grey(random.between(190, 255)));
  },
  pencil: (digit, random) => {
    const paper = random.between(225, 245);
    const pen = grey(paper - random.between(60, 100));
    return paint(one(digit, random), () => grey(paper + random.noise(4)), pen);
  },
  thin: (digit, random) => paint(one(digit, random, undefined, { level: 0.72 }), () => grey(250), dark(random)),
  thick: (digit, random) => paint(one(digit, random, undefined, { level: 0.12 }), () => grey(250), dark(random)),
  'soft shadow': (digit, random) => {
    const [direction, depth] = [random.between(0, 2 * Math.PI), random.between(80, 150)];
    const slope = (u: number, v: number) => Math.cos(direction) * (u - 0.5) + Math.sin(direction) * (v - 0.5);
    return lit(one(digit, random), random, (u, v) => 235 - depth * (0.6 + 0.8 * slope(u, v)), 4);
  },
  'hard shadow': (digit, random) => {
    const [direction, place] = [random.between(0, 2 * Math.PI), random.between(-0.25, 0.25)];
    const [depth, width] = [random.between(60, 110), random.between(0.006, 0.03)];
    const slope = (u: number, v: number) => Math.cos(direction) * (u - 0.5) + Math.sin(direction) * (v - 0.5);
    return lit(one(digit, random), random, (u, v) => 230 - depth / (1 + Math.exp((place - slope(u, v)) / width)), 4);
  },
  'photo-like light': (digit, random) => {
    const [x, y] = [random.uniform(), random.uniform()];
    const light = (u: number, v: number) => 245 - 130 * Math.hypot(u - x, v - y);
    return lit(one(digit, random), random, light, 6, [10, 4, -12]);
  },
  'table edge': (digit, random) => {
    const page = one(digit, random, random.between(0.35, 0.5), { x: 40, y: 40 });
    const table: Colour = [random.between(50, 110), random.between(30, 70), random.between(20, 60)];
    const [right, down, tilt] = [
      random.between(0.82, 0.92) * page.width,
      random.between(0.82, 0.95) * page.height,
      random.between(-0.06, 0.06),
    ];
    const onTable = (x: number, y: number) => x + tilt * y > right || y - tilt * x > down;
    return paint(page, (x, y) => plus(onTable(x, y) ? table : grey(235), random.noise(4)), dark(random));
  },
  'black border': (digit, random) => {
    const page = one(digit, random, random.between(0.5, 0.7));
    const [thick, shade] = [random.between(2, 14), random.between(0, 60)];
    const border = (x: number, y: number) => Math.min(x, y, page.width - 1 - x, page.height - 1 - y) < thick;
    return paint(page, (x, y) => grey(border(x, y) ? shade : 252), dark(random));
  },
  'form field': (digit, random) => {
    const page = sheet(Math.round(random.between(260, 420)), Math.round(random.between(240, 360)));
    const side = random.between(0.4, 0.55) * page.height;
    const [left, top] = [random.between(0.15, 0.4) * page.width, random.between(0.2, 0.35) * page.height];
    write(page, digit, { x: left, y: top, side, level: 0.45 });
    const [thick, line] = [random.between(1, 4), grey(random.between(0, 140))];
    const margin = random.between(0.02, 0.12) * side;
    const onFrame = (x: number, y: number) => {
      const beyond = Math.max(left - margin - x, x - left - side - margin, top - margin - y, y - top - side - margin);
      return beyond > 0 && beyond < thick;
    };
    return paint(page, (x, y) => plus(onFrame(x, y) ? line : grey(248), random.noise(2)), dark(random));
  },
  'faint squares': (digit, random) => {
    const page = one(digit, random);
    return paint(page, ruled(random, page, { squared: true, line: [215, 225, 240] }), dark(random));
  },
  'blue squares': (digit, random) => {
    const page = one(digit, random);
    return paint(page, ruled(random, page, { squared: true, line: [130, 160, 220] }), dark(random));
  },
  'faint rules': (digit, random) => {
    const page = one(digit, random);
    return paint(page, ruled(random, page, { squared: false, line: [205, 215, 235] }), dark(random));
  },
  'blue rules': (digit, random) => {
    const page = one(digit, random);
    return paint(page, ruled(random, page, { squared: false, line: [120, 150, 215] }), dark(random));
  },
  'JPEG noise': (digit, random) => {
    const photo = paint(one(digit, random), () => grey(240 + random.noise(6)), dark(random));
    const { data } = jpeg.decode(jpeg.encode({ ...photo, data: Buffer.from(photo.data) }, random.between(8, 30)).data);
    return { ...photo, data: Uint8ClampedArray.from(data) };
  },
  'turned by up to 15 degrees': (digit, random) => {
    const turn = random.between(-15, 15);
    return paint(one(digit, random, undefined, { turn }), () => grey(245 + random.noise(2)), dark(random));
  },
  'small on a large sheet': (digit, random) => {
    const page = sheet(1200, 900);
    const side = random.between(60, 110);
    write(page, digit, { x: random.between(20, 1080), y: random.between(20, 780), side, level: 0.45 });
    return paint(page, () => grey(235 + random.noise(3)), dark(random));
  },
};

export const greyOf = ({ width, height, data }: Photo): Picture => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => {
    return 0.299 * (data[4 * i] as number) + 0.587 * (data[4 * i + 1] as number) + 0.114 * (data[4 * i + 2] as number);
  }),
});
