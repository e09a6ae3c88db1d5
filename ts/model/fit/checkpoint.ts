/** Checkpoints: a model's file, with all that its training needs to go on. */

import type { Logs } from '../../callbacks/callback.ts';
import type { CallbackState } from '../../callbacks/list.ts';
import { ArgumentError, FormatError } from '../../errors.ts';
import type { ModelContent, SavedModel } from '../../formats/format.ts';
import { checkFields } from '../../formats/safetensors/fields.ts';
import { decodeModel, encodeModel } from '../../formats/safetensors/own-model.ts';
import { checkBoolean, checkInteger, checkNumber, checkObject, checkText, describe } from '../../options.ts';
import { readSafetensors } from '../../safetensors.ts';
import { version } from '../../version.ts';
import type { History } from './history.ts';
import { pack, unpack } from './packed.ts';
import type { SourcePlace } from './source.ts';

/** What a training follows from, part by part: it goes on with the same alone. */
export type Setup = Readonly<Record<string, unknown>>;

/** What an epoch has come to. */
export interface EpochBegun {
  /** Its batches so far. */
  readonly batches: number;
  readonly logs: Logs;
}

/** How far a training has come. */
export interface Progress {
  readonly setup: Setup;
  /** The epoch to go on with. */
  readonly epoch: number;
  /** What it has come to, if it has begun. */
  readonly begun: EpochBegun | undefined;
  readonly place: SourcePlace;
  /** Of the last epoch that is over. */
  readonly logs: Logs | undefined;
  readonly stopTraining: boolean;
  readonly history: Pick<History, 'epoch' | 'history'>;
  readonly callbacks: readonly CallbackState[];
}

/** A checkpoint that was read. */
export interface Checkpoint extends Required<Pick<SavedModel, 'weights' | 'optimizer'>> {
  readonly progress: Progress;
}

/** Goes up when checkpoints change so that others could not go on from them. */
const CHECKPOINT_VERSION = 1;

/** @throws ArgumentError for a callback's state that cannot be kept, NonFiniteError */
export function encodeCheckpoint(model: ModelContent, progress: Progress): Promise<Uint8Array> {
  const training = pack({ version: CHECKPOINT_VERSION, inkgradVersion: version, ...progress });
  return encodeModel({ ...model, training });
}

/** @throws FormatError */
export async function decodeCheckpoint(bytes: Uint8Array, source: string): Promise<Checkpoint> {
  const { weights, optimizer, training } = await decodeModel(readSafetensors(bytes, source), source);
  if (!training || !optimizer) throw new FormatError(source, 'a checkpoint of a training', 'a model alone');
  try {
    return { weights, optimizer, progress: readProgress(unpack(training)) };
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw new FormatError(`${source}: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}

const most = Number.MAX_SAFE_INTEGER;

function readProgress(value: unknown): Progress {
  const names = ['version', 'inkgradVersion', 'setup', 'epoch', 'begun?', 'place', 'logs?', 'stopTraining'];
  const fields = checkFields('training', value, [...names, 'history', 'callbacks']);
  checkInteger('version', fields.version, 1, CHECKPOINT_VERSION);
  checkText('inkgradVersion', fields.inkgradVersion);
  const { begun, logs, history } = fields;
  return {
    setup: checkObject('setup', fields.setup) as Setup,
    epoch: checkInteger('epoch', fields.epoch, 0, most),
    begun: begun === undefined ? undefined : readBegun(begun),
    place: readPlace(fields.place),
    logs: logs === undefined ? undefined : readLogs('logs', logs),
    stopTraining: checkBoolean('stopTraining', fields.stopTraining),
    history: readHistory(history),
    callbacks: readList('callbacks', fields.callbacks, readCallback),
  };
}

function readBegun(value: unknown): EpochBegun {
  const { batches, logs } = checkFields('begun', value, ['batches', 'logs']);
  return { batches: checkInteger('begun.batches', batches, 1, most), logs: readLogs('begun.logs', logs) };
}

function readPlace(value: unknown): SourcePlace {
  const isArray = Object.hasOwn(checkObject('place', value), 'orderOf');
  const fields = checkFields('place', value, [isArray ? 'orderOf' : 'taken', 'engine']);
  const engine = readList('place.engine', fields.engine, readNumber);
  if (isArray) return { orderOf: checkInteger('place.orderOf', fields.orderOf, 0, most), engine };
  return { taken: checkInteger('place.taken', fields.taken, 0, most), engine };
}

function readHistory(value: unknown): Progress['history'] {
  const { epoch, history } = checkFields('history', value, ['epoch', 'history']);
  const figures = Object.entries(checkObject('history.history', history)).map(
    ([name, values]) => [name, readList(`history.history.${name}`, values, readNumber)] as const,
  );
  return {
    epoch: readList('history.epoch', epoch, (argument, item) => checkInteger(argument, item, 0, most)),
    history: { loss: [], ...Object.fromEntries(figures) },
  };
}

function readLogs(argument: string, value: unknown): Logs {
  const logs = checkObject(argument, value) as Record<string, unknown>;
  for (const [name, figure] of Object.entries(logs)) readNumber(`${argument}.${name}`, figure);
  return logs as Logs;
}

function readCallback(argument: string, value: unknown): CallbackState {
  const { name, state } = checkFields(argument, value, ['name', 'state?']);
  return { name: checkText(`${argument}.name`, name), state };
}

function readList<Item>(argument: string, value: unknown, read: (argument: string, item: unknown) => Item): Item[] {
  if (!Array.isArray(value)) throw new ArgumentError(argument, 'an array', describe(value));
  return value.map((item, i) => read(`${argument}[${i}]`, item));
}

/** Also what is no finite number: a figure may be any. */
function readNumber(argument: string, value: unknown): number {
  return checkNumber(argument, value, 'a number', () => true);
}
