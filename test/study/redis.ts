/** A Redis of a test's own: on a free port, in a folder of its own, gone with the test. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, connect as dial } from 'node:net';
import { fileURLToPath } from 'node:url';

const fileIn = (name: string) => fileURLToPath(new URL(`tls/${name}`, import.meta.url));
export const certificate = fileIn('cert.pem');
const key = fileIn('key.pem');

export class RedisServer {
  readonly port: number;
  readonly url: string;
  readonly #folder: string;
  readonly #password: string;
  readonly #tls: boolean;
  #child: ChildProcess | undefined;

  private constructor(port: number, folder: string, password: string, tls: boolean) {
    this.port = port;
    this.#folder = folder;
    this.#password = password;
    this.#tls = tls;
    this.url = `${tls ? 'rediss' : 'redis'}://${password === '' ? '' : `:${password}@`}127.0.0.1:${port}`;
  }

  /**
   * @param tls with the certificate of tls/, which nobody has signed: `openssl req -x509 -newkey ec -pkeyopt
   *   ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1`
   * @throws if Debian's package redis-server is not installed
   */
  static async start(folder: string, password = '', tls = false): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), folder, password, tls);
    await server.begin();
    return server;
  }

  async begin(): Promise<void> {
    const ports = this.#tls
      ? ['--port', '0', '--tls-port', String(this.port), '--tls-cert-file', certificate, '--tls-key-file', key]
      : ['--port', String(this.port)];
    const args = [...ports, '--bind', '127.0.0.1', '--dir', this.#folder, '--appendonly', 'yes'];
    if (this.#tls) args.push('--tls-auth-clients', 'no', '--tls-ca-cert-file', certificate);
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
