/** The event loop lives while numbers are crunched: the real ten-digit run on one thread, which is the slowest. */

import { createEngine, type Engine, layers, loadMnist, sequential } from 'inkgrad';
import { expect, test } from 'vitest';

/** An engine that notes how many milliseconds each of its calls took. */
function timed(engine: Engine, times: number[]): Engine {
  return new Proxy(engine, {
    get(target, name: keyof Engine) {
      const value = target[name];
      if (typeof value !== 'function') return value;
      return async (...parameters: unknown[]) => {
        const start = performance.now();
        const result = await (value as (...parameters: unknown[]) => Promise<unknown>).apply(target, parameters);
        times.push(performance.now() - start);
        return result;
      };
    },
  });
}

test('timers run between the calls of fit, which are short', async ({ annotate }) => {
  const engine = await createEngine({ threads: 1 });
  const { train, test } = await loadMnist();
  const calls: number[] = [];
  const model = sequential({
    seed: 1,
    engine: timed(engine, calls),
    layers: [
      layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 64, activation: 'relu' }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const gaps: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }, 5);
  await model.fit(train.x, train.y, { epochs: 2, validationData: [test.x, test.y], verbose: 0 });
  clearInterval(timer);
  await engine.terminate();

  const [median, longest] = [middle(gaps), Math.max(...gaps)];
  await annotate(
    `${gaps.length} turns in ${calls.length} calls; median ${median.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`,
  );
  // A busy machine makes single calls long, but neither their number small nor half of them slow.
  expect(calls.length).toBeGreaterThan(20);
  expect(gaps.length).toBeGreaterThan(calls.length / 4);
  expect(median).toBeLessThan(50);
});

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}
