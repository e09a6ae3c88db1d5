/** Keras 3's own files, `.keras`: a ZIP archive of the configuration and the weights, these in HDF5. */

import type { ZipEntry } from '../data/zip.ts';
import { FormatError } from '../errors.ts';
import { parseText } from '../json.ts';
import type { ModelContent, ModelFile, SavedModel, WrittenFile } from './format.ts';
import { readHdf5, writeHdf5 } from './hdf5.ts';
import { readStored, storedOf } from './keras/stored.ts';
import { type KerasGeneration, readKerasConfig, writeKerasConfig } from './keras-config.ts';
import { refuseLayers } from './own-layers.ts';
import { unzip } from './unzip.ts';
import { writeZip } from './write-zip.ts';

const CONFIG = 'config.json';
const METADATA = 'metadata.json';
const WEIGHTS = 'model.weights.h5';

/** The version of Keras whose words we write. */
const WRITTEN_VERSION = '3.15.1';

/** @throws FormatError */
export async function read(file: ModelFile): Promise<SavedModel> {
  refuseLayers(file);
  const { bytes, source } = file;
  const entries = unzip(bytes, source);
  const json = (name: string) =>
    parseText(new TextDecoder().decode(entryOf(entries, name, source)), `${source}/${name}`);
  const hasMetadata = entries.some(({ path }) => path === METADATA);
  const version = hasMetadata
    ? (json(METADATA) as { readonly keras_version?: unknown } | null)?.keras_version
    : undefined;
  const config = readKerasConfig(json(CONFIG), `${source}/${CONFIG}`, generationOf(version));
  const stored = readHdf5(entryOf(entries, WEIGHTS, source), `${source}/${WEIGHTS}`);
  return readStored(stored, config, `${source}/${WEIGHTS}`);
}

/** Undefined, as the configuration tells, where there is no version. */
function generationOf(version: unknown): KerasGeneration | undefined {
  return typeof version === 'string' ? (/^[01]\.|^2\./.test(version) ? 2 : 3) : undefined;
}

function entryOf(entries: readonly ZipEntry[], name: string, source: string): Uint8Array {
  const found = entries.filter(({ path }) => path === name);
  if (found.length === 1) return (found[0] as ZipEntry).read();
  const names = entries.slice(0, 5).map(({ path }) => path);
  throw new FormatError(source, `one ${name} in it, as Keras 3 writes .keras`, names.join(', ') || 'no files');
}

/** @throws OptionError that names the layer which Keras does not have */
export async function write(model: ModelContent): Promise<WrittenFile[]> {
  const config = JSON.stringify(writeKerasConfig(model.spec, 3));
  const metadata = JSON.stringify({ keras_version: WRITTEN_VERSION });
  const files = [
    [METADATA, new TextEncoder().encode(metadata)],
    [CONFIG, new TextEncoder().encode(config)],
    [WEIGHTS, writeHdf5(storedOf(model))],
  ] as const;
  return [{ name: '', bytes: writeZip(files) }];
}
