/** Engines in Node that are there at once, for those who cannot wait. All parts are loaded with this file. */

import type { Build } from '../engine/builds.ts';
import type { LocalEngine } from '../engine/local.ts';
import poolWorker from '../engine/pool-worker-node.ts?script';
import { startLocalEngineNow } from '../engine/start.ts';
import { spawnInNode } from '../engine/threads/node.ts';
import { compileWasmNow } from '../engine/wasm-module.ts';
import { offerOfNode } from './engine.ts';
import { createGlue as singleGlue } from './glue-single.ts';
import { createGlue as threadsGlue } from './glue-threads.ts';
import { unpackWasm } from './wasm.ts';

/** @throws EngineError, FormatError */
export function startEngineNow(threads: number | undefined, build: Build = 'default'): LocalEngine {
  return startLocalEngineNow(threads, build, {
    offer: offerOfNode(),
    module: (file) => compileWasmNow(unpackWasm(file), file),
    singleGlue,
    threadsGlue,
    spawn: spawnInNode({ code: poolWorker }),
  });
}
