/** inkgrad/inline: the whole of inkgrad in one file. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as main from 'inkgrad';
import * as inline from 'inkgrad/inline';
import { expect, onTestFinished, test } from 'vitest';
import { describeInChromium, epochs, headers } from './chromium-page.ts';
import type { Site } from './server.ts';

const file = new URL('../../dist/inline.js', import.meta.url);

test('in Node it is the package in one file', async () => {
  await using model = inline.sequential([inline.layers.dense(2, { inputShape: [3] })], { seed: 1 });
  await using same = main.sequential([main.layers.dense(2, { inputShape: [3] })], { seed: 1 });
  expect(await model.weightsHash()).toBe(await same.weightsHash());
  expect(Object.keys(inline)).toEqual(expect.arrayContaining(Object.keys(main))); // it is CommonJS, and so has a default
});

describeInChromium('inkgrad/inline in Chromium', (chromium) => {
  /** A page that has nothing of the package but the one file. */
  const open = (site: Partial<Site>) => chromium.open({ ...site, folders: { '/inkgrad.js': 'dist/inline.js' } });

  test.each([1, 2, 3])('trains to the bits of Node with %i threads, and loads nothing', async (threads) => {
    const { page, server, said } = await open({});
    const { info, afterLoading, ...trained } = await page.evaluate((given) => train(...given), [
      { threads },
      epochs,
    ] as const);
    expect(trained).toEqual(chromium.inNode);
    expect(afterLoading).toEqual(trained.predictions);
    expect(info).toMatchObject({ threads, isolated: true });
    expect(server.requests.sort()).toEqual(['/data/x', '/data/y', '/index.html', '/inkgrad.js', '/page.js']);
    expect(said).toEqual([]);
  });

  test('has the fast build as well', async () => {
    const { page } = await open({});
    const { info } = await page.evaluate((given) => train(...given), [{ threads: 2, build: 'fast' }, 1] as const);
    expect(info).toMatchObject({ threads: 2, relaxed: true, build: 'fused' });
  });

  test('without isolation, has one thread and says how to get more', async () => {
    const { page, said } = await open({ isolated: false });
    const { info, hash } = await page.evaluate((given) => train(...given), [{}, epochs] as const);
    expect(hash).toBe(chromium.inNode.hash);
    expect(info).toMatchObject({ threads: 1, isolated: false });
    expect(said).toEqual([
      `warning: inkgrad: one thread: the page is not cross-origin isolated; serve it with ${headers}`,
    ]);
  });

  test('has every name that the other entry has', async () => {
    const { page } = await chromium.open({});
    // As a text, since Vitest has an import of its own.
    const namesOf = (path: string) => page.evaluate<string[]>(`import('${path}').then(Object.keys)`);
    const [names, others] = [await namesOf('/dist/browser.js'), await namesOf('/dist/inline.js')];
    expect(others).toEqual(names);
    expect(names).toContain('sequential');
  });

  test('lives in a page that is one file, opened without a server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inkgrad-inline-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const imports = { inkgrad: `data:text/javascript;base64,${readFileSync(file, 'base64')}` };
    const program = `
      import { createEngine, layers, sequential } from 'inkgrad';
      const engine = await createEngine();
      const model = sequential({ engine, layers: [layers.dense({ units: 1, inputShape: [2] })] });
      const { data } = await model.predict([[1, 2]]);
      document.title = JSON.stringify({ outputs: data.length, ...engine.info });`;
    const path = join(folder, 'page.html');
    writeFileSync(
      path,
      `<!doctype html><meta charset="utf-8"><script type="importmap">${JSON.stringify({ imports })}</script>
      <script type="module">${program}</script>`,
    );
    const { page: tab } = await chromium.newPage();
    await tab.goto(pathToFileURL(path).href);
    await expect.poll(() => tab.title()).toContain('outputs');
    expect(JSON.parse(await tab.title())).toMatchObject({ outputs: 1, threads: 1, isolated: false });
  });
});
