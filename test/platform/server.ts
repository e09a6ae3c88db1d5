/** A web server for one test: files of the repository, data, and whatever a test wants to go wrong. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** What makes a page cross-origin isolated, and with it memory that threads can share. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** In place of a file: the request stays without an answer. */
export const silence = Symbol('no answer');

export interface Site {
  /** Sends the headers that threads need. */
  readonly isolated: boolean;
  /** Folders of the repository by their first part of the path: `{ '/dist/': 'dist/' }`. */
  readonly folders: Readonly<Record<string, string>>;
  /** What is served instead at a path: a page, bytes, or nothing at all. */
  readonly instead: Readonly<Record<string, string | Uint8Array | 404 | typeof silence>>;
}

export class TestServer {
  readonly url: string;
  /** Every path that was asked for, in turn. */
  readonly requests: string[];
  readonly close: () => void;

  private constructor(url: string, requests: string[], close: () => void) {
    this.url = url;
    this.requests = requests;
    this.close = close;
  }

  static async start({ isolated, folders, instead }: Site): Promise<TestServer> {
    const requests: string[] = [];
    const server = createServer(async ({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      requests.push(pathname);
      if (instead[pathname] === silence) return;
      const [body, type] = await answer(pathname, folders, instead);
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': type,
        'cache-control': 'no-store',
        ...(isolated ? isolation : {}),
      });
      response.end(body ?? 'Not found');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new TestServer(`http://127.0.0.1:${port}`, requests, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

async function answer(
  path: string,
  folders: Site['folders'],
  instead: Site['instead'],
): Promise<[body: string | Uint8Array | undefined, type: string]> {
  const other = instead[path];
  if (other === 404) return [undefined, 'text/plain'];
  if (typeof other === 'string') return [other, 'text/html'];
  if (other instanceof Uint8Array) return [other, 'application/octet-stream'];
  const folder = Object.keys(folders).find((name) => path.startsWith(name));
  if (!folder) return [undefined, 'text/plain'];
  const file = new URL(`../../${folders[folder]}${path.slice(folder.length)}`, import.meta.url);
  const body = await readFile(file).catch(() => undefined);
  return [body, (body && types[extname(path)]) ?? 'text/plain'];
}
