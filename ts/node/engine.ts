/** Engines in Node: on the calling thread, which may wait for others there, and on `worker_threads`. */

import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { type Choice, type Offer, whyNotFused } from '../engine/builds.ts';
import type { Engine } from '../engine/engine.ts';
import poolWorker from '../engine/pool-worker-node.ts?script';
import { startLocalEngine } from '../engine/start.ts';
import { spawnInNode } from '../engine/threads/node.ts';
import { compileWasm } from '../engine/wasm-module.ts';
import { DownloadError, EngineError, FileError } from '../errors.ts';
import type { EngineOptions } from '../platform.ts';
import { nodeFiles } from './files.ts';

/** @throws EngineError, FileError, DownloadError, FormatError */
export async function startEngine({ threads, build, wasmUrl, workerUrl }: EngineOptions): Promise<Engine> {
  return startLocalEngine(threads, build ?? 'default', {
    offer: offerOfNode(),
    module: (file) => loadModule(wasmUrl === undefined ? file : new URL(`inkgrad-${file}.wasm`, folderUrl(wasmUrl))),
    // Loaded when an engine starts, of which many a program that imports inkgrad has none.
    singleGlue: async () => (await import('./glue-single.ts')).createGlue(),
    threadsGlue: async () => (await import('./glue-threads.ts')).createGlue(),
    spawn: spawnInNode(workerUrl === undefined ? { code: poolWorker } : fileUrl(workerUrl)),
  });
}

/** @throws EngineError */
export function offerOfNode(): Offer {
  if (typeof WebAssembly === 'undefined') throw new EngineError('WebAssembly is off here, as by --jitless');
  return {
    cores: availableParallelism(),
    isolated: true,
    whyNotFused,
    notShared: typeof SharedArrayBuffer === 'undefined' ? 'there is no SharedArrayBuffer' : undefined,
  };
}

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** Compiled once for all engines of the process: our own, or one that lies elsewhere. */
function loadModule(source: Choice['file'] | URL): Promise<WebAssembly.Module> {
  const name = String(source);
  let module = modules.get(name);
  if (!module) {
    module = readModule(source).then((bytes) => compileWasm(bytes, name));
    modules.set(name, module);
    module.catch(() => modules.delete(name));
  }
  return module;
}

async function readModule(source: Choice['file'] | URL): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof source !== 'string') return readBytes(source);
  const { unpackWasm } = await import('./wasm.ts');
  return unpackWasm(source);
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
  const url = fileUrl(folder);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function fileUrl(file: string | URL): URL {
  return URL.canParse(String(file)) ? new URL(file) : pathToFileURL(String(file));
}
