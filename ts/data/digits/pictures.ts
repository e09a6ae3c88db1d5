/** Pictures of one size each, as files. */

import { FormatError, ShapeError } from '../../errors.ts';
import type { RawImages, Reading } from './raw.ts';

interface PictureFile {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** More pixels are no set of digits. */
const MOST_PIXELS = 2 ** 30;

/**
 * Decodes pictures to grey.
 * @throws FormatError for one that cannot be decoded, ShapeError for one of another size than the first
 */
export async function readPictures(
  files: readonly PictureFile[],
  name: string,
  { host, turn }: Reading,
): Promise<RawImages> {
  let images: { data: Uint8Array; width: number; height: number } | undefined;
  for (const [i, file] of files.entries()) {
    await turn();
    const picture = await host.decodePicture(await file.read(), file.name);
    const { width, height } = picture;
    if (width * height * files.length > MOST_PIXELS) {
      throw new FormatError(name, `at most ${MOST_PIXELS} pixels`, `${files.length} pictures of ${width} x ${height}`);
    }
    images ??= { data: new Uint8Array(files.length * width * height), width, height };
    if (width !== images.width || height !== images.height) {
      const expected = `pictures of one size, ${images.width} x ${images.height} as the first`;
      throw new ShapeError(file.name, expected, `${width} x ${height}`);
    }
    images.data.set(picture.data, i * width * height);
  }
  if (!images) throw new FormatError(name, 'at least one picture', 'none');
  return { name, count: files.length, ...images };
}
