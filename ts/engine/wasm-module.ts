import { FormatError } from '../errors.ts';
import { reasonOf } from '../reason.ts';

/** "\0asm", then version 1: how a WASM binary begins (WebAssembly core specification, section 5.5.16). */
const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/**
 * Compiles a WASM binary.
 * @param source the URL or path that the bytes came from, for the message
 * @throws FormatError when the bytes are something else (a server's HTML page, say), cut short, or beyond this engine
 */
export async function compileWasm(bytes: Uint8Array<ArrayBuffer>, source: string): Promise<WebAssembly.Module> {
  checkPreamble(bytes, source);
  return WebAssembly.compile(bytes).catch((error) => {
    throw refused(bytes, source, error);
  });
}

/** The same at once, which pages allow small modules only. */
export function compileWasmNow(bytes: Uint8Array<ArrayBuffer>, source: string): WebAssembly.Module {
  checkPreamble(bytes, source);
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    throw refused(bytes, source, error);
  }
}

function checkPreamble(bytes: Uint8Array, source: string): void {
  if (preamble.every((byte, i) => bytes[i] === byte)) return;
  throw new FormatError(source, 'a WebAssembly module, which begins with 00 61 73 6d 01 00 00 00', firstBytes(bytes));
}

function refused(bytes: Uint8Array, source: string, cause: unknown): FormatError {
  const received = `${bytes.length} bytes: ${reasonOf(cause)}`;
  return new FormatError(source, 'a WebAssembly module that this engine can run', received, { cause });
}

/** The beginning of bytes, as numbers and as text. */
function firstBytes(bytes: Uint8Array): string {
  if (!bytes.length) return 'no bytes';
  const first = bytes.subarray(0, 16);
  const hex = Array.from(first, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = Array.from(first, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
  return `${hex} ("${text}")`;
}
