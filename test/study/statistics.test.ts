import { readFileSync } from 'node:fs';
import { OptionError, ShapeError } from 'inkgrad';
import { estimate, holm, mcNemarTest, pairedTTest } from 'inkgrad/study';
import { describe, expect, test } from 'vitest';
import { rank } from '../../ts/study/summary.ts';

interface Golden {
  intervals: { values: number[]; mean: number; sd: number; low: number; high: number }[];
  paired: { first: number[]; second: number[]; statistic: number; pValue: number; low: number; high: number }[];
  mcnemar: { onlyFirst: number; onlySecond: number; exact: boolean; pValue: number }[];
  holm: { pValues: number[]; adjusted: number[] }[];
}

const golden: Golden = JSON.parse(readFileSync(new URL('golden/statistics.json', import.meta.url), 'utf8'));

/** To one part in a million. */
function expectNear(received: number | undefined, expected: number): void {
  expect(Math.abs((received as number) - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected) + 1e-18);
}

describe('as in SciPy and statsmodels', () => {
  test.each(golden.intervals)('the interval of $values.length means', ({ values, mean, sd, low, high }) => {
    const found = estimate(values);
    expect(found.count).toBe(values.length);
    expectNear(found.mean, mean);
    expectNear(found.sd, sd);
    expectNear(found.low, low);
    expectNear(found.high, high);
  });

  test.each(golden.paired)('the t test of $first.length pairs', ({ first, second, statistic, pValue, low, high }) => {
    const found = pairedTTest(first, second);
    expectNear(found.statistic, statistic);
    expectNear(found.pValue, pValue);
    expectNear(found.difference.low, low);
    expectNear(found.difference.high, high);
  });

  test.each(golden.mcnemar)(
    "McNemar's test of $onlyFirst : $onlySecond",
    ({ onlyFirst, onlySecond, exact, pValue }) => {
      const found = mcNemarTest(onlyFirst, onlySecond);
      expect(found).toMatchObject({ onlyFirst, onlySecond, exact });
      expectNear(found.pValue, pValue);
      expect(mcNemarTest(onlySecond, onlyFirst).pValue).toBe(found.pValue);
    },
  );

  test.each(golden.holm)("Holm's correction of $pValues.length tests", ({ pValues, adjusted }) => {
    holm(pValues).forEach((value, i) => {
      expectNear(value, adjusted[i] as number);
    });
  });
});

test('one run has a mean and no interval', () => {
  expect(estimate([0.5])).toEqual({ count: 1, mean: 0.5 });
});

test('runs that are all the same differ surely or not at all', () => {
  expect(pairedTTest([0.5, 0.5], [0.5, 0.5])).toMatchObject({ statistic: 0, pValue: 1 });
  expect(pairedTTest([0.75, 0.75], [0.5, 0.5]).pValue).toBe(0);
  expect(mcNemarTest(0, 0).pValue).toBe(1);
});

test('wrong arguments are named', () => {
  expect(() => estimate([])).toThrow(OptionError);
  expect(() => estimate([1, Number.NaN])).toThrow(/values\[1\]: expected a finite number/);
  expect(() => pairedTTest([1, 2], [1])).toThrow(ShapeError);
  expect(() => mcNemarTest(-1, 2)).toThrow(/onlyFirst/);
});

test('settings are ranked by accuracy, then loss, and failures come last', () => {
  const run = (setting: number, accuracy: number, loss: number) => ({
    ...{ id: `learn-${setting + 1}-1-1`, setting, epochs: 1, seed: 1, part: 'learn' as const, seconds: 1 },
    ...{ weightsSha256: 'a', history: { loss: [], accuracy: [] } },
    validation: { accuracy, loss, mistakes: { rows: [], decisions: [] } },
  });
  const failed = { ...run(0, 0, 0), validation: undefined, failed: 'the loss is NaN' };
  const runs = [failed, run(1, 0.9, 0.3), run(2, 0.9, 0.2), run(3, 0.95, 0.5)];
  expect(rank([0, 1, 2, 3], (setting) => runs.filter((one) => one.setting === setting) as never)).toEqual([3, 2, 1, 0]);
});
