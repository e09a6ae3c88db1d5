/** The PNGs of figures against Chromium's drawing of the same SVG. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { writeReport } from 'inkgrad/report';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, skipsWithoutChromium } from '../platform/chromium.ts';
import { trainedRun } from './runs.ts';

const figures = ['accuracy', 'confusion', 'confused-pairs', 'samples', 'weights'];

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-shapes-'));
  await writeReport(folder, await trainedRun('multiclass', 1));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fontFaces = [400, 600].map((weight) => {
  const font = readFileSync(`node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`, 'base64');
  return `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/woff2;base64,${font}) }`;
});

/** As Chromium draws it, with the font of the PNGs. */
async function inChromium(svgs: readonly string[]): Promise<Uint8Array[]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    const pngs: Uint8Array[] = [];
    for (const svg of svgs) {
      const own = svg.replace(/font-family="[^"]*"/, 'font-family="Inter"');
      await page.setContent(`<style>${fontFaces.join('')} body { margin: 0 } svg { display: block }</style>${own}`);
      await page.evaluate(() => document.fonts.ready);
      pngs.push(await page.locator('svg').first().screenshot());
    }
    return pngs;
  } finally {
    await browser.close();
  }
}

/** The share of pixels that are another colour. */
function difference(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [decode(one), decode(other)];
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  let differ = 0;
  for (let i = 0; i < a.width * a.height; i++) {
    const apart = [0, 1, 2].map((k) =>
      Math.abs(Number(a.data[i * a.channels + k]) - Number(b.data[i * b.channels + k])),
    );
    if (Math.max(...apart) > 80) differ++;
  }
  return differ / (a.width * a.height);
}

describe.skipIf(skipsWithoutChromium('the figures beside those of Chromium'))('as Chromium draws it', () => {
  test('each figure, with its letters and pictures in their places', { timeout: 120_000 }, async () => {
    const svgs = figures.map((name) => readFileSync(join(folder, 'figures', `${name}.svg`), 'utf8'));
    const bare = svgs.map((svg) => svg.replaceAll(/<text.*?<\/text>|<image[^>]*>/g, ''));
    const drawn = await inChromium([...svgs, ...bare]);
    figures.forEach((name, i) => {
      const png = readFileSync(join(folder, 'figures', `${name}.png`));
      const apart = difference(png, drawn[i] as Uint8Array);
      expect(apart, name).toBeLessThan(0.007);
      // What the test would see of letters and pictures that are elsewhere.
      expect(difference(png, drawn[figures.length + i] as Uint8Array), name).toBeGreaterThan(3 * apart);
    });
  });
});
