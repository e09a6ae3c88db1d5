/** Data sets and the files they come in. */

export { loadBinaryDigits, type OwnBinaryDigits, type OwnDigitsOptions } from './data/binary-digits.ts';
export { centreDigit } from './data/centre-digit.ts';
export { parseIdx } from './data/idx.ts';
export { type LoadMnistOptions, loadMnist, type MnistFile, type MnistProgress } from './data/mnist.ts';
export { parseNpy } from './data/npy.ts';
export type { PixelOrder } from './data/orientation.ts';
