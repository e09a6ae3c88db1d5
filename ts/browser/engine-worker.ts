/** The script of all workers of a page: of an engine, which starts others as its threads, and of these. */

import { whyNotFused } from '../engine/builds.ts';
import * as singleGlue from '../engine/glue-single.ts';
import * as threadsGlue from '../engine/glue-threads.ts';
import { answer, type Reply, type Request, toFault } from '../engine/remote.ts';
import { startLocalEngine } from '../engine/start.ts';
import { spawnInBrowser } from '../engine/threads/browser.ts';
import type { WorkerOrders } from '../engine/threads.ts';
import type { StartOrder, StartReply } from './engine.ts';
import { live } from './life.ts';
import { loadModule, type WasmSources } from './wasm-source.ts';

const HEADERS = 'Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp';

/** Why threads cannot share memory, if so. */
function whyNotShared(wasm: WasmSources): string | undefined {
  if (!wasm.threads) return "the script for pages without modules has no threads; import 'inkgrad/inline' instead";
  if (!globalThis.crossOriginIsolated) return `the page is not cross-origin isolated; serve it with ${HEADERS}`;
  return typeof SharedArrayBuffer === 'undefined' ? 'this browser has no SharedArrayBuffer' : undefined;
}

/** Lives as an engine: says how it started, and then answers each request. */
async function serve({ threads, build, wasm, life }: StartOrder): Promise<void> {
  const say = (reply: StartReply) => postMessage(reply);
  try {
    const engine = await startLocalEngine(threads, build, {
      offer: {
        cores: navigator.hardwareConcurrency || 1,
        isolated: globalThis.crossOriginIsolated === true,
        whyNotFused,
        notShared: whyNotShared(wasm),
      },
      module(file) {
        const name = `inkgrad-${file}.wasm`;
        say({ waitsFor: name });
        return loadModule(wasm[file] ?? wasm.single, name);
      },
      // The glue is this worker's own.
      singleGlue: async () => singleGlue,
      threadsGlue: async () => threadsGlue,
      oneTry: true,
      spawn(orders, listener) {
        say({ waitsFor: 'the workers of its threads' });
        return spawnInBrowser(orders, listener);
      },
    });
    addEventListener('message', async ({ data: request }: MessageEvent<Request>) => {
      const reply = await answer(engine, request);
      postMessage(reply, { transfer: buffersOf(reply) });
    });
    await live(life);
    say({ info: engine.info });
  } catch (error) {
    say({ fault: toFault(error) });
  }
}

/** What a reply can hand over instead of copying it: the engine made it for the reply. */
function buffersOf(reply: Reply): ArrayBufferLike[] {
  return 'value' in reply && ArrayBuffer.isView(reply.value) ? [reply.value.buffer] : [];
}

/** Lives as a thread of another worker's engine. */
function join({ module, memory, receiver }: WorkerOrders): void {
  threadsGlue.initSync({ module, memory });
  postMessage('ready');
  threadsGlue.wbg_rayon_start_worker(receiver);
}

addEventListener(
  'message',
  ({ data }: MessageEvent<StartOrder | WorkerOrders>) => ('receiver' in data ? join(data) : serve(data)),
  { once: true },
);

// Nobody would hear of it; thrown, it reaches whoever started the worker.
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});
