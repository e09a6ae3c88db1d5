/** An engine whose memory is nearly full: what still fits works, and what does not leaves it alive. */

import { createEngine, EngineError, layers, sequential } from 'inkgrad';
import { expect, test } from 'vitest';

test('a network of half a gigabyte is hashed and read; an optimizer that has no room is a typed error', async () => {
  const engine = await createEngine({ threads: 2 }); // with 1 GiB, as shared memory has
  try {
    await using small = sequential({ engine, layers: [layers.dense({ units: 2, inputShape: [3] })] });
    const before = await small.weightsHash();
    const units = 11_832; // 140 million weights, of at most 268
    await using large = sequential({ engine, layers: [layers.dense({ units, inputShape: [units] })] });

    expect(await large.weightsHash()).toMatch(/^[0-9a-f]{64}$/);
    expect((await large.getWeights())[0]?.data).toHaveLength(units * units);

    large.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const row = { data: new Float32Array(units), shape: [1, units] };
    const fit = large.fit(row, row, { verbose: 0, warnings: false });
    await expect(fit).rejects.toThrow(EngineError);
    await expect(fit).rejects.toThrow(/could not be allocated; .*dispose\(\)/);

    expect(await small.weightsHash()).toBe(before);
  } finally {
    await engine.terminate();
  }
}, 120_000);
