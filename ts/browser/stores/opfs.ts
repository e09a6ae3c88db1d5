/** `opfs://folder/name`: the site's own folder in the browser (origin private file system). */

import { FileError, OptionError } from '../../errors.ts';
import { describe } from '../../options.ts';
import type { Store } from '../../stores.ts';

export const opfs: Store = {
  async read(name) {
    const parts = partsOf(name);
    return named(name, async () => {
      try {
        const file = await (await fileOf(parts, false)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        if ((error as Error).name === 'NotFoundError') return undefined;
        throw error;
      }
    });
  },
  async write(name, bytes) {
    const parts = partsOf(name);
    await named(name, async () => {
      // What is written takes the place of the file when it is closed.
      const stream = await (await fileOf(parts, true)).createWritable();
      try {
        await stream.write(bytes as Uint8Array<ArrayBuffer>);
      } catch (error) {
        await stream.abort();
        throw error;
      }
      await stream.close();
    });
  },
};

async function fileOf(parts: readonly string[], create: boolean): Promise<FileSystemFileHandle> {
  let folder = await navigator.storage.getDirectory();
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create });
  return folder.getFileHandle(parts.at(-1) as string, { create });
}

function partsOf(name: string): string[] {
  const parts = name.split('/');
  if (parts.every((part) => part !== '' && part !== '.' && part !== '..')) return parts;
  throw new OptionError(
    'path',
    'a name such as opfs://model.safetensors or opfs://folder/name',
    describe(`opfs://${name}`),
  );
}

async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new FileError(`opfs://${name}: ${(error as Error).message}`, { cause: error });
  }
}
