/** The WASM of all builds, in the code itself: a bundler, or a host that copies scripts alone, cannot lose it. */

import { brotliDecompressSync } from 'node:zlib';
import packed from '../../crates/wasm?packed';
import type { Choice } from '../engine/builds.ts';

/** The binary of a build. Unpacking takes about two milliseconds, and nothing is kept. */
export function unpackWasm(file: Choice['file']): Uint8Array<ArrayBuffer> {
  const all = brotliDecompressSync(Buffer.from(packed.brotli, 'base64'));
  let start = 0;
  for (const [name, length] of packed.lengths) {
    if (name === file) return new Uint8Array(all.subarray(start, start + length));
    start += length;
  }
  throw new RangeError(file);
}
