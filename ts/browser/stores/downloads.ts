/** `downloads://name`: a file for the person in front of the page. */

import { FileError, OptionError } from '../../errors.ts';
import type { Store } from '../../stores.ts';

/** Long enough for a browser that asks the person where to put it. */
const kept = 60_000; // milliseconds

export const downloads: Store = {
  async read(name) {
    throw new OptionError('source', 'a File that the person chose: a page sees no downloads', `'downloads://${name}'`);
  },
  async write(name, bytes, extension) {
    if (typeof document === 'undefined') throw new FileError(`downloads://${name}: only a page can offer a file`);
    const link = document.createElement('a');
    const file = name || 'model';
    link.download = file.endsWith(extension) ? file : `${file}${extension}`;
    link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), kept);
  },
};
