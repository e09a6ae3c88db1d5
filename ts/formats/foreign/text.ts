/** Files that people read. */

import { textOf } from '../detect.ts';

/** Its first four kilobytes are sound UTF-8 without control characters. */
export function isText(bytes: Uint8Array): boolean {
  try {
    // As a part of a stream, since its last letter may be cut.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, 4096), { stream: true });
    return /^[^\p{Cc}]+$/u.test(text.replaceAll(/[\t\n\f\r]/g, ' '));
  } catch {
    return false; // bytes that no text has
  }
}

/** An object or a list in JSON, whatever is in it. */
export function isJson(bytes: Uint8Array): boolean {
  return isText(bytes) && /^(\xef\xbb\xbf)?\s*(\{\s*["}]|\[\s*["\]{[\d-])/.test(textOf(bytes, 4096));
}
