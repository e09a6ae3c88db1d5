/** Numbers as people read them, whatever the locale. */

/** A share as 97.79 %, with a space that does not break. */
export function percent(share: number, digits = 2): string {
  return `${(100 * share).toFixed(digits)}\u00a0%`;
}

/** 109386 as 109,386. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Four significant digits at most, and no exponent for common losses. */
export function figure(value: number): string {
  return value !== 0 && Math.abs(value) < 0.0001 ? value.toExponential(2) : value.toFixed(4);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}

/** How long something took. */
export function duration(seconds: number): string {
  if (seconds < 1) return `${Math.round(1000 * seconds)}\u00a0ms`;
  if (seconds < 100) return `${seconds.toFixed(seconds < 10 ? 2 : 1)}\u00a0s`;
  return `${Math.floor(seconds / 60)}\u00a0min ${Math.round(seconds % 60)}\u00a0s`;
}

/** A probability that is never called certain. */
export function chance(probability: number): string {
  if (probability > 0.999) return `>${percent(0.999, 1)}`;
  return probability < 0.001 ? `<${percent(0.001, 1)}` : percent(probability, 1);
}

/** Per cent with a digit after the point, which 100 and 0 need not. */
export function shortPercent(share: number): string {
  return share === 1 || share === 0 ? String(100 * share) : (100 * share).toFixed(1);
}
