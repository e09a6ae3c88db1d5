/** The formats of model files: one list, and how a file finds its format. */

import { OptionError } from './errors.ts';
import { isHdf5, isSafetensors, jsonWith, zipWith } from './formats/detect.ts';
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
    detects: isSafetensors,
    open: () => import('./formats/safetensors.ts'),
  },
  {
    name: 'keras',
    title: 'a Keras model (.keras)',
    extensions: ['.keras'],
    detects: zipWith(/metadata\.json|config\.json|model\.weights\.h5/),
    open: () => import('./formats/keras.ts'),
  },
  {
    name: 'keras-h5',
    title: 'a Keras model, or its weights, in HDF5 (.h5, .weights.h5)',
    extensions: ['.h5', '.hdf5'],
    detects: isHdf5,
    open: () => import('./formats/keras-h5.ts'),
  },
  {
    name: 'npz',
    title: "NumPy's arrays (.npz)",
    extensions: ['.npz'],
    detects: zipWith(/\.npy/),
    open: () => import('./formats/npz.ts'),
  },
  {
    name: 'scikit-learn',
    title: "scikit-learn's coefs_ and intercepts_ (JSON)",
    extensions: [],
    detects: jsonWith('coefs_'),
    open: () => import('./formats/scikit-learn.ts'),
  },
  {
    name: 'standalone',
    title: 'a JavaScript module that predicts',
    extensions: ['.mjs', '.js'],
    detects: () => false,
    open: () => import('./formats/standalone.ts'),
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
