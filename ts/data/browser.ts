/** `inkgrad/data` in pages. */

import { type DigitsSource, loadFrom, openUrl } from './digits/load.ts';
import type { Digits, LoadDigitsOptions } from './digits/options.ts';
import type { DataHost } from './digits/source.ts';

export { loadSampleDigits } from './digits/sample.ts';

const host: DataHost = {
  open: async (path, options) => openUrl(path, options),
  async decodePicture(bytes, name) {
    const { decodePicture } = await import('../pictures/browser.ts');
    return decodePicture(bytes, name);
  },
};

/**
 * As in Node; a text is an address, relative to the page's.
 * @example
 * ```js browser
 * import { loadDigits } from 'inkgrad/data';
 *
 * const rows = Array.from({ length: 20 }, (_, i) => [i % 2, ...new Array(784).fill(i)].join(','));
 * const file = new File([rows.join('\n')], 'digits.csv'); // or one that was dropped or chosen
 * const { train, description } = await loadDigits(file);
 * console.log(description, train.x.shape);
 * ```
 */
export function loadDigits(source: DigitsSource, options: LoadDigitsOptions = {}): Promise<Digits> {
  return loadFrom(host, source, options);
}
