/** A folder in which the documentation's programs find what they name: data, a picture, a model. */

import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'fast-png';
import type { ImageTensor, LabelledRows } from 'inkgrad';
import { loadSampleDigits } from 'inkgrad/data';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SIDE = 28;

export async function makeFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-docs-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/inkgrad'), 'junction');
  const { train, test } = await loadSampleDigits();
  mkdirSync(join(folder, 'mnist'));
  writeIdx(join(folder, 'mnist'), 'train', train);
  writeIdx(join(folder, 'mnist'), 't10k', test);
  writeFileSync(join(folder, 'amount.jpg'), numberOf(test, '90210')); // what it is is found out by content
  copyFileSync(`${root}test/data/digits/kaggle.csv`, join(folder, 'kaggle.csv'));
  copyFileSync(`${root}test/formats/files/ours.keras`, join(folder, 'model.keras'));
  return folder;
}

/** MNIST's two files of a part. */
function writeIdx(folder: string, part: string, { x, y }: LabelledRows<ImageTensor>): void {
  const header = (...numbers: number[]) => {
    const bytes = Buffer.alloc(4 * numbers.length);
    for (const [i, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * i);
    return bytes;
  };
  const images = Buffer.concat([header(0x803, y.length, SIDE, SIDE), x.bytes]);
  writeFileSync(join(folder, `${part}-images-idx3-ubyte`), images);
  writeFileSync(join(folder, `${part}-labels-idx1-ubyte`), Buffer.concat([header(0x801, y.length), Buffer.from(y)]));
}

/** A PNG with one digit beside the other, dark on light. */
function numberOf({ x, y }: LabelledRows<ImageTensor>, text: string): Uint8Array {
  const margin = 20;
  const width = text.length * SIDE + 2 * margin;
  const height = SIDE + 2 * margin;
  const data = new Uint8Array(width * height).fill(255);
  const taken = new Map<string, number>();
  [...text].forEach((digit, place) => {
    const row = y.indexOf(Number(digit), (taken.get(digit) ?? -1) + 1);
    taken.set(digit, row);
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      const at = (margin + Math.floor(pixel / SIDE)) * width + margin + place * SIDE + (pixel % SIDE);
      data[at] = 255 - (x.bytes[row * SIDE * SIDE + pixel] as number);
    }
  });
  return encode({ width, height, data, channels: 1, depth: 8 });
}
