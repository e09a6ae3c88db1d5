/**
 * Writes models of TensorFlow.js 4.22, and tfjs.json: inputs, and what TensorFlow.js itself predicts of them; of files
 * that inkgrad wrote (ours-*.zip) too.
 *
 *   node scripts/install.mjs bench/peers/node && node test/formats/make_tfjs.mjs
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';

const require = createRequire(process.env.TFJS_FROM ?? new URL('../../bench/peers/node/', import.meta.url));
const tf = require('@tensorflow/tfjs');
await tf.setBackend('cpu');
tf.util.seedrandom?.('1');

const folder = new URL('files/', import.meta.url);
const { layers } = tf;
const x = Array.from({ length: 7 }, (_, row) =>
  Array.from({ length: 6 }, (_, i) => Math.fround(Math.sin(5 * row + i))),
);

/** Weights as no initializer makes them, always the same. */
function settle(model) {
  let count = 0;
  model.setWeights(
    model.weights.map(({ name, shape }) => {
      const size = shape.reduce((a, b) => a * b, 1);
      const values = Array.from({ length: size }, () => Math.sin(++count * 7.3) * 0.6);
      return tf.tensor(/variance/.test(name) ? values.map((v) => 1 + v) : values, shape);
    }),
  );
  return model;
}

/** As tf.io's handlers write them. */
async function keep(name, model, { shard = Number.POSITIVE_INFINITY, quantize, ...options } = {}) {
  let artifacts;
  await model.save(
    tf.io.withSaveHandler(async (given) => {
      artifacts = given;
      return { modelArtifactsInfo: { dateSaved: new Date(0) } };
    }),
    options,
  );
  const { weightSpecs, ...others } = artifacts;
  let data = new Uint8Array(tf.io.concatenateArrayBuffers([artifacts.weightData].flat()));
  let specs = weightSpecs;
  if (quantize) [data, specs] = quantized(data, specs, quantize);
  mkdirSync(new URL(`tfjs-${name}/`, folder), { recursive: true });
  const count = Math.max(1, Math.ceil(data.length / shard));
  const paths = Array.from({ length: count }, (_, i) => `group1-shard${i + 1}of${count}.bin`);
  for (const [i, path] of paths.entries()) {
    const part = count === 1 ? data : data.subarray(i * shard, (i + 1) * shard);
    writeFileSync(new URL(`tfjs-${name}/${path}`, folder), part);
  }
  const { modelTopology, format, generatedBy, convertedBy, trainingConfig } = others;
  const weightsManifest = [{ paths, weights: specs }];
  const json = { modelTopology, format, generatedBy, convertedBy, trainingConfig, weightsManifest };
  writeFileSync(new URL(`tfjs-${name}/model.json`, folder), JSON.stringify(json));
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs: specs, weightData: data.slice().buffer }));
}

/** As tensorflowjs_converter quantizes. */
function quantized(data, specs, dtype) {
  const parts = [];
  let at = 0;
  const described = specs.map((spec) => {
    const size = spec.shape.reduce((a, b) => a * b, 1);
    const values = new Float32Array(data.slice(at, at + 4 * size).buffer);
    at += 4 * size;
    if (dtype === 'float16') {
      parts.push(new Uint8Array(Uint16Array.from(values, toHalf).buffer));
      return { ...spec, quantization: { dtype, original_dtype: 'float32' } };
    }
    const [steps, List] = dtype === 'uint8' ? [255, Uint8Array] : [65535, Uint16Array];
    const [min, max] = [Math.min(...values), Math.max(...values)];
    const scale = (max - min) / steps || 1;
    parts.push(new Uint8Array(List.from(values, (value) => Math.round((value - min) / scale)).buffer));
    return { ...spec, quantization: { dtype, scale, min, original_dtype: 'float32' } };
  });
  return [Uint8Array.from(parts.flatMap((part) => [...part])), described];
}

