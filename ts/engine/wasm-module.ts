import { FormatError } from '../errors.ts';

/** "\0asm", then version 1: how a WASM binary begins (WebAssembly core specification, section 5.5.16). */
const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/**
 * Compiles a WASM binary.
 * @param source the URL or path that the bytes came from, for the message
 * @throws FormatError when the bytes are something else (a server's HTML page, say), cut short, or beyond this engine
 */
export async function compileWasm(bytes: Uint8Array<ArrayBuffer>, source: string): Promise<WebAssembly.Module> {
  if (preamble.some((byte, i) => bytes[i] !== byte)) {
    throw new FormatError(source, 'a WebAssembly module, which begins with 00 61 73 6d 01 00 00 00', firstBytes(bytes));
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError(source, 'a WebAssembly module that this engine can run', `${bytes.length} bytes: ${reason}`, {
      cause: error,
    });
  }
}

/** The beginning of bytes, as numbers and as text. */
function firstBytes(bytes: Uint8Array): string {
  if (!bytes.length) return 'no bytes';
  const first = bytes.subarray(0, 16);
  const hex = Array.from(first, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = Array.from(first, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
  return `${hex} ("${text}")`;
}
