/** Asks what is on the pad: one question at a time, and the latest change wins. */

export class Reader<Question, Reply> {
  readonly #ask: (question: Question) => Promise<Reply>;
  readonly #tell: (reply: Reply) => void;
  #question: Question;
  #stale = false;
  #reading: Promise<void> | undefined;

  constructor(first: Question, ask: (question: Question) => Promise<Reply>, tell: (reply: Reply) => void) {
    this.#question = first;
    this.#ask = ask;
    this.#tell = tell;
  }

  set question(question: Question) {
    this.#question = question;
  }

  /** Asks anew, by what is known now; resolves when the reply has been told. */
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
      this.#tell(await this.#ask(this.#question));
    }
  }
}
