/** The worker that an engine of a page lives in. It starts the engine's other threads. */

import type { EngineInfo } from '../engine/engine.ts';
import * as singleGlue from '../engine/glue-single.ts';
import * as threadsGlue from '../engine/glue-threads.ts';
import { LocalEngine } from '../engine/local.ts';
import { answer, type Reply, type Request, toFault } from '../engine/remote.ts';
import { spawnInBrowser } from '../engine/threads/browser.ts';
import { startThreads } from '../engine/threads.ts';
import { compileWasm } from '../engine/wasm-module.ts';
import { DownloadError } from '../errors.ts';
import type { StartOrder, StartReply } from './engine.ts';

const HEADERS = 'Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp';

async function start({ threads: wanted, wasmUrl }: StartOrder): Promise<LocalEngine> {
  const isolated = globalThis.crossOriginIsolated === true;
  const cores = navigator.hardwareConcurrency || 1;
  const threads = isolated ? (wanted ?? cores) : 1;
  const info: EngineInfo = {
    threads,
    cores,
    simd: true,
    relaxed: false,
    isolated,
    reason: reasonOf(wanted, threads, cores, isolated),
  };
  if (threads === 1) {
    const url = wasmUrl ? new URL('inkgrad-single.wasm', wasmUrl) : new URL('./inkgrad-single.wasm', import.meta.url);
    const { memory } = singleGlue.initSync({ module: await loadModule(url) });
    return new LocalEngine(info, singleGlue, memory, () => {});
  }
  const url = wasmUrl ? new URL('inkgrad-threads.wasm', wasmUrl) : new URL('./inkgrad-threads.wasm', import.meta.url);
  const { memory } = threadsGlue.initSync({ module: await loadModule(url) });
  const pool = await startThreads(threadsGlue, threads, spawnInBrowser());
  threadsGlue.start(threads, cores);
  return new LocalEngine(info, threadsGlue, memory, () => pool.terminate());
}

function reasonOf(wanted: number | undefined, threads: number, cores: number, isolated: boolean): string {
  if (!isolated && wanted !== 1) return `one thread: the page is not cross-origin isolated; serve it with ${HEADERS}`;
  if (wanted === undefined) return `one thread for each core of ${cores}`;
  return `${threads} as asked for, on ${cores} cores`;
}

async function loadModule(url: URL): Promise<WebAssembly.Module> {
  const refused = (cause: unknown) => {
    throw new DownloadError(`${url}: cannot be fetched`, { cause });
  };
  const response = await fetch(url).catch(refused);
  if (!response.ok) throw new DownloadError(`${url}: the server answered ${response.status} ${response.statusText}`);
  return compileWasm(new Uint8Array(await response.arrayBuffer().catch(refused)), url.href);
}

/** What a reply can hand over instead of copying it: the engine made it for the reply. */
function buffersOf(reply: Reply): ArrayBufferLike[] {
  return 'value' in reply && ArrayBuffer.isView(reply.value) ? [reply.value.buffer] : [];
}

addEventListener(
  'message',
  async ({ data }: MessageEvent<StartOrder>) => {
    const say = (reply: StartReply) => postMessage(reply);
    try {
      const engine = await start(data);
      addEventListener('message', async ({ data: request }: MessageEvent<Request>) => {
        const reply = await answer(engine, request);
        postMessage(reply, { transfer: buffersOf(reply) });
      });
      say({ info: engine.info });
    } catch (error) {
      say({ fault: toFault(error) });
    }
  },
  { once: true },
);
