/** The buttons of the training, and how far it is. */

import { byId, setText } from './dom.ts';
import { count, duration, percent, rounded } from './format.ts';
import type { Exam, Progress, State } from './session.ts';
import { goal } from './tasks.ts';

/** Milliseconds between changes of the numbers: faster ones cannot be read. */
const interval = 200;

const labels: Readonly<Record<State, string>> = {
  idle: 'Train',
  training: 'Pause',
  paused: 'Resume',
  done: 'Train more',
};

export class Controls {
  readonly #main = byId('train', HTMLButtonElement);
  readonly #reset = byId('reset', HTMLButtonElement);
  readonly #bar = byId('progress', HTMLProgressElement);
  readonly #where = byId('where', HTMLElement);
  readonly #speed = byId('speed', HTMLElement);
  readonly #accuracy = byId('accuracy', HTMLElement);
  readonly #mistakes = byId('mistake-count', HTMLElement);
  readonly #images = byId('test-count', HTMLElement);
  readonly #goal = byId('goal', HTMLElement);
  readonly #spoken = byId('state-spoken', HTMLElement);
  #from = 0;
  #to = 0;
  #told = 0;
  /** The goal was reached, be it by a training or in a file. */
  #reached = false;
  #state: State | undefined;
  #held = false;

  /** @param press the main button, whatever it says; @param reset the other one */
  listen(press: () => void, reset: () => void): void {
    this.#main.addEventListener('click', press);
    this.#reset.addEventListener('click', reset);
  }

  /** What is being waited for before anything can be trained; `share` is undefined where nobody knows. */
  showLoading(share: number | undefined, text: string): void {
    if (share === undefined) this.#bar.removeAttribute('value');
    else this.#bar.value = share;
    setText(this.#where, text);
  }

  showOpened(file: string): void {
    setText(this.#where, `Opened ${file}`);
    setText(this.#speed, '–');
    this.#bar.value = 0;
  }

  /** The training goes from one number of epochs to another. */
  plan(from: number, to: number): void {
    [this.#from, this.#to] = [from, to];
    this.#bar.value = 0;
    setText(this.#where, `Epoch ${from + 1} of ${to}`);
  }

  /** Nothing can be trained while it is held. */
  set held(held: boolean) {
    this.#held = held;
    this.#enable();
  }

  showState(state: State): void {
    document.body.dataset.state = state;
    this.#state = state;
    this.#enable();
    setText(this.#main, labels[state]);
    this.#told = 0;
    const accuracy = this.#accuracy.textContent;
    if (state === 'idle') {
      this.#bar.value = 0;
      setText(this.#speed, '–');
      setText(this.#where, 'Untrained');
    }
    const news = {
      idle: 'Ready to train.',
      training: 'Training.',
      paused: 'Training is paused.',
      done: `The network reads ${accuracy} of the test images right.`,
    };
    setText(this.#spoken, news[state]);
  }

  #enable(): void {
    this.#main.disabled = this.#held;
    this.#reset.disabled = this.#held || this.#state === 'idle';
  }

  showProgress({ epochs, samplesPerSecond }: Progress): void {
    const now = performance.now();
    if (now - this.#told < interval) return;
    this.#told = now;
    this.#bar.value = (epochs - this.#from) / (this.#to - this.#from);
    setText(this.#where, `Epoch ${Math.min(Math.floor(epochs) + 1, this.#to)} of ${this.#to}`);
    setText(this.#speed, rounded(samplesPerSecond));
  }

  showExam({ epochs, seconds, accuracy, test }: Exam): void {
    if (epochs === 0) setText(this.#goal, '–');
    else if (!this.#reached && accuracy >= goal) setText(this.#goal, duration(seconds));
    this.#reached = (epochs > 0 && this.#reached) || accuracy >= goal;
    setText(this.#accuracy, percent(accuracy));
    setText(this.#images, count(test.y.length));
    setText(this.#mistakes, count(Math.round((1 - accuracy) * test.y.length)));
    if (epochs < this.#to || epochs === 0) return;
    this.#bar.value = 1;
    setText(this.#where, `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'} done`);
  }
}
