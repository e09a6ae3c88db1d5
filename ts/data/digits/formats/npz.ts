/** NumPy's `.npz`: a ZIP archive of `.npy` files. */

import { parseNpy } from '../../npy.ts';
import type { ZipEntry } from '../../zip.ts';
import { type NamedArray, pickParts } from '../arrays.ts';
import type { RawDigits, Reading } from '../raw.ts';

export function isNpz(entries: readonly ZipEntry[]): boolean {
  return entries.length > 0 && entries.every(({ path }) => path.endsWith('.npy'));
}

/** @throws FormatError also for arrays of objects, which are pickles */
export async function readNpz(
  entries: readonly ZipEntry[],
  name: string,
  { labels, turn }: Reading,
): Promise<RawDigits> {
  const arrays: NamedArray[] = [];
  for (const entry of entries) {
    await turn();
    arrays.push({ name: entry.path.replace(/\.npy$/, ''), tensor: parseNpy(entry.read(), `${name}/${entry.path}`) });
  }
  return { what: `NumPy arrays (${name})`, ...pickParts(arrays, name, labels) };
}
