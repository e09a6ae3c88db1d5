/** The hashes that tasks have always given. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EngineInfo } from 'inkgrad';
import type { TaskName } from './tasks.ts';

/** Where a task's hash is written. */
export function goldenFile(task: TaskName, bits: EngineInfo['build'] = 'default'): string {
  const folder = bits === 'fused' ? 'golden/fused' : 'golden';
  return fileURLToPath(new URL(`${folder}/${task.replace(/\W+/g, '-')}.txt`, import.meta.url));
}

export function golden(task: TaskName, bits?: EngineInfo['build']): string {
  return readFileSync(goldenFile(task, bits), 'utf8').trim();
}
