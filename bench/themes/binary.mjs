import { binaryTraining } from './works.mjs';

export const binary = {
  name: 'binary',
  title: 'Training: the binary task',
  about:
    '400-25-15-1, sigmoid, Adam, batch 32, 1,000 images of zeros and ones: 20 epochs from new weights, milliseconds, ' +
    "warm. inkgrad's figure holds the making of the model and the copying of its data as well; the others' do not.",
  async run(context) {
    const names = ['inkgrad', 'jax', 'torchFused', 'torch', 'keras', 'sklearn', 'jaxJs', 'tfjs'];
    return [await context.measure({ title: '20 epochs', work: binaryTraining(context), names, rounds: 7 })];
  },
};
