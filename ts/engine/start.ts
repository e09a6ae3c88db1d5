/** How an engine starts on the calling thread: the same in Node and in a page's worker, which differ in the host. */

import { EngineError, InkgradError } from '../errors.ts';
import { reasonOf } from '../reason.ts';
import { type Build, type Choice, chooseBuild, type Offer } from './builds.ts';
import type * as SingleGlue from './glue-single.ts';
import type * as ThreadsGlue from './glue-threads.ts';
import { LocalEngine } from './local.ts';
import { reserveSharedMemory } from './shared-memory.ts';
import { type SpawnWorker, startThreads, startThreadsNow, ThreadStartError } from './threads.ts';

/** Where an engine runs, and where it has its parts from. */
export interface Host {
  readonly offer: Offer;
  /** The WASM of a build, compiled. */
  module(file: Choice['file']): Promise<WebAssembly.Module>;
  /** Instances of the glue, each for one engine. */
  singleGlue(): Promise<typeof SingleGlue>;
  threadsGlue(): Promise<typeof ThreadsGlue>;
  /** There is only one instance of the glue for threads. */
  readonly oneTry?: boolean;
  /** Starts the threads' workers. */
  readonly spawn: SpawnWorker;
}

/** Milliseconds that a thread may take to start that nobody asked for; one that was asked for has longer. */
const UNASKED_LIMIT = 10_000;

/**
 * @param threads how many, and no others will do; by default one for each core, or as many as can be started
 * @throws EngineError when the memory or a thread that was asked for cannot be had, and what `host.module` throws
 */
export async function startLocalEngine(threads: number | undefined, build: Build, host: Host): Promise<LocalEngine> {
  const { file, info, memory } = chooseMemory(threads, build, host.offer);
  const module = await had(host.module(file));
  if (!memory) {
    const glue = await had(host.singleGlue());
    const wasm = instantiate(() => glue.initSync({ module }));
    return new LocalEngine(info, glue, wasm.memory);
  }
  const glue = await had(host.threadsGlue());
  instantiate(() => glue.initSync({ module, memory }));
  try {
    const limit = threads === undefined ? UNASKED_LIMIT : undefined;
    const pool = await startThreads(glue, info.threads, info.cores, host.spawn, limit);
    return new LocalEngine(info, glue, memory, pool);
  } catch (error) {
    if (threads !== undefined || !(error instanceof ThreadStartError)) throw error;
    return startLocalEngine(undefined, build, { ...host, offer: offerWithout(error, host) });
  }
}

/** A host that has all parts at hand, and whose workers start while it sleeps. */
export interface HostAtHand extends Pick<Host, 'offer' | 'spawn'> {
  module(file: Choice['file']): WebAssembly.Module;
  singleGlue(): typeof SingleGlue;
  threadsGlue(): typeof ThreadsGlue;
}

/**
 * The same as `startLocalEngine`, at once.
 * @throws as `startLocalEngine`
 */
export function startLocalEngineNow(threads: number | undefined, build: Build, host: HostAtHand): LocalEngine {
  const { file, info, memory } = chooseMemory(threads, build, host.offer);
  const module = host.module(file);
  if (!memory) {
    const glue = host.singleGlue();
    const wasm = instantiate(() => glue.initSync({ module }));
    return new LocalEngine(info, glue, wasm.memory);
  }
  const glue = host.threadsGlue();
  instantiate(() => glue.initSync({ module, memory }));
  try {
    const limit = threads === undefined ? UNASKED_LIMIT : undefined;
    return new LocalEngine(info, glue, memory, startThreadsNow(glue, info.threads, info.cores, host.spawn, limit));
  } catch (error) {
    if (threads !== undefined || !(error instanceof ThreadStartError)) throw error;
    return startLocalEngineNow(undefined, build, { ...host, offer: offerWithout(error, host) });
  }
}

/** What a host offers that has refused a thread. */
function offerWithout(
  { started, message }: ThreadStartError,
  { offer, oneTry }: Pick<Host, 'offer' | 'oneTry'>,
): Offer {
  if (started === 0 || oneTry) return { ...offer, notShared: message };
  return { ...offer, refused: { most: started + 1, reason: message } };
}

/** The build that can be had, and the memory for it where threads share one. */
function chooseMemory(
  threads: number | undefined,
  build: Build,
  offer: Offer,
): Choice & { readonly memory: WebAssembly.Memory | undefined } {
  const choice = chooseBuild(threads, build, offer);
  if (choice.file === 'single') return { ...choice, memory: undefined };
  const { memory, shortage } = reserveSharedMemory();
  if (!memory) return { ...chooseBuild(threads, build, { ...offer, notShared: shortage }), memory };
  const reason = shortage ? `${choice.info.reason}; ${shortage}` : choice.info.reason;
  return { file: choice.file, info: { ...choice.info, reason }, memory };
}

/** A part of the engine, which may be a file that the host cannot open. */
async function had<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (error) {
    throw error instanceof InkgradError ? error : notStarted(error);
  }
}

function instantiate<Instance>(run: () => Instance): Instance {
  try {
    return run();
  } catch (error) {
    throw notStarted(error);
  }
}

function notStarted(cause: unknown): EngineError {
  return new EngineError(`the engine could not be started: ${reasonOf(cause)}`, { cause });
}
