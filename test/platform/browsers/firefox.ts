/** Firefox by WebDriver BiDi, which it speaks itself. */

import puppeteer from 'puppeteer-core';
import type { BrowserKind } from '../browsers.ts';
import { findProgram } from '../find-program.ts';

/** The program: the variable FIREFOX, or else the first in PATH. */
export const firefoxPath: string | undefined = process.env.FIREFOX || findProgram('firefox', 'firefox-esr');

export const firefox: BrowserKind = {
  name: 'Firefox',
  missing: firefoxPath
    ? undefined
    : 'no firefox in PATH: install it (on Debian, apt-get install firefox-esr) or name it in the variable FIREFOX',
  threads: true,
  fuses: true,
  retries: 2, // on busy cores it has rarely not started a worker's worker within 30 s

  async launch() {
    if (!firefoxPath) throw new Error(this.missing);
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath, headless: true });
    return {
      version: await browser.version(),
      async open(url) {
        const page = await browser.newPage();
        const said: string[] = [];
        page.on('console', (message) =>
          said.push(`${message.type() === 'warn' ? 'warning' : message.type()}: ${message.text()}`),
        );
        page.on('pageerror', (error) => said.push(`uncaught: ${error instanceof Error ? error.message : error}`));
        await page.goto(url);
        return {
          evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
          said: async () => said,
          close: () => page.close(),
        };
      },
      close: () => browser.close(),
    };
  },
};
