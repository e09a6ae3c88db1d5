/** What is measured in the page: the two tasks of the bench, with as many rows as a phone has patience for. */
import { binaryTraining, digitEpoch } from '../themes/works.mjs';

const data = { path: (name) => name };

/** @param {number} turn milliseconds */
export const tasksOf = (turn) => [
  {
    name: 'digits',
    title: 'Ten digits',
    about:
      '784-128-64-10, ReLU and softmax, Adam, batch 32: an epoch of 2,500 of MNIST’s digits (the sample of the package).',
    unit: 'an epoch of 2,500 digits',
    work: digitEpoch({ data }, { data: 'sample', rows: 2500, turn }),
  },
  {
    name: 'binary',
    title: 'Zero or one',
    about:
      '400-25-15-1, sigmoid, Adam, batch 32: 20 epochs of 1,000 of MNIST’s zeros and ones, 20 × 20 pixels, from new weights.',
    unit: '20 epochs of 1,000 zeros and ones',
    work: { ...binaryTraining({ data }), turn },
  },
];

/** The rows of a data set of the page, as bytes, and their classes. */
export async function loadRows(name) {
  const [x, y] = await Promise.all(['x', 'y'].map((part) => download(`data/${name}.${part}.u8.gz`)));
  return { x, y };
}

async function download(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers say of a .gz file that it is compressed on the way, and browsers unpack it then.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
