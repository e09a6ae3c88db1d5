/** Numbers as terminals show them. */

/** A share as `97.79 %`. */
export function percent(share: number, digits = 2): string {
  return `${(100 * share).toFixed(digits)} %`;
}
