/** Parquet files, as data hubs publish MNIST: a column of pictures, as files in bytes, and one of labels. */

import type { FileMetaData } from 'hyparquet';
import { FormatError, InkgradError } from '../../../errors.ts';
import { MAX_BYTES } from '../../gzip.ts';
import { readPictures } from '../pictures.ts';
import type { RawPart, Reading } from '../raw.ts';
import { listed } from '../source.ts';
import { tablePart } from '../table.ts';
import { compressors, parquetMetadataAsync, parquetReadObjects } from './parquet-library.ts';

export interface ParquetPart {
  readonly what: string;
  readonly part: RawPart;
  readonly classNames: readonly string[] | undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** More rows than any set of digits has. */
const MOST_ROWS = 5e6;

export async function readParquet(bytes: Uint8Array, name: string, reading: Reading): Promise<ParquetPart> {
  const { metadata, rows } = await readRows(bytes, name, reading);
  const [first] = rows;
  if (!first) throw new FormatError(name, 'at least one row', 'none');
  const columns = Object.keys(first);
  const pictures = columns.find((column) => pictureOf(first[column]) !== undefined);
  const label = reading.labels ?? columns.find((column) => /^(?:label|labels|y|target|class|digit)$/i.test(column));
  if (label === undefined || !columns.includes(label)) {
    const expected = label === undefined ? "a column 'label'" : `a column '${label}'`;
    throw new FormatError(name, expected, `the columns ${listed(columns)}`);
  }
  const values = rows.map((row, i) => plain(row[label], `${name}: ${label}`, i));
  const classNames = classNamesOf(metadata, label);
  if (pictures === undefined) {
    const others = columns.filter((column) => column !== label);
    const part = tablePart(
      rows.map((row) => others.map((column) => Number(row[column]))),
      values,
      name,
    );
    return { what: `a Parquet table (${name})`, part, classNames };
  }
  const files = rows.map((row, i) => ({
    name: `${name}: ${pictures} of row ${i}`,
    read: async () => pictureOf(row[pictures]) ?? new Uint8Array(),
  }));
  const images = await readPictures(files, `${name}: ${pictures}`, reading);
  const part = { images, labels: { name: `${name}: ${label}`, values } };
  return { what: `pictures in Parquet (${name})`, part, classNames };
}

/** hyparquet throws errors of many kinds at damaged files, all about the file. */
async function readRows(bytes: Uint8Array, name: string, { limit }: Reading) {
  const buffer = bytes.slice().buffer;
  const file = { byteLength: buffer.byteLength, slice: (start: number, end?: number) => buffer.slice(start, end) };
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false }); // whose search may never end
    checkSizes(metadata, bytes.length, name);
    const rowEnd = Number.isFinite(limit) ? { rowEnd: limit } : {};
    const rows: Row[] = await parquetReadObjects({ file, metadata, compressors, utf8: false, ...rowEnd });
    return { metadata, rows };
  } catch (error) {
    if (error instanceof InkgradError) throw error;
    const reason = (error as Error).message;
    throw new FormatError(name, 'a whole and sound Parquet file', `one that is not (${reason})`, { cause: error });
  }
}

/** What the file claims is believed within limits only. */
function checkSizes(metadata: FileMetaData, fileSize: number, name: string): void {
  const groups = metadata.row_groups;
  const chunks = groups.flatMap(({ columns }) => columns.map((column) => column.meta_data));
  const total = chunks.reduce((sum, chunk) => sum + Number(chunk?.total_uncompressed_size ?? 0), 0);
  const rows = groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  const values = Math.max(...chunks.map((chunk) => Number(chunk?.num_values ?? 0)));
  const limit = Math.min(MAX_BYTES, Math.max(200 * fileSize, 2 ** 25));
  if (total > limit) throw new FormatError(name, `at most ${limit} bytes when unpacked`, `${total}`);
  if (rows > MOST_ROWS || values > MOST_ROWS * 4 || rows !== Number(metadata.num_rows)) {
    throw new FormatError(name, `at most ${MOST_ROWS} rows, as many as its groups have`, `${metadata.num_rows}`);
  }
}

/** A picture's bytes, bare or in a struct, as `datasets` writes them. */
function pictureOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  const inner = (value as { bytes?: unknown } | null | undefined)?.bytes;
  return inner instanceof Uint8Array ? inner : undefined;
}

function plain(value: unknown, name: string, row: number): number | string {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  throw new FormatError(name, 'a number or a text in each row', `${value} in row ${row}`);
}

/** The names of classes, where `datasets` has noted them. */
function classNamesOf({ key_value_metadata: notes }: FileMetaData, label: string): readonly string[] | undefined {
  const note = notes?.find(({ key }) => key === 'huggingface')?.value;
  if (note === undefined) return undefined;
  try {
    const names: unknown = JSON.parse(note).info.features[label].names;
    return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : undefined;
  } catch {
    return undefined; // a note that says something else is none for us
  }
}
