/** WebKitGTK's small browser by its WebDriver. It wants a screen, and Xvfb plays one. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Builder, type WebDriver } from 'selenium-webdriver';
import { DriverService } from 'selenium-webdriver/remote/index.js';
import type { BrowserKind, TestBrowser, TestPage } from '../browsers.ts';
import { findProgram } from '../find-program.ts';

const driverPath = findProgram('WebKitWebDriver');
const screenPath = findProgram('Xvfb');

const missing =
  driverPath && screenPath
    ? undefined
    : 'no WebKitWebDriver and Xvfb in PATH: install them (on Debian, apt-get install webkit2gtk-driver xvfb)';

/** As it comes: no SharedArrayBuffer, even where a page is isolated. */
export const webkitgtk: BrowserKind = {
  name: 'WebKitGTK',
  missing,
  threads: false,
  fuses: false,
  launch: () => launch({}),
};

/** With the setting of its JavaScript engine that Safari has on. */
export const webkitgtkWithThreads: BrowserKind = {
  name: 'WebKitGTK with shared memory',
  missing,
  threads: true,
  fuses: false,
  launch: () => launch({ JSC_useSharedArrayBuffer: '1' }),
};

async function launch(settings: Record<string, string>): Promise<TestBrowser> {
  if (!driverPath || !screenPath) throw new Error(missing);
  const screen = await startScreen(screenPath);
  const service = new DriverService.Builder(driverPath)
    .setLoopback(true)
    .setEnvironment({
      ...(process.env as Record<string, string>),
      ...settings,
      DISPLAY: screen.display,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // its sandbox asks for rights that containers lack
    })
    .build();
  const stop = async () => {
    await service.kill();
    screen.stop();
  };
  try {
    const driver = await new Builder()
      .usingServer(await service.start())
      .withCapabilities({ browserName: 'MiniBrowser' })
      .build();
    await driver.manage().setTimeouts({ script: 180_000 });
    return {
      version: (await driver.getCapabilities()).getBrowserVersion() ?? '',
      open: (url) => open(driver, url),
      close: () => driver.quit().finally(stop),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startScreen(path: string): Promise<{ display: string; stop: () => void }> {
  // It takes a number that is free, and writes it to its file 1.
  const screen = spawn(path, ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = () => void screen.kill();
  process.once('exit', stop); // of a test run that is broken off; and without its screen, the browser ends
  const [number] = await once(createInterface(screen.stdout), 'line');
  return { display: `:${number}`, stop };
}

async function open(driver: WebDriver, url: string): Promise<TestPage> {
  await driver.get(url);
  // It may be there before the scripts have run, where the browser took another process for the page.
  await driver.wait(() =>
    driver.executeScript("return document.readyState === 'complete' && document.URL === arguments[0]", url),
  );
  // Its driver does not tell what pages say.
  await driver.executeScript(() => {
    const said: string[] = [];
    for (const [method, kind] of Object.entries({ log: 'log', info: 'info', warn: 'warning', error: 'error' })) {
      Object.assign(console, { [method]: (...texts: unknown[]) => said.push(`${kind}: ${texts.join(' ')}`) });
    }
    addEventListener('error', ({ message }) => said.push(`uncaught: ${message}`));
    addEventListener('unhandledrejection', ({ reason }) => said.push(`uncaught: ${reason}`));
    Object.assign(globalThis, { said });
  });
  return {
    async evaluate(run, argument) {
      const script = `const [argument, done] = arguments;
        Promise.resolve(argument).then(${run}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await driver.executeAsyncScript<{ value: never; error?: string }>(script, argument);
      if (error !== undefined) throw new Error(error);
      return value;
    },
    said: () => driver.executeScript<string[]>('return said'),
    close: () => driver.get('about:blank'),
  };
}
