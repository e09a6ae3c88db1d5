/** Pictures as grey values, in pages: whatever the browser can draw. */

import { FormatError } from '../errors.ts';
import { rgbaToGrey } from './grey.ts';
import { checkSize, decoded, type Picture } from './picture.ts';

/**
 * Reads a file of any kind that the browser knows; photos stand upright.
 * @param name for the messages of errors
 * @throws FormatError also for more than 25 megapixels or 16,384 pixels a side
 */
export async function decodePicture(bytes: Uint8Array, name: string): Promise<Picture> {
  const bitmap = await createImageBitmap(new Blob([bytes as BlobPart])).catch((cause) => {
    throw new FormatError(name, 'an image that the browser can read', 'something else', { cause });
  });
  try {
    return await drawnPicture(bitmap, name);
  } finally {
    bitmap.close();
  }
}

/**
 * What is on a canvas, in an image that is loaded, or in a frame of a video.
 * @throws FormatError also for what comes from elsewhere without CORS
 */
export async function drawnPicture(source: CanvasImageSource, name: string): Promise<Picture> {
  if ('decode' in source) await decoded(name, 'loaded', () => source.decode());
  return decoded(name, 'drawable', () => {
    const [width, height] = sizeOf(source);
    checkSize(width, height);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('the browser gives no canvas');
    context.drawImage(source, 0, 0, width, height);
    return { width, height, data: rgbaToGrey(context.getImageData(0, 0, width, height).data, width * height) };
  });
}

function sizeOf(source: CanvasImageSource): [width: number, height: number] {
  if ('naturalWidth' in source) return [source.naturalWidth, source.naturalHeight];
  if ('videoWidth' in source) return [source.videoWidth, source.videoHeight];
  if ('displayWidth' in source) return [source.displayWidth, source.displayHeight];
  const { width, height } = source;
  return typeof width === 'number' && typeof height === 'number' ? [width, height] : [0, 0];
}
