/** Files of pictures, in Node. */

import { constants, open } from 'node:fs/promises';
import { FileError } from '../errors.ts';

/** Bytes; 25 megapixels are 100 million of RGBA. */
const largest = 128e6;

/**
 * Reads a picture's file, which must be a regular one: a FIFO or a device might never end.
 * @throws FileError
 */
export async function readPictureFile(path: string | URL): Promise<Uint8Array> {
  // Without blocking, or a FIFO that nobody writes to would be waited for.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error) => {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    throw new FileError(missing ? `${path}: there is no such file` : `${path}: cannot be read (${message})`, {
      cause: error,
    });
  });
  try {
    const status = await file.stat();
    if (status.isDirectory()) throw new FileError(`${path}: is a folder, not a picture`);
    if (!status.isFile()) throw new FileError(`${path}: is no regular file`);
    if (status.size > largest) throw new FileError(`${path}: has ${status.size} bytes; no picture needs so many`);
    return await file.readFile().catch((error) => {
      throw new FileError(`${path}: cannot be read (${(error as Error).message})`, { cause: error });
    });
  } finally {
    await file.close();
  }
}
