/** What differs between Node and browsers. Each entry (`node.ts`, `browser.ts`) installs its own once. */

import type { Build } from './engine/builds.ts';
import type { Engine } from './engine/engine.ts';
import { EngineError } from './errors.ts';
import type { Store, StoreScheme } from './stores.ts';

/** How an engine is to be started. */
export interface EngineOptions {
  /** Threads that compute, the caller's included. Default: one per available core. */
  readonly threads?: number;
  /**
   * `'default'` gives the same bits everywhere. `'fast'` has fused multiply-adds: other bits, the same ones on every
   * engine and processor that fuses. Where one does not, it is the default build, with a warning. Default: `'default'`.
   */
  readonly build?: Build;
  /** Where the `.wasm` files lie, as a URL of their folder; for hosts that move files. */
  readonly wasmUrl?: string | URL;
  /** Where the worker's script lies; for hosts that move files. */
  readonly workerUrl?: string | URL;
}

/** What is in a folder. */
export interface FolderEntry {
  readonly name: string;
  /** Links count as what they lead to; sockets, devices and the like are `'other'`. */
  readonly kind: 'file' | 'folder' | 'other';
}

/** Files, where the platform has them. Failures are FileErrors that name the path. */
export interface FileAccess {
  /** The whole file; `undefined` when there is none. */
  read(path: string | URL): Promise<Uint8Array | undefined>;
  /** The path that a file:// URL stands for. @throws FileError */
  pathOf(url: URL): string;
  /** The path of a file in the folder of another. */
  beside(path: string | URL, name: string): string;
  /** What is in the folder; `'file'` when it is none, `undefined` when there is nothing. */
  list(path: string): Promise<readonly FolderEntry[] | 'file' | undefined>;
  /** Writes all or nothing, making folders as needed; follows links, and keeps the mode of a file that was there. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds to the end of a file, which it makes if need be. The bytes are with the system when this resolves. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file, if it is there. */
  remove(path: string): Promise<void>;
  /** Removes a folder, if it is there and empty. */
  removeFolder(path: string): Promise<void>;
  /** Removes what writers that were killed have left in a folder. */
  sweep(path: string): Promise<void>;
  /** The folder that holds an installed npm package, if it is installed. */
  packageFolder(name: string): string | undefined;
  /** The folder for downloads that may be thrown away at any time (XDG_CACHE_HOME and its like). */
  readonly cacheFolder: string;
}

/** Draws the progress of `fit`. */
export interface ProgressDisplay {
  /** So many batches were done before it was opened. */
  goOn(position: number): void;
  /** `position` of `total` batches of an epoch are done. */
  update(position: number, figures: Readonly<Record<string, number>>): void;
  /** The epoch is over: the last figures, validation included. */
  finish(figures: Readonly<Record<string, number>>): void;
  /** Training stopped in the middle: leave the terminal in order. */
  abandon(): void;
}

export interface Platform {
  readonly name: 'node' | 'browser';
  /** Starts an engine of its own: one WASM instance with its memory and threads. */
  startEngine(options: EngineOptions): Promise<Engine>;
  readonly files: FileAccess | undefined;
  /** Where pages keep files, by the schemes of their addresses; undefined where there is none of it. */
  readonly stores?: Readonly<Record<StoreScheme, Store>>;
  /** A display for one epoch; `'bar'` where `verbose` is 1, `'line'` where it is 2. */
  progress(style: 'bar' | 'line', title: string, batches: number, batchSize: number): Promise<ProgressDisplay>;
  /** Has JavaScript's garbage collected and finalizers called, where a program may ask for that. */
  collectGarbage?(): Promise<void>;
  /** What `verbose: 'auto'` means here. */
  readonly verbose: 0 | 1 | 2;
  /** Tells whoever runs the program. */
  warn(warning: Error): void;
}

let installed: Platform | undefined;

/** Called once by the entry. */
export function usePlatform(platform: Platform): void {
  installed = platform;
}

export function platform(): Platform {
  if (!installed) throw new EngineError("no platform: import 'inkgrad' and not one of its inner files");
  return installed;
}
