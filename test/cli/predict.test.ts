import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ImageTensor,
  type LabelledRows,
  layers,
  loadMnist,
  loadModel,
  type Sequential,
  sequential,
} from 'inkgrad';
import jpeg from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRun, temporaryFolder } from '../start/program.ts';
import { greyPng, randomNumbers, render, room } from './pictures.ts';
import { inkgrad, inkgradInTerminal, inkgradJson, program } from './program.ts';

interface Predicted {
  model: string;
  images: {
    file: string;
    digit?: number;
    probability?: number;
    probabilities?: number[];
    error?: { name: string; message: string };
  }[];
}

/** Runs of both tasks, trained once for all tests here. */
let runs: string;
let digits: LabelledRows<ImageTensor>;
let multiclass: string;
let binary: string;

beforeAll(async () => {
  runs = mkdtempSync(join(tmpdir(), 'inkgrad-predict-'));
  [multiclass, binary] = [join(runs, 'multiclass'), join(runs, 'binary')];
  const train = (task: string, epochs: number, folder: string) => {
    const args = ['train', task, '--epochs', String(epochs), '--quiet', '--output', folder];
    execFileSync(process.execPath, [program, ...args]);
  };
  train('multiclass', 3, multiclass);
  train('binary', 20, binary);
  ({ test: digits } = await loadMnist());
}, 300_000);

afterAll(() => rmSync(runs, { recursive: true, force: true }));

const digit = (row: number) => digits.x.slice(row, row + 1).bytes;

/** Writes pictures into a folder that is gone after the test. */
function write(pictures: Readonly<Record<string, Uint8Array>>): string[] {
  const folder = temporaryFolder();
  return Object.entries(pictures).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
}

/** The rows, of so many, whose images the model itself gets right. */
async function rowsRight(model: Sequential, { x, y }: LabelledRows<ImageTensor>, count: number): Promise<number[]> {
  const { data, shape } = await model.predict(x.slice(0, count));
  return Array.from({ length: count }, (_, row) => row).filter((row) => {
    const outputs = Array.from(data.subarray(row * shape[1], (row + 1) * shape[1]));
    const decided =
      outputs.length === 1 ? Number((outputs[0] as number) >= 0.5) : outputs.indexOf(Math.max(...outputs));
    return decided === y[row];
  });
}

describe('of 200 digits of MNIST, inverted and shifted, at least 95 % of those that are right raw are right', () => {
  test.each([28, 100, 300])('in squares of %i pixels', async (size) => {
    await using model = await loadModel(join(multiclass, 'model.safetensors'));
    const rows = await rowsRight(model, digits, 200);
    expect(rows.length).toBeGreaterThan(180);
    const random = randomNumbers(size);
    const between = ([least, most]: readonly [number, number]) => least + random() * (most - least);
    // Within the picture, and by up to a quarter whatever of the digit is left.
    const kinds = {
      whole: (row: number) => [between(room(digit(row)).x), between(room(digit(row)).y)] as const,
      cut: () => [between([-0.25, 0.25]), between([-0.25, 0.25])] as const,
    };
    for (const [kind, shift] of Object.entries(kinds)) {
      const pictures = rows.map((row) => {
        const ink = render(digit(row), { size, inverted: true, shift: shift(row) });
        return [`${row}.png`, greyPng(ink, size)] as const;
      });
      const { code, json, stderr } = await inkgradJson<Predicted>(
        'predict',
        multiclass,
        ...write(Object.fromEntries(pictures)),
      );
      expect(code).toBe(0);
      if (kind === 'whole') expect(stderr).toBe(''); // what the border leaves of a digit may look like two
      const labels = json.images.map(({ file }) => digits.y[Number(/(\d+)\.png$/.exec(file)?.[1])]);
      const right = json.images.filter((image, i) => image.digit === labels[i]).length;
      expect(json.images).toHaveLength(rows.length);
      // Of a digit that is cut off by the border the finder leaves more out than it must.
      expect(right / rows.length, kind).toBeGreaterThanOrEqual(kind === 'cut' ? 0.88 : 0.95);
    }
  });
});

test('the binary task takes the same pictures', async () => {
  const rows = Array.from(digits.y.keys())
    .filter((row) => (digits.y[row] as number) < 2)
    .slice(0, 60);
  const pictures = rows.map((row) => {
    return [`${row}.png`, greyPng(render(digit(row), { size: 90, inverted: true, shift: [0.1, -0.1] }), 90)] as const;
  });
  const { code, json } = await inkgradJson<Predicted>('predict', binary, ...write(Object.fromEntries(pictures)));
  expect(code).toBe(0);
  const right = json.images.filter(({ digit }, i) => digit === digits.y[rows[i] as number]).length;
  expect(right).toBeGreaterThanOrEqual(57);
  for (const { probabilities = [], probability, digit } of json.images) {
    expect(probabilities).toHaveLength(2);
    expect((probabilities[0] as number) + (probabilities[1] as number)).toBeCloseTo(1, 6);
    expect(probability).toBe(probabilities[digit as number]);
  }
});

