/** The classic script, in a page that is a file on the disk, as double-clicked. */

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { layers, sequential } from 'inkgrad';
import { expect, onTestFinished, test } from 'vitest';
import { launchChromium, listenTo, skipsWithoutChromium } from './chromium.ts';

const train = `
  const model = sequential({ seed: 1, layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })] });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  await model.fit([0, 1, 1, 1], [0, 1], { epochs: 3, verbose: 0 });
  return model.weightsHash();`;

test.skipIf(skipsWithoutChromium('the page that is a file'))('trains to the bits of Node', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = 'inkgrad.global.js';
  copyFileSync(fileURLToPath(new URL(`../../dist/${script}`, import.meta.url)), join(folder, script));
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><title>Digits</title><output></output><script src="${script}"></script><script>
      const { engineInfo, layers, sequential } = inkgrad;
      async function train() {${train}}
      (async () => [await train(), (await engineInfo()).reason])().then(
        (said) => { document.querySelector('output').value = JSON.stringify(said); },
        (error) => { document.querySelector('output').value = JSON.stringify([String(error)]); });
    </script>`,
  );
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const said = listenTo(page);
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  const output = await page.waitForFunction(() => document.querySelector('output')?.value);

  const inNode = await new Function('layers', 'sequential', `return (async () => {${train}})()`)(layers, sequential);
  const reason = "one thread: the script for pages without modules has no threads; import 'inkgrad/inline' instead";
  expect(JSON.parse((await output.jsonValue()) ?? '')).toEqual([inNode, reason]);
  expect(said.filter((line) => !line.startsWith(`warning: inkgrad: ${reason}`))).toEqual([]);
});
