/**
 * Every reader of data, pictures, configurations and run folders, handed good files that were changed as a hostile or a
 * broken program might: a typed error or data, soon, and in little memory. `INKGRAD_FUZZ_SECONDS=600` goes on for so
 * many seconds a reader, each time with other changes.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { checkEpochs, checkHistory } from '../../ts/cli/check-run.ts';
import { silent } from '../../ts/cli/output.ts';
import { readJson } from '../../ts/cli/read-run.ts';
import { readKeptTraining, recipeOf } from '../../ts/cli/resume.ts';
import { parseIdx } from '../../ts/data/idx.ts';
import { type FileContents, loadDigits } from '../../ts/data/node.ts';
import { parseNpy } from '../../ts/data/npy.ts';
import { InkgradError } from '../../ts/errors.ts';
import { readKerasConfig } from '../../ts/formats/keras-config.ts';
import { nodeFiles } from '../../ts/node/files.ts';
import { decodePicture } from '../../ts/pictures/node.ts';
import { usePlatform } from '../../ts/platform.ts';
import { inkgrad } from '../cli/program.ts';
import { computed } from '../computed.ts';
import { mutate, mutateArchive, mutateJson, type Random, random } from '../formats/mutations.ts';
import { chunk } from '../pictures/files.ts';

const seconds = Number(process.env.INKGRAD_FUZZ_SECONDS ?? 0);
/** Changed files of each reader. */
const CHANGES = 300;
/** Longest time for one, in milliseconds of computing. */
const LONGEST = 1000;
/** By how many bytes the process may grow at one: small files cost no more than the collector's habits. */
const MOST_GROWTH = 128e6;

beforeAll(() => usePlatform({ name: 'node', files: nodeFiles, verbose: 0, warn() {} } as never));

type Change = (bytes: Uint8Array, next: Random) => Uint8Array;
type Read = (bytes: Uint8Array) => Promise<unknown>;

/** A reader, the good files that it reads, and how they are changed. */
interface Reader {
  readonly files: readonly Uint8Array[] | (() => Promise<readonly Uint8Array[]>);
  readonly change: Change;
  readonly read: Read;
}

const at = (path: string) => new Uint8Array(readFileSync(new URL(`../${path}`, import.meta.url)));
const digits = (...names: string[]) => names.map((name) => at(`data/digits/${name}`));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const utf8 = (of: string) => new TextEncoder().encode(of);
const load = (source: FileContents | Record<string, FileContents>) =>
  loadDigits(source as Record<string, FileContents>);

/** In gzip, what is packed is changed, or else the stream. */
const gz =
  (change: Change): Change =>
  (bytes, next) => {
    if (bytes[0] !== 0x1f || next(4) === 0) return change(bytes, next);
    return gzipSync(change(gunzipSync(bytes), next), { level: 1 });
  };

/** Of 13 bytes too. */
const some: Change = (bytes, next) => {
  if (bytes.length > 32) return mutate(bytes, next);
  const changed = bytes.slice(0, next(4) === 0 ? next(bytes.length + 1) : bytes.length);
  if (changed.length > 0) changed[next(changed.length)] = [0, 1, 2, 8, 0x7f, 0x80, 0xff, next(256)][next(8)] as number;
  return changed;
};

/** The head of an `.npy` file with other words and numbers, and its length right; or any bytes. */
const npy: Change = (bytes, next) => {
  if (bytes[0] !== 0x93 || next(3) === 0) return some(bytes, next);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true);
  const words = [
    "'<f8'",
    "'|u1'",
    "'>i8'",
    "'|O'",
    'True',
    'False',
    '(',
    ')',
    ',',
    '{',
    '0',
    '-1',
    '1e9',
    '4294967296',
  ];
  const head = exchanged(text(bytes.subarray(10, 10 + length)), /'[^']*'|\d+|True|False|[(){},]/g, words, next);
  const file = Buffer.concat([bytes.subarray(0, 10), utf8(head.padEnd(next(2) * length)), bytes.subarray(10 + length)]);
  file.writeUInt16LE(utf8(head.padEnd(0)).length & 0xffff, 8);
  return file;
};

/** Some words of a text in others' places, or left out. */
function exchanged(whole: string, pattern: RegExp, others: readonly string[], next: Random): string {
  let changed = whole;
  for (let changes = 1 + next(3); changes > 0; changes--) {
    const words = [...changed.matchAll(pattern)];
    if (words.length === 0) break;
    const { 0: word, index } = words[next(words.length)] as RegExpExecArray;
    const other = [others[next(others.length)], words[next(words.length)]?.[0], ''][next(3)];
    changed = changed.slice(0, index) + other + changed.slice(index + word.length);
  }
  return changed;
}

