/** Which WASM file an engine runs: one pure decision from what was asked for and what the platform offers. */

import type { EngineInfo } from './engine.ts';

/**
 * `'default'`: each operation rounded by itself, the same bits everywhere. `'fast'`: fused multiply-adds, with bits of
 * their own, which are the same wherever an engine fuses; elsewhere the default build.
 */
export type Build = 'default' | 'fast';

/** What the platform offers. */
export interface Offer {
  readonly cores: number;
  readonly isolated: boolean;
  /** Why relaxed SIMD does not fuse multiply-adds, if so; asked only where somebody wants it to. */
  readonly whyNotFused: () => string | undefined;
  /** Why threads cannot share memory, if so. */
  readonly notShared?: string | undefined;
  /** How many threads could be started, where it was not all of them, and why. */
  readonly refused?: { readonly most: number; readonly reason: string };
}

export interface Choice {
  /** `inkgrad-<file>.wasm`; all but `'single'` need shared memory and the glue for threads. */
  readonly file: 'single' | 'threads' | 'fast';
  readonly info: EngineInfo;
}

/** More threads than this only cost memory. */
export const MOST_THREADS = 64;

/** @param threads how many were asked for; by default one for each core */
export function chooseBuild(threads: number | undefined, build: Build, offer: Offer): Choice {
  const { cores, isolated, notShared, refused } = offer;
  const shared = notShared === undefined;
  const count = shared ? (threads ?? Math.min(cores, refused?.most ?? MOST_THREADS)) : 1;
  const notFused = build === 'fast' ? offer.whyNotFused() : undefined;
  const fused = build === 'fast' && shared && notFused === undefined;
  const reasons: string[] = [];
  if (!shared && threads !== 1) reasons.push(`one thread: ${notShared}`);
  else if (threads === undefined) reasons.push(`${plural(count, 'thread')} for ${plural(cores, 'core')}`);
  else reasons.push(`${plural(count, 'thread')} as asked for, on ${plural(cores, 'core')}`);
  if (shared && refused) reasons.push(`no more than these: ${refused.reason}`);
  if (count > cores) reasons.push('more threads than cores are slower');
  if (fused) reasons.push('the fast build as asked for, which is fused');
  else if (build === 'fast') {
    reasons.push(`the default build, since ${shared ? notFused : 'the fast one needs shared memory'}`);
  }
  return {
    file: fused ? 'fast' : count > 1 ? 'threads' : 'single',
    info: {
      threads: count,
      cores,
      simd: true,
      relaxed: fused,
      build: fused ? 'fused' : 'default',
      isolated,
      reason: reasons.join('; '),
    },
  };
}

function plural(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

/**
 * `(module (func (export "f") (param f32 f32) (result f32) (f32x4.extract_lane 0 (f32x4.relaxed_madd
 * (f32x4.splat (local.get 0)) (f32x4.splat (local.get 0)) (f32x4.splat (local.get 1))))))`
 */
// biome-ignore format: one section a line
const PROBE = Uint8Array.of(
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  0x01, 0x07, 0x01, 0x60, 0x02, 0x7d, 0x7d, 0x01, 0x7d,
  0x03, 0x02, 0x01, 0x00,
  0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00,
  0x0a, 0x16, 0x01, 0x14, 0x00, 0x20, 0x00, 0xfd, 0x13, 0x20, 0x00, 0xfd, 0x13, 0x20, 0x01, 0xfd, 0x13,
  0xfd, 0x85, 0x02, 0xfd, 0x1f, 0x00, 0x0b,
);

/**
 * Why multiply-adds of relaxed SIMD are not fused here, if so. An engine may round the product or not, as its processor
 * likes it, and a square tells: without its last bit, which rounding takes, nothing is left of it, and else 2^-24.
 */
export function whyNotFused(): string | undefined {
  if (!WebAssembly.validate(PROBE)) return 'there is no relaxed SIMD';
  let multiplyAdd: (factor: number, term: number) => number;
  try {
    multiplyAdd = new WebAssembly.Instance(new WebAssembly.Module(PROBE)).exports.f as typeof multiplyAdd;
  } catch {
    return 'WebAssembly is refused'; // by a page's policy, of which the default build then says more
  }
  return multiplyAdd(1 + 2 ** -12, -(1 + 2 ** -11)) === 0 ? 'multiply-adds are not fused' : undefined;
}
