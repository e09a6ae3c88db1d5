/** The formats of model files: one list, and how a file finds its format. */

import { OptionError } from './errors.ts';
import { isSafetensors } from './formats/detect.ts';
import { refuseForeign } from './formats/foreign.ts';
import type { FormatEntry, FormatName, ModelContent, ModelFile, SavedModel, WrittenFile } from './formats/format.ts';
import { checkName, describe, quoted } from './options.ts';

export type { FormatName } from './formats/format.ts';

/** The first that detects a file reads it. */
export const formats: readonly FormatEntry[] = [
  {
    name: 'safetensors',
    title: "safetensors: inkgrad's own models, and PyTorch's weights",
    extensions: ['.safetensors'],
    keepsOptimizer: true,
    detects: isSafetensors,
    open: () => import('./formats/safetensors.ts'),
  },
];

const standard = formats[0] as FormatEntry;

/** What a text may end in to name a format. */
function byExtension(path: string): FormatEntry | undefined {
  const name = path.toLowerCase();
  return formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/**
 * Reads a model, of whatever format it is.
 * @throws FormatError
 */
export async function readModel(file: ModelFile): Promise<SavedModel> {
  const entry = formatOf(file);
  const { read } = await entry.open();
  if (!read) throw new OptionError('source', 'a file of a format that is read', entry.title);
  return read(file);
}

/** @throws FormatError for a file of another program */
export function formatOf({ bytes, source }: Pick<ModelFile, 'bytes' | 'source'>): FormatEntry {
  const found = formats.find(({ detects }) => detects(bytes));
  if (!found) refuseForeign(bytes, source);
  return found ?? standard; // whose reader says what is wrong
}

/**
 * The format to write: the one asked for, or else that of the path's extension, or else our own.
 * @throws OptionError
 */
export function formatToWrite(format: FormatName | undefined, path = ''): FormatEntry {
  if (format === undefined) return byExtension(path) ?? standard;
  const names = formats.map(({ name }) => name);
  return formats.find(({ name }) => name === checkName('format', format, names)) as FormatEntry;
}

/**
 * The files of a model: the model's own first, then those that lie beside it.
 * @throws OptionError if the format is only read, or cannot hold a layer
 */
export async function writeModel(entry: FormatEntry, model: ModelContent, stem: string): Promise<WrittenFile[]> {
  const { write } = await entry.open();
  if (write) return write(model, stem);
  const opened = await Promise.all(formats.map(async ({ name, open }) => ((await open()).write ? [name] : [])));
  throw new OptionError('format', quoted(opened.flat()), `${describe(entry.name)}, which is only read`);
}
