import { digitEpoch } from './works.mjs';

export const sizes = {
  name: 'sizes',
  title: 'Cost against the size of the data',
  about:
    '784-128-64-10, batch 32; beyond 60,000 rows MNIST is repeated. An epoch in milliseconds, and nanoseconds a sample ' +
    'at the median.',
  async run(context) {
    const groups = [];
    for (const rows of context.quick ? [6000, 60_000] : [6000, 20_000, 60_000, 200_000, 600_000]) {
      const work = digitEpoch(context, { rows });
      const title = `${rows.toLocaleString('en')} rows`;
      groups.push(await context.measure({ title, work, names: ['inkgrad'], rounds: 3, samples: rows }));
    }
    return groups;
  },
};
