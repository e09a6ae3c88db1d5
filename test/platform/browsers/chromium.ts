import type { BrowserKind } from '../browsers.ts';
import { chromiumPath, howToInstall, launchChromium, listenTo } from '../chromium.ts';

export const chromium: BrowserKind = {
  name: 'Chromium',
  missing: chromiumPath ? undefined : howToInstall,
  threads: true,
  fuses: true,

  async launch() {
    const browser = await launchChromium();
    return {
      version: browser.version(),
      async open(url) {
        const context = await browser.newContext();
        const page = await context.newPage();
        const said = listenTo(page);
        await page.goto(url);
        return {
          evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
          said: async () => [...said],
          close: () => context.close(),
        };
      },
      close: () => browser.close(),
    };
  },
};
