/** Numbers as people read them. */

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

export const count = (value: number) => whole.format(value);
export const rounded = (value: number) => short.format(value);
export const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

export const duration = (seconds: number) => `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;

/** 100 % is said of all and nothing less. */
export function percent(share: number, digits = 1): string {
  const most = share < 1 ? 100 - 10 ** -digits : 100;
  return `${Math.min(100 * share, most).toFixed(digits)} %`;
}

/** A probability that is never called certain. */
export function sureness(probability: number): string {
  if (probability > 0.995) return '> 99 %';
  return probability < 0.005 ? '< 1 %' : percent(probability, 0);
}
