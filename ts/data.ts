/** Data sets and the files they come in. */

export { loadBinaryDigits, type OwnDigitsOptions } from './data/binary-digits.ts';
export { parseIdx } from './data/idx.ts';
export { type LoadMnistOptions, loadMnist, type MnistFile } from './data/mnist.ts';
export { parseNpy } from './data/npy.ts';
