/** What is to be trained, and how, as the form says. */

import type { ActivationName } from 'inkgrad';
import { functions } from './activations.ts';
import { byId, create, setText } from './dom.ts';
import { count } from './format.ts';
import { type OptimizerChoice, optimizerChoices } from './optimizers.ts';
import { type Task, tasks } from './tasks.ts';

export interface HiddenLayer {
  readonly units: number;
  readonly activation: ActivationName;
}

export interface Settings {
  readonly task: Task;
  readonly optimizer: OptimizerChoice;
  readonly hidden: readonly HiddenLayer[];
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly threads: number;
}

const mostLayers = 4;
const mostUnits = 1024;

export class SettingsForm {
  readonly #task = new Choice('task', tasks);
  readonly #optimizer = new Choice('optimizer', optimizerChoices);
  readonly #form = byId('settings', HTMLFormElement);
  readonly #fields = ['stack', 'options'].map((id) => byId(id, HTMLFieldSetElement));
  readonly #layers = byId('layers', HTMLOListElement);
  readonly #add = byId('add-layer', HTMLButtonElement);
  readonly #inputs = byId('inputs', HTMLElement);
  readonly #outputs = byId('outputs', HTMLElement);
  readonly #weights = byId('weights', HTMLElement);
  readonly #learningRate = byId('learning-rate', HTMLSelectElement);
  readonly #batchSize = byId('batch-size', HTMLSelectElement);
  readonly #epochs = byId('epochs', HTMLInputElement);
  readonly #threads = byId('threads', HTMLSelectElement);
  /** Called with each change that makes another network, or another way to train it. */
  onChange = () => {};

  constructor() {
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('change', ({ target }) => {
      if (target !== this.#epochs) this.#changed();
    });
    this.#add.addEventListener('click', () => {
      const row = this.#addLayer({ units: 32, activation: 'relu' });
      this.#changed();
      row.querySelector('input')?.focus();
    });
    this.#task.listen(() => {
      this.#beginTask();
      this.#changed();
    });
    this.#optimizer.listen(({ learningRate }) => {
      this.#learningRate.value = String(learningRate);
      this.#changed();
    });
    this.#beginTask();
  }

  /** How many threads may be chosen; by default it is all of them. */
  offerThreads(most: number): void {
    const options = Array.from({ length: most }, (_, i) => new Option(String(i + 1)));
    this.#threads.replaceChildren(...options);
    this.#threads.value = String(most);
  }

  setLayers(hidden: readonly HiddenLayer[]): void {
    this.#layers.replaceChildren();
    for (const layer of hidden) this.#addLayer(layer);
    this.#describe();
  }

  /** A network that has begun to train cannot be changed; it can be trained for more epochs. */
  set locked(locked: boolean) {
    for (const fields of this.#fields) fields.disabled = locked;
    this.#form.classList.toggle('locked', locked);
  }

  /** Shows what is wrong with a field, if anything is. */
  check(): boolean {
    return this.#form.reportValidity();
  }

  read(): Settings {
    return {
      task: this.#task.value,
      optimizer: this.#optimizer.value,
      hidden: Array.from(this.#layers.children, (row) => ({
        units: Number(row.querySelector('input')?.value),
        activation: row.querySelector('select')?.value as ActivationName,
      })),
      learningRate: Number(this.#learningRate.value),
      batchSize: Number(this.#batchSize.value),
      epochs: Number(this.#epochs.value),
      threads: Number(this.#threads.value),
    };
  }

  /** The network that the task is usually learned by. */
  #beginTask(): void {
    const { hidden, epochs } = this.#task.value;
    this.#epochs.value = String(epochs);
    this.setLayers(hidden);
  }

  #addLayer({ units, activation }: HiddenLayer): HTMLLIElement {
    const size = create('input', { type: 'number', min: '1', max: String(mostUnits), required: true });
    size.value = String(units);
    const kind = create('select', {}, ...Object.keys(functions).map((name) => new Option(name)));
    kind.value = activation;
    const remove = create('button', { type: 'button', className: 'plain', title: 'Remove this layer' }, '×');
    const row = create('li', {}, size, kind, remove);
    remove.addEventListener('click', () => {
      row.remove();
      this.#changed();
      this.#add.focus();
    });
    this.#layers.append(row);
    return row;
  }

  #changed(): void {
    this.#describe();
    if (this.check()) this.onChange();
  }

  /** Names for those who cannot see where a field stands, and how large the network is. */
  #describe(): void {
    for (const [i, row] of [...this.#layers.children].entries()) {
      row.querySelector('input')?.setAttribute('aria-label', `Units of hidden layer ${i + 1}`);
      row.querySelector('select')?.setAttribute('aria-label', `Activation of hidden layer ${i + 1}`);
      row.querySelector('button')?.setAttribute('aria-label', `Remove hidden layer ${i + 1}`);
    }
    this.#add.disabled = this.#layers.childElementCount >= mostLayers;
    const { task, hidden } = this.read();
    const { units, activation } = task.output;
    setText(this.#inputs, `${task.side ** 2} pixels`);
    setText(this.#outputs, `${units} ${activation}`);
    const widths = [task.side ** 2, ...hidden.map(({ units }) => units), units];
    const weights = widths.slice(1).reduce((sum, units, i) => sum + ((widths[i] as number) + 1) * units, 0);
    setText(this.#weights, `${count(weights)} weights`);
  }
}

/** A list of things by their titles, the first of them chosen. */
class Choice<Thing extends { readonly title: string }> {
  readonly #select: HTMLSelectElement;
  readonly #things: readonly Thing[];

  constructor(id: string, things: readonly Thing[]) {
    this.#select = byId(id, HTMLSelectElement);
    this.#things = things;
    this.#select.replaceChildren(...things.map(({ title }) => new Option(title)));
  }

  get value(): Thing {
    return this.#things[this.#select.selectedIndex] as Thing;
  }

  listen(listener: (chosen: Thing) => void): void {
    this.#select.addEventListener('change', () => listener(this.value));
  }
}
