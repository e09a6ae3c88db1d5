import { readZip, type ZipEntry } from '../data/zip.ts';

/** Weights that are not mostly zeros hardly become smaller. */
const MOST_RATIO = 8;
/** Below this nobody minds. */
const HARMLESS = 2 ** 24;

/** The files of a model in an archive. @throws FormatError also if it unpacks to more than weights do */
export function unzip(bytes: Uint8Array, source: string): ZipEntry[] {
  return readZip(bytes, source, Math.max(MOST_RATIO * bytes.length, HARMLESS));
}
