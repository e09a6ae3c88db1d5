import { EngineError } from '../errors.ts';

/**
 * The SHA-256 of bytes, as 64 hexadecimal digits.
 *
 * @throws EngineError in a page that is not a secure context (https or localhost), where browsers have no `crypto.subtle`.
 */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) throw new EngineError('SHA-256 needs crypto.subtle, which pages have on https and localhost only');
  const own = bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice(); // no digest of shared memory
  const digest = await subtle.digest('SHA-256', own as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
