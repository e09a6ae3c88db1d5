import { expect, test } from 'vitest';
import { packBuilds, readWasm } from '../../scripts/pack-wasm.mjs';
import { unpackWasm } from '../../ts/browser/unpack-wasm.ts';

const builds = readWasm('crates/wasm', ['threads', 'fast', 'single'] as const);
const lengths = builds.map(([build, bytes]) => [build as 'threads' | 'fast' | 'single', bytes.length] as const);

test('the builds of inkgrad/inline are what was packed, and little more than one', async () => {
  const zlib = packBuilds(builds);
  const packed = { packed: zlib.toString('base64'), lengths };
  for (const [build, bytes] of builds) {
    expect(Buffer.compare(await unpackWasm(packed, build as 'single'), bytes), build).toBe(0);
  }
  expect(zlib.length).toBeLessThan(240_000);
});

test('one build by itself', async () => {
  const [threads] = builds;
  const packed = {
    packed: packBuilds([threads as (typeof builds)[0]]).toString('base64'),
    lengths: lengths.slice(0, 1),
  };
  expect(Buffer.compare(await unpackWasm(packed, 'threads'), threads?.[1] as Buffer)).toBe(0);
  await expect(unpackWasm(packed, 'single')).rejects.toThrow('single');
});
