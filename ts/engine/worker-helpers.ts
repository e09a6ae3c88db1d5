/**
 * Stands in for the JavaScript half of wasm-bindgen-rayon, which knows browsers only: tsup.config.ts swaps it in. It
 * hands out what a pool is made of, at once, and threads.ts, which calls `initThreadPool`, makes the pool.
 */

import type { PoolParts } from './threads.ts';

/** Called by the WASM within `initThreadPool`, whose result this becomes. */
export function startWorkers(
  module: PoolParts['module'],
  memory: PoolParts['memory'],
  builder: PoolParts['builder'],
): PoolParts {
  return { module, memory, builder };
}
