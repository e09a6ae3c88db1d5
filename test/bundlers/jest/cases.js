/** What programs under Jest do with inkgrad; the same for CommonJS and modules, Node and jsdom. */

/* global expect */

const x = [0, 1, 1, 1];

function make({ layers, sequential }) {
  const model = sequential({ seed: 1, layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })] });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  return model;
}

async function trains(inkgrad, hash) {
  expect((await inkgrad.init({ threads: 2 })).threads).toBe(2);
  const model = make(inkgrad);
  await model.fit(Float32Array.from(x), [0, 1], { epochs: 3, verbose: 0 });
  expect((await model.predict([[1, 0]])).shape).toEqual([1, 1]);
  expect(await model.weightsHash()).toBe(hash);
  await model.dispose();
}

async function savesAndLoads(inkgrad, { readFileSync, file }) {
  const model = make(inkgrad);
  await model.save(file);
  const hash = await model.weightsHash();
  for (const source of [file, readFileSync(file), await model.toBytes()]) {
    const loaded = await inkgrad.loadModel(source);
    expect(await loaded.weightsHash()).toBe(hash);
    await loaded.dispose();
  }
  await model.dispose();
}

async function fails(inkgrad) {
  const wrong = () => inkgrad.layers.dense({ units: 1, inputShape: 784 });
  expect(wrong).toThrow(inkgrad.OptionError);
  expect(wrong).toThrow('inputShape: expected the axes of one row');
  await expect(make(inkgrad).predict([1])).rejects.toThrow(inkgrad.ShapeError);
}

module.exports = { trains, savesAndLoads, fails };
