/**
 * CSV: a row an image, with its label in one column. Papa Parse finds the separator and reads the head; the rows of
 * numbers are read byte by byte, since 33 million fields take a general reader ten seconds and a gigabyte.
 */

import Papa from 'papaparse';
import { FormatError } from '../../../errors.ts';
import { imagesOf, type RawDigits, type RawPart, type Reading } from '../raw.ts';
import { listed } from '../source.ts';
import { scanRows, type Table } from './csv-rows.ts';

const labelNames = /^(?:label|labels|y|target|class|digit)$/i;
/** Columns that number the rows, as pandas writes them unless told otherwise. */
const rowNumbers = /^(?:|unnamed: 0|index|id|row)$/i;

/** Bytes that Papa Parse gets to see. */
const HEAD = 2 ** 17;

/** Without labels, as Kaggle's test.csv. */
export class UnlabelledError extends FormatError {}

/** @throws FormatError that names the line */
export async function readCsv(bytes: Uint8Array, name: string, reading: Reading): Promise<RawDigits> {
  const start = bytes[0] === 0xef ? 3 : 0; // behind a byte order mark
  const head = new TextDecoder().decode(bytes.subarray(start, start + HEAD));
  const { data, meta } = Papa.parse<string[]>(head, {
    preview: 2,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', '\t', ';', '|', ' '],
  });
  const [first = []] = data;
  const wordy = first.filter((field) => field.trim() === '' || !Number.isFinite(Number(field))).length;
  const header = wordy > first.length / 2 ? first.map((field) => field.trim()) : undefined;
  if (first.length < 3) {
    throw new FormatError(
      name,
      'rows of a label and its pixels',
      `${first.length} column${first.length === 1 ? '' : 's'}`,
    );
  }
  const label = header && labelColumn(header, name, reading.labels);
  const mayBeWords = label === undefined ? [0, first.length - 1] : [label];
  const table = await scanRows(bytes, {
    name,
    start,
    separator: meta.delimiter.charCodeAt(0),
    columns: first.length,
    skipFirst: header !== undefined,
    mayBeWords,
    turn: reading.turn,
  });
  if (table.rows === 0) throw new FormatError(name, 'at least one row of numbers', 'none');
  const chosen = label ?? unnamedLabelColumn(table, name, reading.labels);
  const dropped = header?.flatMap((column, i) => (rowNumbers.test(column) ? [i] : [])) ?? [];
  const part = partOf(table, chosen, dropped, name);
  const place = header
    ? `the labels in column '${header[chosen]}'`
    : `the labels in the ${chosen === 0 ? 'first' : 'last'} column`;
  return { what: `CSV (${name}), ${place}`, train: part };
}

function labelColumn(header: readonly string[], name: string, wanted: string | undefined): number {
  if (wanted === 'first') return 0;
  if (wanted === 'last') return header.length - 1;
  const found = header.findIndex((column) => (wanted === undefined ? labelNames.test(column) : column === wanted));
  if (found >= 0) return found;
  const expected = wanted === undefined ? "a column 'label'" : `a column '${wanted}'`;
  throw new UnlabelledError(name, expected, `the columns ${listed(header)}`);
}

/** The first or the last: the one that differs from row to row, as the pixels in the corners hardly do. */
function unnamedLabelColumn(table: Table, name: string, wanted: string | undefined): number {
  const last = table.columns - 1;
  if (wanted === 'first') return 0;
  if (wanted === 'last') return last;
  if (wanted !== undefined) {
    throw new FormatError(
      name,
      `a column '${wanted}'`,
      "rows without names above them; 'first' and 'last' name columns",
    );
  }
  const likely = [0, last].filter((column) => isLikely(table, column));
  const [column] = likely;
  if (column === undefined) {
    throw new FormatError(
      name,
      'labels in the first or the last column (or the option labels)',
      'neither looks like it',
    );
  }
  return column;
}

/** More than one value, all of them words or whole numbers, and few. */
function isLikely(table: Table, column: number): boolean {
  const words = table.words.get(column);
  if (words) return true;
  const values = new Set<number>();
  for (let row = 0; row < table.rows; row++) values.add(table.data[row * table.columns + column] as number);
  return values.size > 1 && values.size <= 256 && [...values].every((value) => Number.isInteger(value) && value >= 0);
}

function partOf(
  { data, rows, columns, words }: Table,
  label: number,
  dropped: readonly number[],
  name: string,
): RawPart {
  const without = new Set([label, ...dropped]);
  const kept = Array.from({ length: columns }, (_, column) => column).filter((column) => !without.has(column));
  const pixels = data instanceof Uint8Array ? new Uint8Array(rows * kept.length) : new Float32Array(rows * kept.length);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < kept.length; i++) {
      pixels[row * kept.length + i] = data[row * columns + (kept[i] as number)] as number;
    }
  }
  const values =
    words.get(label) ?? Float64Array.from({ length: rows }, (_, row) => data[row * columns + label] as number);
  const images = imagesOf({ data: pixels, shape: [rows, kept.length] }, name, rows);
  return { images, labels: { name: `${name}: labels`, values } };
}
