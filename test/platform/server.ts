/** A web server for one test: files of the repository, data, and whatever a test wants to go wrong. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** What makes a page cross-origin isolated, and with it memory that threads can share. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** The file itself, where something else comes later. */
export const file = Symbol('the file');
/** The request stays without an answer. */
export const silence = Symbol('no answer');
/** The connection breaks after half of the file. */
export const breakage = Symbol('half of the file');

/** What is served at a path: a page, bytes of an unknown type, or what a symbol says. */
export type Answer = string | Uint8Array | 404 | typeof file | typeof silence | typeof breakage;

export interface Site {
  /** Sends the headers that threads need. */
  readonly isolated: boolean;
  /** Sent with every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Folders of the repository by their first part of the path: `{ '/dist/': 'dist/' }`. */
  readonly folders: Readonly<Record<string, string>>;
  /** What is served instead at a path; of several answers each once, and the last for ever. */
  readonly instead: Readonly<Record<string, Answer | readonly Answer[]>>;
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

  static async start({ isolated, headers, folders, instead }: Site): Promise<TestServer> {
    const requests: string[] = [];
    const server = createServer(async ({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      const other = instead[pathname] ?? file;
      const answers = Array.isArray(other) ? other : [other];
      const answer = answers[requests.filter((path) => path === pathname).length] ?? answers.at(-1);
      requests.push(pathname);
      if (answer === silence) return;
      const [body, type] = await bodyOf(answer, pathname, folders);
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': type,
        'cache-control': 'no-store',
        ...(isolated ? isolation : {}),
        ...headers,
        ...(answer === breakage && body ? { 'content-length': body.length } : {}),
      });
      if (answer === breakage) response.write(body?.slice(0, body.length >> 1), () => response.destroy());
      else response.end(body ?? 'Not found');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new TestServer(`http://127.0.0.1:${port}`, requests, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

async function bodyOf(
  answer: Answer | undefined,
  path: string,
  folders: Site['folders'],
): Promise<[body: string | Uint8Array | undefined, type: string]> {
  if (answer === 404) return [undefined, 'text/plain'];
  if (typeof answer === 'string') return [answer, 'text/html'];
  if (answer instanceof Uint8Array) return [answer, 'application/octet-stream'];
  const folder = Object.keys(folders).find((name) => path.startsWith(name));
  if (!folder) return [undefined, 'text/plain'];
  const address = new URL(`../../${folders[folder]}${path.slice(folder.length)}`, import.meta.url);
  const body = await readFile(address).catch(() => undefined);
  return [body, (body && types[extname(path)]) ?? 'text/plain'];
}
