/** Programs that have nothing of the package but `inkgrad/tfjs`, as bundlers make them. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build as vite } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeProject, pack } from '../packaging/tarball.ts';
import { describeInChromium } from '../platform/chromium-page.ts';

const folder = 'test/bundlers/tools/projects/tfjs/';
const project = fileURLToPath(new URL(`../../${folder}`, import.meta.url));

const program = `import * as tf from 'inkgrad/tfjs';
const model = tf.sequential({ seed: 1 });
model.add(tf.layers.dense({ units: 4, activation: 'tanh', inputShape: [2] }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.sgd(0.5), loss: 'binaryCrossentropy' });
const { history } = await model.fit(tf.tensor2d([[0, 1], [1, 1]]), tf.tensor1d([0, 1]), { epochs: 3 });
console.log(JSON.stringify({ loss: history.loss, outputs: model.predict(tf.ones([2, 2])).arraySync() }));
`;

let expected: string;

beforeAll(() => {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  makeProject(project, pack(project));
  writeFileSync(join(project, 'main.js'), program);
  writeFileSync(
    join(project, 'index.html'),
    '<!doctype html><meta charset="utf-8"><script type="module" src="./main.js"></script>',
  );
  expected = run(join(project, 'main.js'));
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const run = (file: string) => execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim();

test('Vite, for Node: one file, far from every package', { timeout: 120_000 }, async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'inkgrad-tfjs-'));
  onTestFinished(() => rmSync(outDir, { recursive: true }));
  await vite({
    root: project,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: 'main.js', outDir, emptyOutDir: true },
  });
  writeFileSync(join(outDir, 'package.json'), '{ "type": "module" }');
  expect(run(join(outDir, 'main.js'))).toBe(expected);
});

describeInChromium('a page of inkgrad/tfjs', (chromium) => {
  test('built by Vite trains to the bits of Node', { timeout: 120_000 }, async ({ annotate }) => {
    await vite({ root: project, logLevel: 'silent', build: { outDir: 'dist' } });
    const scripts = readdirSync(join(project, 'dist/assets')).filter((file) => file.endsWith('.js'));
    const texts = scripts.map((file) => readFileSync(join(project, 'dist/assets', file), 'utf8'));
    const size = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    await annotate(`all scripts, compressed: ${size} bytes`);
    for (const text of texts) expect(text).not.toMatch(/["']node:|browser-external/);
    const { said, server } = await chromium.open({
      path: '/built/index.html',
      folders: { '/built/': `${folder}dist/`, '/assets/': `${folder}dist/assets/` },
    });
    await expect.poll(() => said).toContain(`log: ${expected}`);
    expect(server.requests.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
  });
});
