import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { centreInk } from '../../ts/data/centre-digit.ts';
import { digitClasses, loadNetwork } from '../../ts/digits/network.ts';
import { readPicture } from '../../ts/digits/read.ts';
import { digitImage, digitLabel } from './support.ts';

const best = (probabilities: Float32Array) => probabilities.indexOf(Math.max(...probabilities));

test('the weights are those that scripts/make-digits-model.mjs writes', () => {
  const bytes = readFileSync(new URL('../../ts/digits/weights.bin', import.meta.url));
  expect(bytes.length).toBeLessThan(250_000);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    '3ea01ae5240bd2e8219499eb3e1ea7d545da38829b78c0e55b20e09c5d3afb1a',
  );
});

test('knows MNIST, and takes few of its digits for none', async () => {
  const network = await loadNetwork();
  let [right, none] = [0, 0];
  for (let row = 0; row < 10_000; row++) {
    const probabilities = network(digitImage(row));
    const decided = best(probabilities);
    if (decided === digitLabel(row)) right++;
    if (decided === digitClasses) none++;
    if (row % 1000 === 0) expect(probabilities.reduce((sum, share) => sum + share)).toBeCloseTo(1, 5);
  }
  expect(right).toBeGreaterThanOrEqual(9920);
  expect(none).toBeLessThanOrEqual(20);
});

test('what is no digit looks like none', async () => {
  const network = await loadNetwork();
  const draw = (holds: (x: number, y: number) => boolean) =>
    network(
      centreInk({
        width: 40,
        height: 40,
        data: Float32Array.from({ length: 1600 }, (_, i) => Number(holds(i % 40, Math.floor(i / 40)))),
      }),
    );
  const cross = draw((x, y) => Math.abs(x - y) < 3 || Math.abs(x + y - 39) < 3);
  const block = draw((x, y) => x > 8 && x < 32 && y > 8 && y < 32);
  const dash = draw((x, y) => x > 4 && x < 36 && y > 17 && y < 22);
  for (const probabilities of [cross, block, dash]) expect(best(probabilities)).toBe(digitClasses);
});

test("digits by other people: scikit-learn's, of 8 x 8 pixels, enlarged", async ({ annotate }) => {
  const { labels, images } = JSON.parse(readFileSync(new URL('digits-8x8.json', import.meta.url), 'utf8'));
  const pixels = Buffer.from(images, 'base64');
  const network = await loadNetwork();
  const side = 160;
  let right = 0;
  for (const [row, label] of labels.entries()) {
    const at = (x: number, y: number) => {
      const [u, v] = [x, y].map((place) => Math.min(Math.max(((place + 0.5) * 8) / side - 0.5, 0), 6.999)) as [
        number,
        number,
      ];
      const first = row * 64 + Math.floor(v) * 8 + Math.floor(u);
      const [right, down] = [u % 1, v % 1];
      const above = (pixels[first] as number) * (1 - right) + (pixels[first + 1] as number) * right;
      const below = (pixels[first + 8] as number) * (1 - right) + (pixels[first + 9] as number) * right;
      return above * (1 - down) + below * down;
    };
    // With paper around them, since many fill their squares.
    const whole = side + 60;
    const data = Uint8Array.from({ length: whole * whole }, (_, i) => {
      const [x, y] = [(i % whole) - 30, Math.floor(i / whole) - 30];
      return x < 0 || y < 0 || x >= side || y >= side ? 255 : 255 - at(x, y) * 14;
    });
    if (readPicture({ width: whole, height: whole, data }, network).text === String(label)) right++;
  }
  await annotate(`${right} of ${labels.length}`);
  expect(right / labels.length).toBeGreaterThanOrEqual(0.9);
});
