import { FileError } from '../errors.ts';
import { type FileAccess, platform } from '../platform.ts';

/**
 * Where a callback writes.
 * @throws FileError in pages, which have no files
 */
export function filesFor(callback: string): FileAccess {
  const { files } = platform();
  if (!files) throw new FileError(`${callback}: there are no files here to write to`);
  return files;
}
