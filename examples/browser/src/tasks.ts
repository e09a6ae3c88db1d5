/** What the visitor's network may learn. */

import { ImageTensor, type LossName, loadBinaryDigits, loadMnist } from 'inkgrad';
import { side } from './pixels.ts';
import type { HiddenLayer } from './settings.ts';

/** How much of the test images a network is to read right, for the time that it took to be told. */
export const goal = 0.97;

export interface Task {
  readonly title: string;
  /** Pixels across and down an image. */
  readonly side: number;
  /** Digits to tell apart, from 0 on. */
  readonly classes: number;
  readonly output: { readonly units: number; readonly activation: 'softmax' | 'sigmoid' };
  readonly loss: LossName;
  /** The layers and epochs to begin with. */
  readonly hidden: readonly HiddenLayer[];
  readonly epochs: number;
  readonly load: typeof loadMnist;
}

export const tenDigits: Task = {
  title: 'Ten digits',
  side,
  classes: 10,
  output: { units: 10, activation: 'softmax' },
  loss: 'categoricalCrossentropy',
  hidden: [
    { units: 128, activation: 'relu' },
    { units: 64, activation: 'relu' },
  ],
  epochs: 10,
  load: loadMnist,
};

export const zeroOrOne: Task = {
  title: '0 or 1',
  side: 20,
  classes: 2,
  output: { units: 1, activation: 'sigmoid' },
  loss: 'binaryCrossentropy',
  hidden: [
    { units: 25, activation: 'sigmoid' },
    { units: 15, activation: 'sigmoid' },
  ],
  epochs: 20,
  load: loadBinaryDigits,
};

export const tasks = [tenDigits, zeroOrOne] as const;

/** MNIST's images as a task has them: whole, or their middle, as `loadBinaryDigits` cuts it out. */
export function inputsOf(task: Task, images: ImageTensor): ImageTensor {
  if (task.side === side) return images;
  const [rows] = images.shape;
  const margin = (side - task.side) / 2;
  const cut = new Uint8Array(rows * task.side ** 2);
  for (let line = 0; line < rows * task.side; line++) {
    const [row, down] = [Math.floor(line / task.side), line % task.side];
    const start = (row * side + margin + down) * side + margin;
    cut.set(images.bytes.subarray(start, start + task.side), line * task.side);
  }
  return new ImageTensor(cut, [rows, task.side ** 2]);
}
