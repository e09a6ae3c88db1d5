/**
 * An engine in a worker, called by messages. Each call of the Engine interface is one message there and one back; what
 * the engine throws arrives as the same typed error.
 */

import * as errors from '../errors.ts';
import type { Engine, EngineInfo } from './engine.ts';

/** The calls, by name. */
type Calls = Omit<Engine, 'info' | 'gone'>;
type Call = keyof Calls;

/** What goes to the worker. */
export interface Request {
  readonly id: number;
  readonly call: Call;
  readonly parameters: readonly unknown[];
}

/** What comes back. */
export type Reply = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly fault: Fault /** The engine is of no use any more. */; readonly gone: boolean }
);

/** An error as a message can carry it. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Anything that messages go through: a worker, or what a worker has in its place. */
export interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
}

/** The caller's side of an engine that runs elsewhere. */
export interface RemoteEngine extends Engine {
  /** To be called with each reply. */
  receive(reply: Reply): void;
  /** The other side is gone: every call fails with this from now on. */
  fail(error: errors.EngineError): void;
}

/** An engine whose calls go through a port; `stop` ends the other side. */
export function remoteEngine(info: EngineInfo, port: Port, stop: () => void): RemoteEngine {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let gone: errors.EngineError | undefined;

  const fail = (error: errors.EngineError) => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  const send = (call: Call, parameters: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (gone) {
        reject(gone);
        return;
      }
      const id = ++lastId;
      const parts: ArrayBuffer[] = [];
      const request: Request = { id, call, parameters: parameters.map((value) => detach(value, parts)) };
      port.postMessage(request, parts);
      waiting.set(id, { resolve, reject });
    });
  const forward = <Name extends Call>(call: Name) =>
    ((...parameters: unknown[]) => send(call, parameters)) as unknown as Calls[Name];

  return {
    info,
    get gone() {
      return gone;
    },
    createNetwork: forward('createNetwork'),
    compile: forward('compile'),
    readWeights: forward('readWeights'),
    writeWeights: forward('writeWeights'),
    readState: forward('readState'),
    writeState: forward('writeState'),
    createDataset: forward('createDataset'),
    shareDataset: forward('shareDataset'),
    createTrainer: forward('createTrainer'),
    beginEpoch: forward('beginEpoch'),
    readPlace: forward('readPlace'),
    resumeEpoch: forward('resumeEpoch'),
    train: forward('train'),
    learningRate: forward('learningRate'),
    setLearningRate: forward('setLearningRate'),
    endTraining: forward('endTraining'),
    evaluate: forward('evaluate'),
    predict: forward('predict'),
    predictDataset: forward('predictDataset'),
    augment: forward('augment'),
    async release(thing) {
      await send('release', [thing]).catch((error) => {
        if (error !== gone) throw error; // what is gone holds nothing
      });
    },
    memoryBytes: forward('memoryBytes'),
    async terminate() {
      stop();
      fail(new errors.EngineError('the engine has been terminated'));
    },
    receive(reply) {
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (!('fault' in reply)) {
        call?.resolve(reply.value);
        return;
      }
      const error = fromFault(reply.fault);
      call?.reject(error);
      if (!reply.gone) return;
      stop();
      fail(error as errors.EngineError);
    },
    fail,
  };
}

/**
 * A value in which arrays that are views of larger buffers have become arrays of their own, to be handed over: a message
 * would carry the whole of a view's buffer.
 */
function detach(value: unknown, parts: ArrayBuffer[]): unknown {
  for (const Kind of [Float32Array, Uint8Array, Uint32Array]) {
    if (!(value instanceof Kind)) continue;
    if (value.byteLength === value.buffer.byteLength) return value;
    const part = new Kind(value);
    parts.push(part.buffer);
    return part;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, detach(field, parts)]));
}

/** The engine's side: carries out a request. */
export async function answer(engine: Engine, { id, call, parameters }: Request): Promise<Reply> {
  try {
    const method = engine[call] as (...parameters: readonly unknown[]) => Promise<unknown>;
    return { id, value: await method.apply(engine, [...parameters]) };
  } catch (error) {
    return { id, fault: toFault(error), gone: engine.gone !== undefined };
  }
}

export function toFault(thrown: unknown): Fault {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const fields = Object.fromEntries(Object.entries(error).filter(([, value]) => /string|number/.test(typeof value)));
  return { name: error.name, message: error.message, fields };
}

export function fromFault({ name, message, fields }: Fault): Error {
  const kinds: Readonly<Record<string, unknown>> = errors;
  const kind = kinds[name];
  const error = Object.assign(new Error(message), fields);
  return typeof kind === 'function' ? Object.setPrototypeOf(error, kind.prototype) : Object.assign(error, { name });
}
