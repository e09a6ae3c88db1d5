/** The engine beside the caller, which all models of this entry share. */

import { MOST_THREADS } from '../engine/builds.ts';
import type { EngineAtHand } from '../engine/engine.ts';
import { EngineError } from '../errors.ts';
import { checkInteger } from '../options.ts';

/** @param threads how many; undefined for one for each core */
export type StartEngine = (threads: number | undefined) => EngineAtHand;

/** An engine, and how many networks it has. */
interface Running {
  readonly engine: EngineAtHand;
  networks: number;
}

let start: StartEngine = () => {
  throw new EngineError("no engine: import 'inkgrad/tfjs' and not one of its inner files");
};
let threads: number | undefined;
let current: Running | undefined;

/** Called once by the entry. */
export function useStarter(starter: StartEngine): void {
  start = starter;
}

/** The engine, started if need be. @throws EngineError, and what starting one throws */
export function engineAtHand(): EngineAtHand {
  return running().engine;
}

function running(): Running {
  if (!current || current.engine.gone) current = { engine: start(threads), networks: 0 };
  return current;
}

/** The engine for a network; `leave` is to be called once, after the network is released. */
export function enterEngine(): { readonly engine: EngineAtHand; readonly leave: () => void } {
  const entered = running();
  entered.networks++;
  const leave = () => {
    entered.networks--;
    stopIfLeft(entered);
  };
  return { engine: entered.engine, leave };
}

function stopIfLeft(left: Running): void {
  if (left !== current && left.networks === 0) void left.engine.terminate();
}

/**
 * Threads of the engine that the models made from now on use, as in TensorFlow.js's WASM backend. In pages there is one.
 * @throws OptionError
 * @example tf.setThreadsCount(2);
 */
export function setThreadsCount(numThreads: number): void {
  threads = checkInteger('numThreads', numThreads, 1, MOST_THREADS);
  const before = current;
  current = undefined;
  if (before) stopIfLeft(before);
}

/** The threads that compute. @example tf.getThreadsCount(); */
export function getThreadsCount(): number {
  return engineAtHand().info.threads;
}
