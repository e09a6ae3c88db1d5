import { digitEpoch } from './works.mjs';

export const training = {
  name: 'training',
  title: 'Training: one epoch of MNIST',
  about:
    '784-128-64-10, ReLU and softmax, Adam, 60,000 images in memory, shuffled each epoch; milliseconds, all warm ' +
    '(compiled, first epoch done).',
  async run(context) {
    const groups = [];
    for (const batch of [32, 128, 512]) {
      const few = batch === 512;
      const names = ['inkgrad', 'jax', 'torchFused', ...(few ? [] : ['torch', 'keras', 'sklearn', 'jaxJs', 'tfjs'])];
      const work = digitEpoch(context, { batch });
      groups.push(await context.measure({ title: `Batch ${batch}`, work, names, rounds: 7 }));
    }
    return groups;
  },
};
