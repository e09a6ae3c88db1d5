/** Our callbacks and Keras's, played on the same scripted figures. */

import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Callback, callbacks, type Logs, layers, type Sequential, sequential } from 'inkgrad';
import { expect, onTestFinished, test } from 'vitest';

interface Case {
  readonly name: string;
  readonly kind: string;
  readonly options: { readonly path?: string; readonly append?: boolean };
  readonly logs: Record<string, (number | 'NaN')[]>;
  readonly keras: {
    readonly epochs: number;
    readonly weight: number;
    readonly learningRates: number[];
    readonly loggedRates: (number | null)[];
    readonly saved: string[];
    readonly csv: string | null;
  };
}

const cases: Case[] = JSON.parse(readFileSync(new URL('./golden/callbacks.json', import.meta.url), 'utf8'));

test.each(cases)('$name', async ({ kind, options, logs, keras }) => {
  const folder = await mkdtemp(join(tmpdir(), 'inkgrad-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await using model = await scriptedModel();
  let seen = await play(model, make(kind, options, folder), logs);
  if (options.append) seen = await play(model, make(kind, options, folder), logs);

  expect(seen).toHaveLength(keras.epochs);
  expect((await model.getWeights())[0]?.data).toEqual(Float32Array.of(keras.weight));
  const rates = await Promise.all(seen.map(({ rate }) => rate));
  expect(rates).toEqual(keras.learningRates.map((rate) => expect.closeTo(rate, 8)));
  expect(seen.map(({ logs }) => logs.learning_rate ?? null)).toEqual(
    keras.loggedRates.map((rate) => (rate === null ? null : expect.closeTo(rate, 8))),
  );
  const files = await readdir(folder);
  expect(files.filter((file) => file !== 'log.csv').sort()).toEqual([...new Set(keras.saved)].sort());
  if (keras.csv !== null) expect(cells(await readFile(join(folder, 'log.csv'), 'utf8'))).toEqual(cells(keras.csv));
});

/** A model of a single weight, with a learning rate of 0.01. */
async function scriptedModel(): Promise<Sequential> {
  const model = sequential({ layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [1] })], seed: 1 });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  await model.setLearningRate(0.01);
  return model;
}

function make(kind: string, { path, ...rest }: Case['options'], folder: string): Callback {
  const options: object = rest;
  switch (kind) {
    case 'earlyStopping':
      return callbacks.earlyStopping(options);
    case 'reduceLROnPlateau':
      return callbacks.reduceLROnPlateau(options);
    case 'learningRateScheduler':
      return callbacks.learningRateScheduler((_epoch, rate) => rate * 0.5);
    case 'modelCheckpoint':
      return callbacks.modelCheckpoint(join(folder, path as string), options);
    case 'csvLogger':
      return callbacks.csvLogger(join(folder, 'log.csv'), options);
    default:
      throw new Error(kind);
  }
}

/** Plays one training, in which the model's weight is the number of the epoch. */
async function play(model: Sequential, callback: Callback, figures: Case['logs']) {
  Object.assign(callback, { model, warnings: { warn() {} } });
  model.stopTraining = false;
  const seen: { rate: Promise<number>; logs: Logs }[] = [];
  await callback.onTrainBegin?.();
  for (let epoch = 0; epoch < (Object.values(figures)[0]?.length ?? 0) && !model.stopTraining; epoch++) {
    await callback.onEpochBegin?.(epoch);
    await model.setWeights([[[epoch]], [0]]);
    const logs = Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, Number(values[epoch])]));
    await callback.onEpochEnd?.(epoch, logs as Logs);
    seen.push({ rate: model.getLearningRate(), logs: logs as Logs });
  }
  await callback.onTrainEnd?.();
  return seen;
}

/** The cells of a CSV file; numbers as such, for the two languages write some of them differently. */
function cells(csv: string): (string | number)[][] {
  expect(csv).toMatch(/^([^\r\n]+\r\n)+$/);
  return csv
    .split('\r\n')
    .map((line) => line.split(/[,;]/).map((cell) => (/^[\d.]+$/.test(cell) ? Number(cell) : cell)));
}
