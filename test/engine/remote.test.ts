/** The real engine at the other end of a channel, as the one in a page's worker is. */

import { MessageChannel } from 'node:worker_threads';
import { createEngine } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { dataset } from '../../ts/dataset.ts';
import type { Engine } from '../../ts/engine/engine.ts';
import { answer, type RemoteEngine, type Request, remoteEngine } from '../../ts/engine/remote.ts';
import { EngineError, NonFiniteError, NonFiniteLossError } from '../../ts/errors.ts';
import { type LayerDescription, layers } from '../../ts/layers.ts';
import { checkCompileOptions } from '../../ts/model/compile.ts';
import { lowerNetwork, lowerTraining } from '../../ts/model/lower.ts';
import { sequential } from '../../ts/model.ts';
import { optimizers } from '../../ts/optimizers.ts';

let engine: Engine;
beforeAll(async () => {
  // The built package has the same interface under a type of its own.
  engine = (await createEngine({ threads: 1 })) as unknown as Engine;
});
afterAll(() => engine.terminate());

/** An engine behind a channel, and the requests that were sent to it. */
function connect(): { remote: RemoteEngine; requests: Request[]; stopped: () => number } {
  const { port1, port2 } = new MessageChannel();
  const requests: Request[] = [];
  let stops = 0;
  port2.on('message', async (request: Request) => {
    requests.push(request);
    port2.postMessage(await answer(engine, request));
  });
  const port = { postMessage: (message: unknown, transfer: ArrayBuffer[]) => port1.postMessage(message, transfer) };
  const remote = remoteEngine(engine.info, port, () => stops++);
  port1.on('message', (reply) => remote.receive(reply));
  onTestFinished(() => port1.close());
  return { remote, requests, stopped: () => stops };
}

const described = (layer: LayerDescription) => lowerNetwork(4, 5, sequential([layer]).layers);
const description = described(layers.dense(3, { activation: 'softmax', inputShape: [4] }));
const training = lowerTraining(
  checkCompileOptions({ optimizer: optimizers.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] }),
  3,
);
const numbers = Float32Array.from({ length: 40 }, (_, i) => ((i * 7) % 13) / 13);
const classes = Uint32Array.from({ length: 10 }, (_, row) => row % 3);

/** One of each call. */
async function work(on: Engine): Promise<unknown[]> {
  const network = await on.createNetwork(description);
  await on.compile(network, training);
  const dataset = await on.createDataset({ floats: numbers, count: 10 }, 4, { classes });
  const trainer = await on.createTrainer(network, dataset, { first: 0, end: 8 }, 3);
  await on.beginEpoch(trainer, { epoch: 0, shuffle: true });
  const results: unknown[] = [await on.train(trainer, 1)];
  let progress = await on.train(trainer, 9);
  while (progress.steps < 3) progress = await on.train(trainer, 9); // on a busy machine a call does fewer steps
  results.push(progress);
  results.push(await on.evaluate(network, dataset, { first: 0, end: 10 }));
  results.push(await on.predict(network, { bytes: Uint8Array.of(0, 50, 100, 255), divisor: 255, count: 1 }));
  const [place, state] = [await on.readPlace(trainer), await on.readState(network)];
  await on.resumeEpoch(trainer, { epoch: 1, shuffle: true, orderOf: 0, place: [3, 1, 3, ...place.slice(3)] });
  results.push(place, state, await on.train(trainer, 1));
  await on.writeState(network, state);
  results.push(await on.readState(network));
  const [again, same] = [await on.shareDataset(dataset, { classes }, numbers.subarray(0, 10)), { first: 0, end: 10 }];
  results.push(await on.evaluate(network, again, same), await on.predictDataset(network, again, { first: 2, end: 9 }));
  await on.release(again);
  const weights = await on.readWeights(network);
  await on.writeWeights(
    network,
    weights.map((weight) => -weight),
  );
  results.push(weights, await on.readWeights(network), (await on.memoryBytes()) > 0);
  for (const thing of [trainer, dataset, network]) await on.release(thing);
  return results;
}

test('gives what the engine gives', async () => {
  const { remote } = connect();
  expect(remote.info).toEqual(engine.info);
  expect(await work(remote)).toEqual(await work(engine));
});

