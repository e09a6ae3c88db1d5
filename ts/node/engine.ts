/** Engines in Node: on the calling thread, which may wait for others there, and on `worker_threads`. */

import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { hasRelaxedSimd } from '../engine/builds.ts';
import type { Engine } from '../engine/engine.ts';
import { startLocalEngine } from '../engine/start.ts';
import { spawnInNode } from '../engine/threads/node.ts';
import { compileWasm } from '../engine/wasm-module.ts';
import { DownloadError, EngineError, FileError } from '../errors.ts';
import type { EngineOptions } from '../platform.ts';
import { nodeFiles } from './files.ts';

/** @throws EngineError, FileError, DownloadError, FormatError */
export async function startEngine({ threads, build, wasmUrl, workerUrl }: EngineOptions): Promise<Engine> {
  if (typeof WebAssembly === 'undefined') throw new EngineError('WebAssembly is off here, as by --jitless');
  const folder = wasmUrl === undefined ? new URL('./', import.meta.url) : folderUrl(wasmUrl);
  return startLocalEngine(threads, build ?? 'default', {
    offer: { cores: availableParallelism(), isolated: true, relaxed: hasRelaxedSimd() },
    module: (file) => loadModule(new URL(`inkgrad-${file}.wasm`, folder)),
    singleGlue: () => createGlue('single'),
    threadsGlue: () => createGlue('threads'),
    spawn: spawnInNode(workerUrl ?? new URL('./pool-worker-node.js', import.meta.url)),
  });
}

/** An instance of the glue, for one engine. */
async function createGlue<Glue>(build: 'single' | 'threads'): Promise<Glue> {
  // Not written out, so that the bundle leaves it alone.
  const { createGlue } = await import(new URL(`./glue-${build}.js`, import.meta.url).href);
  return createGlue();
}

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** Compiled once for all engines of the process. */
function loadModule(url: URL): Promise<WebAssembly.Module> {
  let module = modules.get(url.href);
  if (!module) {
    module = readBytes(url).then((bytes) => compileWasm(bytes, url.href));
    modules.set(url.href, module);
    module.catch(() => modules.delete(url.href));
  }
  return module;
}

async function readBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (url.protocol !== 'file:') {
    const response = await fetch(url).catch((cause) => {
      throw new DownloadError(`${url}: cannot be fetched`, { cause });
    });
    if (!response.ok) throw new DownloadError(`${url}: the server answered ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  }
  const bytes = await nodeFiles.read(url);
  if (!bytes) throw new FileError(`${url}: there is no such file; a whole package has it`);
  return bytes as Uint8Array<ArrayBuffer>;
}

/** A folder given as a path or as a URL. */
function folderUrl(folder: string | URL): URL {
  const url = URL.canParse(String(folder)) ? new URL(folder) : pathToFileURL(String(folder));
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
