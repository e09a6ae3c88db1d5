import { type Zippable, zipSync } from 'fflate';

/** The time in archives, which has no zone there: the earliest, so that the same contents are the same bytes. */
const noTime = () => new Date(1980, 0, 1);

/** A ZIP archive of files, in their order; not packed, since weights hardly become smaller. */
export function writeZip(files: Iterable<readonly [path: string, bytes: Uint8Array]>): Uint8Array {
  const options = { level: 0, mtime: noTime() } as const;
  const entries = Array.from(files, ([path, bytes]) => [path, [bytes, options]] as const);
  return zipSync(Object.fromEntries(entries) as Zippable);
}
