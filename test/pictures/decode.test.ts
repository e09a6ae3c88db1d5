import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodePicture } from '../../ts/pictures/node.ts';

/** Made by make_pictures.py: files, and the pixels that Pillow reads from them. */
interface Made {
  readonly width: number;
  readonly height: number;
  readonly file: string;
  readonly rgba: string;
}

const made: Record<string, Made> = JSON.parse(readFileSync(new URL('pictures.json', import.meta.url), 'utf8'));

/** Grey on white paper: by Rec. 601's luma, as Pillow's "L" has it. */
function greyOf(rgba: Uint8Array): number[] {
  return Array.from({ length: rgba.length / 4 }, (_, i) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(4 * i);
    return 255 + ((0.299 * red + 0.587 * green + 0.114 * blue - 255) * alpha) / 255;
  });
}

/** Of 255 levels. Pillow cuts 16 bits off; decoders of JPEG and of WebP photos may smooth colours in ways of their own. */
const tolerance = (name: string) => (/^jpeg|webp-(?:lossy|extended)/.test(name) ? 4 : name.includes('16') ? 2 : 1);

test.each(Object.entries(made))('%s shows what Pillow reads', async (name, { width, height, file, rgba }) => {
  const picture = await decodePicture(Buffer.from(file, 'base64'), name);
  expect([picture.width, picture.height]).toEqual([width, height]);
  const expected = greyOf(Buffer.from(rgba, 'base64'));
  const off = expected.map((value, i) => Math.abs(value - (picture.data[i] ?? Number.NaN)));
  expect(Math.max(...off)).toBeLessThanOrEqual(tolerance(name));
  expect('ImageData' in globalThis).toBe(false);
});
