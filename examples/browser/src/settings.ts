/** What is to be trained, and how, as the form says. */

import type { ActivationName } from 'inkgrad';
import { byId, create, setText } from './dom.ts';
import { count } from './format.ts';

export interface HiddenLayer {
  readonly units: number;
  readonly activation: ActivationName;
}

export interface Settings {
  readonly hidden: readonly HiddenLayer[];
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly threads: number;
}

const activations: readonly ActivationName[] = ['relu', 'tanh', 'sigmoid', 'linear'];
const mostLayers = 4;
const mostUnits = 1024;

export class SettingsForm {
  readonly #form = byId('settings', HTMLFormElement);
  readonly #fields = ['stack', 'options'].map((id) => byId(id, HTMLFieldSetElement));
  readonly #layers = byId('layers', HTMLOListElement);
  readonly #add = byId('add-layer', HTMLButtonElement);
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
    this.setLayers([
      { units: 128, activation: 'relu' },
      { units: 64, activation: 'relu' },
    ]);
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

  #addLayer({ units, activation }: HiddenLayer): HTMLLIElement {
    const size = create('input', { type: 'number', min: '1', max: String(mostUnits), required: true });
    size.value = String(units);
    const kind = create('select', {}, ...activations.map((name) => new Option(name)));
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
    const widths = [784, ...this.read().hidden.map(({ units }) => units), 10];
    const weights = widths.slice(1).reduce((sum, units, i) => sum + ((widths[i] as number) + 1) * units, 0);
    setText(this.#weights, `${count(weights)} weights`);
  }
}
