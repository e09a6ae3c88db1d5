/** The formats of model files: one list, and how a file finds its format. */

import { OptionError } from './errors.ts';
import { isEmptyZip, isHdf5, isOnnx, isSafetensors, isTfjs, jsonWith, zipWith } from './formats/detect.ts';
import type { FormatEntry, FormatName, ModelContent, ModelFile, SavedModel, WrittenFile } from './formats/format.ts';
import { checkFinite } from './inputs.ts';
import { checkName, describe, quoted } from './options.ts';

export type { FormatName } from './formats/format.ts';

/** The first that detects a file reads it. */
export const formats: readonly FormatEntry[] = [
  {
    name: 'safetensors',
    title: 'a safetensors file',
    extensions: ['.safetensors'],
    keepsOptimizer: true,
    detects: isSafetensors,
    open: () => import('./formats/safetensors.ts'),
  },
  {
    name: 'keras',
    title: 'a Keras model (.keras)',
    extensions: ['.keras'],
    keepsOptimizer: true,
    detects: zipWith(/metadata\.json|config\.json|model\.weights\.h5/),
    open: () => import('./formats/keras.ts'),
  },
  {
    name: 'keras-h5',
    title: 'a Keras model, or its weights, in HDF5 (.h5, .weights.h5)',
    extensions: ['.h5', '.hdf5'],
    readOnly: true,
    detects: isHdf5,
    open: () => import('./formats/keras-h5.ts'),
  },
  {
    name: 'onnx',
    title: 'an ONNX model (.onnx)',
    extensions: ['.onnx'],
    detects: isOnnx,
    open: () => import('./formats/onnx.ts'),
  },
  {
    name: 'npz',
    title: "NumPy's arrays (.npz)",
    extensions: ['.npz'],
    detects: (bytes) => isEmptyZip(bytes) || zipWith(/\.npy/)(bytes),
    open: () => import('./formats/npz.ts'),
  },
  {
    name: 'scikit-learn',
    title: "scikit-learn's coefs_ and intercepts_ (JSON)",
    extensions: [],
    readOnly: true,
    detects: jsonWith('coefs_'),
    open: () => import('./formats/scikit-learn.ts'),
  },
  {
    name: 'tfjs',
    title: "TensorFlow.js's LayersModel (model.json and its weights)",
    extensions: ['.json', '.zip'],
    detects: isTfjs,
    open: () => import('./formats/tfjs.ts'),
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
  const entry = await formatOf(file);
  const { read } = await entry.open();
  if (!read) throw new OptionError('source', 'a file of a format that is read', entry.title);
  return read(file);
}

/** @throws FormatError for a file of another program */
export async function formatOf({ bytes, source }: Pick<ModelFile, 'bytes' | 'source'>): Promise<FormatEntry> {
  const found = formats.find(({ detects }) => detects(bytes));
  if (found) return found;
  const { refuseForeign } = await import('./formats/foreign.ts');
  refuseForeign(bytes, source);
  return standard; // whose reader says what is wrong
}

/** Endings that name what other programs write, and we do not. */
const foreignEnding = /\.(?:pt|pth|pkl|pickle|joblib|ckpt|pb|tflite|gguf|mlmodel|mlpackage|npy|mat)$/i;

/**
 * The format to write: the one asked for, or else that of the path's extension, or else our own.
 * @throws OptionError also for the endings of other programs' files
 */
export function formatToWrite(format: FormatName | undefined, path = ''): FormatEntry {
  const entry = format === undefined ? byExtension(path) : named(format);
  if (entry?.readOnly && format === undefined) {
    const got = `${describe(path)}: ${entry.title} is only read`;
    throw new OptionError('path', "another ending, such as '.keras', which Keras reads as well", got);
  }
  if (format === undefined && foreignEnding.test(path)) {
    const endings = quoted(formats.flatMap(({ extensions, readOnly }) => (readOnly ? [] : extensions.slice(0, 1))));
    const got = `${describe(path)}, which other programs read; { format: 'safetensors' } writes it all the same`;
    throw new OptionError('path', `an ending of a format that is written: ${endings}`, got);
  }
  if (entry?.readOnly)
    throw new OptionError('format', quoted(writtenFormats), `${describe(entry.name)}, which is only read`);
  return entry ?? standard;
}

/** The formats that models are written in. */
export const writtenFormats = formats.flatMap(({ name, readOnly }) => (readOnly ? [] : [name]));

/** @throws OptionError */
function named(format: FormatName): FormatEntry {
  const found = formats.find(({ name }) => name === format);
  if (!found) checkName('format', format, writtenFormats); // which throws
  return found as FormatEntry;
}

/**
 * The files of a model: the model's own first, then those that lie beside it.
 * @throws OptionError if the format is only read, or cannot hold a layer; NonFiniteError
 */
export async function writeModel(entry: FormatEntry, model: ModelContent, stem: string): Promise<WrittenFile[]> {
  const { write } = await entry.open();
  if (!write) throw new OptionError('format', quoted(writtenFormats), describe(entry.name));
  for (const [i, { data }] of model.weights.entries()) checkFinite(`weights[${i}]`, data);
  return write(model, stem);
}
