/** Numbers as people read them. */

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

export const count = (value: number) => whole.format(value);
export const rounded = (value: number) => short.format(value);
export const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;
export const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** A probability that is never called certain. */
export function sureness(probability: number): string {
  if (probability > 0.995) return '> 99 %';
  return probability < 0.005 ? '< 1 %' : percent(probability, 0);
}
