/**
 * Thousands of operations at random, started without waiting for those before: on models of several engines, with
 * aborts, disposals and ends of engines in between. Each settles, and either with a result or with a typed error; and the
 * bits of a model that is trained afterwards are those of one that never saw any of it.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { createEngine, type Engine, InkgradError, init, layers, type Sequential, sequential } from 'inkgrad';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generator } from '../model/blobs.ts';

const OPERATIONS = 5000;
/** Operations that are started together. */
const CROWD = 25;
/** The longest that an operation may take; all of them are small. */
const MOST_SECONDS = 60;

const [ROWS, INPUTS, CLASSES] = [32, 6, 3];
const x = Float32Array.from({ length: ROWS * INPUTS }, (_, i) => Math.sin(i));
const y = Int32Array.from({ length: ROWS }, (_, i) => i % CLASSES);
const rows = { data: x, shape: [ROWS, INPUTS] };

function newModel(engine?: Engine): Sequential {
  const model = sequential({
    seed: 3,
    layers: [
      layers.dense({ units: 5, activation: 'tanh', inputShape: [INPUTS] }),
      layers.dense({ units: CLASSES, activation: 'softmax' }),
    ],
    ...(engine && { engine }),
  });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

const quiet = { epochs: 2, batchSize: 8, verbose: 0, warnings: false } as const;

async function hashOfATraining(): Promise<string> {
  const engine = await createEngine({ threads: 2 });
  try {
    await using model = newModel(engine);
    await model.fit(rows, y, quiet);
    return await model.weightsHash();
  } finally {
    await engine.terminate();
  }
}

const unhandled: unknown[] = [];
const hear = (reason: unknown) => unhandled.push(reason);
let untouched: string;
beforeAll(async () => {
  process.on('unhandledRejection', hear);
  untouched = await hashOfATraining();
});
afterAll(() => void process.off('unhandledRejection', hear));

test(`${OPERATIONS} operations at random, many at a time`, { timeout: 600_000 }, async ({ annotate }) => {
  const random = generator(17);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const engines: Engine[] = [await createEngine({ threads: 1 }), await createEngine({ threads: 2 })];
  const models: Sequential[] = [newModel(), newModel(engines[0]), newModel(engines[1])];
  const outcomes = new Map<string, number>();

  /** What may be done to a model, by the name that it is counted under, and how often. */
  const acts: readonly [weight: number, name: string, act: (model: Sequential) => unknown][] = [
    [6, 'fit', (model) => model.fit(rows, y, quiet)],
    [3, 'fit, aborted', (model) => model.fit(rows, y, { ...quiet, epochs: 50, signal: abortedSoon() })],
    [3, 'fit with a callback', (model) => model.fit(rows, y, { ...quiet, callbacks: [{ onEpochEnd: meddle(model) }] })],
    [3, 'epochs, left early', leaveEpochs],
    [3, 'trainOnBatch', (model) => model.trainOnBatch(rows, y)],
    [6, 'predict', (model) => model.predict(rows)],
    [3, 'evaluate', (model) => model.evaluate(rows, y, { verbose: 0 })],
    [3, 'getWeights and setWeights', async (model) => model.setWeights(await model.getWeights())],
    [2, 'weightsHash', (model) => model.weightsHash()],
    [2, 'toBytes', (model) => model.toBytes()],
    [
      2,
      'compile',
      (model) => void model.compile({ optimizer: pick(['adam', 'sgd']), loss: 'sparseCategoricalCrossentropy' }),
    ],
    [2, 'dispose', dispose],
    [1, 'terminate', terminate],
    [1, 'init', () => init({ threads: 1 })],
  ];
  const lot = acts.flatMap(([weight, ...act]) => Array.from({ length: weight }, () => act));

  function abortedSoon(): AbortSignal {
    const abort = new AbortController();
    if (random() < 0.5) setImmediate(() => abort.abort());
    else abort.abort();
    return abort.signal;
  }

  function meddle(model: Sequential) {
    const stop = () => {
      model.stopTraining = true;
    };
    const act = pick<() => unknown>([() => model.getWeights(), () => model.predict(rows), stop]);
    return async () => void (await act());
  }

  async function leaveEpochs(model: Sequential): Promise<void> {
    for await (const { epoch } of model.epochs(rows, y, { ...quiet, epochs: 5 })) if (epoch === 1) break;
  }

  async function dispose(model: Sequential): Promise<void> {
    await model.dispose();
    models[models.indexOf(model)] = newModel(pick([undefined, ...engines]));
  }

  async function terminate(): Promise<void> {
    const place = Math.floor(random() * engines.length);
    const [old, threads] = [engines[place], place + 1];
    engines[place] = await createEngine({ threads });
    await old?.terminate();
    models[1 + place] = newModel(engines[place]);
  }

  const count = (name: string) => outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
  async function settle([name, act]: (typeof lot)[number]): Promise<void> {
    const late = sleep(1000 * MOST_SECONDS, 'late', { ref: false });
    try {
      const settled = await Promise.race([(async () => act(pick(models)))(), late]);
      if (settled === 'late') throw new Error(`${name} has not settled`);
      count(`${name}: done`);
    } catch (error) {
      const isAbort = error instanceof DOMException && error.name === 'AbortError' && name === 'fit, aborted';
      if (!(error instanceof InkgradError) && !isAbort) throw error;
      count(`${name}: ${error.name}`);
    }
  }

  for (let done = 0; done < OPERATIONS; done += CROWD) {
    await Promise.all(Array.from({ length: CROWD }, () => settle(pick(lot))));
  }
  await Promise.all(models.map((model) => model.dispose()));
  await Promise.all(engines.map((engine) => engine.terminate()));
  await sleep(50);
  expect(unhandled).toEqual([]);
  const told = [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, times]) => `${name} ${times}`);
  await annotate(told.join(', '));
  // Each kind of operation has really been done, and not only refused.
  for (const [, name] of acts)
    expect(outcomes.get(`${name}: done`) ?? (name === 'fit, aborted' ? 1 : 0)).toBeGreaterThan(0);
  expect(outcomes.get('fit, aborted: AbortError')).toBeGreaterThan(0);
  expect(await hashOfATraining()).toBe(untouched);
});
