import { digitEpoch, digitUnits, flopOfEpoch, noiseEpoch } from './works.mjs';

const large = [
  [784, 512, 512, 10],
  [784, 1024, 1024, 10],
];

export const networks = {
  name: 'networks',
  title: 'Dense inputs, larger networks',
  about:
    'Training on rows without a single zero ("noise"), where no multiplication can be skipped, and on MNIST (81 % ' +
    'zeros). GFLOP/s are those of the dense matrix products, skipped or not: on MNIST they can exceed what the ' +
    'processor can do.',
  async run(context) {
    const names = ['inkgrad', 'jax'];
    const measure = (title, work, rounds) => context.measure({ title, work, names, rounds, flop: flopOfEpoch(work) });
    const groups = [];
    for (const batch of [32, 128, 512]) {
      const work = noiseEpoch(context, 10_000, { batch });
      groups.push(await measure(`${digitUnits.join('-')}, noise, batch ${batch}`, work, 5));
    }
    for (const [i, units] of large.entries()) {
      const change = { units, batch: 128 };
      const rows = [6000, 3000][i];
      groups.push(await measure(`${units.join('-')}, noise, batch 128`, noiseEpoch(context, rows, change), 3));
      groups.push(await measure(`${units.join('-')}, MNIST, batch 128`, digitEpoch(context, { ...change, rows }), 3));
    }
    return groups;
  },
};
