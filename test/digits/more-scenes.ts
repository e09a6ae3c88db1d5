/** Scenes that show what the finder once took for digits: wedges of light, edges of a sheet, glare. */

import { type Colour, dark, grey, inkBox, one, paint, plus, type Random, type Scene, sheet, write } from './scenes.ts';

const pens: readonly Colour[] = [
  [20, 40, 160],
  [180, 30, 40],
  [20, 110, 50],
  [110, 40, 140],
];

/** Sums of waves, about from -2 to 2. */
function cloud(random: Random, waves: number) {
  const all = Array.from({ length: waves }, () => {
    return [random.between(-8, 8), random.between(-8, 8), random.between(0, 2 * Math.PI)] as const;
  });
  return (u: number, v: number) =>
    all.reduce((sum, [x, y, start]) => sum + Math.sin(x * u + y * v + start), 0) / Math.sqrt(waves);
}

export const moreScenes: Readonly<Record<string, Scene>> = {
  'two hard shadows': (digit, random) => {
    const shadows = [0, 1].map(() => ({
      direction: random.between(0, 2 * Math.PI),
      place: random.between(-0.3, 0.3),
      width: random.between(0.004, 0.02),
      light: random.between(0.55, 0.75),
    }));
    const lightAt = (u: number, v: number) =>
      shadows.reduce((all, { direction, place, width, light }) => {
        const slope = Math.cos(direction) * (u - 0.5) + Math.sin(direction) * (v - 0.5);
        return all * (1 - (1 - light) / (1 + Math.exp((place - slope) / width)));
      }, 1);
    const photo = paint(one(digit, random), () => [240, 238, 230], dark(random));
    const data = photo.data.map((value, i) => {
      if (i % 4 === 3) return value;
      const [x, y] = [(i >> 2) % photo.width, Math.floor((i >> 2) / photo.width)];
      return value * lightAt(x / photo.width, y / photo.height) + random.noise(3);
    });
    return { ...photo, data };
  },
  'sheet on a wooden table': (digit, random) => {
    const [width, height] = [Math.round(random.between(400, 700)), Math.round(random.between(400, 600))];
    const page = sheet(width, height);
    const side = random.between(0.25, 0.4) * Math.min(width, height);
    const box = inkBox(digit);
    const place = (length: number, first: number, inked: number) => {
      const [least, most] = [0.22 * length - (first * side) / 28, 0.78 * length - ((first + inked) * side) / 28];
      return random.between(least, most);
    };
    const [x, y] = [place(width, box.left, box.width), place(height, box.top, box.height)];
    write(page, digit, { x, y, side, level: random.between(0.35, 0.6) });
    const [left, right, top, bottom] = Array.from({ length: 4 }, () => random.between(0, 0.15)) as [
      number,
      number,
      number,
      number,
    ];
    const tilt = random.between(-0.06, 0.06);
    const wood: Colour = [random.between(90, 150), random.between(60, 100), random.between(40, 60)];
    const grain = cloud(random, 8);
    const onTable = (u: number, v: number) => {
      const [across, down] = [u - tilt * (v - 0.5), v + tilt * (u - 0.5)];
      return across < left || across > 1 - right || down < top || down > 1 - bottom;
    };
    const surface = (u: number, v: number) => (onTable(u, v) ? plus(wood, 10 * grain(u, 6 * v)) : grey(232));
    return paint(page, (x, y) => plus(surface(x / width, y / height), random.noise(4)), dark(random));
  },
  whiteboard: (digit, random) => {
    const page = one(digit, random, random.between(0.25, 0.6));
    const [x, y, size, smears] = [random.uniform(), random.uniform(), random.between(0.05, 0.15), cloud(random, 4)];
    const board = (u: number, v: number) => {
      const glare = 60 * Math.exp(-((u - x) ** 2 + (v - y) ** 2) / size ** 2);
      return plus([175, 185, 195], (8 * smears(u, v) + glare) * (0.8 + 0.2 * u) + random.noise(3));
    };
    const pen = pens[Math.floor(random.uniform() * pens.length)] as Colour;
    return paint(page, (px, py) => board(px / page.width, py / page.height), pen);
  },
};
