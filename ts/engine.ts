/** The engine that models use when they are given none, and how to start one by hand. */

import { MOST_THREADS } from './engine/builds.ts';
import type { Engine, EngineInfo } from './engine/engine.ts';
import { OptionError } from './errors.ts';
import { checkInteger, checkOptions, describe } from './options.ts';
import { type EngineOptions, platform } from './platform.ts';
import { Warnings } from './warnings.ts';

/** A place for a network, and how to give it back. */
export interface Lease {
  readonly engine: Engine;
  /** To be called once, after the network is released. */
  end(): void;
}

/** A default engine. It stops when another has taken its place and the last network has left it. */
class DefaultEngine {
  readonly started: Promise<Engine>;
  readonly #options: EngineOptions;
  /** The default engine until now; forgotten when this one has taken its place. */
  #previous: DefaultEngine | undefined;
  #failed = false;
  #engine: Engine | undefined;
  #networks = 0;
  #replaced = false;

  /** @param previous the default engine until now, which stays it if this one cannot be started */
  constructor(options: EngineOptions, previous?: DefaultEngine) {
    this.#options = options;
    this.#previous = previous;
    this.started = startEngine(options);
    this.started.then(
      (engine) => {
        this.#engine = engine;
        this.#previous?.replace();
        this.#previous = undefined;
      },
      () => {
        this.#failed = true;
        if (current === this) current = this.standing();
        else if (this.#replaced) this.#previous?.replace();
      },
    );
  }

  /** The last one until here that was, or may yet be, started. */
  standing(): DefaultEngine | undefined {
    if (!this.#failed) return this;
    return this.#previous?.standing();
  }

  async lease(): Promise<Lease> {
    this.#networks++;
    try {
      return { engine: await this.started, end: () => this.#leave() };
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  /** Itself, or one like it in its place if its engine has died. */
  alive(): DefaultEngine {
    return this.#engine?.gone ? new DefaultEngine(this.#options, this) : this;
  }

  /** Itself, or one like it in its place if its engine is `full`. */
  without(full: Engine): DefaultEngine {
    return this.#engine === full ? new DefaultEngine(this.#options, this) : this;
  }

  /** Another one has taken its place. */
  replace(): void {
    this.#replaced = true;
    if (this.#failed) this.#previous?.replace();
    this.#stopIfIdle();
  }

  #leave(): void {
    this.#networks--;
    this.#stopIfIdle();
  }

  #stopIfIdle(): void {
    if (!this.#replaced || this.#networks > 0) return;
    // An engine that never started has nothing to stop, and whoever started it was told.
    this.started.then((engine) => engine.terminate()).catch(() => {});
  }
}

let current: DefaultEngine | undefined;

function defaultEngine(): DefaultEngine {
  current = current?.alive() ?? new DefaultEngine({});
  return current;
}

/**
 * Starts the default engine, or one in place of it: a model stays on the engine of its first use. Calling it is
 * optional, for the first use of a model starts an engine too.
 * @returns what the engine runs on
 * @throws OptionError, EngineError; the default engine is then the one it was
 * @example
 * ```js
 * import { init } from 'inkgrad';
 *
 * const { threads, simd } = await init({ threads: 2 });
 * console.log(threads, simd);
 * ```
 */
export async function init(options: EngineOptions = {}): Promise<EngineInfo> {
  checkEngineOptions('init', options);
  const next = new DefaultEngine(options, current);
  current = next;
  return (await next.started).info;
}

/**
 * What the default engine runs on; starts it if need be.
 * @example
 * ```js
 * import { engineInfo } from 'inkgrad';
 *
 * const { build, threads, simd } = await engineInfo();
 * console.log(build, threads, simd);
 * ```
 */
export async function engineInfo(): Promise<EngineInfo> {
  return (await defaultEngine().started).info;
}

/**
 * Starts an engine of one's own, for `sequential({ engine })`; it runs until its `terminate()` is called.
 * @throws OptionError, EngineError
 * @example
 * ```js
 * import { createEngine, layers, sequential } from 'inkgrad';
 *
 * const engine = await createEngine({ threads: 1 });
 * const model = sequential({ engine, layers: [layers.dense(1, { inputShape: [2] })] });
 * console.log((await model.predict([[1, 2]])).shape);
 * await engine.terminate();
 * ```
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  checkEngineOptions('createEngine', options);
  return startEngine(options);
}

/** A place on the given engine or on the default one. */
export async function leaseEngine(engine: Engine | undefined): Promise<Lease> {
  if (engine) return { engine, end: () => {} };
  return defaultEngine().lease();
}

/** Has the next networks of the default engine made on another one, if it is this one. */
export function leaveEngine(full: Engine): void {
  current = current?.without(full);
}

const warnings = new Warnings();

async function startEngine(options: EngineOptions): Promise<Engine> {
  const engine = await platform().startEngine(options);
  const { build, reason } = engine.info;
  if (options.build === 'fast' && build !== 'fused')
    warnings.warn('NOT_FUSED', `the fast build is not to be had: ${reason}`);
  return engine;
}

function checkEngineOptions(name: string, options: EngineOptions): void {
  checkOptions(name, options, ['threads', 'build', 'wasmUrl', 'workerUrl']);
  if (options.threads !== undefined) checkInteger('threads', options.threads, 1, MOST_THREADS);
  const { build = 'default' } = options;
  if (build !== 'default' && build !== 'fast') throw new OptionError('build', "'default' or 'fast'", describe(build));
  for (const key of ['wasmUrl', 'workerUrl'] as const) {
    const url = options[key];
    if (url !== undefined && typeof url !== 'string' && !(url instanceof URL)) {
      throw new OptionError(key, 'a text or a URL', describe(url));
    }
  }
}
