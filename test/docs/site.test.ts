/** The documentation's site as `npm run docs` builds it: its links, its weight, its cells, and whether all can read it. */

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { installModules } from '../install-modules.ts';
import { launchChromium, listenTo, skipsWithoutChromium } from '../platform/chromium.ts';
import { TestServer } from '../platform/server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = join(root, 'docs/.vitepress/dist');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Of the first page with its scripts and styles, compressed. */
const MOST_BYTES = 150_000;
/** Of all files, of which the demo's MNIST is 11 MB. */
const MOST_BYTES_IN_ALL = 33_000_000;
const timeout = 180_000;

beforeAll(async () => {
  installModules('bench/peers/node');
  await promisify(execFile)(process.execPath, [join(root, 'scripts/docs.mjs')], { cwd: root, maxBuffer: 2 ** 26 });
}, 900_000);

test('all of it is small enough to be put anywhere', ({ annotate }) => {
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const size = entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  annotate(`${size} of ${MOST_BYTES_IN_ALL} bytes in ${entries.length} files`);
  expect(size).toBeLessThanOrEqual(MOST_BYTES_IN_ALL);
});

test('each link leads to a page, and to a place on it', () => {
  const pages = new Map<string, string>();
  for (const path of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.html')) pages.set(path.replaceAll('\\', '/'), readFileSync(join(site, path), 'utf8'));
  }
  expect(pages.size).toBeGreaterThan(200);
  const lost = new Set<string>();
  for (const [page, html] of pages) {
    if (page.startsWith('demo/')) continue;
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      const [path = '', id] = href.replaceAll('&amp;', '&').split('#');
      const target = path === '' ? page : relative('/', join('/', path.startsWith('/') ? '' : dirname(page), path));
      const file = decodeURI(target === '' || target.endsWith('/') ? `${target}index.html` : target);
      const found = pages.get(file) ?? pages.get(`${file}/index.html`);
      if (found === undefined && !existsSync(join(site, file))) lost.add(`${page}: ${href}`);
      else if (id && found && !found.includes(`id="${decodeURIComponent(id)}"`)) lost.add(`${page}: ${href}`);
    }
  }
  expect([...lost]).toEqual([]);
});

describe.skipIf(skipsWithoutChromium('the site'))('in Chromium', { timeout }, () => {
  let browser: Browser;
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start({ isolated: false, folders: { '/': 'docs/.vitepress/dist/' }, instead: {} });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function open(path: string, width: number): Promise<{ page: Page; said: readonly string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const said = listenTo(page);
    await page.goto(`${server.url}/${path}`, { waitUntil: 'networkidle' });
    return { page, said };
  }

  const paths = [
    'index.html',
    'guide/first-network.html',
    'guide/files.html',
    'from-keras.html',
    'notebook.html',
    'kinds.html',
    'api/index.html',
    'api/inkgrad/index.html',
    'api/inkgrad/interfaces/Sequential.html',
  ];

  test.each(paths.flatMap((path) => [390, 1280].map((width) => [path, width] as const)))(
    '%s at %i px: nothing that axe finds, nothing on the console, nothing cut off',
    async (path, width) => {
      const { page, said } = await open(path, width);
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForFunction(
          (dark) => document.documentElement.matches('.dark') === dark,
          colorScheme === 'dark',
        );
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`);
        expect(found, colorScheme).toEqual([]);
      }
      expect(said).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    },
  );

  test('the first page is light', async ({ annotate }) => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      );
    });
    await page.goto(`${server.url}/index.html`, { waitUntil: 'load' });
    const size = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
    await annotate(`${size} of ${MOST_BYTES} bytes, compressed`);
    expect(size).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('the demo races the TensorFlow.js of the bench page, where a service worker isolates it', async () => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const said = listenTo(page);
    await page.goto(`${server.url}/demo/index.html?goal=0.7&images=6000`);
    await page.locator('#race-press:enabled').click({ timeout });
    await page.waitForSelector('#race[data-state=done]', { timeout });
    expect(await page.locator('#race-result').textContent()).toMatch(
      /^inkgrad .* s, TensorFlow\.js .* s: .* times as long/,
    );
    expect(server.requests.filter((path) => path.endsWith('.wasm') && path.includes('tfjs'))).toEqual([
      expect.stringMatching(/^\/bench\/assets\/tfjs-backend-wasm-threaded-simd/),
    ]);
    expect(said).toEqual([]);
  });

  test('the cells of the notebook run in the page', async () => {
    const { page, said } = await open('notebook.html', 1280);
    const cells = page.locator('.live-cell');
    await cells.last().locator('button.run').click();
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.live-cell')].every((cell) =>
          /done|failed/.test(cell.getAttribute('data-state') ?? ''),
        ),
      null,
      { timeout },
    );
    expect(await cells.locator('xpath=self::*[@data-state="failed"]').allTextContents()).toEqual([]);
    const text = await page.locator('.live-cell .output').allTextContents();
    expect(text.join('\n')).toContain('equal to five digits: true');
    expect(await page.locator('.live-cell .figure svg').count()).toBe(1);
    expect(said).toEqual([]);
  });
});
