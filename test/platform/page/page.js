/**
 * What a page does with inkgrad, in the words of its users. The tests call these functions by their names. Every browser
 * must be able to read it: WebKitGTK does not know `await using` yet.
 */

import * as inkgrad from './inkgrad.js';

const { createEngine, dataset, layers, loadModel, sequential } = inkgrad;

/** Data that the test serves: rows of pixels and a label each. */
async function loadDigits(folder = '/data') {
  const [pixels, y] = await Promise.all(
    [`${folder}/x`, `${folder}/y`].map(async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer())),
  );
  return { x: new inkgrad.ImageTensor(pixels, [y.length, pixels.length / y.length]), y };
}

function binaryModel(engine) {
  const model = sequential({
    name: 'binary_nn_model',
    seed: 42,
    ...(engine && { engine }),
    layers: [
      layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400] }),
      layers.dense({ units: 15, activation: 'sigmoid' }),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  return model;
}

/** Trains the binary network on an engine of its own, and says all that it can say about it. */
async function train(engineOptions, epochs) {
  const { x, y } = await loadDigits();
  const engine = await createEngine(engineOptions);
  const model = binaryModel(engine);
  const { history } = await model.fit(x, y, { epochs });
  const bytes = await model.toBytes();
  const loaded = await loadModel(bytes, { engine });
  const [data, few] = await Promise.all([[x, y], [x.slice(2, 12)]].map(([x, y]) => dataset(x, y, { engine })));
  const result = {
    info: engine.info,
    hash: await model.weightsHash(),
    history,
    scores: await model.evaluate(data),
    predictions: Array.from((await model.predict(x.slice(2, 12))).data),
    afterLoading: Array.from((await loaded.predict(few)).data),
  };
  for (const one of [data, few, loaded, model]) await one.dispose();
  await engine.terminate();
  return result;
}

/** Trains the ten-digit network for as long as the golden hash asks. */
async function trainTenDigits(engineOptions) {
  const { x, y } = await loadDigits('/ten-digits');
  const engine = await createEngine(engineOptions);
  const model = sequential({
    seed: 42,
    engine,
    layers: [
      layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 64, activation: 'relu' }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(x, y, { epochs: 3 });
  const hash = await model.weightsHash();
  await model.dispose();
  await engine.terminate();
  return hash;
}

/** Goes on with a model that the test serves, on its data. */
async function trainServed(engineOptions, [rows, columns], options) {
  const [bytes, data, y] = await Promise.all(
    ['model', 'x', 'y'].map(async (name) => (await fetch(`/served/${name}`)).arrayBuffer()),
  );
  const engine = await createEngine(engineOptions);
  const model = await loadModel(bytes, { engine });
  await model.fit({ data: new Float32Array(data), shape: [rows, columns] }, new Uint8Array(y), options);
  const hash = await model.weightsHash();
  await model.dispose();
  await engine.terminate();
  return hash;
}

/** Trains on the default engine while the page draws; milliseconds between its frames. */
async function trainWhileDrawing(epochs) {
  const { x, y } = await loadDigits();
  const model = binaryModel();
  await model.predict(x); // the engine starts
  const frames = [];
  let drawing = true;
  const draw = (time) => {
    frames.push(time);
    if (drawing) requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  await model.fit(x, y, { epochs });
  drawing = false;
  await model.dispose();
  return frames.slice(1).map((time, i) => time - frames[i]);
}

/** What a promise fails with. */
async function failureOf(promise) {
  try {
    await promise;
    return 'no error';
  } catch (error) {
    const kinds = Object.entries(inkgrad).filter(([name, kind]) => name.endsWith('Error') && error instanceof kind);
    const { name, message, argument } = error;
    return { name, message, argument, kinds: kinds.map(([kind]) => kind) };
  }
}

/** What an engine says of itself. */
async function startInfo(engineOptions) {
  const engine = await createEngine(engineOptions);
  await engine.terminate();
  return engine.info;
}

const startFailure = (engineOptions) => failureOf(createEngine(engineOptions));

/** Wrong input that only the engine, in its worker, notices. */
async function dataFailures() {
  const { x, y } = await loadDigits();
  const model = binaryModel();
  const data = new Float32Array(800).fill(1);
  data[401] = Number.NaN;
  const notFinite = await failureOf(model.predict({ data, shape: [2, 400] }));
  const wild = sequential({ seed: 1, layers: [layers.dense({ units: 1, inputShape: [400] })] });
  wild.compile({ optimizer: inkgrad.optimizers.adam({ learningRate: 1e38 }), loss: 'meanSquaredError' });
  const diverged = await failureOf(wild.fit(x, Float32Array.from(y), { epochs: 5 }));
  await Promise.all([model.dispose(), wild.dispose()]);
  return { notFinite, diverged };
}

/** Trains until it fails. */
async function trainUntilFailure(engineOptions) {
  const { x, y } = await loadDigits();
  const engine = await createEngine(engineOptions);
  const model = binaryModel(engine);
  const first = await failureOf(model.fit(x, y, { epochs: 100_000 }));
  const later = await failureOf(model.predict(x));
  await model.dispose();
  return [first, later];
}

/** Ends the engine under a training. */
async function terminateInFit() {
  const { x, y } = await loadDigits();
  const engine = await createEngine();
  const model = binaryModel(engine);
  const failure = await failureOf(
    model.fit(x, y, { epochs: 100_000, callbacks: { onEpochEnd: (epoch) => epoch === 1 && engine.terminate() } }),
  );
  await model.dispose();
  return failure;
}

/** Ends a thread of the default engine under a training, and trains another model then. */
async function loseThread() {
  const { x, y } = await loadDigits();
  await inkgrad.init({ threads: 2, workerUrl: '/mortal-engine-worker.js' });
  const model = binaryModel();
  let ended = 0;
  const endThread = (epoch) => {
    if (epoch !== 20) return;
    new BroadcastChannel('end a thread').postMessage('now');
    ended = performance.now();
  };
  const failure = await failureOf(model.fit(x, y, { epochs: 100_000, callbacks: { onEpochEnd: endThread } }));
  const time = performance.now() - ended;
  await model.dispose();
  const next = binaryModel();
  await next.fit(x, y, { epochs: 3 });
  const result = { failure, time, info: await inkgrad.engineInfo(), hash: await next.weightsHash() };
  await next.dispose();
  return result;
}

let cycling;

/** Makes, trains, uses and disposes of models, one after the other, on an engine that stays. Bytes of its memory. */
async function cycleModels(threads, cycles) {
  cycling ??= await createEngine({ threads });
  const rows = 64;
  const x = { data: Float32Array.from({ length: rows * 20 }, (_, i) => ((i * 37) % 101) / 101), shape: [rows, 20] };
  const y = Uint8Array.from({ length: rows }, (_, row) => row % 3);
  for (let seed = 0; seed < cycles; seed++) {
    const model = sequential({
      seed,
      engine: cycling,
      layers: [
        layers.dense({ units: 16, activation: 'relu', inputShape: [20] }),
        layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    await model.fit(x, y, { epochs: 2, validationSplit: 0.25 });
    await model.predict(x);
    await model.dispose();
  }
  return cycling.memoryBytes();
}

Object.assign(globalThis, {
  train,
  trainServed,
  trainTenDigits,
  trainWhileDrawing,
  cycleModels,
  startInfo,
  startFailure,
  dataFailures,
  trainUntilFailure,
  terminateInFit,
  loseThread,
});
