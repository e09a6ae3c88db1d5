/** Distributions by jStat. The only file that knows the library; bundled as a file of its own. */

import jstat from 'jstat';

const { jStat } = jstat;

/** Where Student's t of so many degrees of freedom lies with the probability `p`. */
export function tQuantile(p: number, dof: number): number {
  return jStat.studentt.inv(p, dof);
}

/** P(|T| > |t|): the regularized incomplete beta function at dof / (dof + t^2), by dof / 2 and 1 / 2. */
export function twoSidedT(t: number, dof: number): number {
  return Number.isFinite(t) ? jStat.ibeta(dof / (dof + t * t), dof / 2, 0.5) : 0;
}

/** P(X <= count) of `trials` throws of a coin. */
export function coinCdf(count: number, trials: number): number {
  return jStat.binomial.cdf(count, trials, 0.5);
}

/** P(X > x) of chi-squared with one degree of freedom. */
export function chiSquaredTail(x: number): number {
  return jStat.erfc(Math.sqrt(x / 2));
}
