/** Lets contestants do the same work in turns: A B C, A B C, ... */
import { commandFor } from '../contestants.mjs';
import { Runner } from './runner.mjs';
import { playRounds, threadCount } from './turns.mjs';

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
      ...{ name: contestant.name, label: contestant.label, threads },
      ...{ contestant, processors, work: { ...work, threads }, rounds: Math.min(own, rounds) },
    }));
    await playRounds(players, rounds, {
      prepare: async (player) => {
        player.hash = (await this.#runner(player).prepare(player.work)).hash;
      },
      run: (player) => this.#runner(player).run(),
      say({ label, threads }, round) {
        const who = `${label}, ${threadCount(threads)}`;
        say(round === undefined ? `${who}: warming up` : `round ${round + 1} of ${rounds}: ${who}`);
      },
    });
    for (const { label, error } of players) if (error) console.error(`${label}: ${error}`);
    for (const player of players) if (player.error || player.contestant.native) await this.#leave(player);
    return players.map(({ name, label, threads, turns, hash, error }) => ({
      name,
      label,
      threads,
      turns,
      hash,
      error,
    }));
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
