/** inkgrad in the page, with so many threads: what ./peer.mjs is for the others. */
import { createEngine } from 'inkgrad';
import { takeTurn } from '../harness/turns.mjs';
import { taskOf } from '../inkgrad/tasks.mjs';

export class Inkgrad {
  #threads;
  #engine;
  #task;
  #work;

  constructor(threads) {
    this.#threads = threads;
  }

  async prepare(work, data) {
    this.#engine ??= await createEngine({ threads: this.#threads });
    await this.#task?.end?.();
    this.#work = work;
    this.#task = await taskOf(this.#engine, work, data);
    await (this.#task.warmUp ?? this.#task.run)();
    return { threads: this.#engine.info.threads };
  }

  run() {
    return takeTurn(this.#task, this.#work);
  }

  judge() {
    return this.#task.judge();
  }

  async end() {
    await this.#engine?.terminate();
  }
}
