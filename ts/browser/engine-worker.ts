/** The worker that an engine of a page lives in. It starts the engine's other threads. */

import { chooseBuild, hasRelaxedSimd } from '../engine/builds.ts';
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

async function start({ threads, build, wasmUrl }: StartOrder): Promise<LocalEngine> {
  const { file, info } = chooseBuild(threads, build, {
    cores: navigator.hardwareConcurrency || 1,
    isolated: globalThis.crossOriginIsolated === true,
    relaxed: hasRelaxedSimd(),
    notIsolated: `the page is not cross-origin isolated; serve it with ${HEADERS}`,
  });
  const module = await loadModule(wasmUrl === undefined ? files[file] : new URL(`inkgrad-${file}.wasm`, wasmUrl));
  if (file === 'single') {
    const { memory } = singleGlue.initSync({ module });
    return new LocalEngine(info, singleGlue, memory);
  }
  const { memory } = threadsGlue.initSync({ module });
  const pool = await startThreads(threadsGlue, info.threads, info.cores, spawnInBrowser());
  return new LocalEngine(info, threadsGlue, memory, pool);
}

/** Written out in full, since bundlers look for this very form. */
const files = {
  single: new URL('./inkgrad-single.wasm', import.meta.url),
  threads: new URL('./inkgrad-threads.wasm', import.meta.url),
  fast: new URL('./inkgrad-fast.wasm', import.meta.url),
};

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
