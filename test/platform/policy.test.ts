/** inkgrad in pages with a strict Content-Security-Policy, which their workers have as well. */

import { expect, test } from 'vitest';
import { describeInChromium, epochs } from './chromium-page.ts';

/** What each entry needs; the second `connect-src` is for the data of the test. */
const needed = {
  browser: ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "connect-src 'self'"],
  inline: ["script-src 'self' 'wasm-unsafe-eval'", 'worker-src blob:', "connect-src 'self'"],
};
type Entry = keyof typeof needed;

describeInChromium('strict policies in Chromium', (chromium) => {
  /** A page under a policy, which says at once what it blocked anywhere. */
  async function open(entry: Entry, policy: readonly string[]) {
    const { page, server, said } = await chromium.open({
      headers: { 'content-security-policy': ["default-src 'none'", ...policy, 'report-uri /violations'].join('; ') },
      folders: entry === 'inline' ? { '/inkgrad.js': 'dist/inline.js' } : {},
      path: '/bare.html',
    });
    return { page, said, blocked: () => server.requests.includes('/violations') };
  }

  test.each(['browser', 'inline'] as const)(
    '%s runs with threads where only what it needs is allowed',
    async (entry) => {
      const { page, said, blocked } = await open(entry, needed[entry]);
      for (const threads of [1, 2]) {
        const { info, hash } = await page.evaluate((given) => train(...given), [{ threads }, epochs] as const);
        expect(hash).toBe(chromium.inNode.hash);
        expect(info).toMatchObject({ threads, isolated: true });
      }
      expect(said).toEqual([]);
      expect(blocked()).toBe(false);
    },
  );

  test('inline starts where no address may be fetched', async () => {
    const { page, said } = await open('inline', [...needed.inline.slice(0, 2), "connect-src 'none'"]);
    expect(await page.evaluate(() => startFailure({ threads: 2 }))).toBe('no error');
    expect(said).toEqual([]);
  });

  test.each<[entry: Entry, directive: string, source: string, kind: string]>([
    ['browser', 'script-src', "'wasm-unsafe-eval'", 'FormatError'],
    ['browser', 'worker-src', "'self'", 'EngineError'],
    ['browser', 'connect-src', "'self'", 'DownloadError'],
    ['inline', 'script-src', "'wasm-unsafe-eval'", 'FormatError'],
    ['inline', 'worker-src', 'blob:', 'EngineError'],
  ])('%s says what fails where %s lacks %s', async (entry, name, source, kind) => {
    const policy = needed[entry].map((given) => (given.startsWith(name) ? given.replace(source, '') : given));
    const { page, blocked } = await open(entry, policy);
    for (const threads of [1, 2]) {
      const failure = await page.evaluate((options) => startFailure(options), { threads });
      expect(failure).toMatchObject({ name: kind, message: expect.stringMatching(/policy|did not load|fetched/i) });
    }
    await expect.poll(blocked).toBe(true);
  });
});
