/** Engines in pages: each in a worker of its own, since a page may neither compute for long nor wait for threads. */

import type { Build } from '../engine/builds.ts';
import type { Engine, EngineInfo } from '../engine/engine.ts';
import { type Fault, fromFault, type RemoteEngine, type Reply, remoteEngine } from '../engine/remote.ts';
import { EngineError, OptionError } from '../errors.ts';
import type { EngineOptions } from '../platform.ts';
import { reasonOf } from '../reason.ts';
import { onDeath } from './life.ts';
import type { WasmSources } from './wasm-source.ts';

/** Where an engine's parts come from; each entry for pages has its own. */
export interface Parts {
  /** Starts a worker of engine-worker.ts. May throw. */
  newWorker(): Worker;
  wasm(): WasmSources;
}

/** What the worker is told first. */
export interface StartOrder {
  readonly threads: number | undefined;
  readonly build: Build;
  readonly wasm: WasmSources;
  /** What life.ts calls the worker. */
  readonly life: string;
}

/** What the worker says first: what it waits for, and what came of it. */
export type StartReply = { readonly waitsFor: string } | { readonly info: EngineInfo } | { readonly fault: Fault };

const START_LIMIT = 30_000;

/**
 * @param parts used as far as `wasmUrl` and `workerUrl` name no others
 * @throws OptionError for a `wasmUrl` that is no URL; EngineError when the worker's script cannot be loaded or takes
 *   longer than 30 s to start; DownloadError and FormatError when the WASM cannot be had
 */
export async function startEngine(
  { threads, build, wasmUrl, workerUrl }: EngineOptions,
  parts: Parts,
): Promise<Engine> {
  const { worker, wasm } = take(parts, workerUrl, wasmUrl);
  const life = `inkgrad ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const order: StartOrder = { threads, build: build ?? 'default', wasm, life };
  const engine = await new Promise<Engine>((resolve, reject) => {
    let started: RemoteEngine | undefined;
    let waitsFor = String(workerUrl ?? 'engine-worker.js');
    const fail = (error: Error) => {
      clearTimeout(timer);
      worker.terminate();
      started?.fail(error);
      reject(error);
    };
    const timer = setTimeout(
      () => fail(new EngineError(`the engine did not start within ${START_LIMIT / 1000} s: it waits for ${waitsFor}`)),
      START_LIMIT,
    );
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // told by the error below
      const reason =
        event.message || (workerUrl ? `${workerUrl} did not load` : `engine-worker.js did not load; ${advice}`);
      fail(new EngineError(`the engine's worker failed: ${reason}`));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<StartReply | Reply>) => {
      if (started) {
        started.receive(data as Reply);
      } else if ('waitsFor' in data) {
        waitsFor = data.waitsFor;
      } else if ('info' in data) {
        clearTimeout(timer);
        started = remoteEngine(data.info, worker, () => worker.terminate());
        onDeath(life, () => fail(new EngineError("the engine's worker died")));
        resolve(started);
      } else if ('fault' in data) {
        fail(fromFault(data.fault));
      }
    });
    worker.postMessage(order);
  });
  if (engine.info.threads === 1 && (threads ?? engine.info.cores) > 1) warn(engine.info.reason);
  return engine;
}

const advice =
  "serve engine-worker.js and the .wasm files beside the bundle, on the page's own site, or import 'inkgrad/inline'";

const inTests =
  "in tests with jsdom, have Node's build: under Jest, by testEnvironmentOptions: { customExportConditions: ['node'] }";

/** The parts, and what is used in their place. */
function take(
  parts: Parts,
  workerUrl: string | URL | undefined,
  wasmUrl: string | URL | undefined,
): { readonly worker: Worker; readonly wasm: WasmSources } {
  if (typeof Worker === 'undefined') throw new EngineError(`there is no Worker here, in which engines run; ${inTests}`);
  const files = wasmUrl === undefined ? undefined : filesIn(wasmUrl);
  try {
    const wasm = files ?? parts.wasm();
    return { wasm, worker: workerUrl ? new Worker(workerUrl, { type: 'module', name: 'inkgrad' }) : parts.newWorker() };
  } catch (cause) {
    throw new EngineError(`the engine's worker could not be started: ${reasonOf(cause)}; ${advice}`, { cause });
  }
}

/** The files in a folder given as a URL, which may be relative to the page's. */
function filesIn(folder: string | URL): WasmSources {
  const base = globalThis.document?.baseURI ?? location.href;
  if (!URL.canParse(String(folder), base)) throw new OptionError('wasmUrl', "a folder's URL", `'${folder}'`);
  const url = new URL(folder, base);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  const file = (build: string) => ({ url: new URL(`inkgrad-${build}.wasm`, url).href });
  return { single: file('single'), threads: file('threads'), fast: file('fast') };
}

let warned = false;

/** Tells the developer once why there are no threads. */
function warn(reason: string): void {
  if (warned) return;
  warned = true;
  console.warn(`inkgrad: ${reason}`);
}
