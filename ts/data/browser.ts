/** `inkgrad/data` in pages. */

import { FormatError, OptionError } from '../errors.ts';
import { type DigitsSource, loadFrom, openUrl } from './digits/load.ts';
import type { Digits, LoadDigitsOptions } from './digits/options.ts';
import type { DataHost } from './digits/source.ts';

export { loadSampleDigits } from './digits/sample.ts';

const host: DataHost = {
  open: async (path, options) => openUrl(path, options),
  async decodePicture(bytes, name) {
    const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>])).catch((cause) => {
      throw new FormatError(name, 'a picture that the browser can show', `another (${cause.message})`, { cause });
    });
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new OptionError('source', 'a page that may draw on a canvas', 'one that may not');
    context.fillStyle = 'white'; // paper, where a picture is transparent
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const { data } = context.getImageData(0, 0, width, height);
    const grey = new Float32Array(width * height);
    for (let i = 0; i < grey.length; i++) {
      const [red, green, blue] = data.subarray(4 * i, 4 * i + 3) as unknown as [number, number, number];
      grey[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
    }
    return { width, height, data: grey };
  },
};

/** As in Node; a text is an address, relative to the page's. */
export function loadDigits(source: DigitsSource, options: LoadDigitsOptions = {}): Promise<Digits> {
  return loadFrom(host, source, options);
}
