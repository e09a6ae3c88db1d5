/** What the recipes of both tasks reach on digits that the models have not seen, and the memory that it takes. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRun, start, temporaryFolder } from '../start/program.ts';

/** The whole recipe, 20 epochs, by the program behind `npm start`. */
async function run(task: string, seed: number) {
  const output = temporaryFolder();
  const { code, stderr } = await start('--only', task, '--seed', `${seed}`, '--output', output).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { metrics, history } = readRun(join(output, task));
  expect(history.epoch).toHaveLength(20);
  return { accuracy: metrics.accuracy, peakResidentBytes: history.peakResidentBytes };
}

test('binary: at least 99.7 % of the held-out zeros and ones', async () => {
  expect((await run('binary', 42)).accuracy).toBeGreaterThanOrEqual(0.997);
});

test('multiclass: at least 97.5 % of the test digits, in less than 400 MB', async () => {
  const { accuracy, peakResidentBytes } = await run('multiclass', 42);
  expect(accuracy).toBeGreaterThanOrEqual(0.975);
  expect(peakResidentBytes).toBeLessThan(400e6);
}, 180_000);

test('multiclass: at least 97.6 % as the mean of five seeds', async () => {
  const accuracies: number[] = [];
  for (const seed of [1, 2, 3, 4, 5]) accuracies.push((await run('multiclass', seed)).accuracy);
  console.log(`accuracy of seeds 1 to 5: ${accuracies.join(', ')}`);
  expect(accuracies.reduce((sum, accuracy) => sum + accuracy) / accuracies.length).toBeGreaterThanOrEqual(0.976);
}, 600_000);
