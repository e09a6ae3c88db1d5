import type * as Data from 'inkgrad/data';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ImageTensor } from '../../ts/tensor.ts';
import { browsers } from '../platform/browsers.ts';
import { TestServer } from '../platform/server.ts';
import { fixtureJson } from './support.ts';

const expected = fixtureJson<{ labels: number[]; pixels: number[][] }>('digits/expected.json');

/** What a page has to say of digits. */
interface Told {
  readonly labels: readonly number[];
  readonly bytes: readonly number[];
  readonly description: string;
}

describe.each(browsers)('loadDigits in $name', ({ launch, missing }) => {
  // A contributor may lack a browser; the checks of every change must not.
  test.skipIf(missing !== undefined && !process.env.CI)('reads addresses, files and lists of files', async () => {
    const folders = { '/dist/': 'dist/', '/data/': 'test/data/digits/' };
    const start =
      '<!doctype html><script type="module">import * as data from "/dist/data.js"; globalThis.data = data</script>';
    const server = await TestServer.start({
      isolated: false,
      folders,
      instead: { '/': start },
    });
    const browser = await launch();
    onTestFinished(async () => {
      server.close();
      await browser.close();
    });
    const page = await browser.open(`${server.url}/`);
    const told = await page.evaluate(async (): Promise<Told[]> => {
      const { loadDigits, loadSampleDigits } = (globalThis as unknown as { data: typeof Data }).data;
      const file = async (name: string) => new File([await (await fetch(`/data/${name}`)).arrayBuffer()], name);
      const pair = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'];
      const chosen = new DataTransfer(); // whose files are a FileList
      for (const name of pair) chosen.items.add(await file(name));
      const sources = [
        ...['keras-compressed.npz', 'kaggle.csv', 'cube.mat', 'train-00000-of-00001.parquet'].map(
          (name) => `/data/${name}`,
        ),
        new URL('/data/zstd.parquet', location.href),
        await file('pictures.zip'),
        new Blob([await file('kaggle.zip')]),
        chosen.files,
      ];
      const all: Told[] = [];
      for (const source of sources) {
        const { images, labels, description } = await loadDigits(source);
        all.push({
          labels: Array.from(labels as Uint8Array),
          bytes: Array.from((images as ImageTensor).bytes),
          description,
        });
      }
      const { train } = await loadSampleDigits();
      return [...all, { labels: Array.from(train.y.slice(0, 10)), bytes: [], description: String(train.x.shape) }];
    }, undefined);
    const sample = told.pop();
    expect(sample).toEqual({ labels: [5, 0, 4, 1, 9, 2, 1, 3, 1, 4], bytes: [], description: '2500,784' });
    expect(told.length).toBe(8);
    for (const { labels, bytes, description } of told) {
      expect(description).toContain('20 images of 28 x 28');
      expect(labels, description).toEqual(expected.labels);
      expect(bytes, description).toEqual(expected.pixels.flat());
    }
  });
});
