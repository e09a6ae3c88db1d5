import { digitEpoch } from './works.mjs';

export const threads = {
  name: 'threads',
  title: 'Threads',
  about:
    '784-128-64-10, one epoch of MNIST in milliseconds, on two cores: more threads than cores must degrade gently.',
  async run(context) {
    const groups = [];
    for (const batch of [32, 512]) {
      groups.push(
        await context.measure({
          title: `Batch ${batch}`,
          work: digitEpoch(context, { batch }),
          names: ['inkgrad'],
          threads: [1, 2, 3, 4],
          processors: 2,
          rounds: 5,
        }),
      );
    }
    return groups;
  },
};
