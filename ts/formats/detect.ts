/** How files begin. */

/** That bytes begin with these letters and numbers. */
export function starts(...magic: (string | number)[]): (bytes: Uint8Array) => boolean {
  const wanted = magic.flatMap((part) =>
    typeof part === 'number' ? [part] : Array.from(part, (letter) => letter.charCodeAt(0)),
  );
  return (bytes) => wanted.every((byte, i) => bytes[i] === byte);
}

/** The beginning as a text; anything that is not ASCII becomes some other letter. */
export function textOf(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}

export const isHdf5 = starts(0x89, 'HDF\r\n', 0x1a, '\n');

export const isZip = starts('PK', 3, 4);

/** Without files; what a model without weights is stands in its comment. */
export const isEmptyZip = starts('PK', 5, 6);

/** A zip file that names one of its files so, in its first or last two kilobytes. */
export function zipWith(name: RegExp): (bytes: Uint8Array) => boolean {
  return (bytes) => isZip(bytes) && [bytes, bytes.subarray(-2048)].some((part) => name.test(textOf(part, 2048)));
}

/** A JSON object with one of these keys in its first four kilobytes. */
export function jsonWith(...keys: string[]): (bytes: Uint8Array) => boolean {
  const pattern = new RegExp(`^(\\xef\\xbb\\xbf)?\\s*\\{[\\s\\S]*"(${keys.join('|')})"`);
  return (bytes) => pattern.test(textOf(bytes, 4096));
}

/** The header's length, which may be of any bytes, and the header. */
export function isSafetensors(bytes: Uint8Array): boolean {
  return bytes[8] === 0x7b && bytes.subarray(4, 8).every((byte) => byte === 0);
}

/** A protobuf whose field 1 is the version, 1 to 15, and whose next one is any of a model's others. */
export function isOnnx(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x08 && (bytes[1] ?? 16) < 16 && [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42].includes(bytes[2] ?? 0)
  );
}

/** A model.json, or an archive of one with its weights. */
export function isTfjs(bytes: Uint8Array): boolean {
  return jsonWith('modelTopology', 'weightsManifest')(bytes) || zipWith(/\.json[\s\S]*\.bin|\.bin[\s\S]*\.json/)(bytes);
}
