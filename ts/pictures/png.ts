/** PNG images: all depths, colours and interlacing. Node inflates them. */

import { inflateSync } from 'node:zlib';
import { layOnPaper, luminance } from './grey.ts';
import { type Picture, PictureFault } from './picture.ts';
import { type PngChunks, readChunks } from './png/chunks.ts';
import { passesOf, rowBytes, unfilter } from './png/scanlines.ts';

const samplesOfPixel = { grey: 1, palette: 1, 'grey-alpha': 2, rgb: 3, rgba: 4 } as const;

/** 25 megapixels of RGBA with 8 bits a sample, or half as many with 16. */
const mostBytes = 101e6;

/** @throws PictureFault, and what zlib throws */
export function decodePng(bytes: Uint8Array): Picture {
  const png = readChunks(bytes);
  const { width, height, depth, interlaced } = png;
  const bits = depth * samplesOfPixel[png.colours];
  const passes = passesOf(width, height, interlaced);
  const size = passes.reduce((sum, { columns, rows }) => sum + rows * (1 + rowBytes(columns, bits)), 0);
  if (size > mostBytes) throw new PictureFault(`it unpacks to ${size} bytes; at most ${mostBytes} are read`);
  const data = inflate(png.idat, size);

  const grey = new Uint8Array(width * height);
  const alpha = hasAlpha(png) ? new Uint8Array(width * height) : undefined;
  const readRow = rowReader(png);
  let start = 1;
  for (const { left, top, stepX, stepY, columns, rows } of passes) {
    const length = rowBytes(columns, bits);
    for (let row = 0; row < rows; row++) {
      unfilter(data, start, length, row === 0 ? -1 : start - length - 1, Math.max(bits >> 3, 1));
      readRow(data, start, columns, grey, alpha, (top + row * stepY) * width + left, stepX);
      start += length + 1;
    }
  }
  if (alpha) layOnPaper(grey, (i) => alpha[i] as number);
  return { width, height, data: grey };
}

/** Exactly so many bytes, and no more are ever unpacked. */
function inflate(idat: readonly Uint8Array[], size: number): Uint8Array {
  let data: Uint8Array;
  try {
    // In one piece, so that there is no second copy.
    data = inflateSync(Buffer.concat(idat), { maxOutputLength: size, chunkSize: Math.max(size + 1, 64) });
  } catch (error) {
    const tooMany = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw tooMany ? new PictureFault('it holds more than its pixels', { cause: error }) : error;
  }
  if (data.length !== size) throw new PictureFault('it has too few pixels');
  return data;
}

function hasAlpha({ colours, transparency }: PngChunks): boolean {
  return colours === 'rgba' || colours === 'grey-alpha' || transparency !== undefined;
}

/** Puts the pixels of a row, from `start` of `data`, to `at` of `grey` and each `step` on. */
type RowReader = (
  data: Uint8Array,
  start: number,
  columns: number,
  grey: Uint8Array,
  alpha: Uint8Array | undefined,
  at: number,
  step: number,
) => void;

function rowReader(png: PngChunks): RowReader {
  const { colours, depth } = png;
  const most = 2 ** depth - 1;
  const sample = sampleReader(depth);
  const toByte = depth === 8 ? (value: number) => value : (value: number) => ((value * 255) / most + 0.5) | 0;
  if (colours === 'palette') return paletteReader(png, sample);
  const samples = samplesOfPixel[colours];
  const coloured = samples >= 3;
  const withAlpha = colours === 'rgba' || colours === 'grey-alpha';
  const key = withAlpha ? undefined : transparentSamples(png, samples);
  return (data, start, columns, grey, alpha, at, step) => {
    for (let x = 0, to = at; x < columns; x++, to += step) {
      const first = x * samples;
      const red = sample(data, start, first);
      const green = coloured ? sample(data, start, first + 1) : red;
      const blue = coloured ? sample(data, start, first + 2) : red;
      grey[to] = coloured ? luminance(toByte(red), toByte(green), toByte(blue)) : toByte(red);
      if (!alpha) continue;
      if (withAlpha) alpha[to] = toByte(sample(data, start, first + samples - 1));
      else alpha[to] = key?.[0] === red && (!coloured || (key[1] === green && key[2] === blue)) ? 0 : 255;
    }
  };
}

/** Reads the sample of an index in a row. */
type SampleReader = (data: Uint8Array, start: number, index: number) => number;

function sampleReader(depth: number): SampleReader {
  if (depth === 8) return (data, start, index) => data[start + index] as number;
  if (depth === 16) {
    return (data, start, index) => ((data[start + 2 * index] as number) << 8) | (data[start + 2 * index + 1] as number);
  }
  const mask = 2 ** depth - 1;
  return (data, start, index) => {
    const bit = index * depth;
    return ((data[start + (bit >> 3)] as number) >> (8 - depth - (bit & 7))) & mask;
  };
}

function paletteReader({ palette, transparency }: PngChunks, sample: SampleReader): RowReader {
  if (!palette || palette.length % 3 !== 0) throw new PictureFault('its palette is missing or cut short');
  const entries = Uint8Array.from({ length: palette.length / 3 }, (_, i) => {
    return luminance(palette[3 * i] as number, palette[3 * i + 1] as number, palette[3 * i + 2] as number);
  });
  return (data, start, columns, grey, alpha, at, step) => {
    for (let x = 0, to = at; x < columns; x++, to += step) {
      const entry = sample(data, start, x);
      if (entry >= entries.length) throw new PictureFault(`it has no colour ${entry}`);
      grey[to] = entries[entry] as number;
      if (alpha) alpha[to] = transparency?.[entry] ?? 255;
    }
  };
}

/** The samples that stand for transparency, 16 bits each. */
function transparentSamples({ transparency }: PngChunks, samples: number): readonly number[] | undefined {
  if (!transparency) return undefined;
  if (transparency.length !== 2 * samples) throw new PictureFault('its transparent colour is cut short');
  const view = new DataView(transparency.buffer, transparency.byteOffset, transparency.byteLength);
  return Array.from({ length: samples }, (_, i) => view.getUint16(2 * i));
}