describe('a picture', () => {
  const size = 120;
  /** Row 0 of the test set is a 7. */
  const seven = (inverted = true) => render(digit(0), { size, inverted, shift: [0.05, 0.02] });
  const colours = (grey: Uint8Array, channels: number, paint: (ink: number) => number[]) =>
    Uint8Array.from({ length: grey.length * channels }, (_, i) => {
      return paint(grey[Math.floor(i / channels)] as number)[i % channels] as number;
    });
  const rgba = (grey: Uint8Array) => colours(grey, 4, (value) => [value, value, value, 255]);

  test('may be PNG or JPEG, grey or in colour, transparent, lit from one side, and of any name', async () => {
    const { encode } = await import('fast-png');
    const png = (data: Uint8Array | Uint16Array, channels: number, depth: 8 | 16 = 8) =>
      encode({ width: size, height: size, data, channels, depth });
    const wide = 2 * size;
    const ink = seven(false);
    // The digit at the left of a sheet twice as wide, in light that fades.
    const sheet = Uint8Array.from({ length: wide * size }, (_, i) => {
      const [x, y] = [i % wide, Math.floor(i / wide)];
      const paper = 250 - 90 * (x / wide) - 40 * (y / size);
      return paper * (x < size ? 1 - (ink[y * size + x] as number) / 255 : 1);
    });
    const files = write({
      'dark.png': png(seven(), 1),
      'light.png': png(seven(false), 1),
      'deep.png': png(
        Uint16Array.from(seven(), (value) => value * 257),
        1,
        16,
      ),
      'blue.png': png(
        colours(seven(), 3, (value) => [value, value, 255]),
        3,
      ),
      'transparent.png': png(
        colours(seven(false), 4, (ink) => [20, 20, 20, ink]),
        4,
      ),
      'transparent-light.png': png(
        colours(seven(false), 2, (ink) => [250, ink]),
        2,
      ),
      'sheet.png': greyPng(sheet, wide, size),
      'photo.jpg': jpeg.encode({ width: size, height: size, data: rgba(seven()) }, 70).data,
      'no-name': jpeg.encode({ width: size, height: size, data: rgba(seven(false)) }, 90).data,
      'named.jpg': png(seven(), 1),
      'bytes.raw': seven(),
      'mnist.raw': digit(0),
    });
    const { code, json, stderr } = await inkgradJson<Predicted>('predict', multiclass, ...files);
    expect(stderr).toBe('');
    expect(Object.fromEntries(json.images.map(({ file, digit }) => [file.replace(/.*[\\/]/, ''), digit]))).toEqual(
      Object.fromEntries(files.map((file) => [file.replace(/.*[\\/]/, ''), 7])),
    );
    expect(code).toBe(0);
  });

  /** Noise and a shadow, as of a sheet of paper that was photographed. */
  const blankPhoto = () => {
    const random = randomNumbers(1);
    return Uint8Array.from({ length: 400 * 300 }, (_, i) => {
      const [x, y] = [(i % 400) / 400, Math.floor(i / 400) / 300];
      const noise = 6 * (random() + random() + random() + random() - 2);
      return 225 - 70 * x - 30 * y * y + noise;
    });
  };
  const goodPng = () => greyPng(seven(), size);
  const goodJpeg = () => jpeg.encode({ width: size, height: size, data: rgba(seven()) }, 90).data;
  test.each<[string, () => Uint8Array, RegExp]>([
    ['white.png', () => greyPng(new Uint8Array(size * size).fill(255), size), /a blank one, as it seems/],
    ['black.png', () => greyPng(new Uint8Array(28 * 28), 28), /a blank one, as it seems/],
    ['dot.png', () => greyPng(Uint8Array.of(7), 1), /a blank one, as it seems/],
    ['photo.png', () => greyPng(blankPhoto(), 400), /a blank one, as it seems/],
    [
      'paper.png',
      () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
      /expected a PNG, JPEG, WebP, GIF or BMP image.*, got a PDF document/,
    ],
    ['text.png', () => Buffer.from('a seven'), /expected a PNG, JPEG, WebP, GIF or BMP image.*, got something else/],
    ['empty.png', () => new Uint8Array(), /got an empty file/],
    ['oblong.raw', () => new Uint8Array(783), /got something else/],
    ['head.png', () => goodPng().subarray(0, 20), /head\.png: expected a whole PNG image/],
    ['half.png', () => goodPng().subarray(0, goodPng().length / 2), /half\.png: expected a whole PNG image/],
    ['endless.png', () => goodPng().subarray(0, goodPng().length - 12), /endless\.png: expected a whole PNG image/],
    ['spoilt.png', () => goodPng().map((byte, i) => (i === 80 ? byte ^ 255 : byte)), /expected a whole PNG image/],
    ['head.jpg', () => goodJpeg().subarray(0, 100), /head\.jpg: expected a whole JPEG image/],
    ['half.jpg', () => goodJpeg().subarray(0, goodJpeg().length / 2), /half\.jpg: expected a whole JPEG image/],
    ['bomb.png', () => goodPng().map((byte, i) => (i >= 16 && i < 24 ? 0x7f : byte)), /another checksum/],
  ])('%s is refused, by its name and with what is wrong', async (name, bytes, message) => {
    const [file = ''] = write({ [name]: bytes() });
    const { code, stdout, stderr } = await inkgrad('predict', multiclass, file).ended;
    expect(stderr).toMatch(message);
    expect(stderr).toContain(file);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  test('of several digits gets a warning that names what reads them', async () => {
    const wide = 3 * size;
    const three = new Uint8Array(wide * size);
    [0, 1, 2].forEach((row) => {
      const ink = render(digit(row), { size, inverted: true });
      ink.forEach((grey, i) => {
        three[Math.floor(i / size) * wide + row * size + (i % size)] = grey;
      });
    });
    const files = write({ 'one.png': goodPng(), 'three.png': greyPng(three, wide, size) });
    const { code, json, stderr } = await inkgradJson<Predicted>('predict', multiclass, ...files);
    expect({ code, pictures: json.images.length }).toEqual({ code: 0, pictures: 2 });
    expect(stderr).toBe(`${files[1]}: seems to hold 3 digits, of which one is told; \`inkgrad read\` reads them all\n`);
  });

  test('that cannot be used leaves the others their digits', async () => {
    const files = write({ 'a.png': goodPng(), 'b.png': Buffer.from('%PDF-1.7'), 'c.jpg': goodJpeg() });
    const { code, json, stderr } = await inkgradJson<Predicted>('predict', multiclass, ...files, 'nowhere.png');
    expect(code).toBe(1);
    expect(json.images.map(({ digit, error }) => digit ?? error?.name)).toEqual([7, 'FormatError', 7, 'FileError']);
    expect(stderr).toContain('nowhere.png: there is no such file');
    const quiet = await inkgrad('predict', multiclass, '--quiet', ...files).ended;
    expect(quiet).toMatchObject({ code: 1, stdout: '7\n?\n7\n' });
  });

  test.skipIf(process.platform !== 'linux')('shows its probabilities as bars in a terminal', async () => {
    const [file = ''] = write({ 'seven.png': goodPng() });
    const { code, stdout } = await inkgradInTerminal(`predict '${multiclass}' '${file}'`, temporaryFolder()).ended;
    expect(code).toBe(0);
    const [head = '', ...bars] = stdout.trim().split('\r\n');
    expect(head).toMatch(/seven\.png: 7, \d+\.\d % sure$/);
    expect(bars).toHaveLength(10);
    const longest = (bar: string) => (bar.match(/█/g) ?? []).length;
    const most = bars.reduce((a, b) => (longest(b) > longest(a) ? b : a));
    expect(most).toMatch(/^ {2}7 █+/);
    for (const bar of bars) expect(bar).toMatch(/^ {2}\d [█▏▎▍▌▋▊▉ ]{30} +\d+\.\d %$/);
  });
});

describe('a model', () => {
  const seven = () => greyPng(render(digit(0), { size: 90, inverted: true }), 90);

  test('that learned from bytes is given bytes', async () => {
    const [picture = ''] = write({ 'seven.png': seven() });
    const { train } = await loadMnist();
    await using model = sequential([
      layers.dense(16, { activation: 'relu', inputShape: [784] }),
      layers.dense(10, { activation: 'softmax' }),
    ]);
    model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
    await model.fit({ data: train.x.bytes, shape: train.x.shape }, train.y, { epochs: 2, verbose: 0 });
    const file = join(temporaryFolder(), 'bytes.safetensors');
    await model.save(file);
    const { json, stderr } = await inkgradJson<Predicted>('predict', file, picture);
    expect({ digit: json.images[0]?.digit, stderr }).toEqual({ digit: 7, stderr: '' });
  });

  test.each(['model.keras', 'model.onnx', 'model.npz', 'web/model.json', 'model.zip'])(
    'is loaded by its content: %s',
    async (name) => {
      const [picture = ''] = write({ 'seven.png': seven() });
      const file = join(temporaryFolder(), name);
      expect((await inkgrad('convert', multiclass, file).ended).code).toBe(0);
      const byRun = await inkgradJson<Predicted>('predict', multiclass, picture);
      const byFile = await inkgradJson<Predicted>('predict', file, picture);
      expect({ code: byFile.code, model: byFile.json.model }).toEqual({ code: 0, model: file });
      // Our own file alone says how pixels are scaled.
      expect(byFile.json.images.map(({ digit }) => digit)).toEqual(byRun.json.images.map(({ digit }) => digit));
    },
  );

  test('may have any name', async () => {
    const [file = '', picture = ''] = write({
      'model.txt': readFileSync(join(multiclass, 'model.safetensors')),
      'seven.png': seven(),
    });
    const { json } = await inkgradJson<Predicted>('predict', file, picture);
    expect(json.model).toBe(file);
    const byRun = await inkgradJson<Predicted>('predict', multiclass, picture);
    expect(json.images).toEqual(byRun.json.images);
    const alone = await inkgrad('predict', file).ended;
    expect(alone).toMatchObject({ code: 1, stdout: '' });
    expect(alone.stderr).toContain('expected a picture behind the model');
  });

  test.each([
    ['model.mjs', 'export function predict() {}', /model\.mjs: expected a .*, got a text/],
    ['page.html', '<!doctype html>', /page\.html: .*got a web page/],
    ['empty.png', '', /empty\.png: expected .*, got an empty file/],
  ])('that is none, nor a picture, gets no answer: %s', async (name, content, message) => {
    const [file = '', picture = ''] = write({ [name]: Buffer.from(content), 'seven.png': seven() });
    const { code, stdout, stderr } = await inkgrad('predict', file, picture).ended;
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  test('may be left out, before pictures of every kind', async () => {
    const files = write({ 'seven.raw': digit(0), 'seven.png': seven() });
    expect((await inkgrad('predict', ...files, '--quiet').ended).stdout).toBe('7\n7\n');
  });
});

test('evaluate gives the scores of the run', async () => {
  const { metrics, report } = readRun(multiclass);
  const { code, stdout, stderr } = await inkgrad('evaluate', multiclass).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trim()).toBe(report.trim());
  const { json } = await inkgradJson('evaluate', multiclass);
  expect(json).toEqual({ run: multiclass, task: 'multiclass', sameDigits: true, ...metrics });
  expect((await inkgrad('evaluate', multiclass, '--quiet').ended).stdout).toBe(`${metrics.accuracy}\n`);
});

test('report writes the page of the run anew, elsewhere too', async () => {
  const page = (folder: string) => readFileSync(join(folder, 'report.html'), 'utf8');
  const output = join(temporaryFolder(), 'shown');
  const { code, stdout } = await inkgrad('report', multiclass, '--output', output).ended;
  expect(code).toBe(0);
  expect(stdout).toBe(`Report: ${join(output, 'report.html')}\nFigures: ${join(output, 'figures')}\n`);
  expect(page(output)).toBe(page(multiclass));
  const { json } = await inkgradJson<{ html: string }>('report', binary);
  expect(json).toMatchObject({ html: join(binary, 'report.html'), sameDigits: true });
  const quiet = await inkgrad('report', binary, '--quiet').ended;
  expect(quiet).toEqual({ code: 0, stdout: `${join(binary, 'report.html')}\n`, stderr: '' });
});

test('inspect tells what a model is, by its folder and by its file', async () => {
  const { history, config, model: file } = readRun(multiclass);
  const { code, stdout, stderr } = await inkgrad('inspect', multiclass).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Model: "multiclass_nn_model"');
  expect(stdout).toContain('109,386, 437,544 bytes of weights');
  expect(stdout).toContain(history.weightsSha256);
  const { json } = await inkgradJson<object>('inspect', file);
  expect(json).toMatchObject({
    file,
    bytes: readFileSync(file).length,
    name: 'multiclass_nn_model',
    seed: 42,
    parameters: 109386,
    layers: config.model.layers,
    compiled: { loss: { type: 'categoricalCrossentropy' }, metrics: [{ type: 'accuracy' }] },
    weightsSha256: history.weightsSha256,
  });
  expect((await inkgrad('inspect', file, '--quiet').ended).stdout).toBe(`${history.weightsSha256}\n`);
});

test('a run whose model is another one is not judged', async () => {
  const folder = temporaryFolder();
  for (const file of ['config.json', 'history.json']) {
    writeFileSync(join(folder, file), readFileSync(join(multiclass, file)));
  }
  writeFileSync(join(folder, 'model.safetensors'), readFileSync(join(binary, 'model.safetensors')));
  const { code, stderr } = await inkgrad('evaluate', folder).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/model\.safetensors: expected the run's weights, with the SHA-256/);
});
