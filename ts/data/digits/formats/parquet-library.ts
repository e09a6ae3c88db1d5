/** hyparquet, in a file of its own, for Node and pages alike. */

export { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
export { compressors } from 'hyparquet-compressors';
