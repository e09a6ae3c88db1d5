/** One run of a study. */

import { type Moment, StateKeeper } from '../callbacks/state-keeper.ts';
import { Callback } from '../callbacks.ts';
import { defaultRecipe, tasks } from '../cli/tasks.ts';
import { buildModel, secondsSince } from '../cli/training.ts';
import { NonFiniteError, NonFiniteLossError } from '../errors.ts';
import { decide } from '../evaluation.ts';
import type { Sequential } from '../model.ts';
import type { LabelledRows } from '../tensor.ts';
import { rowsOf, type SharedDigits } from './digits.ts';
import type { Mistakes, RunOrder, Scores, StudyRun } from './records.ts';
import { methodOfSetting } from './settings.ts';

/** Keeps the states of a run that takes long. */
export interface States {
  /** What the run goes on from. */
  readonly first: Uint8Array | undefined;
  /** Milliseconds from one to the next. */
  readonly period: number;
  keep(state: Uint8Array): void;
}

export interface RunOutcome {
  readonly run: StudyRun;
  /** The model's file, for the test digits; not of a run that failed. */
  readonly weights: Uint8Array | undefined;
}

/**
 * Trains one network. The same order on the same digits gives the same bits, wherever it is carried out.
 * @throws the signal's reason; what `fit` throws but NonFiniteLossError, which is an outcome
 */
export async function trainRun(
  order: RunOrder,
  { learn, validation }: SharedDigits,
  { states, signal }: { readonly states: States; readonly signal: AbortSignal },
): Promise<RunOutcome> {
  const { id, setting, epochs, seed, part, method: given } = order;
  const { x, y } = rowsOf(learn);
  const method = methodOfSetting(given, epochs, y.length);
  const { hiddenUnits } = given;
  const recipe = { ...defaultRecipe, seed, ...(hiddenUnits && { hiddenUnits }) };
  await using model = buildModel(tasks[order.task], recipe, method);
  const clock = new Clock();
  const facts = () => ({ id, setting, epochs, seed, part, seconds: Math.round(1000 * clock.seconds) / 1000 });
  try {
    const { history } = await model.fit(x, y, {
      ...method.fit,
      callbacks: [clock, new RunStates(states)],
      signal,
      verbose: 0,
      warnings: false,
    });
    const run = {
      ...facts(),
      weightsSha256: await model.weightsHash(),
      history: { loss: history.loss, accuracy: history.accuracy as number[] },
      ...(validation && { validation: await scoresOf(model, rowsOf(validation)) }),
    };
    const weights = part === 'all' ? await model.toBytes({ includeOptimizer: false }) : undefined;
    return { run, weights };
  } catch (error) {
    if (!(error instanceof NonFiniteLossError || error instanceof NonFiniteError)) throw error;
    return { run: { ...facts(), failed: error.message }, weights: undefined };
  }
}

/** How a model does on digits. */
export async function scoresOf(model: Sequential, { x, y }: LabelledRows): Promise<Scores> {
  const { loss } = await model.evaluate(x, y);
  const mistakes = mistakesOf(y, decide(await model.predict(x)));
  return { loss, accuracy: (y.length - mistakes.rows.length) / y.length, mistakes };
}

function mistakesOf(labels: ArrayLike<number>, decisions: ArrayLike<number>): Mistakes {
  const rows = Array.from(labels, (_, row) => row).filter((row) => labels[row] !== decisions[row]);
  return { rows, decisions: rows.map((row) => decisions[row] as number) };
}

/** Seconds of a training, of which it had some before it was stopped. */
class Clock extends Callback {
  #start = performance.now();

  get seconds(): number {
    return secondsSince(this.#start);
  }

  override getState() {
    return { seconds: this.seconds };
  }

  override setState(state: unknown): void {
    this.#start = performance.now() - 1000 * (state as { seconds: number }).seconds;
  }
}

class RunStates extends StateKeeper {
  readonly #states: States;
  #time = performance.now();

  constructor(states: States) {
    super();
    this.#states = states;
  }

  isDue({ last }: Moment): boolean {
    return !last && performance.now() - this.#time >= this.#states.period;
  }

  async read<State>(decode: (bytes: Uint8Array, source: string) => Promise<State>): Promise<State | undefined> {
    const { first } = this.#states;
    return first && decode(first, 'checkpoint');
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#states.keep(bytes);
    this.#time = performance.now();
  }

  async end(): Promise<void> {}
}
