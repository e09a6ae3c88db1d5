/** hyparquet, in a file of its own, for Node and pages alike. */

import { decompress } from 'fzstd';
import type { Compressors } from 'hyparquet';
import { compressors as theirs } from 'hyparquet-compressors';

export { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';

export const compressors: Compressors = {
  ...theirs,
  // Without room of ours, gigabytes are taken where a damaged frame says so, and moved for each of its blocks.
  ZSTD: (input, length) => decompress(input, new Uint8Array(length)),
};
