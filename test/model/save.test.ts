import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createEngine,
  DownloadError,
  DtypeError,
  FileError,
  FormatError,
  loadModel,
  NotCompiledError,
  OptionError,
} from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

const { x, y } = blobs(300);
const quiet = { verbose: 0 } as const;

let folder: string;
let server: Server;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkgrad-'));
  server = createServer(async (request, response) => {
    if (request.url?.endsWith('.html')) {
      response.setHeader('content-type', 'text/html').end('<!doctype html><html></html>');
      return;
    }
    try {
      response.end(await readFile(join(folder, request.url as string)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

test('a model comes back from a path, a URL and bytes, and goes on to the same bits', async () => {
  await using model = classifier();
  await model.fit(x, y, { epochs: 3, ...quiet });
  const path = join(folder, 'new', 'folders', 'model.safetensors');
  await model.save(path);
  expect(await readdir(join(folder, 'new', 'folders'))).toEqual(['model.safetensors']);
  const bytes = await model.toBytes();
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);

  const sources = [
    path,
    pathToFileURL(path),
    `${url}/new/folders/model.safetensors`,
    new URL(`${url}/new/folders/model.safetensors`),
    bytes,
    bytes.slice().buffer,
  ];
  for (const source of sources) {
    await using loaded = await loadModel(source);
    expect({ name: loaded.name, seed: loaded.seed, layers: loaded.layers }).toEqual({
      name: model.name,
      seed: model.seed,
      layers: model.layers,
    });
    expect(await loaded.weightsHash()).toBe(await model.weightsHash());
    expect(await loaded.predict(x)).toEqual(await model.predict(x));
    expect(await loaded.evaluate(x, y)).toEqual(await model.evaluate(x, y));
    expect(await loaded.toBytes()).toEqual(bytes);
  }
});

test('a loaded model learns on', async () => {
  await using model = classifier();
  await model.fit(x, y, { epochs: 5, ...quiet });
  const { loss } = await model.evaluate(x, y);
  await using loaded = await loadModel(await model.toBytes());
  await loaded.fit(x, y, { epochs: 5, ...quiet });
  expect((await loaded.evaluate(x, y)).loss).toBeLessThan(loss);
});

test('a model that was not compiled is not compiled', async () => {
  const { layers, sequential } = await import('inkgrad');
  await using model = sequential({ layers: [layers.dense({ units: 2, inputShape: [4] })] });
  await using loaded = await loadModel(await model.toBytes());
  expect(await loaded.predict(x)).toEqual(await model.predict(x));
  await expect(loaded.evaluate(x, y)).rejects.toThrow(NotCompiledError);
});

test('on an engine of choice, to the same bits', async () => {
  await using model = classifier();
  const engine = await createEngine({ threads: 1 });
  await using loaded = await loadModel(await model.toBytes(), { engine });
  expect(await loaded.predict(x)).toEqual(await model.predict(x));
  await loaded.dispose();
  await engine.terminate();
});

describe('says what is wrong', () => {
  test('with a file', async () => {
    await expect(loadModel(join(folder, 'none.safetensors'))).rejects.toThrow(FileError);
    await expect(loadModel(join(folder, 'none.safetensors'))).rejects.toThrow(
      'none.safetensors: there is no such file',
    );
    await expect(loadModel(folder)).rejects.toThrow(FileError);
    const path = join(folder, 'cut.safetensors');
    await using model = classifier();
    await writeFile(path, (await model.toBytes()).subarray(0, -1));
    await expect(loadModel(path)).rejects.toThrow(FormatError);
    await expect(loadModel(path)).rejects.toThrow(`${path}: expected`);
  });

  test('with a download', async () => {
    await expect(loadModel(`${url}/none.safetensors`)).rejects.toThrow(DownloadError);
    await expect(loadModel(`${url}/page.html`)).rejects.toThrow(DownloadError);
  });

  test('with an argument', async () => {
    await expect(loadModel(3 as never)).rejects.toThrow(DtypeError);
    await expect(loadModel(new Uint8Array())).rejects.toThrow('got an empty file');
    await expect(loadModel('path', { engines: 1 } as never)).rejects.toThrow(OptionError);
  });

  test('with a place to save', async () => {
    await using model = classifier();
    await expect(model.save('')).rejects.toThrow(OptionError);
    await writeFile(join(folder, 'a-file'), '');
    await expect(model.save(join(folder, 'a-file', 'model.safetensors'))).rejects.toThrow(FileError);
  });
});

describe('a file of another program is named, with the way in:', () => {
  const heads: Record<string, string> = JSON.parse(readFileSync(new URL('foreign.json', import.meta.url), 'utf8'));
  const bytesOf = (name: string) => Buffer.from(heads[name] as string, 'base64');

  test.each([
    ['model.json', "the JSON of Keras's model.to_json()", "model.save('model.keras')"],
    ['model.pt', "a file of PyTorch's torch.save", "save_file(model.state_dict(), 'model.safetensors')"],
    ['old.pt', 'a Python pickle', "save_file(model.state_dict(), 'model.safetensors')"],
    ['array.npy', 'an .npy file', 'numpy.savez(path, *model.get_weights())'],
    ['files.zip', 'a zip file', 'unpack it'],
    ['model.safetensors.gz', 'a gzip file', 'unpack it'],
  ])('%s', async (name, format, advice) => {
    await writeFile(join(folder, name), bytesOf(name));
    for (const source of [join(folder, name), bytesOf(name)]) {
      const loading = loadModel(source);
      await expect(loading).rejects.toThrow(FormatError);
      await expect(loading).rejects.toThrow(`got ${format}`);
      await expect(loading).rejects.toThrow(advice);
    }
  });

  test.each([
    ['<!DOCTYPE html><html>', 'a web page'],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0', 'a Git LFS pointer'],
    ['\x1c\0\0\0TFL3\x14\0', 'a TensorFlow Lite file'],
    ['\x80\x04\x95', 'a Python pickle'],
  ])('%j', async (text, format) => {
    await expect(loadModel(Buffer.from(text, 'latin1'))).rejects.toThrow(`got ${format}`);
  });

  // The length of the header comes first: 0x1_0280 looks like a pickle, 0x12_0108 like ONNX.
  test.each([0x1_0280, 0x12_0108])('our own whose header has %i bytes is none of them', async (length) => {
    await using model = classifier();
    const bytes = await model.toBytes();
    const had = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const padded = new Uint8Array(bytes.length - had + length).fill(0x20);
    new DataView(padded.buffer).setBigUint64(0, BigInt(length), true);
    expect(length).toBeGreaterThan(had);
    padded.set(bytes.subarray(8, 8 + had), 8);
    padded.set(bytes.subarray(8 + had), 8 + length);
    await using loaded = await loadModel(padded);
    expect(await loaded.weightsHash()).toBe(await model.weightsHash());
  });
});

test('save takes file:// URLs, as texts and as objects', async () => {
  await using model = classifier();
  const url = pathToFileURL(join(folder, 'by url #1.safetensors'));
  for (const place of [url, url.href]) {
    await model.save(place);
    await using loaded = await loadModel(url);
    expect(await loaded.weightsHash()).toBe(await model.weightsHash());
    await rm(url);
  }
  await model.save(pathToFileURL(join(folder, 'web', 'model.json')));
  expect((await readdir(join(folder, 'web'))).sort()).toEqual(['model.json', 'model.weights.bin']);
  if (process.platform !== 'win32') await expect(model.save('file://elsewhere/m')).rejects.toThrow(FileError);
});

test.each(['a.pt', 'a.PTH', 'a.pkl', 'a.tflite', 'a.npy'])('save writes nothing of its own as %s', async (name) => {
  await using model = classifier();
  const path = join(folder, name);
  await expect(model.save(path)).rejects.toThrow(OptionError);
  await expect(model.save(path)).rejects.toThrow(
    /expected an ending of a format that is written: '.safetensors', '.keras'/,
  );
  await model.save(path, { format: 'safetensors' });
  await using loaded = await loadModel(path);
  expect(await loaded.weightsHash()).toBe(await model.weightsHash());
});

test.each(['indexeddb://m', 'localstorage://m', 'downloads://m', 'http://localhost/m'])(
  'save takes no address: %s',
  async (address) => {
    await using model = classifier();
    const before = await readdir('.');
    await expect(model.save(address)).rejects.toThrow(OptionError);
    await expect(model.save(address)).rejects.toThrow(`path: expected the path of a file, got '${address}'; toBytes()`);
    expect(await readdir('.')).toEqual(before);
  },
);
