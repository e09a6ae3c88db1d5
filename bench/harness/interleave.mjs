/** Lets contestants do the same work in turns: A B C, A B C, ... */
import { commandFor } from '../contestants.mjs';
import { Runner } from './runner.mjs';
import { median } from './statistics.mjs';

/** Runners that are kept from one group to the next, since some take many seconds to start. */
export class Stage {
  #runners = new Map();

  /**
   * @param {{ contestant: object, threads: number, processors?: number, work: object, rounds?: number }[]} entries
   *   `rounds`: how many of the rounds to take part in
   * @param {number} rounds
   * @param {(text: string) => void} say
   * @returns for each entry `turns`, the median milliseconds of each round (null where it sat out), or an `error`
   */
  async interleave(entries, rounds, say) {
    const players = entries.map(({ contestant, threads, processors, work, rounds: own = rounds }) => ({
      ...{ name: contestant.name, label: contestant.label, threads, turns: Array(rounds).fill(null) },
      ...{ contestant, processors, work: { ...work, threads }, rounds: Math.min(own, rounds) },
    }));
    for (const player of players) {
      say(`${player.label}, ${threadCount(player.threads)}: warming up`);
      await attempt(player, () => this.#runner(player).prepare(player.work));
    }
    for (let round = 0; round < rounds; round++) {
      for (const player of players) {
        if (player.error || !takesPart(player.rounds, rounds, round)) continue;
        say(`round ${round + 1} of ${rounds}: ${player.label}, ${threadCount(player.threads)}`);
        await attempt(player, async () => {
          player.turns[round] = median(await this.#runner(player).run());
        });
      }
    }
    for (const player of players) if (player.error || player.contestant.native) await this.#leave(player);
    return players.map(({ name, label, threads, turns, error }) => ({ name, label, threads, turns, error }));
  }

  /** Ends all runners; how they end changes no figures. */
  async end() {
    await Promise.allSettled([...this.#runners.values()].map((runner) => runner.end()));
    this.#runners.clear();
  }

  #runner(player) {
    const key = keyOf(player);
    let runner = this.#runners.get(key);
    if (!runner) {
      runner = new Runner({ name: player.label, ...commandFor(player.contestant, player) });
      this.#runners.set(key, runner);
    }
    return runner;
  }

  async #leave(player) {
    const runner = this.#runners.get(keyOf(player));
    this.#runners.delete(keyOf(player));
    await runner?.end().catch((error) => {
      player.error ??= error.message;
    });
  }
}

function keyOf({ name, threads, processors }) {
  return `${name} ${threads} ${processors}`;
}

/** What fails is told in the table, and the others go on. */
async function attempt(player, action) {
  try {
    await action();
  } catch (error) {
    player.error = error.message;
    console.error(`${player.label}: ${error.message}`);
  }
}

/** `own` of `all` rounds, evenly spread, the first among them. */
function takesPart(own, all, round) {
  return Math.floor((round * own) / all) > Math.floor(((round - 1) * own) / all);
}

export function threadCount(threads) {
  return threads === 1 ? '1 thread' : `${threads} threads`;
}
