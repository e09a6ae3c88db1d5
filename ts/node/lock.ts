/** Folders that one process at a time writes to. */

import { type BigIntStats, existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError } from '../errors.ts';

/**
 * Claims a folder for this process. The claim is a local socket named after the folder: the system gives a name to one
 * process alone, and takes it back however that one ends, so that no lock is ever left behind.
 *
 * @returns gives the folder free again
 * @throws FileError when another has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const address = addressOf(await stat(folder, { bigint: true }));
  const server = (await listen(address)) ?? ((await removeDead(address)) ? await listen(address) : undefined);
  if (!server) {
    throw new FileError(`${folder}: another process is writing there; wait for it to end, or name another folder`);
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function addressOf({ dev, ino }: BigIntStats): string {
  const name = `inkgrad-${dev}-${ino}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return hasAbstractSockets() ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

/** Names that are no files. Linux has them, and Node tells it of them since libuv 1.46. */
function hasAbstractSockets(): boolean {
  const [major = 0, minor = 0] = process.versions.uv.split('.').map(Number);
  return process.platform === 'linux' && (major > 1 || minor >= 46);
}

/** @returns undefined when the name is taken */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(new FileError(`a lock cannot be had (${error.message})`, { cause: error }));
    });
    server.listen(address, () => resolve(server));
  });
}

/** Removes the file of a socket whose process is gone; where sockets are no files there is none. */
async function removeDead(address: string): Promise<boolean> {
  if (address.startsWith('\0') || !existsSync(address)) return false;
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    }).once('error', () => resolve(false));
  });
  if (!answers) await rm(address, { force: true });
  return !answers;
}
