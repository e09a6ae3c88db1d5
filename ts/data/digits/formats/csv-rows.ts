/** Rows of numbers in CSV, read byte by byte. */

import { FormatError } from '../../../errors.ts';
import { MAX_BYTES } from '../../gzip.ts';

export interface Table {
  /** Row-major; bytes as long as no number is another. */
  readonly data: Uint8Array | Float32Array;
  readonly rows: number;
  readonly columns: number;
  /** Columns with something else than numbers, as they are written. */
  readonly words: ReadonlyMap<number, string[]>;
}

export interface RowScan {
  readonly name: string;
  /** Where the text begins. */
  readonly start: number;
  readonly separator: number;
  readonly columns: number;
  /** The first line has names. */
  readonly skipFirst: boolean;
  /** The columns in which there may be words. */
  readonly mayBeWords: readonly number[];
  readonly turn: () => Promise<void>;
}

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const ZERO = 48;

/** @throws FormatError that names the line */
export async function scanRows(bytes: Uint8Array, scan: RowScan): Promise<Table> {
  const { name, separator, columns, mayBeWords, turn } = scan;
  const most = countLines(bytes, scan.start);
  if (most * columns > MAX_BYTES / 4)
    throw new FormatError(name, `at most ${MAX_BYTES / 4} numbers`, `${most * columns}`);
  let data: Uint8Array | Float32Array = new Uint8Array(most * columns);
  const words = new Map<number, string[]>();
  let [at, line, row, filled] = [scan.start, 0, 0, 0];
  while (at < bytes.length) {
    line++;
    if ((line & 255) === 0) await turn();
    if (line === 1 && scan.skipFirst) {
      at = endOfLine(bytes, at) + 1;
      continue;
    }
    let column = 0;
    for (;;) {
      let value = 0;
      const first = at;
      let byte = bytes[at] ?? NEWLINE;
      while (byte >= ZERO && byte <= ZERO + 9) {
        value = value * 10 + byte - ZERO;
        byte = bytes[++at] ?? NEWLINE;
      }
      if (byte === RETURN && (bytes[at + 1] ?? NEWLINE) === NEWLINE) byte = bytes[++at] ?? NEWLINE;
      const ends = byte === separator || byte === NEWLINE;
      if (column === 0 && byte === NEWLINE && isBlank(bytes, first, at)) break;
      if (column === columns) throw wrongLength(name, line, columns, 'more');
      if (!ends || at === first || value > 255) {
        const end = ends ? at : endOfField(bytes, first, separator);
        const text = fieldText(bytes, first, end);
        value = text === '' ? Number.NaN : Number(text);
        if (!Number.isFinite(value)) {
          if (!mayBeWords.includes(column) || text === '') throw notNumber(name, line, column, text);
          keepWord(words, data, column, columns, row, text);
          value = 0;
        } else if (words.has(column)) words.get(column)?.push(text);
        if (!(Number.isInteger(value) && value >= 0 && value <= 255) && data instanceof Uint8Array)
          data = Float32Array.from(data);
        at = end;
        byte = bytes[at] ?? NEWLINE;
      } else if (words.has(column)) words.get(column)?.push(String(value));
      data[filled + column] = value;
      column++;
      at++;
      if (byte !== separator) break;
    }
    if (column === 0) {
      at++;
      continue;
    }
    if (column !== columns) throw wrongLength(name, line, columns, `${column}`);
    row++;
    filled += columns;
  }
  return { data: data.subarray(0, filled), rows: row, columns, words };
}

/** From the first word of a column on, what was read of it as numbers is text too. */
function keepWord(
  words: Map<number, string[]>,
  data: ArrayLike<number>,
  column: number,
  columns: number,
  row: number,
  text: string,
): void {
  const before = () => Array.from({ length: row }, (_, i) => String(data[i * columns + column]));
  const column0 = words.get(column) ?? before();
  column0.push(text);
  words.set(column, column0);
}

function countLines(bytes: Uint8Array, start: number): number {
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE, start); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

function endOfLine(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(NEWLINE, start);
  return end < 0 ? bytes.length : end;
}

/** The place of the separator or newline behind a field, which may be in quotes. */
function endOfField(bytes: Uint8Array, start: number, separator: number): number {
  let at = start;
  if (bytes[at] === QUOTE) {
    const closing = bytes.indexOf(QUOTE, at + 1);
    at = closing < 0 ? bytes.length : closing + 1;
  }
  while (at < bytes.length && bytes[at] !== separator && bytes[at] !== NEWLINE) at++;
  return at;
}

function fieldText(bytes: Uint8Array, start: number, end: number): string {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 200))).trim();
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== RETURN) return false;
  return true;
}

function wrongLength(name: string, line: number, columns: number, received: string): FormatError {
  return new FormatError(name, `${columns} columns in each line`, `${received} in line ${line}`);
}

function notNumber(name: string, line: number, column: number, text: string): FormatError {
  const shown = text === '' ? 'an empty field' : JSON.stringify(text.slice(0, 40));
  return new FormatError(name, 'numbers', `${shown} in line ${line}, column ${column + 1}`);
}
