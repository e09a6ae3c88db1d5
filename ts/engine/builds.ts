/** Which WASM file an engine runs: one pure decision from what was asked for and what the platform offers. */

import type { EngineInfo } from './engine.ts';

/** `'default'`: exact arithmetic, the same bits everywhere. `'fast'`: relaxed SIMD, last bits depend on the CPU. */
export type Build = 'default' | 'fast';

/** What the platform offers. */
export interface Offer {
  readonly cores: number;
  readonly isolated: boolean;
  /** Relaxed SIMD validates. */
  readonly relaxed: boolean;
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
  const relaxed = build === 'fast' && shared && offer.relaxed;
  const reasons: string[] = [];
  if (!shared && threads !== 1) reasons.push(`one thread: ${notShared}`);
  else if (threads === undefined) reasons.push(`${plural(count, 'thread')} for ${plural(cores, 'core')}`);
  else reasons.push(`${plural(count, 'thread')} as asked for, on ${plural(cores, 'core')}`);
  if (shared && refused) reasons.push(`no more than these: ${refused.reason}`);
  if (count > cores) reasons.push('more threads than cores are slower');
  if (relaxed) reasons.push('the fast build as asked for');
  else if (build === 'fast') {
    reasons.push(
      `the default build, since ${shared ? 'there is no relaxed SIMD' : 'the fast one needs shared memory'}`,
    );
  }
  return {
    file: relaxed ? 'fast' : count > 1 ? 'threads' : 'single',
    info: { threads: count, cores, simd: true, relaxed, isolated, reason: reasons.join('; ') },
  };
}

function plural(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

/**
 * `(module (func (param v128 v128 v128) (result v128) local.get 0 local.get 1 local.get 2 f32x4.relaxed_madd))`, to be
 * validated and never run.
 */
// biome-ignore format: one section a line
const RELAXED_PROBE = Uint8Array.of(
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  0x01, 0x08, 0x01, 0x60, 0x03, 0x7b, 0x7b, 0x7b, 0x01, 0x7b,
  0x03, 0x02, 0x01, 0x00,
  0x0a, 0x0d, 0x01, 0x0b, 0x00, 0x20, 0x00, 0x20, 0x01, 0x20, 0x02, 0xfd, 0x85, 0x02, 0x0b,
);

/** Relaxed SIMD validates in this engine. */
export function hasRelaxedSimd(): boolean {
  return WebAssembly.validate(RELAXED_PROBE);
}
