// `node scripts/docs/stills.mjs`: takes the pictures of the README and the documentation, from the demo and a report.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { findProgram, root } from '../setup/paths.mjs';

/** A README that loads at once. */
const MOST_BYTES = 150_000;

const executablePath = process.env.CHROMIUM || findProgram('chromium');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const images = join(root, 'docs/images');
try {
  await takeDemo();
  await takeReport();
} finally {
  await browser.close();
}

/** After three epochs, with a digit of the test set on the pad. */
async function takeDemo() {
  const server = await createServer({ configFile: join(root, 'examples/browser/vite.config.ts'), logLevel: 'warn' });
  try {
    await server.listen();
    const page = await open(server.resolvedUrls.local[0], { width: 1200, height: 700 });
    await page.waitForSelector('#train:enabled', { timeout: 120_000 });
    await page.fill('#epochs', '3');
    await page.click('#train');
    await page.waitForSelector('#reset:enabled', { timeout: 300_000 });
    await page.waitForFunction(() => !document.body.dataset.state?.startsWith('train'), null, { timeout: 300_000 });
    await page.locator('#samples button', { hasText: '7' }).click();
    await page.mouse.move(0, 0);
    await page.evaluate(() => {
      document.activeElement?.blur();
      scrollTo(0, 0);
    });
    await page.waitForTimeout(1500);
    await save(page, 'demo.webp');
  } finally {
    await server.close();
  }
}

/** Of a training on the digits in the package. */
async function takeReport() {
  const { layers, sequential } = await import(pathToFileURL(join(root, 'dist/node.js')).href);
  const { loadSampleDigits } = await import(pathToFileURL(join(root, 'dist/data-node.js')).href);
  const { writeReport } = await import(pathToFileURL(join(root, 'dist/report-node.js')).href);
  const { train, test } = await loadSampleDigits();
  const model = sequential([
    layers.dense(64, { activation: 'relu', inputShape: [784] }),
    layers.dense(10, { activation: 'softmax' }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const fit = { epochs: 12, validationData: [test.x, test.y], verbose: 0 };
  const history = await model.fit(train.x, train.y, fit);
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-stills-'));
  try {
    const run = { history, labels: test.y, probabilities: await model.predict(test.x), images: test.x };
    const { html } = await writeReport(folder, run);
    const page = await open(pathToFileURL(html).href, { width: 1200, height: 1000 });
    await save(page, 'report.webp');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function open(url, viewport) {
  const page = await browser.newPage({ viewport, colorScheme: 'light' });
  await page.goto(url);
  return page;
}

async function save(page, name) {
  const path = join(images, name);
  writeFileSync(path, await webp(page, await page.screenshot()));
  const { size } = statSync(path);
  console.log(`${name}: ${size} bytes`);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; the most is ${MOST_BYTES}`);
}

/** A PNG as WebP, which the browser writes. */
async function webp(page, png) {
  const written = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.6 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Uint8Array.from(written);
}
