/** Where a page's engine has its WASM from. */

import type { Choice } from '../engine/builds.ts';
import { compileWasm } from '../engine/wasm-module.ts';
import { DownloadError } from '../errors.ts';
import { type PackedWasm, unpackWasm } from './unpack-wasm.ts';

/** An absolute URL, or the builds themselves, of which this is one. */
export type WasmSource = { readonly url: string } | { readonly packed: PackedWasm; readonly build: Choice['file'] };

/** One for each build, or for the one that needs no threads. */
export type WasmSources = { readonly single: WasmSource } & Readonly<Partial<Record<Choice['file'], WasmSource>>>;

/**
 * @param name what to call it where it has no URL
 * @throws DownloadError, FormatError
 */
export async function loadModule(source: WasmSource, name: string): Promise<WebAssembly.Module> {
  return 'url' in source
    ? compileWasm(await download(source.url), source.url)
    : compileWasm(await unpackWasm(source.packed, source.build), name);
}

async function download(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const refused = (cause: unknown) => {
    throw new DownloadError(`${url}: cannot be fetched`, { cause });
  };
  const response = await fetch(url).catch(refused);
  if (!response.ok) throw new DownloadError(`${url}: the server answered ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer().catch(refused));
}
