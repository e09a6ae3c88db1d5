/** inkgrad in a page of a browser, cross-origin isolated. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';
import { listBrowsers } from '../harness/platforms.mjs';
import { readBytes } from '../protocol.mjs';

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** A page that can do the bench's works. @param {string} name of the browser, as test/platform has it */
export async function openPage(name) {
  const kind = (await listBrowsers()).find((browser) => browser.name === name);
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
  const browser = await kind.launch();
  const page = await browser.open(`http://127.0.0.1:${server.address().port}/bench/inkgrad/page/index.html`);
  return {
    async prepare(work) {
      data = readBytes(work);
      await page.evaluate((given) => globalThis.prepare(given), work);
    },
    run: () => page.evaluate(() => globalThis.run()),
    hash: () => page.evaluate(() => globalThis.hash()),
    runDrawing: (times) => page.evaluate((given) => globalThis.runDrawing(given), times),
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
