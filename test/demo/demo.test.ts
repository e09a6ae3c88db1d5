/** The demo as people meet it: its static build, on a host that isolates pages and on one that knows nothing of that. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layers, loadBinaryDigits, loadMnist, loadModel, sequential } from 'inkgrad';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createServer, type PreviewServer, type ViteDevServer } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { expectFit, hostsOfBuild } from '../platform/built-pages.ts';
import { skipsWithoutChromium } from '../platform/chromium.ts';
import { drawings, penOf } from './drawing.ts';

const skipped = skipsWithoutChromium('the tests of the demo in Chromium');

const configFile = fileURLToPath(new URL('../../examples/browser/vite.config.ts', import.meta.url));

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** Machines may be busy. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 });

describe.skipIf(skipped)('the demo', { timeout: 120_000 }, () => {
  const hosts = hostsOfBuild(configFile, 120_000);

  /** A page of its own, and what it has said and asked for. */
  async function open(server: PreviewServer | ViteDevServer, options: BrowserContextOptions) {
    const context = await hosts.browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    const loads: string[] = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
    page.on('request', (request) => asked.push(request.url()));
    page.on('framenavigated', (frame) => loads.push(frame.url()));
    const url = server.resolvedUrls?.local[0] as string;
    await page.goto(url);
    return { page, said, asked, loads, url };
  }

  const inState = (page: Page, state: string) =>
    page.waitForSelector(`body[data-state=${state}]`, { state: 'attached', timeout: 120_000 });

  const text = async (page: Page, selector: string) => (await page.locator(selector).textContent()) ?? '';

  const probabilities = (page: Page) =>
    page
      .locator('#probabilities li')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).style.getPropertyValue('--share'))));

  /** @param until a state to wait for: short trainings may be done before anybody sees them begin */
  async function train(page: Page, epochs: number, until: 'training' | 'done' = 'training'): Promise<void> {
    await page.locator('#epochs').fill(String(epochs));
    await page.locator('#epochs').blur();
    await page.locator('#train').click();
    await inState(page, until);
  }

  const visitors = [
    ['on a desktop, from a host that isolates it', () => hosts.isolating, desktop, 1],
    ['on a phone, from a host without headers', () => hosts.plain, phone, 2],
  ] as const;

  test.for(visitors)(
    '%s: learns, reads what is drawn, and keeps it',
    async ([, server, options, expectedLoads], { annotate }) => {
      const { page, said, asked, loads, url } = await open(server(), options);
      await inState(page, 'idle');
      expect(loads.length).toBe(expectedLoads); // the service worker's reload, once
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      const cores = await page.evaluate(() => navigator.hardwareConcurrency);
      expect(await text(page, '#thread-count')).toBe(String(cores));
      expect(asked.filter((address) => address.includes('inkgrad-threads')).length).toBe(cores > 1 ? 1 : 0);
      expect(await page.locator('#threads-note').isVisible()).toBe(false);
      await expectFit(page);

      const weights = () => page.locator('#first-layer').evaluate((one) => (one as HTMLCanvasElement).toDataURL());
      await eventually(() => text(page, '#first-layer-about')).toBe('128');
      const fresh = await weights();

      await page.locator('#readers input[value=own]').check();
      const pen = await penOf(page, options);
      await pen.draw(7);
      await countFrames(page);
      await train(page, 3);
      const seen = new Set<string>();
      while ((await page.evaluate(() => document.body.dataset.state)) === 'training') {
        seen.add(String(await probabilities(page)));
      }
      expect(seen.size).toBeGreaterThan(2); // they move while it trains
      await inState(page, 'done');
      const frames = (await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames)).sort(
        (a, b) => a - b,
      );
      await annotate(
        `${frames.length} frames, at most ${frames.at(-1)?.toFixed(1)} ms apart, half of them ${frames[frames.length >> 1]?.toFixed(1)}`,
      );

      const accuracy = Number.parseFloat(await text(page, '#accuracy'));
      expect(accuracy).toBeGreaterThan(95);
      const mistakes = Number(await text(page, '#mistake-count'));
      expect(await text(page, '#goal')).toMatch(mistakes <= 300 ? /^\d+(\.\d)? s$/ : /^(–|\d+(\.\d)? s)$/);
      await eventually(() => confusion(page)).toEqual({ all: 10_000, right: 10_000 - mistakes });
      expect(await page.locator('#mistakes li:visible').count()).toBe(15);
      await eventually(() => text(page, '#accuracy-test')).toBe(await text(page, '#accuracy'));
      await eventually(weights).not.toBe(fresh);

      for (const digit of Object.keys(drawings).map(Number)) {
        await pen.draw(digit);
        await eventually(() => text(page, '#answer-digit')).toBe(String(digit));
        await eventually(() => text(page, '#answer-spoken')).toContain(`reads ${digit}`);
      }

      const active = () => activeUnits(page);
      const atSeven = await active();
      expect(atSeven.map(({ told }) => told)).toEqual([
        expect.stringMatching(/^Hidden layer 1: [1-9]\d* of 128 units active$/),
        expect.stringMatching(/^Hidden layer 2: [1-9]\d* of 64 units active$/),
      ]);
      await pen.draw(0);
      await eventually(() => text(page, '#answer-digit')).toBe('0');
      const atZero = await active();
      for (const [i, { cells }] of atZero.entries()) expect(cells).not.toBe(atSeven[i]?.cells);

      const answer = await probabilities(page);
      const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
      expect(saved.suggestedFilename()).toBe('digits.safetensors');
      const file = await saved.path();
      const { test: unseen } = await loadMnist();
      await using model = await loadModel(file);
      expect((100 * ((await model.evaluate(unseen.x, unseen.y)).accuracy ?? 0)).toFixed(1)).toBe(accuracy.toFixed(1));

      await page.locator('#reset').click();
      await inState(page, 'idle');
      expect(await text(page, '#goal')).toBe('–');
      await eventually(() => probabilities(page)).not.toEqual(answer);
      await page.locator('#model-file').setInputFiles({ ...modelFile, buffer: readFileSync(file) });
      await inState(page, 'done');
      await eventually(() => probabilities(page)).toEqual(answer);
      expect(Number.parseFloat(await text(page, '#accuracy'))).toBe(accuracy);

      await expectFit(page);
      expect(asked.filter((address) => !address.startsWith(url) && !/^(?:data|blob):/.test(address))).toEqual([]);
      expect(said).toEqual([]);
    },
  );

  test('without service workers, runs on one thread and says so', async () => {
    const { page, loads, said } = await open(hosts.plain, { ...desktop, serviceWorkers: 'block' });
    await inState(page, 'idle');
    expect(loads.length).toBe(1);
    expect(await page.locator('#threads-note').isVisible()).toBe(true);
    expect(await text(page, '#thread-count')).toBe('1');
    expect(await page.locator('#threads option').count()).toBe(1);
    await train(page, 1);
    await inState(page, 'done');
    expect(Number.parseFloat(await text(page, '#accuracy'))).toBeGreaterThan(93);
    expect(said.filter((line) => !/^warning: .*cross-origin isolated|Service Worker/.test(line))).toEqual([]);
  });

  test('can be used by keys alone', async () => {
    const { page, said } = await open(hosts.isolating, desktop);
    await inState(page, 'idle');
    const focusOn = async (id: string) => {
      for (let presses = 0; presses < 80; presses++) {
        if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${id}`);
    };
    await focusOn('pad');
    await page.keyboard.press('4');
    await eventually(() => text(page, '#about-image')).toMatch(/a 4, to its writer/);
    // The network of the package may give a little to 'no digit', and the sample is another each time.
    await eventually(() => probabilities(page).then((all) => all.reduce((a, b) => a + b))).toBeGreaterThan(0.7);
    const untrained = await probabilities(page);
    await focusOn('batch-size');
    await page.keyboard.type('512');
    await focusOn('epochs');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('50');
    await focusOn('train');
    await page.keyboard.press('Enter');
    await inState(page, 'training');
    await eventually(() => text(page, '#where')).toMatch(/^Epoch \d+ of 50$/);
    await page.keyboard.press('Space');
    await inState(page, 'paused');
    await page.keyboard.press('Enter');
    await inState(page, 'training');
    await eventually(() => probabilities(page)).not.toEqual(untrained);
    await focusOn('reset');
    await page.keyboard.press('Enter');
    await inState(page, 'idle');
    await focusOn('pad');
    await page.keyboard.press('Backspace');
    await eventually(() => text(page, '#answer-digit')).toBe('?');
    expect(said).toEqual([]);
  });

  test('a pause holds the training where it is', async () => {
    const { page } = await open(hosts.isolating, desktop);
    await inState(page, 'idle');
    await train(page, 2);
    const bar = page.locator('#progress');
    await eventually(() => bar.evaluate((element) => (element as HTMLProgressElement).value)).toBeGreaterThan(0);
    await page.locator('#train').click();
    await inState(page, 'paused');
    const download = async () => {
      const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
      return readFileSync(await saved.path());
    };
    await download(); // the step that was under way is done
    const before = await download();
    await page.waitForTimeout(300);
    expect((await download()).equals(before)).toBe(true);
    await page.locator('#train').click();
    await inState(page, 'done');
    expect((await download()).equals(before)).toBe(false);
    await train(page, 1); // goes on after what it has learned
    await inState(page, 'done');
    expect(await text(page, '#where')).toBe('3 epochs done');
  });

  test('builds the network that the form says', async () => {
    const { page, said } = await open(hosts.isolating, desktop);
    await inState(page, 'idle');
    await page.getByRole('button', { name: 'Remove hidden layer 1' }).click();
    await page.getByLabel('Units of hidden layer 1').fill('20');
    await page.getByLabel('Activation of hidden layer 1').selectOption('tanh');
    await page.getByRole('button', { name: 'Add layer' }).click();
    expect(await text(page, '#weights')).toBe('16,702 weights');
    await eventually(() => text(page, '#first-layer-about')).toBe('20');
    await page.locator('#threads').selectOption('1');
    await eventually(() => text(page, '#thread-count')).toBe('1');
    await train(page, 1);
    await inState(page, 'done');
    expect(await page.locator('#batch-size').isDisabled()).toBe(true);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
    await using model = await loadModel(await saved.path());
    expect(model.layers).toMatchObject([
      { units: 20, activation: 'tanh' },
      { units: 32, activation: 'relu' },
      { units: 10, activation: 'softmax' },
    ]);
    expect(said).toEqual([]);
  });

  test.for(['Adam', 'SGD with momentum', 'RMSprop'])(
    'learns 0 or 1 by %s, and reads what is drawn',
    async (optimizer) => {
      const { page, said } = await open(hosts.isolating, phone);
      await inState(page, 'idle');
      await train(page, 1);
      await page.getByLabel('Task').selectOption('0 or 1'); // in the middle of a training
      await eventually(() => text(page, '#test-count')).toBe('2,115');
      await inState(page, 'idle');
      expect(await text(page, '#weights')).toBe('10,431 weights');
      await page.getByLabel('Optimizer').selectOption(optimizer);
      await page.locator('#learning-rate').selectOption(optimizer === 'SGD with momentum' ? '0.03' : '0.003');
      await train(page, 20, 'done');
      const accuracy = Number.parseFloat(await text(page, '#accuracy'));
      expect(accuracy).toBeGreaterThan(98);
      const mistakes = Number(await text(page, '#mistake-count'));
      await eventually(() => confusion(page)).toEqual({ all: 2_115, right: 2_115 - mistakes });
      const pen = await penOf(page, phone);
      for (const digit of [0, 1]) {
        await pen.draw(digit);
        await eventually(() => text(page, '#answer-digit')).toBe(String(digit));
        expect(await page.locator('#probabilities li:visible').count()).toBe(2);
      }
      await page.locator('#readers input[value=trained]').check();
      await eventually(() => page.locator('#probabilities li:visible').count()).toBe(10);
      await expectFit(page);
      const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
      const { test: unseen } = await loadBinaryDigits();
      await using model = await loadModel(await saved.path());
      expect(Math.round((1 - ((await model.evaluate(unseen.x, unseen.y)).accuracy ?? 0)) * 2_115)).toBe(mistakes);
      await page.getByLabel('Task').selectOption('Ten digits');
      await eventually(() => text(page, '#test-count')).toBe('10,000');
      await eventually(() => confusion(page).then(({ all }) => all)).toBe(10_000);
      expect(said).toEqual([]);
    },
  );

  test('tells what is wrong with a file, and goes on', async () => {
    await using small = sequential({ layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [400] })] });
    const { page, said } = await open(hosts.isolating, desktop);
    await inState(page, 'idle');
    const files: [name: string, buffer: Buffer, told: string][] = [
      ['notes.txt', Buffer.from('not a model'), 'notes.txt cannot be opened. Expected'],
      ['empty.safetensors', Buffer.alloc(0), 'empty.safetensors cannot be opened. Expected'],
      ['other.safetensors', Buffer.from(await small.toBytes()), 'got 400 numbers in and 1 (sigmoid) out'],
    ];
    for (const [name, buffer, told] of files) {
      await page.locator('#model-file').setInputFiles({ ...modelFile, name, buffer });
      await eventually(() => text(page, '#alert')).toContain(told);
    }
    await train(page, 1);
    await inState(page, 'done');
    expect(await text(page, '#alert')).toBe('');
    expect(said).toEqual([]);
  });

  test('is served while it is worked on', async () => {
    const server = await createServer({ configFile, logLevel: 'error', server: { host: '127.0.0.1', port: 0 } });
    onTestFinished(() => server.close());
    await server.listen();
    const { page, loads, said } = await open(server, desktop);
    await inState(page, 'idle');
    expect(loads.length).toBe(1);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await train(page, 1);
    await inState(page, 'done');
    expect(Number.parseFloat(await text(page, '#accuracy'))).toBeGreaterThan(93);
    expect(said.filter((line) => !line.startsWith('debug: [vite]'))).toEqual([]);
  });

  test('says what cannot be downloaded', async () => {
    const { page } = await open(hosts.isolating, { ...desktop, serviceWorkers: 'block' });
    await page.route('**/mnist/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.reload();
    await inState(page, 'failed');
    expect(await text(page, '#alert')).toMatch(/could not be started.*train-images.*404/s);
    await page.unroute('**/mnist/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await inState(page, 'idle');
  });

  test('a task whose images cannot be downloaded is told, and begun when they can', async () => {
    const { page } = await open(hosts.isolating, { ...desktop, serviceWorkers: 'block' });
    await inState(page, 'idle');
    await page.route('**/mnist/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.getByLabel('Task').selectOption('0 or 1');
    await eventually(() => text(page, '#alert')).toMatch(/cannot be built.*404/s);
    await page.locator('#train').click();
    await eventually(() => text(page, '#alert')).toMatch(/cannot be trained.*404/s);
    await page.unroute('**/mnist/**');
    await train(page, 20, 'done');
    expect(await text(page, '#test-count')).toBe('2,115');
    expect(await text(page, '#alert')).toBe('');
  });
});

const modelFile = { name: 'digits.safetensors', mimeType: 'application/octet-stream' };

/** What is said and shown of each hidden layer. */
function activeUnits(page: Page): Promise<{ told: string | null; cells: string | undefined }[]> {
  return page
    .locator('#activations li')
    .evaluateAll((rows) =>
      rows.map((row) => ({ told: row.textContent, cells: row.querySelector('canvas')?.toDataURL() })),
    );
}

/** Sums of the table's cells: all, and those on its diagonal. */
function confusion(page: Page): Promise<{ all: number; right: number }> {
  return page.locator('#confusion tbody tr').evaluateAll((rows) => {
    const counts = rows.map((row) => Array.from(row.querySelectorAll('td'), (cell) => Number(cell.textContent)));
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    return { all: sum(counts.map(sum)), right: sum(counts.map((line, i) => line[i] ?? 0)) };
  });
}

/** Milliseconds between the frames that the page draws from now on, in `frames`. */
function countFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const frame = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(globalThis, { frames });
  });
}
