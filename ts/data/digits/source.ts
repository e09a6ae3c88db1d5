/** Where data come from, as files with names, whatever was handed in. */

import type { Picture } from '../../pictures.ts';
import type { DownloadOptions } from '../download.ts';

/** A file that may be read. */
export interface DataFile {
  /** Below what was handed in, with `/`. */
  readonly path: string;
  /** What messages call it. */
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What was handed in. */
export interface Source {
  /** What messages call it. */
  readonly name: string;
  /** One file, or all files of a folder and of the folders in it. */
  readonly files: readonly DataFile[];
  /** For a file by its path: the files in its folder, this one too. */
  readonly beside?: () => Promise<readonly DataFile[]>;
}

/** What Node and pages do differently. */
export interface DataHost {
  /**
   * What is at a path; in a page, at an address relative to its own.
   * @throws FileError if there is nothing; OptionError
   */
  open(path: string, options: DownloadOptions): Promise<Source>;
  /**
   * Grey values, from 0 (black) to 255 (white).
   * @throws FormatError
   */
  decodePicture(bytes: Uint8Array, name: string): Promise<Picture>;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What a folder holds, in few words. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ');
}
