/** From what is on the pad to its digits: found by the package, and told by its network or by the visitor's. */

import { ImageTensor, type Tensor2D } from 'inkgrad';
import { type FoundDigit, readDigits } from 'inkgrad/digits';
import { type Content, isBlank, pictureOf } from './content.ts';

/** The probabilities of its classes, a row for each image. */
export type Network = (images: ImageTensor) => Promise<Tensor2D>;

export interface ReadDigit {
  readonly digit: number;
  /** Of the digits that the network knows, from 0 on. */
  readonly probabilities: Float32Array;
  readonly unsure: boolean;
  /** What the network saw. */
  readonly image: ImageTensor;
  /** In pixels of the picture. */
  readonly box: FoundDigit['box'];
}

export interface Reading {
  /** Lines of digits. */
  readonly text: string;
  readonly digits: readonly ReadDigit[];
}

interface Found extends Reading {
  readonly content: Content;
}

export class Readings {
  /** The last one: it stays while the visitor's network learns. */
  #found: Found | undefined;

  /**
   * @param own tells in place of the package's network
   * @returns undefined where there is nothing to read
   */
  async of(content: Content, own: Network | undefined): Promise<Reading | undefined> {
    if (isBlank(content)) return undefined;
    const isFilm = content.kind === 'picture' && content.source instanceof HTMLVideoElement;
    const found = this.#found?.content === content && !isFilm ? this.#found : await find(content);
    this.#found = found;
    return own ? toldBy(own, found) : found;
  }
}

async function find(content: Content): Promise<Found> {
  const { text, digits } = await readDigits(pictureOf(content), { name: 'the picture' });
  return { content, text, digits: digits.map(readDigit) };
}

function readDigit({ digit, probability, alternatives, unsure, image, box }: FoundDigit): ReadDigit {
  const probabilities = new Float32Array(10);
  probabilities[digit] = probability;
  for (const other of alternatives) probabilities[other.digit] = other.probability;
  return { digit, probabilities, unsure, image: new ImageTensor(image, [1, 784]), box };
}

/** The same images, by another network. A test image is shown to it as it is in MNIST. */
async function toldBy(own: Network, { content, text, digits }: Found): Promise<Reading> {
  const box = { x: 0, y: 0, width: 0, height: 0 };
  const seen = content.kind === 'sample' ? [{ image: content.image, box, unsure: false }] : digits;
  if (seen.length === 0) return { text, digits };
  const images = new Uint8Array(784 * seen.length);
  for (const [i, { image }] of seen.entries()) images.set(image.bytes, 784 * i);
  const { data, shape } = await own(new ImageTensor(images, [seen.length, 784]));
  const told = seen.map(({ image, box, unsure }, i): ReadDigit => {
    const probabilities = data.slice(shape[1] * i, shape[1] * (i + 1));
    return { digit: probabilities.indexOf(Math.max(...probabilities)), probabilities, unsure, image, box };
  });
  let next = 0;
  const line = content.kind === 'sample' ? '0' : text;
  return { text: line.replace(/\d/g, () => String(told[next++]?.digit)), digits: told };
}
