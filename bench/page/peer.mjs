/** A peer in a worker, which speaks the protocol of ../protocol.mjs by messages. */
export class Peer {
  #worker;
  #device;
  /** Ends the wait for an answer, when the worker is ended under it. */
  #abandon = () => {};

  /** @param {Worker} worker @param {string} device what the peer is to compute on, by its own name for it */
  constructor(worker, device) {
    this.#worker = worker;
    this.#device = device;
  }

  /** @returns {Promise<{ threads: number, note?: string, backend?: string, version?: string }>} how it will do the work */
  prepare(work, data) {
    return this.#ask({ prepare: work, data, device: this.#device });
  }

  /** One turn: milliseconds of each time the work was done. */
  async run() {
    return (await this.#ask({ run: true })).times;
  }

  /** Of work that is to be learned: the share of the test rows that is read right now. */
  async judge() {
    return (await this.#ask({ judge: true })).accuracy;
  }

  end() {
    this.#worker.terminate();
    this.#abandon();
  }

  #ask(message) {
    return new Promise((resolve, reject) => {
      const fail = (text) => reject(new Error(text));
      this.#abandon = () => fail('it was ended');
      this.#worker.onmessage = ({ data }) => (data.error === undefined ? resolve(data) : fail(data.error));
      this.#worker.onerror = ({ message }) => fail(message ?? 'its worker did not load');
      this.#worker.postMessage(message);
    });
  }
}
