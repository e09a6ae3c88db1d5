import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import {
  activations,
  FileError,
  FormatError,
  initializers,
  type LayerDescription,
  layers,
  loadModel,
  OptionError,
  optimizers,
  regularizers,
  type Sequential,
  sequential,
} from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kept, shaken } from './ours.ts';
import { checkFile, expectClose, expectedOf, fileBytes, fileUrl, withWarnings } from './support.ts';

const expected = expectedOf('tfjs');
const outputsOf = (name: string) => expected.outputs[name] as number[][];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-tfjs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('models of TensorFlow.js predict what they did there:', () => {
  test.each(['every', 'activations', 'compiled', 'functional', 'shards', 'uint8', 'uint16', 'float16'])(
    '%s',
    async (name) => {
      const { warnings } = await checkFile(`tfjs-${name}/model.json`, expected, outputsOf(name));
      expect(warnings).toEqual([]);
    },
  );

  test('with what they were compiled with', async () => {
    await using model = await loadModel(fileUrl('tfjs-compiled/model.json'));
    expect(model.toJSON().compile).toMatchObject({
      optimizer: optimizers.rmsprop({ learningRate: 0.01, rho: 0.8, momentum: 0.1, epsilon: 1e-6 }),
      loss: { type: 'categoricalCrossentropy' },
      metrics: [{ type: 'accuracy' }, { type: 'meanSquaredError' }],
    });
  });

  test('by an address, and as Files that were chosen together', async () => {
    const server = createServer((request, response) => {
      response.end(readFileSync(fileUrl((request.url ?? '').slice(1).replace(/\?.*/, ''))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tfjs-shards/model.json?signed=1`;
    const names = readdirSync(fileUrl('tfjs-shards'));
    const files = names.map((name) => new File([fileBytes(`tfjs-shards/${name}`)], name));
    for (const source of [url, files]) {
      await using model = await loadModel(source);
      expectClose(await model.predict(expected.x), outputsOf('shards'));
    }
    server.close();
    await expect(loadModel(files.filter(({ name }) => !name.endsWith('2of5.bin')))).rejects.toThrow(FileError);
  });
});

/** All that TensorFlow.js has. */
const names = Object.keys(activations).filter((name) => !['hardSigmoid', 'exponential', 'leakyRelu'].includes(name));
const described: LayerDescription[] = [
  layers.rescaling({ scale: 0.5, offset: -0.25, inputShape: [2, 3] }),
  layers.flatten(),
  layers.dense(6, { kernelInitializer: initializers.lecunNormal(), kernelRegularizer: regularizers.l2(0.1) }),
  layers.batchNormalization({ momentum: 0.9, epsilon: 0.01 }),
  layers.layerNormalization({ scale: false }),
  layers.dropout(0.25),
  layers.gaussianNoise(0.1),
  layers.gaussianDropout(0.1),
  layers.prelu(),
  layers.dense(5, { useBias: false, biasInitializer: initializers.constant(1) }),
  layers.leakyReLU(0.1),
  layers.elu(),
  layers.dense(4, { activation: activations.leakyRelu(0.15) }),
  ...names.map((name) => layers.activation(name as 'relu')),
  layers.reshape([2, 2]),
  layers.flatten(),
  layers.dense(3),
  layers.softmax(),
];
const everyLayer = async () => {
  const model = await shaken(sequential(described, { name: 'every', seed: 7 }));
  model.compile({
    optimizer: optimizers.adam({ learningRate: 0.01 }),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
};

describe('files for TensorFlow.js', () => {
  test('are read there, whatever layer is in them', async () => {
    await using model = await everyLayer();
    const bytes = await model.toBytes({ format: 'tfjs' });
    expect(kept('ours-every.zip', bytes)).toEqual(bytes);
    const rows = { data: Float32Array.from(expected.x.flat()), shape: [7, 2, 3] };
    expectClose(await model.predict(rows), outputsOf('ours-every.zip'));
    const noted = expected as unknown as Record<string, object>;
    expect(noted['ours-every.zip']).toEqual({ loss: 'categoricalCrossentropy', optimizer: 'Adam' });
    await using back = await loadModel(bytes);
    expect(await back.predict(rows)).toEqual(await model.predict(rows));
    expect(back.toJSON().compile).toEqual(model.toJSON().compile);
  });

  test('are a model.json and its weights beside it, or an archive', async () => {
    await using model = await everyLayer();
    const path = join(folder, 'new', 'digits.json');
    await model.save(path);
    expect(readdirSync(join(folder, 'new')).sort()).toEqual(['digits.json', 'digits.weights.bin']);
    await model.save(join(folder, 'digits.zip'), { format: 'tfjs' });
    expect(Object.keys(unzipSync(readFileSync(join(folder, 'digits.zip'))))).toEqual([
      'digits.json',
      'digits.weights.bin',
    ]);
    for (const source of [path, join(folder, 'digits.zip')]) {
      await using loaded = await loadModel(source);
      expect(await loaded.weightsHash()).toBe(await model.weightsHash());
    }
  });

  test.each<[string, LayerDescription, string]>([
    ['a normalization', layers.normalization({ name: 'odd' }), "layer 'odd'"],
    [
      'the approximate gelu',
      layers.dense(2, { activation: activations.gelu({ approximate: true }), name: 'odd' }),
      "layer 'odd'.activation",
    ],
    ['an exponential', layers.dense(2, { activation: 'exponential', name: 'odd' }), "layer 'odd'.activation"],
    [
      'a hard sigmoid, which is another there',
      layers.activation('hardSigmoid', { name: 'odd' }),
      "layer 'odd'.activation",
    ],
    ['an elu of its own', layers.elu(0.5, { name: 'odd' }), "layer 'odd'.alpha"],
  ])('refuse %s by its name', async (_what, layer, message) => {
    await using model = sequential([layers.input([2]), layer]);
    await expect(model.toBytes({ format: 'tfjs' })).rejects.toThrow(OptionError);
    await expect(model.toBytes({ format: 'tfjs' })).rejects.toThrow(message);
  });

  test('leave aside what is lacking there for training, and say so', async () => {
    await using model = sequential([
      layers.dense(2, { kernelRegularizer: regularizers.orthogonal(), inputShape: [2], name: 'first' }),
    ]);
    const saved = async (compile: Parameters<Sequential['compile']>[0]) => {
      model.compile(compile);
      const { result, warnings } = await withWarnings(() => model.toBytes({ format: 'tfjs' }));
      await using back = await loadModel(result);
      return { compile: back.toJSON().compile, warnings: warnings.map(({ message }) => message).join('\n') };
    };
    const none = await saved({ optimizer: optimizers.lion(), loss: 'meanSquaredError' });
    expect(none.compile).toBeUndefined();
    expect(none.warnings).toMatch(/'lion'.*which TensorFlow.js lacks/);
    expect(none.warnings).toMatch(/kernel_regularizer of layer 'first' \(OrthogonalRegularizer\)/);
    expect((await saved({ optimizer: optimizers.adam({ clipnorm: 1 }), loss: 'mse' })).compile).toBeUndefined();
    const some = await saved({
      optimizer: optimizers.sgd({ momentum: 0.9, nesterov: true }),
      loss: 'mse',
      metrics: ['mae', 'auc'],
    });
    expect(some.compile).toMatchObject({
      optimizer: optimizers.sgd({ momentum: 0.9, nesterov: true }),
      metrics: [{ type: 'meanAbsoluteError' }],
    });
    expect(some.warnings).toContain('metrics that TensorFlow.js lacks: auc');
  });
});

describe('refuses', () => {
  const json = (): {
    weightsManifest: { paths: string[]; weights: Record<string, unknown>[] }[];
    modelTopology: object;
  } => JSON.parse(readFileSync(fileUrl('tfjs-uint8/model.json'), 'utf8'));
  type Model = ReturnType<typeof json>;
  const group = (model: Model) => model.weightsManifest[0] as Model['weightsManifest'][number];
  const weight = (model: Model) => group(model).weights[0] as Record<string, unknown>;

  test.each<[string, (model: Model) => object, string]>([
    [
      'a folder above',
      (m) => ({ ...m, weightsManifest: [{ ...group(m), paths: ['../tfjs-uint8/group1-shard1of1.bin'] }] }),
      'names of files in its own folder',
    ],
    [
      'an absolute path',
      (m) => ({ ...m, weightsManifest: [{ ...group(m), paths: ['/etc/passwd'] }] }),
      'names of files in its own folder',
    ],
    [
      'an address',
      (m) => ({ ...m, weightsManifest: [{ ...group(m), paths: ['http://127.0.0.1/x'] }] }),
      'names of files in its own folder',
    ],
    [
      'a backslash',
      (m) => ({ ...m, weightsManifest: [{ ...group(m), paths: ['..\\x'] }] }),
      'names of files in its own folder',
    ],
    [
      'a file twice',
      (m) => ({ ...m, weightsManifest: [{ ...group(m), paths: [...group(m).paths, ...group(m).paths] }] }),
      'each file once',
    ],
    [
      'a shape beyond the file',
      (m) => {
        weight(m).shape = [6, 2 ** 40];
        return m;
      },
      'bytes in group1-shard1of1.bin, got',
    ],
    [
      'a shape that is none',
      (m) => {
        weight(m).shape = [6, -5];
        return m;
      },
      'shape: expected whole numbers',
    ],
    [
      'other shapes',
      (m) => {
        weight(m).shape = [5, 6];
        return m;
      },
      'expected shape [6, 5], got',
    ],
    [
      'other names',
      (m) => {
        weight(m).name = 'kernel';
        return m;
      },
      "expected weights named 'dense_Dense",
    ],
    [
      'texts',
      (m) => {
        weight(m).dtype = 'string';
        return m;
      },
      "dtype: expected 'float32' or 'int32', got 'string'",
    ],
    [
      'steps of another size',
      (m) => {
        weight(m).quantization = { dtype: 'uint4' };
        return m;
      },
      "expected 'uint8', 'uint16' or 'float16'",
    ],
    [
      'steps that are none',
      (m) => {
        weight(m).quantization = { dtype: 'uint8', scale: '1', min: 0 };
        return m;
      },
      'scale: expected a finite number',
    ],
    ['no manifest', ({ modelTopology }) => ({ modelTopology }), 'weightsManifest: expected an array'],
    ['no layers', (m) => ({ ...m, modelTopology: { node: [] } }), 'class_name'],
    ['a graph without nodes', (m) => ({ ...m, format: 'graph-model' }), 'modelTopology.node: expected an array'],
  ])('%s', async (_what, change, message) => {
    const path = join(folder, 'model.json');
    copyFileSync(fileUrl('tfjs-uint8/group1-shard1of1.bin'), join(folder, 'group1-shard1of1.bin'));
    writeFileSync(path, JSON.stringify(change(json())));
    await expect(loadModel(path)).rejects.toThrow(FormatError);
    await expect(loadModel(path)).rejects.toThrow(message);
  });

  test('the model.json alone', async () => {
    const loading = loadModel(fileBytes('tfjs-uint8/model.json'));
    await expect(loading).rejects.toThrow(FormatError);
    await expect(loading).rejects.toThrow('or all of its Files together, or a .zip of them');
  });

  test("Keras 2's hard sigmoid, which is another than ours", async () => {
    await expect(loadModel(fileUrl('tfjs-hard-sigmoid/model.json'))).rejects.toThrow('hard_sigmoid is 0.2 x + 0.5');
  });

  test('layers that are told, for it has its own', async () => {
    const loading = loadModel(fileUrl('tfjs-uint8/model.json'), { layers: [layers.dense(3)] });
    await expect(loading).rejects.toThrow(OptionError);
    await expect(loading).rejects.toThrow('says its layers itself');
  });
});
