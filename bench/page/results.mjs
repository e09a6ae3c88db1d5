/** What the turns say: a row for each contestant, and the line to share. */
import { ratio, spread } from '../harness/statistics.mjs';
import { threadCount } from '../harness/turns.mjs';

/**
 * @returns rows of those that have taken a turn or failed: milliseconds, and how many times as long as inkgrad's fastest row
 */
export function rowsOf(players) {
  const rows = players
    .filter(({ error, turns }) => error || turns?.some(Boolean))
    .map((player) => (player.error ? player : { ...player, ...spread(player.turns.filter(Boolean)) }));
  const ours = rows.filter(({ label, error }) => label === 'inkgrad' && !error);
  const best = ours.toSorted((a, b) => a.median - b.median)[0];
  return rows.map((row) => ({
    ...row,
    ours: row.label === 'inkgrad',
    best: row === best,
    times: best && row !== best && !row.error ? ratio(row.turns, best.turns)?.median : undefined,
  }));
}

/** Three of them, as people write numbers. */
export function digits(value) {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

export function milliseconds(ms) {
  return `${digits(ms)} ms`;
}

export function times(ratio) {
  return `${digits(ratio)} ×`;
}

/** What somebody sends to others, one line: the browser, inkgrad's time for each task, and the peers' with their ratios. */
export function shareLine(version, { browser, system, cores, device }, measured) {
  const where = [device, `${browser} on ${system}`, `${cores} cores`].filter(Boolean).join(', ');
  const tasks = measured.map(([task, players]) => {
    const told = rowsOf(players)
      .filter(({ error, ours, best }) => !error && (best || !ours))
      .map(({ label, best, threads, median, times: ratio }) => {
        const more = best ? threadCount(threads) : ratio && times(ratio);
        return `${label} ${milliseconds(median)}${more ? ` (${more})` : ''}`;
      });
    return `${task.unit}: ${told.join(', ')}`;
  });
  return `inkgrad ${version} on ${where}; ${tasks.join('; ')}.`;
}
