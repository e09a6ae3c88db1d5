/** The Chromium that is installed on this machine, for the tests to drive. */

import { type Browser, chromium, type Page } from 'playwright-core';
import { findProgram } from './find-program.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The program: the variable CHROMIUM, or else the first in PATH. */
export const chromiumPath: string | undefined = process.env.CHROMIUM || findProgram(...names);

/** What to tell where there is none. */
export const howToInstall = `no Chromium in PATH (${names.join(', ')}): install one (on Debian, apt-get install chromium) or name one in the variable CHROMIUM`;

/**
 * Whether to skip what needs it, saying so: a contributor may lack a browser; the checks of every change must not.
 * @param what the tests, for the message
 */
export function skipsWithoutChromium(what: string): boolean {
  const skipped = !chromiumPath && !process.env.CI;
  if (skipped) console.warn(`NOT RUN, ${what}: ${howToInstall}`);
  return skipped;
}

/** For a browser that only tests, and asks nothing of the net or of a screen. */
export const chromiumArguments = [
  '--no-sandbox', // refuses to run as root with it
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts it without a window, with a profile of its own. */
export function launchChromium(args: readonly string[] = chromiumArguments): Promise<Browser> {
  if (!chromiumPath) throw new Error(howToInstall);
  return chromium.launch({ executablePath: chromiumPath, headless: true, args: [...args] });
}

/** What a page says on its console from now on, `warning: text`, and `uncaught: text` for errors that nobody caught. */
export function listenTo(page: Page): readonly string[] {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  return said;
}
