/** A task's images and labels, made of MNIST's files from beside the page. */

import { ImageTensor, type LabelledRows, type MnistFile, type TrainTestSplit } from 'inkgrad';
import { megabytes } from './format.ts';
import type { Task } from './tasks.ts';

const names: Readonly<Record<MnistFile, string>> = {
  'train-images-idx3-ubyte': 'training images',
  'train-labels-idx1-ubyte': 'training labels',
  't10k-images-idx3-ubyte': 'test images',
  't10k-labels-idx1-ubyte': 'test labels',
};

const loaded = new Map<Task, TrainTestSplit>();

/**
 * Loads them once.
 * @param onProgress the share of the file at hand, 0 to 1, where it is known, and a line to show
 */
export async function loadData(
  task: Task,
  onProgress: (share: number | undefined, text: string) => void,
): Promise<TrainTestSplit> {
  const before = loaded.get(task);
  if (before) return before;
  const { train, test } = await task.load({
    url: 'mnist/',
    onProgress({ file, received, total }) {
      const done = received === total;
      const amount = total === undefined ? megabytes(received) : `${megabytes(received)} of ${megabytes(total)}`;
      onProgress(
        total && !done ? received / total : undefined,
        done ? `Unpacking ${names[file]}` : `Downloading ${names[file]}, ${amount} MB`,
      );
    },
  });
  const data = { train: share(train), test: share(test) };
  loaded.set(task, data);
  return data;
}

/** Memory that the engine's worker sees as well, where there is any: then nothing is copied when a training begins. */
function share({ x, y }: LabelledRows<ImageTensor>): LabelledRows<ImageTensor> {
  if (!crossOriginIsolated) return { x, y };
  const bytes = new Uint8Array(new SharedArrayBuffer(x.bytes.length));
  bytes.set(x.bytes);
  return { x: new ImageTensor(bytes, x.shape), y };
}
