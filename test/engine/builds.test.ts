import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chooseBuild, type Offer, whyNotFused } from '../../ts/engine/builds.ts';

const isolated: Offer = { cores: 4, isolated: true, whyNotFused: () => undefined };
const unfused: Offer = { ...isolated, whyNotFused: () => 'multiply-adds are not fused' };
const page: Offer = { cores: 4, isolated: false, whyNotFused: () => undefined, notShared: 'the page lacks headers' };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the build that is chosen', () => {
  test.each([
    [undefined, 'default', isolated, 'threads', 4, false, '4 threads for 4 cores'],
    [undefined, 'default', { ...isolated, cores: 1 }, 'single', 1, false, '1 thread for 1 core'],
    [undefined, 'default', { ...isolated, cores: 256 }, 'threads', 64, false, '64 threads for 256 cores'],
    [1, 'default', isolated, 'single', 1, false, '1 thread as asked for, on 4 cores'],
    [
      6,
      'default',
      isolated,
      'threads',
      6,
      false,
      '6 threads as asked for, on 4 cores; more threads than cores are slower',
    ],
    [undefined, 'default', page, 'single', 1, false, 'one thread: the page lacks headers'],
    [1, 'default', page, 'single', 1, false, '1 thread as asked for, on 4 cores'],
    [
      2,
      'fast',
      isolated,
      'fast',
      2,
      true,
      '2 threads as asked for, on 4 cores; the fast build as asked for, which is fused',
    ],
    [
      1,
      'fast',
      isolated,
      'fast',
      1,
      true,
      '1 thread as asked for, on 4 cores; the fast build as asked for, which is fused',
    ],
    [
      2,
      'fast',
      unfused,
      'threads',
      2,
      false,
      '2 threads as asked for, on 4 cores; the default build, since multiply-adds are not fused',
    ],
    [
      1,
      'fast',
      page,
      'single',
      1,
      false,
      '1 thread as asked for, on 4 cores; the default build, since the fast one needs shared memory',
    ],
  ] as const)('%s threads, %s, %o', (threads, build, offer, file, count, fused, reason) => {
    expect(chooseBuild(threads, build, offer)).toEqual({
      file,
      info: {
        threads: count,
        cores: offer.cores,
        simd: true,
        relaxed: fused,
        build: fused ? 'fused' : 'default',
        isolated: offer.isolated,
        reason,
      },
    });
  });

  test('more threads than could be started are none, unless they are asked for', () => {
    const offer: Offer = { ...isolated, refused: { most: 2, reason: 'no more memory' } };
    const told = (threads: number | undefined) => {
      const { file, info } = chooseBuild(threads, 'default', offer);
      return [file, info.threads, info.reason];
    };
    expect(told(undefined)).toEqual(['threads', 2, '2 threads for 4 cores; no more than these: no more memory']);
    expect(told(4)).toEqual(['threads', 4, '4 threads as asked for, on 4 cores; no more than these: no more memory']);
    expect(chooseBuild(1, 'default', { ...page, refused: { most: 2, reason: 'no more' } }).info.reason).toBe(
      '1 thread as asked for, on 4 cores',
    );
  });

  test('nobody is asked whether multiply-adds are fused who does not want it', () => {
    const offer: Offer = { ...isolated, whyNotFused: () => expect.unreachable('it was not asked for') };
    expect(chooseBuild(2, 'default', offer).file).toBe('threads');
  });

  // V8 has it on by default from 11.4 on; Node 20 has 11.3.
  const [major = 0, minor = 0] = (process.versions.v8 ?? '').split('.').map(Number);
  const has = major > 11 || (major === 11 && minor >= 4);

  test('whether there is relaxed SIMD is known by the engine’s own word', () => {
    expect(whyNotFused() === 'there is no relaxed SIMD').toBe(!has);
  });

  test('whether it is fused is known by what it computes', () => {
    const why = (f: (factor: number, term: number) => number) => {
      class Instance {
        exports = { f };
      }
      vi.stubGlobal('WebAssembly', { validate: () => true, Module: class {}, Instance });
      return whyNotFused();
    };
    const { fround } = Math;
    // Doubles hold the square of a float, and here its sum too.
    expect(why((factor, term) => fround(fround(factor) ** 2 + fround(term)))).toBeUndefined();
    const apart = (factor: number, term: number) => fround(fround(fround(factor) ** 2) + fround(term));
    expect(why(apart)).toBe('multiply-adds are not fused');
    const refused = () => {
      throw new EvalError('by a policy');
    };
    vi.stubGlobal('WebAssembly', { validate: () => true, Module: refused });
    expect(whyNotFused()).toBe('WebAssembly is refused');
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(whyNotFused()).toBe('there is no relaxed SIMD');
  });

  test.skipIf(process.platform !== 'linux')('it is fused where the processor has such an instruction', () => {
    const fuses = process.arch === 'arm64' || / fma /.test(readFileSync('/proc/cpuinfo', 'latin1'));
    if (!has) setFlagsFromString('--experimental-wasm-relaxed-simd');
    expect(whyNotFused()).toBe(fuses ? undefined : 'multiply-adds are not fused');
    if (!has) setFlagsFromString('--no-experimental-wasm-relaxed-simd');
  });
});
