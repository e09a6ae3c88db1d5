/** What is on the pad is read here, at once by the package's network, and by the visitor's when there is one. */

import { Answer } from './answer.ts';
import { Camera } from './camera.ts';
import { type Content, nothing } from './content.ts';
import { byId } from './dom.ts';
import { offerPictures } from './files.ts';
import { Pad } from './pad.ts';
import { Reader } from './reader.ts';
import { type Network, type Reading, Readings } from './reading.ts';

/** Says what went wrong. */
export type Complain = (title: string, error: unknown) => void;

export class Desk {
  readonly pad = new Pad();
  readonly #answer = new Answer();
  readonly #readings = new Readings();
  readonly #who = byId('readers', HTMLFieldSetElement);
  readonly #reader: Reader<Content, Reading | undefined>;
  readonly #complain: Complain;
  #own: Network | undefined;
  /** Hears of the digit that the probabilities are of, where there is one. */
  onShown: Answer['onShown'] = () => {};

  constructor(complain: Complain) {
    this.#complain = complain;
    this.#answer.onShown = (digit) => this.onShown(digit);
    const read = (content: Content) => this.#readings.of(content, this.#asksOwn ? this.#own : undefined);
    this.#reader = new Reader(nothing, read, (reading) => this.#show(reading));
    const camera = new Camera(this.pad, {
      onFrame: () => this.read(),
      onFailure: (error) => complain('The camera cannot be used.', error),
    });
    this.#who.addEventListener('change', () => this.read());
    offerPictures((file) => this.#open(file));
    this.pad.listen(async (content, finished) => {
      camera.see(content);
      this.#reader.question = content;
      await this.read();
      if (finished) this.#answer.speak();
    });
  }

  /** The visitor's network can be asked from now on. */
  offer(own: Network): void {
    this.#own = own;
    this.#radio('own').disabled = false;
  }

  /** From now on the visitor's network is asked. */
  askOwn(): void {
    this.#radio('own').checked = true;
    this.read();
  }

  /** Reads what is there, by what the network knows now. */
  read(): Promise<void> {
    return this.#reader.read().catch((error) => this.#complain('This cannot be read.', error));
  }

  get #asksOwn(): boolean {
    return this.#radio('own').checked;
  }

  #radio(value: 'trained' | 'own'): HTMLInputElement {
    return this.#who.querySelector(`input[value=${value}]`) as HTMLInputElement;
  }

  #show(reading: Reading | undefined): void {
    this.#answer.show(reading);
    this.pad.mark(reading?.digits ?? []);
  }

  async #open(file: File): Promise<void> {
    try {
      const source = await createImageBitmap(file);
      this.pad.lay({ kind: 'picture', source, about: file.name });
    } catch {
      this.#complain(`${file.name} cannot be opened.`, new Error('The browser knows no picture of this kind.'));
    }
  }
}
