/** Figures in words, for pages and terminals. */

export function readingsText(readings: number): string {
  return readings === 0 ? 'never' : readings === 1 ? 'once' : `${readings} times`;
}

export function pValueText(value: number): string {
  return value < 0.001 ? 'p < 0.001' : `p = ${value.toFixed(3)}`;
}
