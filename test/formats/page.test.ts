/** What pages keep and read: places of their own, downloads, Files that a person chose, formats that are loaded late. */

import { readFileSync } from 'node:fs';
import { loadModel } from 'inkgrad';
import { expect, test } from 'vitest';
import { describeInChromium, type InChromium } from '../platform/chromium-page.ts';
import { expectClose, expectedOf, fileBytes, fileUrl } from './support.ts';

const setUp = `
  const { layers, loadModel, sequential } = await import('/dist/browser.js');
  const model = sequential({ name: 'digits', seed: 3, layers: [layers.dense(4, { inputShape: [6] }), layers.dense(3)] });
  const hash = await model.weightsHash();
  const failure = (work) => work.then(() => 'none', ({ name, message }) => name + ': ' + message);
`;

describeInChromium('models in pages', (chromium) => {
  const run = async (
    code: string,
  ): Promise<{ result: unknown; said: readonly string[]; page: Page; files: string[] }> => {
    const { page, said, server } = await chromium.open({});
    const result: unknown = await page.evaluate(`(async () => { ${setUp} ${code} })()`);
    return { result, said, page, files: server.requests.filter((path) => path.endsWith('.js')) };
  };
  type Page = Awaited<ReturnType<InChromium['open']>>['page'];

  test.each(['indexeddb://digits', 'opfs://digits.npz', 'opfs://some/folders/model.json', 'IndexedDB://a.keras'])(
    'come back from %s',
    async (address) => {
      const { result, said } = await run(`
        await model.save('${address}');
        await model.save('${address}');
        const loaded = await loadModel('${address}');
        return [await loaded.weightsHash() === hash, await failure(loadModel('${address}-2'))];
      `);
      expect(result).toEqual([true, `FileError: ${address}-2: there is no such file`]);
      expect(said).toEqual([]);
    },
  );

  test('are handed to the person as files', async () => {
    const { page } = await run(`globalThis.model = model;`);
    for (const [name, file] of [
      ['digits', 'digits.safetensors'],
      ['', 'model.safetensors'],
      ['web/model.json', 'web_model.json.zip'],
      ['digits.npz', 'digits.npz'],
    ]) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.evaluate(`model.save('downloads://${name}')`),
      ]);
      expect(download.suggestedFilename()).toBe(file);
      await using loaded = await loadModel(readFileSync(await download.path()));
      expect(loaded.weightNames).toEqual(['dense/kernel', 'dense/bias', 'dense_1/kernel', 'dense_1/bias']);
    }
  });

  test('have errors that say what a page can do', async () => {
    const { result, said } = await run(`return [
      await failure(model.save('digits.safetensors')),
      await failure(model.save('localstorage://digits')),
      await failure(model.save('opfs://../digits')),
      await failure(model.save('indexeddb://')),
      await failure(loadModel('downloads://digits')),
      await failure(loadModel('indexeddb://none')),
    ];`);
    expect(result).toEqual([
      expect.stringMatching(
        /^FileError: digits.safetensors: there are no files here; save\('downloads:\/\/digits.safetensors'\)/,
      ),
      expect.stringMatching(
        /^OptionError: path: expected a name behind 'indexeddb:\/\/', 'opfs:\/\/' or 'downloads:\/\/'/,
      ),
      expect.stringMatching(/^OptionError: path: expected a name such as opfs:\/\/model.safetensors/),
      expect.stringMatching(/^OptionError: path: expected a name behind indexeddb:\/\//),
      expect.stringMatching(/^OptionError: source: expected a File that the person chose/),
      'FileError: indexeddb://none: there is no such file',
    ]);
    expect(said).toEqual([]);
  });

  test('are read from Files, and from addresses with what lies beside them', async () => {
    const expected = expectedOf('tfjs');
    const { page, said, server } = await chromium.open({
      folders: { '/files/': 'test/formats/files/' },
    });
    await page.setContent('<input type="file" multiple>');
    await page.setInputFiles('input', [
      { name: 'group1-shard1of1.bin', mimeType: '', buffer: Buffer.from(fileBytes('tfjs-every/group1-shard1of1.bin')) },
      { name: 'model.json', mimeType: '', buffer: Buffer.from(fileBytes('tfjs-every/model.json')) },
    ]);
    const read = (source: string): Promise<number[]> =>
      page.evaluate(`(async () => {
        const { loadModel } = await import('/dist/browser.js');
        const { data } = await (await loadModel(${source})).predict(${JSON.stringify(expected.x)});
        return [...data];
      })()`);
    for (const source of ["document.querySelector('input').files", "'files/tfjs-every/model.json'"]) {
      expectClose({ data: await read(source) }, expected.outputs.every as number[][]);
    }
    const numpy = expectedOf('numpy');
    await page.setInputFiles('input', [
      { name: 'x', mimeType: '', buffer: Buffer.from(readFileSync(fileUrl('numpy-named.npz'))) },
    ]);
    await page.evaluate(`globalThis.file = document.querySelector('input').files[0]`);
    const { data } = {
      data: (await page.evaluate(`(async () => {
      const { loadModel } = await import('/dist/browser.js');
      return [...(await (await loadModel(file)).predict(${JSON.stringify(numpy.x)})).data];
    })()`)) as number[],
    };
    expectClose({ data }, numpy.outputs['in-turn'] as number[][]);
    expect(said.map((line) => line.slice(0, 30))).toEqual(['warning: InkgradWarning: x: we']);
    expect(server.requests).toContain('/files/tfjs-every/group1-shard1of1.bin');
  });

  test('are saved without loading any format but that', async () => {
    const { files } = await run(`await model.toBytes();`);
    const { files: more } = await run(`await model.toBytes(); await model.toBytes({ format: 'npz' });`);
    expect(files.filter((path) => /npz|tfjs|keras|standalone|foreign/.test(path))).toEqual([]);
    expect(more.filter((path) => /\/npz-/.test(path))).toHaveLength(1);
  });
});
