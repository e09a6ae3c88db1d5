/** Medians, since the machines that measure are shared, and the spread beside them. */

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {number[]} numbers */
export function spread(numbers) {
  return { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) };
}

/**
 * How many times as long one took as another, pair by pair: a round in which the machine was slow was slow for both.
 * @param {(number | null)[]} turns the one's, by round; null for a round it sat out
 * @param {(number | null)[]} others
 */
export function ratio(turns, others) {
  const ratios = turns.flatMap((turn, round) => (turn && others[round] ? [turn / others[round]] : []));
  return ratios.length ? spread(ratios) : undefined;
}
