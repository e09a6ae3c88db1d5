/** inkgrad in a page of Chromium, cross-origin isolated. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findProgram, root } from '../../scripts/setup/paths.mjs';
import { readBytes } from '../protocol.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's program, if there is one: as for the tests, the variable CHROMIUM or the first in PATH. */
export const chromiumPath =
  process.env.CHROMIUM || names.map((name) => findProgram(name)).find((path) => path !== undefined);

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** A page that can do the bench's works. */
export async function openPage() {
  let data;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const set = /^\/data\/([xy])$/.exec(pathname)?.[1];
    const head = {
      'content-type': types[extname(pathname)] ?? 'application/octet-stream',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    try {
      response.writeHead(200, head).end(set ? data[set] : readFileSync(join(root, pathname)));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/bench/inkgrad/page/index.html`);
  await page.waitForFunction(() => 'prepare' in globalThis);
  return {
    async prepare(work) {
      data = readBytes(work);
      await page.evaluate((given) => globalThis.prepare(given), work);
    },
    run: () => page.evaluate(() => globalThis.run()),
    runDrawing: (times) => page.evaluate((given) => globalThis.runDrawing(given), times),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