const npz: Change = (bytes, next) => {
  if (next(2) === 0) return mutateArchive(bytes, next);
  const files = Object.entries(unzipSync(bytes));
  const which = next(files.length);
  return zipSync(Object.fromEntries(files.map(([name, file], i) => [name, i === which ? npy(file, next) : file])));
};

const fields = [
  '',
  '-1',
  '256',
  '1e999',
  'NaN',
  '"',
  '"a,b"',
  '\n',
  '\r\n',
  ';',
  '\t',
  'label',
  '0x10',
  '1'.repeat(999),
  '\0',
  '\ufeff',
];
const csv: Change = (bytes, next) => {
  if (next(3) === 0) return mutate(bytes, next);
  return utf8(exchanged(text(bytes), /[^,\n]+|[,\n]/g, fields, next));
};

/** What a compressed element of MATLAB's holds, or any bytes. */
const mat: Change = (bytes, next) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(128, true) !== 15 || next(4) === 0) return mutate(bytes, next);
  const parts: Uint8Array[] = [];
  for (let start = 128; start + 8 <= bytes.length; ) {
    const end = start + 8 + view.getUint32(start + 4, true);
    parts.push(bytes.subarray(start, end));
    start = end;
  }
  const which = next(parts.length);
  const changed = deflateSync(mutate(inflateSync((parts[which] as Uint8Array).subarray(8)), next), { level: 1 });
  const head = Buffer.alloc(8);
  head.writeUInt32LE(15, 0);
  head.writeUInt32LE(changed.length, 4);
  parts[which] = Buffer.concat([head, changed]);
  return Buffer.concat([bytes.subarray(0, 128), ...parts]);
};

/** Chunks of a PNG moved, left out, doubled or changed, what they pack too, with sums that hold; or any bytes. */
const picture: Change = (bytes, next) => {
  if (bytes[0] !== 0x89 || next(4) === 0) return mutate(bytes, next);
  const file = Buffer.from(bytes);
  const chunks: { type: string; data: Uint8Array }[] = [];
  for (let start = 8; start + 12 <= file.length; ) {
    const end = start + 8 + file.readUInt32BE(start);
    chunks.push({ type: file.toString('latin1', start + 4, start + 8), data: file.subarray(start + 8, end) });
    start = end + 4;
  }
  for (let changes = 1 + next(3); changes > 0 && chunks.length > 0; changes--) {
    const which = next(chunks.length);
    const one = chunks[which] as (typeof chunks)[number];
    const way = next(6);
    if (way === 0) chunks.splice(which, 1);
    else if (way === 1) chunks.splice(next(chunks.length), 0, one);
    else if (way === 2 && one.type === 'IDAT') {
      try {
        one.data = deflateSync(some(inflateSync(one.data), next), { level: 1 });
      } catch {} // one of several, or spoilt by an earlier change
    } else chunks[which] = { ...one, data: some(one.data, next) };
  }
  return Buffer.concat([bytes.subarray(0, 8), ...chunks.map(({ type, data }) => chunk(type, data))]);
};

/** A run's files, one after the other; which one is changed is the first byte. */
const runNames = ['config.json', 'history.json', 'model.safetensors'];
let run: Record<string, Uint8Array> = {};

async function trainRun(): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'inkgrad-fuzz-'));
  const { code, stderr } = await inkgrad('train', 'binary', '--epochs', '2', '--output', join(folder, 'run')).ended;
  expect(code, stderr).toBe(0);
  run = Object.fromEntries(runNames.map((name) => [name, new Uint8Array(readFileSync(join(folder, 'run', name)))]));
  await rm(folder, { recursive: true, maxRetries: 3 });
  return runNames.map((name, i) => Buffer.concat([Uint8Array.of(i), run[name] as Uint8Array]));
}

const inRun: Change = (bytes, next) => {
  const content = bytes.subarray(1);
  const isJson = bytes[0] !== 2 && next(4) > 0;
  return Buffer.concat([bytes.subarray(0, 1), isJson ? utf8(mutateJson(text(content), next)) : mutate(content, next)]);
};

async function readRun(bytes: Uint8Array): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'inkgrad-fuzz-'));
  try {
    const files = { ...run, [runNames[bytes[0] as number] as string]: bytes.subarray(1) };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const kept = await readKeptTraining(folder, { ...silent, warn() {} });
    const history = await readJson(join(folder, 'history.json'), checkHistory);
    checkEpochs({ config: kept.config, history });
    recipeOf(kept, kept.config.training.epochs + 1);
  } finally {
    await rm(folder, { recursive: true, maxRetries: 3 });
  }
}

