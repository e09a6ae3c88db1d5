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
