/** Where TensorFlow.js's programs ask what they run on, and wait. */

import { OptionError } from '../errors.ts';
import { describe, quoted } from '../options.ts';
import { engineAtHand } from './engine.ts';
import { endScope, startScope } from './scope.ts';

/** TensorFlow.js's backends: asked for any, inkgrad goes on as it is. */
const backends = ['cpu', 'wasm', 'webgl', 'webgpu', 'tensorflow', 'node'];

/** Starts the engine, which otherwise starts when it is first used. @example await tf.ready(); */
export async function ready(): Promise<void> {
  engineAtHand();
}

/**
 * Does nothing: there is one engine. True for TensorFlow.js's names of backends.
 * @returns true for the names of TensorFlow.js's backends
 * @throws OptionError for others
 * @example await tf.setBackend('wasm'); // true
 */
export async function setBackend(name: string): Promise<boolean> {
  if (backends.includes(name)) return true;
  throw new OptionError('name', quoted(backends), describe(name));
}

/** 'wasm', which inkgrad is. @example tf.getBackend(); // 'wasm' */
export function getBackend(): string {
  return 'wasm';
}

/** Gives the page, or the event loop, a turn. @example await tf.nextFrame(); */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => resolve());
    else setTimeout(resolve, 0);
  });
}

/** Scopes by hand; `tidy` is safer. @example tf.engine().startScope(); */
export function engine(): { startScope(): void; endScope(): void } {
  return { startScope, endScope: () => endScope() };
}

/** Milliseconds that some work takes. @example (await tf.time(() => tf.ones([100, 100]).square())).wallMs; */
export async function time(work: () => unknown): Promise<{ kernelMs: number; wallMs: number }> {
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  return { kernelMs: ms, wallMs: ms };
}

/**
 * TensorFlow.js's switches, without effect: arguments are always checked, in about no time.
 * @example tf.enableProdMode();
 */
export function enableProdMode(): void {}
/** Does nothing. @example tf.enableDebugMode(); */
export function enableDebugMode(): void {}
/** Does nothing. @example tf.disableDeprecationWarnings(); */
export function disableDeprecationWarnings(): void {}

/** TensorFlow.js's flags: kept, and without effect. @example tf.env().getBool('IS_BROWSER'); // false */
export function env(): {
  get(flag: string): unknown;
  getBool(flag: string): boolean;
  getNumber(flag: string): number;
  set(flag: string, value: unknown): void;
} {
  return {
    get: (flag) => flags.get(flag),
    getBool: (flag) => Boolean(flags.get(flag)),
    getNumber: (flag) => Number(flags.get(flag) ?? 0),
    set: (flag, value) => void flags.set(flag, value),
  };
}

const flags = new Map<string, unknown>();
