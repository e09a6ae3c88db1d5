/** What the bench asks of inkgrad, in Node and in a page, as a program that imports the package would do it. */
import { dataset, ImageTensor, layers, optimizers, sequential } from 'inkgrad';

/**
 * @param {import('inkgrad').Engine} engine
 * @param {import('../protocol.mjs').Work & { resident?: boolean }} work
 * @param {{ x: Uint8Array, y: Uint8Array } | { parts: { x: Uint8Array, y: Uint8Array }[], test: { x: Uint8Array, y: Uint8Array } }}
 *   data the latter for work that is to be learned
 */
export function taskOf(engine, work, data) {
  if (work.kind === 'learn') return learnTask(engine, work, data);
  const { x: bytes, y } = data;
  const x = new ImageTensor(bytes, [work.rows, work.units[0]]);
  if (work.kind === 'fit') return fitTask(engine, work, x, y);
  const model = makeModel(engine, work);
  if (work.kind === 'predict') return predictTask(engine, work, model, x);
  const row = x.data.subarray(0, work.units[0]);
  return {
    async run() {
      for (let call = 0; call < work.calls; call++) await model.predict(row);
    },
    end: () => model.dispose(),
  };
}

async function predictTask(engine, { resident }, model, x) {
  const rows = resident ? await dataset(x, undefined, { engine }) : x;
  return {
    run: () => model.predict(rows),
    async end() {
      if (resident) await rows.dispose();
      await model.dispose();
    },
  };
}

async function fitTask(engine, work, x, y) {
  const task = await (work.fresh ? fitAnew : fitOn)(engine, work, x, y);
  return { ...task, hash: () => hashAfter(engine, work, x, y) };
}

/** SHA-256 of the weights that the work makes of new ones: everywhere the same. */
async function hashAfter(engine, work, x, y) {
  const model = makeModel(engine, work);
  await model.fit(x, y, { epochs: work.epochs, batchSize: work.batch, verbose: 0 });
  const hash = await model.weightsHash();
  await model.dispose();
  return hash;
}

/** A whole training each time: a new model, its data given to the engine, and all epochs. */
function fitAnew(engine, work, x, y) {
  return {
    async run() {
      const model = makeModel(engine, work);
      await model.fit(x, y, { epochs: work.epochs, batchSize: work.batch, verbose: 0 });
      await model.dispose();
    },
  };
}

/** One training that goes on and on: each time lets it do some more epochs, and waits for the last one's end. */
async function fitOn(engine, work, x, y) {
  const model = makeModel(engine, work);
  let left = 0;
  let go = () => {};
  let done = () => {};
  const training = model.fit(x, y, {
    epochs: 2 ** 31,
    batchSize: work.batch,
    verbose: 0,
    callbacks: {
      async onEpochBegin() {
        if (left > 0) return;
        done();
        await new Promise((resolve) => {
          go = resolve;
        });
      },
      onEpochEnd() {
        left--;
      },
    },
  });
  const reached = () =>
    new Promise((resolve) => {
      done = resolve;
    });
  await Promise.race([reached(), training]);
  return {
    run() {
      left = work.epochs;
      const end = reached();
      go();
      return Promise.race([end, training]); // a training that fails is heard of
    },
    async end() {
      model.stopTraining = true;
      left = 1;
      go();
      await training;
      await model.dispose();
    },
  };
}

/** One network that learns part after part, and is judged in between: each time a part in a new order. */
async function learnTask(engine, work, { parts, test }) {
  const setOf = ({ x, y }) => dataset(new ImageTensor(x, [y.length, work.units[0]]), y, { engine });
  const sets = await Promise.all(parts.map(setOf));
  const asked = await setOf(test);
  let model = makeModel(engine, work);
  let done = 0;
  const train = (set) =>
    model.fit(set, { initialEpoch: done, epochs: done + work.epochs, batchSize: work.batch, verbose: 0 });
  const judge = async () => (await model.evaluate(asked)).accuracy;
  return {
    async run() {
      await train(sets[(done / work.epochs) % sets.length]);
      done += work.epochs; // the order follows from the seed and the epoch's number
    },
    judge,
    /** A part, which the network then forgets. */
    async warmUp() {
      await train(sets[0]);
      await judge();
      await model.dispose();
      model = makeModel(engine, work);
    },
  };
}

/** The work's network, compiled. */
export function makeModel(engine, { units: [inputs, ...units], hidden, seed = 42 }) {
  const binary = units.at(-1) === 1;
  const last = binary ? 'sigmoid' : 'softmax';
  const model = sequential({
    seed,
    engine,
    layers: units.map((count, i) =>
      layers.dense({
        units: count,
        activation: i === units.length - 1 ? last : hidden,
        ...(i === 0 && { inputShape: [inputs] }),
      }),
    ),
  });
  model.compile({
    optimizer: optimizers.adam({ learningRate: 0.001 }),
    loss: binary ? 'binaryCrossentropy' : 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}
