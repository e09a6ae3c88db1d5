import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { PreviewServer } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { expectFit, hostsOfBuild } from '../platform/built-pages.ts';
import { listenTo, skipsWithoutChromium } from '../platform/chromium.ts';

const configFile = fileURLToPath(new URL('../../bench/page/vite.config.mjs', import.meta.url));

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** The least that can be called a measurement. */
const short = '?rounds=2&turn=20';
const alone = `${short}&with=inkgrad`;

describe.skipIf(skipsWithoutChromium('the tests of the bench page'))('the bench page', { timeout: 240_000 }, () => {
  const hosts = hostsOfBuild(configFile, 240_000);

  async function open(server: PreviewServer, options: BrowserContextOptions, query = short) {
    const context = await hosts.browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const said = listenTo(page);
    await page.goto(`${server.resolvedUrls?.local[0]}${query}`);
    await inState(page, 'idle');
    return { page, said };
  }

  const inState = (page: Page, state: string) =>
    page.waitForSelector(`body[data-state=${state}]`, { state: 'attached', timeout: 200_000 });

  const text = async (page: Page, selector: string) => (await page.locator(selector).textContent()) ?? '';

  const visitors = [
    ['on a desktop, from a host that isolates it', () => hosts.isolating, desktop, short],
    ['on a phone, from a host without headers', () => hosts.plain, phone, alone],
    ['where there is no service worker', () => hosts.plain, { ...desktop, serviceWorkers: 'block' }, alone],
  ] as const;

  test.for(visitors)('%s: measures both tasks, and has a line to share', async ([, server, options, query]) => {
    const { page, said } = await open(server(), options, query);
    const isolated = !('serviceWorkers' in options);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolated);
    expect(await page.locator('#threads-note').isVisible()).toBe(!isolated);
    await expectFit(page);

    await page.locator('#start').click();
    await inState(page, 'done');
    const cores = isolated ? await page.evaluate(() => navigator.hardwareConcurrency) : 1;
    for (const task of ['#digits', '#binary']) {
      const rows = await page.locator(`${task} .ours`).allTextContents();
      expect(rows.length).toBe(cores > 1 ? 2 : 1);
      for (const row of rows) expect(row).toMatch(/^inkgrad \d+\sthreads?[\d.,]+ ms[\d.,]+ – [\d.,]+ ms/);
      const shares = await page
        .locator(`${task} .length`)
        .evaluateAll((bars) => bars.map((bar) => Number((bar as HTMLElement).style.getPropertyValue('--share'))));
      expect(Math.max(...shares)).toBe(1);
    }
    expect(await text(page, '#line')).toMatch(
      /^inkgrad \d.* on Chrome \d+ on .*cores; an epoch of 2,500 digits: inkgrad [\d.,]+ ms \(.*; 20 epochs of 1,000 zeros and ones: inkgrad [\d.,]+ ms/,
    );
    await page.locator('#device').fill('a test');
    expect(await text(page, '#line')).toContain(' on a test, Chrome');
    await expectFit(page);

    const others = await page.locator('#digits tbody tr:not(.ours)').allTextContents();
    const peers = query !== alone && (await page.locator('#peers-note').isHidden());
    expect(others.map((row) => row.replace(/ ms.*/s, ''))).toEqual(
      peers
        ? [
            expect.stringMatching(/^TensorFlow.js, WASM \d\sthreads?[\d.,]+$/),
            expect.stringMatching(/^TensorFlow.js, WebGL /), // which machines without a graphics processor lack
            expect.stringMatching(/^jax-js, WASM \d\sthreads?[\d.,]+$/),
          ]
        : [],
    );
    expect(said.filter((line) => !line.includes('Service Worker registration blocked'))).toEqual([]);
  });

  test('copies the line', async () => {
    const { page } = await open(
      hosts.isolating,
      { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] },
      alone,
    );
    await page.locator('#start').click();
    await inState(page, 'done');
    await page.locator('#copy').click();
    await expect.poll(() => text(page, '#copy')).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text(page, '#line'));
  });

  test('is cancelled, and measures anew', async () => {
    const { page, said } = await open(hosts.isolating, desktop, '?rounds=500&turn=100&with=inkgrad');
    await page.locator('#start').click();
    await expect.poll(() => text(page, '#where'), { timeout: 100_000 }).toMatch(/turn 2 of 500/);
    await page.locator('#cancel').click();
    await inState(page, 'idle');
    expect(await text(page, '#where')).toBe('Cancelled');
    expect(await text(page, '#alert')).toBe('');
    await page.locator('#start').click();
    await inState(page, 'measuring');
    await expect.poll(() => text(page, '#where'), { timeout: 100_000 }).toMatch(/turn 1 of 500/);
    expect(said).toEqual([]);
  });

  test('says what is wrong with its address', async () => {
    const context = await hosts.browser.newContext(desktop);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const url = hosts.isolating.resolvedUrls?.local[0];
    await page.goto(`${url}?rounds=few`);
    await inState(page, 'failed');
    expect(await text(page, '#alert')).toContain("rounds: expected a whole number from 1 on, got 'few'");
    await page.goto(`${url}?with=inkgrad,brain`);
    await inState(page, 'failed');
    expect(await text(page, '#alert')).toMatch(/with: expected names among inkgrad.*got 'brain'/);
    expect(await page.locator('#start').isDisabled()).toBe(true);
  });

  test('says what cannot be downloaded', async () => {
    const { page } = await open(hosts.isolating, { ...desktop, serviceWorkers: 'block' }, alone);
    await page.route('**/data/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.locator('#start').click();
    await expect.poll(() => text(page, '#alert')).toMatch(/could not be measured.*data\/sample.*404/s);
  });
});