/** Of normal halves, rounded down. */
function toHalf(value) {
  const bits = new Uint32Array(Float32Array.of(value).buffer)[0];
  const exponent = ((bits >> 23) & 255) - 112;
  return ((bits >> 16) & 0x8000) | (exponent <= 0 ? 0 : (exponent << 10) | ((bits >> 13) & 1023));
}

const dense = (units, options = {}) => layers.dense({ units, ...options });
const stack = (...given) => settle(tf.sequential({ layers: given }));
const first = { inputShape: [6] };
const plain = () => stack(dense(5, { activation: 'relu', ...first }), dense(3, { activation: 'softmax' }));

const every = stack(
  layers.rescaling({ scale: 0.5, offset: 0.25, ...first }),
  layers.reshape({ targetShape: [2, 3] }),
  layers.flatten(),
  dense(6, { useBias: false, kernelRegularizer: 'l1l2', kernelConstraint: 'nonNeg' }),
  layers.batchNormalization({ epsilon: 0.01 }),
  layers.activation({ activation: 'tanh' }),
  layers.layerNormalization(),
  layers.leakyReLU({ alpha: 0.2 }),
  layers.gaussianNoise({ stddev: 0.1 }),
  dense(5),
  layers.prelu({}),
  layers.dropout({ rate: 0.3 }),
  layers.gaussianDropout({ rate: 0.2 }),
  dense(4),
  layers.elu({}),
  dense(3),
  layers.reLU({ maxValue: 6 }),
  dense(3, { biasInitializer: 'leCunNormal' }),
  layers.softmax({}),
);
const activations = 'linear relu relu6 elu selu sigmoid tanh softplus softsign gelu mish swish logSoftmax'.split(' ');
const compiled = plain();
compiled.compile({
  optimizer: tf.train.rmsprop(0.01, 0.8, 0.1, 1e-6),
  loss: 'categoricalCrossentropy',
  metrics: ['acc', 'mse'],
});
const input = tf.input({ shape: [6] });
const functional = settle(
  tf.model({ inputs: input, outputs: dense(3).apply(dense(5, { activation: 'selu' }).apply(input)) }),
);
const odd = stack(dense(5, { activation: 'hardSigmoid', ...first }), dense(3));

const expected = { x, outputs: {} };
const predict = (model) => model.predict(tf.tensor(x)).arraySync();
const add = async (name, model, options) => {
  const loaded = await keep(name, model, options);
  expected.outputs[name] = predict(loaded);
};
await add('every', every);
await add('activations', stack(...activations.map((activation, i) => dense(6, { activation, ...(i === 0 && first) }))));
await add('compiled', compiled, { includeOptimizer: true });
await add('functional', functional);
await add('shards', plain(), { shard: 50 });
for (const quantize of ['uint8', 'uint16', 'float16']) await add(quantize, plain(), { quantize });
await add('hard-sigmoid', odd);

for (const name of readdirSync(folder).filter((file) => /^ours-.*\.zip$/.test(file))) {
  const files = unzipSync(new Uint8Array(readFileSync(new URL(name, folder))));
  const [path] = Object.keys(files).filter((file) => file.endsWith('.json'));
  const { modelTopology, trainingConfig, weightsManifest } = JSON.parse(new TextDecoder().decode(files[path]));
  const [{ paths, weights }] = weightsManifest;
  const weightData = files[paths[0]].slice().buffer;
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({ modelTopology, weightSpecs: weights, weightData, ...(trainingConfig && { trainingConfig }) }),
  );
  const [, ...axes] = model.inputs[0].shape;
  expected.outputs[name] = model.predict(tf.tensor(x).reshape([7, ...axes])).arraySync();
  expected[name] = { loss: model.loss ?? null, optimizer: model.optimizer?.getClassName() ?? null };
}
writeFileSync(new URL('tfjs.json', folder), `${JSON.stringify(expected)}\n`);
