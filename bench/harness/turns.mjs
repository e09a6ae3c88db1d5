/** Who takes turns, and what a turn is: the same for processes and for pages. */
import { median } from './statistics.mjs';

/**
 * One turn: does the work again and again until `turn` milliseconds have passed, once at least.
 * @param {{ run(): Promise<unknown> | unknown }} task
 * @returns milliseconds of each time, divided by `calls`
 */
export async function takeTurn(task, { turn, calls }) {
  const times = [];
  const start = performance.now();
  do {
    const before = performance.now();
    await task.run();
    times.push((performance.now() - before) / calls);
  } while (performance.now() - start < turn);
  return times;
}

/**
 * Lets players do the same work in turns, A B C, A B C, ..., each once it is warm. Their `turns` become the median
 * milliseconds of each round (null where one sat out). What fails is told by a player's `error`, and the others go on.
 * @param {{ rounds: number, turns: (number | null)[], error?: string }[]} players `rounds`: how many to take part in
 * @param {number} rounds
 * @param {{ prepare(player: object): Promise<unknown>, run(player: object): Promise<number[]>,
 *   say(player: object, round?: number): void, signal?: AbortSignal }} host `signal` ends it between two turns
 */
export async function playRounds(players, rounds, { prepare, run, say, signal }) {
  const attempt = async (player, action) => {
    signal?.throwIfAborted();
    try {
      await action();
    } catch (error) {
      player.error = error.message;
    }
  };
  for (const player of players) {
    player.turns = Array(rounds).fill(null);
    say(player);
    await attempt(player, () => prepare(player));
  }
  for (let round = 0; round < rounds; round++) {
    for (const player of players) {
      if (player.error || !takesPart(player.rounds, rounds, round)) continue;
      say(player, round);
      await attempt(player, async () => {
        player.turns[round] = median(await run(player));
      });
    }
  }
  signal?.throwIfAborted();
}

/** `own` of `all` rounds, evenly spread, the first among them. */
function takesPart(own, all, round) {
  return Math.floor((round * own) / all) > Math.floor(((round - 1) * own) / all);
}

export function threadCount(threads) {
  return threads === 1 ? '1 thread' : `${threads} threads`;
}
