/** A Redis of a test's own: on a free port, in a folder of its own, gone with the test. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, connect as dial } from 'node:net';

export class RedisServer {
  readonly port: number;
  readonly url: string;
  readonly #folder: string;
  readonly #password: string;
  #child: ChildProcess | undefined;

  private constructor(port: number, folder: string, password: string) {
    this.port = port;
    this.#folder = folder;
    this.#password = password;
    this.url = `redis://${password === '' ? '' : `:${password}@`}127.0.0.1:${port}`;
  }

  /** @throws if Debian's package redis-server is not installed */
  static async start(folder: string, password = ''): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), folder, password);
    await server.begin();
    return server;
  }

  async begin(): Promise<void> {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder, '--appendonly', 'yes'];
    const secret = this.#password === '' ? [] : ['--requirepass', this.#password];
    const child = spawn('redis-server', [...args, ...secret, '--save', ''], { stdio: 'ignore' });
    this.#child = child;
    const failed = new Promise<never>((_, reject) => {
      child.once('error', ({ message }) => {
        reject(new Error(`redis-server cannot be started (${message}): apt-get install redis-server`));
      });
      child.once('exit', (code) => reject(new Error(`redis-server ended with code ${code}`)));
    });
    failed.catch(() => {});
    await Promise.race([failed, this.#answers()]);
  }

  async end(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async #answers(): Promise<void> {
    for (;;) {
      const isThere = await new Promise<boolean>((resolve) => {
        const socket = dial(this.port, '127.0.0.1', () => {
          socket.destroy();
          resolve(true);
        }).once('error', () => resolve(false));
      });
      if (isThere) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
