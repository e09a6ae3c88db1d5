/** Where a page's engine has its WASM from. */

import type { Choice } from '../engine/builds.ts';
import { compileWasm } from '../engine/wasm-module.ts';
import { DownloadError } from '../errors.ts';

/** An absolute URL, or the file itself, compressed with gzip and written in base64. */
export type WasmSource = { readonly url: string } | { readonly gzip: string };

/** One for each build, or for the one that needs no threads. */
export type WasmSources = { readonly single: WasmSource } & Readonly<Partial<Record<Choice['file'], WasmSource>>>;

/**
 * @param name what to call it where it has no URL
 * @throws DownloadError, FormatError
 */
export async function loadModule(source: WasmSource, name: string): Promise<WebAssembly.Module> {
  return 'url' in source
    ? compileWasm(await download(source.url), source.url)
    : compileWasm(await unpack(source.gzip), name);
}

async function download(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const refused = (cause: unknown) => {
    throw new DownloadError(`${url}: cannot be fetched`, { cause });
  };
  const response = await fetch(url).catch(refused);
  if (!response.ok) throw new DownloadError(`${url}: the server answered ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer().catch(refused));
}

async function unpack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
