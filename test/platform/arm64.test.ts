/** The package on Arm64: the bits of x86-64, in both builds. */

import { describe, expect, test } from 'vitest';
import { golden } from '../determinism/golden.ts';
import { hashesIn } from '../determinism/hashes-in.ts';
import { arm64, emulatesArm64, installArm64 } from './arm64.ts';

const missing = installArm64();
if (missing && process.env.CI && emulatesArm64) throw new Error(missing);
if (missing) console.warn(`NOT RUN, the tests on Arm64: ${missing}`);

/** Small ones, of which an emulator does all in some seconds. */
const tasks = ['zeros and ones', 'everything at once', 'everything at once, dense'] as const;

for (const runtime of arm64) {
  describe.skipIf(missing)(missing ? `${runtime.name} (${missing})` : runtime.name, () => {
    test.each([
      ['default', 'default'],
      ['fast', 'fused'],
    ] as const)('the %s build gives the %s bits', { timeout: 300_000 }, async (build, bits) => {
      const found = await hashesIn(runtime, { build, threads: [1, 2], tasks });
      const hashes = Object.fromEntries(tasks.map((task) => [task, golden(task, bits)]));
      expect(found).toMatchObject([1, 2].map((threads) => ({ info: { threads, build: bits }, hashes })));
    });
  });
}
