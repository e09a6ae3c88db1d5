/** The real files that the tests read, and the platform they read them with. */

import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nodeFiles } from '../../ts/node/files.ts';
import { type FileAccess, usePlatform } from '../../ts/platform.ts';

/** A platform of files only, or of `'none'` as in a browser: the loaders use no more of it. */
export function useFiles(access: FileAccess | 'none' = nodeFiles): void {
  const files = access === 'none' ? undefined : access;
  const none = () => {
    throw new Error('the loaders need no engine and no progress');
  };
  usePlatform({ name: files ? 'node' : 'browser', files, verbose: 0, startEngine: none, progress: none, warn: none });
}

/** A file beside the tests. */
export function fixture(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(path, import.meta.url)));
}

export function fixtureJson<Content>(path: string): Content {
  return JSON.parse(new TextDecoder().decode(fixture(path)));
}

/** What NumPy reads from each fixture. */
export interface Expected {
  readonly shape: number[];
  readonly data: number[];
}

/** An empty folder for one test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'inkgrad-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