test('data that stay are sent once, for models that learn and are asked', async () => {
  const { remote, requests } = connect();
  const outcome = async (on: Engine) => {
    const model = sequential([layers.dense(3, { activation: 'softmax', inputShape: [4] })], { seed: 3, engine: on });
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    await using data = await dataset(numbers, classes, { inputShape: [4], engine: on });
    const { history } = await model.fit(data, { epochs: 2, validationData: data, verbose: 0 });
    const outcome = [history, await model.evaluate(data), await model.predict(data), await model.weightsHash()];
    await model.dispose();
    return outcome;
  };
  expect(await outcome(remote)).toEqual(await outcome(engine));
  const calls = requests.map(({ call }) => call);
  expect(calls.filter((call) => call === 'createDataset')).toHaveLength(1);
  expect(calls.filter((call) => call === 'createDataset' || call === 'shareDataset')).toHaveLength(4);
  expect(calls.at(-1)).toBe('release');
});

test('sends of an array what is meant, and leaves the array to its owner', async () => {
  const { remote, requests } = connect();
  const network = await remote.createNetwork(description);
  const large = new Float32Array(100_000).fill(0.25);
  const whole = numbers.slice();
  const parts = await remote.predict(network, { floats: large.subarray(10, 18), count: 2 });
  await remote.predict(network, { floats: whole, count: 10 });
  expect(parts).toEqual(await engine.predict(network, { floats: new Float32Array(8).fill(0.25), count: 2 }));
  const sent = requests.map(({ parameters }) => (parameters[1] as { floats?: Float32Array } | undefined)?.floats);
  expect(sent.map((floats) => floats?.buffer.byteLength)).toEqual([undefined, 32, 160]);
  expect([large.length, whole.length]).toEqual([100_000, 40]);
});

describe('throws what the engine throws:', () => {
  test('a wrong argument, with its fields', async () => {
    const { remote } = connect();
    const network = await remote.createNetwork(description);
    const floats = Float32Array.of(1, 2, 3, Number.NaN);
    const error = await remote.predict(network, { floats, count: 1 }).catch((error) => error);
    expect(error).toBeInstanceOf(NonFiniteError);
    expect(error).toMatchObject({ name: 'NonFiniteError', argument: 'x', received: 'NaN at row 0, column 3' });
  });

  test('a loss that is not finite, with its place', async () => {
    const { remote } = connect();
    const network = await remote.createNetwork(described(layers.dense(1, { inputShape: [4] })));
    await remote.compile(
      network,
      lowerTraining(checkCompileOptions({ optimizer: optimizers.adam(1e38), loss: 'meanSquaredError' }), 1),
    );
    const dataset = await remote.createDataset({ floats: numbers, count: 10 }, 4, { values: new Float32Array(10) });
    const trainer = await remote.createTrainer(network, dataset, { first: 0, end: 10 }, 1);
    await remote.beginEpoch(trainer, { epoch: 0, shuffle: false });
    const error = await remote
      .train(trainer, 10)
      .then(() => remote.train(trainer, 10))
      .catch((error) => error);
    expect(error).toBeInstanceOf(NonFiniteLossError);
    expect(error.epoch).toBe(0);
    expect(error.batch).toBeGreaterThan(0);
  });

  test('something that was released', async () => {
    const { remote } = connect();
    const network = await remote.createNetwork(description);
    await remote.release(network);
    const error = await remote.readWeights(network).catch((error) => error);
    expect(error).toBeInstanceOf(EngineError);
    expect(error.message).toBe('the engine has no such network: it was released');
  });
});

test('what cannot be sent is an error and no call that waits', async () => {
  const { remote } = connect();
  const network = await remote.createNetwork(description);
  await expect(remote.writeWeights(network, (() => {}) as never)).rejects.toThrow(/could not be cloned/);
});

describe('when the other side', () => {
  test.each([
    ['is gone', 'it died', (remote: RemoteEngine) => remote.fail(new EngineError('it died'))],
    ['was terminated', 'the engine has been terminated', (remote: RemoteEngine) => void remote.terminate()],
  ])('%s, every call fails, waiting or new, and nothing is left to release', async (_, told, end) => {
    const { remote, stopped } = connect();
    const network = await remote.createNetwork(description);
    const [waiting, releasing] = [remote.readWeights(network), remote.release(network)];
    end(remote);
    const errors = await Promise.all([waiting, remote.memoryBytes()].map((call) => call.catch((error) => error)));
    expect(errors[0]).toBeInstanceOf(EngineError);
    expect(errors[0].message).toBe(told);
    expect(errors[1]).toBe(errors[0]);
    await releasing;
    await remote.release(network);
    expect(stopped()).toBe(told === 'it died' ? 0 : 1);
  });
});
