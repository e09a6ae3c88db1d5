import { loss } from './loss.ts';

/** `sum(y log(y / p))`, both held between 1e-7 and 1 (Kullback and Leibler, 1951). */
export const klDivergence = loss(
  'klDivergence',
  'shares',
  {},
  {
    aliases: ['kld', 'KLD', 'KLDivergence', 'kullbackLeiblerDivergence'],
  },
);
