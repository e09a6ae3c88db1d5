/** A runner's process (see ../protocol.mjs). While it is not its turn it is stopped, so that it cannot disturb others. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Those that run or are stopped; nobody else would end a stopped one when the bench is ended early. */
const living = new Set();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.once(signal, () => process.exit(code));

export class Runner {
  #process;
  #lines;
  #name;
  #errors = '';
  #ended;

  /** @param {{ name: string, command: string[], env: Record<string, string> }} contestant */
  constructor({ name, command: [program, ...args], env }) {
    this.#name = name;
    this.#process = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    living.add(this.#process);
    this.#process.stderr.setEncoding('utf8').on('data', (text) => {
      this.#errors = (this.#errors + text).slice(-4000);
    });
    this.#ended = once(this.#process, 'close')
      .catch((error) => {
        this.#errors += error.message; // it could not be started
      })
      .finally(() => living.delete(this.#process));
    this.#process.stdin.on('error', () => {}); // a runner that is gone is noticed when it does not answer
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** Gets ready for a work; takes as long as a warm-up takes. */
  async prepare(work) {
    this.#process.kill('SIGCONT');
    const answer = await this.#ask({ prepare: work });
    this.#process.kill('SIGSTOP');
    return answer;
  }

  /** One turn: milliseconds of each time the work was done. */
  async run() {
    this.#process.kill('SIGCONT');
    const { times } = await this.#ask({ run: true });
    this.#process.kill('SIGSTOP');
    return times;
  }

  /** Ends the process and waits for it. */
  async end() {
    this.#process.kill('SIGCONT');
    this.#process.stdin.end();
    await this.#ended;
    if (this.#process.exitCode !== 0) throw this.#failure();
  }

  async #ask(message) {
    this.#process.stdin.write(`${JSON.stringify(message)}\n`);
    const { value, done } = await this.#lines.next();
    if (!done) return JSON.parse(value);
    await this.#ended;
    throw this.#failure();
  }

  #failure() {
    const { exitCode, signalCode } = this.#process;
    return new Error(`${this.#name} ended with ${exitCode ?? signalCode}:\n${this.#errors.trim()}`);
  }
}
