/**
 * Networks whose model was forgotten without `dispose`. The collector of JavaScript sees of a model but its small shell
 * and finds no reason to run while they fill the engine, so it is asked to.
 */

import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../errors.ts';
import { platform } from '../platform.ts';

/** Bytes of an engine that are no reason to ask. */
const SMALL = 2 ** 27;
/** Bytes, or networks, more than when it was asked last. */
const MORE_BYTES = 2 ** 26;
const MORE_NETWORKS = 64;

let networks = 0;
let asked = { networks: 0, bytes: 0 };

/** To be told of each network that is made, and of each that is released. */
export function count(change: 1 | -1): void {
  networks += change;
  asked.networks = Math.min(asked.networks, networks);
}

/** Makes room on an engine before a network is made there, if it is time to. */
export async function makeRoom(engine: Engine): Promise<void> {
  if (networks === 0) return;
  const bytes = await engine.memoryBytes();
  const more = networks >= asked.networks + MORE_NETWORKS || bytes >= asked.bytes + MORE_BYTES;
  if (bytes < SMALL || !more) return;
  await giveUpAbandoned();
  asked = { networks, bytes };
}

/** Has the collector run, where the host allows it, and the networks released that it finds forgotten. */
export async function giveUpAbandoned(): Promise<void> {
  await platform().collectGarbage?.();
}

/** The engine has no memory left for what it was asked to make. */
export function isFull(error: unknown): boolean {
  return error instanceof EngineError && /could not be allocated|memory may be full/.test(error.message);
}
