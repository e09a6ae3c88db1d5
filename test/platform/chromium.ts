/** The Chromium that is installed on this machine, for the tests to drive. */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The program: the variable CHROMIUM, or else the first in PATH. */
export const chromiumPath: string | undefined = process.env.CHROMIUM || findInPath();

/** What to tell where there is none. */
export const howToInstall = `no Chromium in PATH (${names.join(', ')}): install one (on Debian, apt-get install chromium) or name one in the variable CHROMIUM`;

function findInPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts it without a window, with a profile of its own. */
export function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error(howToInstall);
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    args: [
      '--no-sandbox', // refuses to run as root with it
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
