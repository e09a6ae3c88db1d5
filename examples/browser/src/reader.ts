/** Asks the network about the drawn digit: one question at a time, and the latest drawing wins. */

import type { ImageTensor } from 'inkgrad';

export class Reader {
  readonly #ask: (image: ImageTensor) => Promise<Float32Array>;
  readonly #tell: (probabilities: Float32Array | undefined) => void;
  #image: ImageTensor | undefined;
  #stale = false;
  #reading: Promise<void> | undefined;

  /** @param tell gets the ten probabilities, or undefined when there is nothing to read */
  constructor(
    ask: (image: ImageTensor) => Promise<Float32Array>,
    tell: (probabilities: Float32Array | undefined) => void,
  ) {
    this.#ask = ask;
    this.#tell = tell;
  }

  set image(image: ImageTensor | undefined) {
    this.#image = image;
  }

  /** Reads what is there now, with what the network knows now; resolves when that has been told. */
  read(): Promise<void> {
    this.#stale = true;
    this.#reading ??= this.#catchUp().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #catchUp(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      this.#tell(this.#image && (await this.#ask(this.#image)));
    }
  }
}
