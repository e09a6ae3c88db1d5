/** The demo's race against TensorFlow.js, an easy one. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createServer, type PreviewServer, type ViteDevServer } from 'vite';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { installModules } from '../install-modules.ts';
import { expectFit, hostsOfBuild } from '../platform/built-pages.ts';
import { listenTo, skipsWithoutChromium } from '../platform/chromium.ts';

const configFile = fileURLToPath(new URL('../../examples/browser/vite.config.ts', import.meta.url));

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const easy = '?goal=0.85&images=6000';
/** No network reads all of the test images right: each learns for ten epochs, unless it is stopped. */
const endless = '?goal=1';

describe.skipIf(skipsWithoutChromium('the race in the demo'))('the race', { timeout: 180_000 }, () => {
  beforeAll(() => installModules('bench/peers/node'), 120_000);
  const hosts = hostsOfBuild(configFile, 120_000);

  async function open(server: PreviewServer | ViteDevServer, options: BrowserContextOptions, query: string) {
    const context = await hosts.browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const said = listenTo(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.resolvedUrls?.local[0]}${query}`);
    return { page, said, asked };
  }

  const press = (page: Page) => page.locator('#race-press:enabled').click({ timeout: 100_000 });
  const ended = (page: Page) => page.waitForSelector('#race[data-state=done]', { timeout: 150_000 });
  const text = async (page: Page, selector: string) => (await page.locator(selector).textContent()) ?? '';
  const rows = (page: Page) => page.locator('#race-standings tbody tr').allTextContents();
  const learns = (page: Page, name: string) =>
    expect.poll(() => text(page, '#race-spoken'), { timeout: 100_000 }).toMatch(new RegExp(`${name} learns\\.$`));

  /** Presses the button as soon as the page says this. */
  const stopAt = (page: Page, news: string) =>
    page.evaluate((end) => {
      const [spoken, button] = ['race-spoken', 'race-press'].map((id) => document.getElementById(id) as HTMLElement);
      const observer = new MutationObserver(() => {
        if (!spoken?.textContent?.endsWith(end)) return;
        observer.disconnect();
        button?.click();
      });
      observer.observe(spoken as HTMLElement, { childList: true });
    }, news);

  /** @param threads inkgrad's */
  async function expectFinish(page: Page, threads: number): Promise<void> {
    const told = await rows(page);
    expect(told).toEqual([
      expect.stringMatching(
        new RegExp(`^inkgrad ${threads}\\sthreads?, [\\d.]+\\sepochs?(?=\\d\\d\\.\\d %[\\d.]+ s$)`),
      ),
      expect.stringMatching(/^TensorFlow\.js 4[\d.]+, wasm, \d+\sthreads?, [\d.]+\sepochs?(?=\d\d\.\d %[\d.]+ s$)/),
    ]);
    for (const row of told) expect(Number(/(\d\d\.\d) %/.exec(row)?.[1])).toBeGreaterThanOrEqual(85);
    const result = await text(page, '#race-result');
    expect(result).toMatch(/^inkgrad [\d.]+ s, TensorFlow\.js [\d.]+ s: [\d.]+ times as long, in this browser, now\.$/);
    expect(await text(page, '#race-spoken')).toBe(result);
  }

  /** The demo as those see it who work on it. */
  async function serveSource(alias: Record<string, string> = {}): Promise<ViteDevServer> {
    const cacheDir = mkdtempSync(join(tmpdir(), 'inkgrad-race-'));
    const host = { host: '127.0.0.1', port: 0 };
    const server = await createServer({ configFile, cacheDir, logLevel: 'error', resolve: { alias }, server: host });
    onTestFinished(async () => {
      await server.close();
      rmSync(cacheDir, { recursive: true });
    });
    return server.listen();
  }

  const visitors = [
    ['on a desktop, from a host that isolates it', () => hosts.isolating, desktop, true],
    ['on a phone, from a host without headers', () => hosts.plain, phone, true],
    ['where there is no service worker', () => hosts.plain, { ...desktop, serviceWorkers: 'block' }, false],
  ] as const;

  test.for(visitors)('%s: both get there', async ([, server, options, isolated]) => {
    const { page, said, asked } = await open(server(), options, easy);
    await page.waitForSelector('#race-press:enabled', { timeout: 100_000 });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolated);
    const parts = () => asked.filter((address) => /tensorflow|tfjs-backend/.test(address));
    expect(parts()).toEqual([]);
    await page.locator('#race-press').focus();
    await page.keyboard.press('Enter');
    await ended(page);
    await expectFinish(page, isolated ? await page.evaluate(() => navigator.hardwareConcurrency) : 1);
    expect(parts()).toEqual([
      expect.stringContaining('tensorflow-worker'),
      expect.stringContaining(isolated ? 'tfjs-backend-wasm-threaded-simd' : 'tfjs-backend-wasm-simd'),
    ]);
    await expectFit(page);
    expect(said.filter((line) => !/^warning: .*cross-origin isolated|Service Worker/.test(line))).toEqual([]);
  });

  test('where the demo is worked on: both get there', async () => {
    const server = await serveSource();
    const { page, said } = await open(server, desktop, easy);
    await press(page);
    await ended(page);
    await expectFinish(page, await page.evaluate(() => navigator.hardwareConcurrency));
    expect(said.filter((line) => !line.startsWith('debug: [vite]'))).toEqual([]);
  });

  test('is stopped, and begins anew', async () => {
    const { page, said } = await open(hosts.isolating, desktop, `${endless}&images=2000`);
    await stopAt(page, 'TensorFlow.js learns.');
    await press(page);
    await ended(page);
    expect(await text(page, '#race-result')).toBe('inkgrad did not get there in 10 epochs. TensorFlow.js was stopped.');
    await stopAt(page, 'inkgrad learns.');
    await press(page);
    await expect.poll(() => text(page, '#race-spoken'), { timeout: 100_000 }).toBe('inkgrad was stopped.');
    expect(await text(page, '#race-result')).toBe('inkgrad was stopped.');
    expect(await rows(page)).toEqual([
      expect.stringMatching(/^inkgrad .*stopped/),
      expect.stringMatching(/^TensorFlow.js –/),
    ]);
    expect(said).toEqual([]);
  });

  test('a training waits for its end, and none begins meanwhile', async () => {
    const { page, said } = await open(hosts.isolating, desktop, endless);
    const state = () => page.evaluate(() => document.body.dataset.state);
    const inState = (wanted: string) => page.waitForSelector(`body[data-state=${wanted}]`, { timeout: 100_000 });
    await inState('idle');
    await page.locator('#epochs').fill('200');
    await page.locator('#train').click();
    await inState('training');
    await press(page);
    await learns(page, 'inkgrad');
    expect(await state()).toBe('paused');
    for (const id of ['#train', '#reset']) expect(await page.locator(id).isDisabled()).toBe(true);
    await expectFit(page);
    await press(page);
    await ended(page);
    await inState('training');
    await page.locator('#reset').click();
    await inState('idle');
    await press(page);
    await learns(page, 'inkgrad');
    expect(await state()).toBe('idle');
    expect(await page.locator('#train').isDisabled()).toBe(true);
    await press(page);
    await ended(page);
    expect(await page.locator('#train').isDisabled()).toBe(false);
    expect(await page.locator('#reset').isDisabled()).toBe(true);
    expect(said).toEqual([]);
  });

  test('says what is missing', async () => {
    const { page } = await open(hosts.plain, { ...desktop, serviceWorkers: 'block' }, easy);
    await page.route('**/tensorflow-worker*', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await press(page);
    await ended(page);
    expect(await text(page, '#race-result')).toMatch(
      /^inkgrad [\d.]+ s\. TensorFlow\.js cannot race here: its worker did not load\.$/,
    );
    expect((await rows(page))[1]).toMatch(/^TensorFlow\.js not here: its worker did not load/);
    await page.unroute('**/tensorflow-worker*');
    await page.route('**/tensorflow-worker*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `WebAssembly.validate = () => false;${await response.text()}` });
    });
    await press(page);
    await ended(page);
    expect((await rows(page))[1]).toMatch(/^TensorFlow\.js not here: this browser has no SIMD in WebAssembly/);
  });

  test('says what is wrong with its address', async () => {
    for (const [query, told] of [
      ['?goal=2', "goal: expected a share above 0 and not above 1, got '2'"],
      ['?images=few', "images: expected a whole number from 1 to 60000, got 'few'"],
    ] as const) {
      const { page } = await open(hosts.isolating, desktop, query);
      await page.waitForSelector('body[data-state=failed]', { timeout: 100_000 });
      expect(await text(page, '#alert')).toContain(told);
    }
  });

  test('where TensorFlow.js was not installed, the page says so', async () => {
    const none = fileURLToPath(new URL('../../bench/page/no-peers.mjs', import.meta.url));
    const server = await serveSource({ '#tensorflow': none });
    const { page, said } = await open(server, desktop, '');
    await page.waitForSelector('#race[data-state=idle]', { timeout: 100_000 });
    expect(await page.locator('#race-note').isVisible()).toBe(true);
    expect(await page.locator('#race-press').isVisible()).toBe(false);
    await expectFit(page);
    expect(said.filter((line) => !line.startsWith('debug: [vite]'))).toEqual([]);
  });
});
