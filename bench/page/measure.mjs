/** Lets inkgrad and its peers do the tasks in turns. Nothing here knows of the page. */
import { peers } from '#peers';
import { playRounds } from '../harness/turns.mjs';
import { Inkgrad } from './inkgrad.mjs';
import { loadRows } from './tasks.mjs';

/** Who takes longer for a turn, in milliseconds, takes part in two rounds. */
const patience = 4000;

/** @param {number} cores how many threads inkgrad may have */
export function contestantsOf(cores) {
  const counts = cores > 1 ? [1, cores] : [1];
  return [
    ...counts.map((threads) => ({ name: 'inkgrad', label: 'inkgrad', start: () => new Inkgrad(threads) })),
    ...peers,
  ];
}

/**
 * @param {object[]} tasks of ./tasks.mjs
 * @param {object[]} contestants
 * @param {{ rounds: number, signal: AbortSignal, onPlayers(task: object, players: object[]): void,
 *   onStep(done: number, all: number, text: string): void }} host `onPlayers` hears of each change
 */
export async function measure(tasks, contestants, { rounds, signal, onPlayers, onStep }) {
  const runners = contestants.map(({ start }) => start());
  const end = () => Promise.allSettled(runners.map((runner) => runner.end()));
  signal.addEventListener('abort', end);
  const all = tasks.length * contestants.length * (rounds + 1);
  let done = 0;
  try {
    for (const task of tasks) {
      const data = await loadRows(task.work.data);
      const players = contestants.map(({ label }, i) => ({ label, rounds, runner: runners[i] }));
      await playRounds(players, rounds, {
        signal,
        async prepare(player) {
          Object.assign(player, await player.runner.prepare(task.work, data));
        },
        async run(player) {
          const start = performance.now();
          const times = await player.runner.run();
          if (performance.now() - start > patience) player.rounds = Math.min(player.rounds, 2);
          return times;
        },
        say({ label }, round) {
          onPlayers(task, players);
          onStep(
            done++,
            all,
            `${task.title}: ${label}, ${round === undefined ? 'warming up' : `turn ${round + 1} of ${rounds}`}`,
          );
        },
      });
      onPlayers(task, players);
    }
  } finally {
    signal.removeEventListener('abort', end);
    await end();
  }
}
