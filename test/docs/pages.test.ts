/** Every page and every program for pages of the README, the documentation and the doc comments runs in Chromium, as it stands there. */

import { describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium, listenTo, skipsWithoutChromium } from '../platform/chromium.ts';
import { TestServer } from '../platform/server.ts';
import { examples, type Program, programs } from './blocks.ts';

const timeout = 120_000;

/** What a bundler would do. */
const imports = {
  imports: {
    inkgrad: '/dist/browser.js',
    'inkgrad/data': '/dist/data.js',
    'inkgrad/digits': '/dist/digits.js',
    'inkgrad/report': '/dist/report.js',
  },
};

/** A page with the program, which says when it is through; a CDN's files come from this machine. */
function pageOf({ kind, code }: Program): string {
  const html = kind === 'html' ? code : `<!doctype html><title>Page</title><script type="module">\n${code}</script>`;
  const map = `<script type="importmap">${JSON.stringify(imports)}</script>`;
  return html
    .replaceAll('https://cdn.example/inkgrad/', '/')
    .replace('<script type="module">', (tag) => map + tag)
    .replace(/<\/script>\s*$/, '\ndocument.documentElement.dataset.through = "yes";</script>');
}

describe.skipIf(skipsWithoutChromium("the documentation's pages"))('in Chromium', { timeout }, () => {
  test.each([...programs(['html', 'browser']), ...examples(['browser'])])('$name', async (program) => {
    const instead = { '/page.html': pageOf(program), '/favicon.ico': new Uint8Array() };
    const server = await TestServer.start({ isolated: true, folders: { '/dist/': 'dist/' }, instead });
    onTestFinished(() => server.close());
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const said = listenTo(page);
    const wrong = () => said.filter((line) => /^(error|warning|uncaught)/.test(line));
    await page.goto(`${server.url}/page.html`);
    const through = page.waitForSelector('[data-through]', { timeout: timeout - 20_000, state: 'attached' });
    await Promise.race([through, page.waitForEvent('pageerror', { timeout: 0 }).catch(() => {})]);
    expect(wrong()).toEqual([]);
    if (program.name.startsWith('README')) {
      const text = await page.textContent('p');
      expect(Number(/(\d+\.\d) %/.exec(text ?? '')?.[1])).toBeGreaterThan(85);
    }
  });
});
