/** As many bytes as become letters without a rest, and as arguments of one call. */
const PIECE = 3 * 2 ** 12;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return text;
}
