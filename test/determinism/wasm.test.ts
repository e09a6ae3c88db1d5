/** The paths that the other tests mean to take are in the files: SIMD in all builds, threads in two. */

import { readFileSync } from 'node:fs';
import binaryen from 'binaryen';
import { describe, expect, test } from 'vitest';

const dist = new URL('../../dist/', import.meta.url);

describe.each(['single', 'threads'])('the %s build', (build) => {
  const bytes = readFileSync(new URL(`inkgrad-${build}.wasm`, dist));
  const text = binaryen.readBinary(bytes).emitText();
  const count = (opcode: RegExp) => text.match(opcode)?.length ?? 0;

  test('computes on vectors of four', () => {
    for (const operation of ['add', 'mul', 'div', 'sqrt']) {
      expect(count(new RegExp(String.raw`\(f32x4\.${operation}\b`, 'g')), operation).toBeGreaterThan(10);
    }
    // Losses and metrics of single rows are scalar code, kernels are not.
    expect(count(/\(f32x4\.mul\b/g)).toBeGreaterThan(2 * count(/\(f32\.mul\b/g));
  });

  test('uses nothing whose bits an engine may choose', () => {
    expect(text).not.toContain('relaxed');
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name);
    const chosen = imports.filter((name) => /exp|log|tanh|pow|sin|cos|random|now/i.test(name));
    // The clock, by which threads know for how long they have waited.
    expect(chosen.map((name) => name.replace(/_[0-9a-f]+$/, ''))).toEqual(build === 'threads' ? ['__wbg_now'] : []);
    expect(readFileSync(new URL(`glue-${build}.js`, dist), 'utf8')).not.toContain('Math.');
  });

  test(build === 'threads' ? 'shares its memory' : 'has a memory of its own', () => {
    const shared = /\(import \S+ "memory" \(memory .*\bshared\)\)/.test(text);
    expect(shared).toBe(build === 'threads');
    expect(count(/\(memory\.atomic\.wait32\b/g) > 0).toBe(build === 'threads');
  });
});

test('the fast build fuses multiply-adds, and leaves nothing else to the engine', () => {
  const text = binaryen.readBinary(readFileSync(new URL('inkgrad-fast.wasm', dist))).emitText();
  const relaxed = text.match(/\w+\.relaxed_\w+/g) ?? [];
  expect(relaxed.length).toBeGreaterThan(10);
  expect(new Set(relaxed)).toEqual(new Set(['f32x4.relaxed_madd']));
});
