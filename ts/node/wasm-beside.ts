/** The WASM of all builds, from the files of the package: for the CommonJS build, which nobody bundles. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Choice } from '../engine/builds.ts';

/** The binary of a build. */
export function unpackWasm(file: Choice['file']): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(__dirname, `inkgrad-${file}.wasm`)));
}