const labels = at('data/digits/y.npy');
const idxLabels = at('data/digits/train-labels-idx1-ubyte');
const idx = (name: string) => at(`data/idx/${name}`);

const pictures = Object.values(JSON.parse(text(at('pictures/pictures.json'))) as Record<string, { file: string }>).map(
  ({ file }) => new Uint8Array(Buffer.from(file, 'base64')),
);

const readers: Readonly<Record<string, Reader>> = {
  IDX: {
    files: [...['u1', 'i2', 'f8', 'images', 'f4.gz', 'labels.gz'].map(idx), ...digits('train-images-idx3-ubyte')],
    change: gz(some),
    read: (bytes) =>
      bytes.length < 10_000 ? parseIdx(bytes) : load({ 'train-images': bytes, 'train-labels': idxLabels }),
  },
  NPY: {
    files: [
      ...['b1-byte-fortran', 'cube-fortran', 'f2-big-c', 'i8-little-fortran', 'version-2', 'scalar'].map((name) =>
        at(`data/npy/${name}.npy`),
      ),
      ...digits('X.npy'),
    ],
    change: npy,
    read: async (bytes) => (bytes.length < 10_000 ? parseNpy(bytes) : load({ 'X.npy': bytes, 'y.npy': labels })),
  },
  NPZ: {
    files: digits('keras.npz', 'keras-compressed.npz', 'positional.npz', 'floats.npz', 'objects.npz', 'kaggle.zip'),
    change: npz,
    read: load,
  },
  CSV: { files: digits('kaggle.csv', 'words-index.csv', 'bare-last.csv', 'floats.csv'), change: csv, read: load },
  MAT: { files: digits('compressed.mat', 'cube.mat', 'emnist.mat', 'course.mat'), change: mat, read: load },
  Parquet: {
    files: digits('train-00000-of-00001.parquet', 'zstd.parquet', 'table.parquet'),
    change: mutate,
    read: load,
  },
  pictures: { files: pictures, change: picture, read: (bytes) => decodePicture(bytes, 'picture') },
  'archives of pictures': { files: digits('pictures.zip', 'paper.zip'), change: mutateArchive, read: load },
  configurations: {
    files: ['keras', 'ours'].flatMap((name) =>
      text(at(`formats/files/${name}-compiled.jsonl`))
        .trim()
        .split('\n')
        .map(utf8),
    ),
    change: (bytes, next) => utf8(mutateJson(text(bytes), next)),
    read: async (bytes) => {
      let json: unknown;
      try {
        json = JSON.parse(text(bytes));
      } catch {
        return; // a value is a text of its own that was cut
      }
      readKerasConfig(json, 'file');
    },
  },
  'run folders': { files: trainRun, change: inRun, read: readRun },
};

test.each(Object.entries(readers))('%s', { timeout: 120_000 + seconds * 2000 }, async (name, reader) => {
  const files = typeof reader.files === 'function' ? await reader.files() : reader.files;
  for (const file of files) await reader.read(file).catch(typed); // so that all is loaded
  const next = random(seconds > 0 ? Date.now() : name.length);
  const end = performance.now() + seconds * 1000;
  let [done, read, longest, most] = [0, 0, 0, 0];
  for (; done < CHANGES || performance.now() < end; done++) {
    const bytes = reader.change(files[done % files.length] as Uint8Array, next);
    const [start, size] = [computed(), process.resourceUsage().maxRSS];
    try {
      if ((await reader.read(bytes).then(() => undefined, typed)) === undefined) read++;
      longest = Math.max(longest, computed() - start);
      most = Math.max(most, 1024 * (process.resourceUsage().maxRSS - size));
      expect(longest).toBeLessThan(LONGEST);
      expect(most).toBeLessThan(MOST_GROWTH);
    } catch (error) {
      if (seconds > 0) writeFileSync(join(tmpdir(), `${name}.failed`), bytes); // to look at
      throw error;
    }
  }
  if (seconds > 0) {
    const figures = `the longest took ${longest.toFixed(0)} ms, the process grew by ${(most / 1e6).toFixed(0)} MB at most`;
    console.log(`${name}: ${done} files, of which ${read} were read; ${figures}`);
  }
});

test.each(readdirSync(new URL('corpus/', import.meta.url)))('%s did harm once', async (name) => {
  expect(await load(at(`faults/corpus/${name}`)).catch(typed)).toBeInstanceOf(InkgradError);
  await new Promise(setImmediate); // a rejection that nobody awaits fails the test by now
});

/** The error, if it is one of ours. */
function typed(error: unknown): InkgradError {
  if (error instanceof InkgradError) return error;
  throw error;
}
