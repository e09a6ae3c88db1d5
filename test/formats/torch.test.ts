import { FormatError, layers, loadModel, OptionError, ShapeError } from 'inkgrad';
import { describe, expect, test } from 'vitest';
import { readSafetensors } from '../../ts/safetensors.ts';
import { checkFile, expectedOf, fileBytes, fileUrl, withWarnings } from './support.ts';

const expected = expectedOf('torch');

const guessed: Readonly<Record<string, string>> = {
  sequential: 'input(6), dense(5, relu), dense(4, relu), dense(3)',
  many: 'input(6), dense(6, relu), dense(6, relu), dense(6, relu), dense(6, relu), dense(6, relu), dense(6, relu), dense(2)',
  'batch-norm': 'input(6), dense(5), batchNormalization(epsilon=0.00001), activation(relu), dense(3)',
  'norm-behind': 'input(6), dense(5, relu), batchNormalization(epsilon=0.00001), dense(3)',
  'layer-norm':
    'input(6), layerNormalization(epsilon=0.00001), dense(5), layerNormalization(epsilon=0.00001), prelu, dense(3)',
  prelu: 'input(6), dense(5), prelu, dense(3)',
  named: 'input(6), dense(5, relu), dense(5, relu), dense(3)',
  nested: 'input(6), dense(5, relu), dense(3)',
  unnumbered: 'input(6), dense(5, relu), dense(3)',
  one: 'input(6), dense(3)',
  F16: 'input(6), dense(5, relu), dense(3)',
  BF16: 'input(6), dense(5, relu), dense(3)',
  F64: 'input(6), dense(5, relu), dense(3)',
};

describe("PyTorch's weights predict what they did there, with layers that a warning says:", () => {
  test.each(Object.entries(guessed))('%s', async (name, layersText) => {
    const file = `torch-${name}.safetensors`;
    const { warnings } = await checkFile(file, expected, expected.outputs[name] as number[][]);
    expect(warnings).toMatchObject([{ code: 'GUESSED_LAYERS' }]);
    expect(warnings[0]?.message).toContain(`taken for ${layersText};`);
  });
});

test('layers that are told are not guessed', async () => {
  const told = [
    layers.dense(5, { activation: 'tanh' }),
    layers.dropout(0.5),
    layers.dense(3, { activation: 'softmax' }),
  ];
  const { warnings, spec } = await checkFile('torch-tanh.safetensors', expected, expected.outputs.tanh as number[][], {
    layers: told,
  });
  expect(warnings).toEqual([]);
  expect(spec.layers.map(({ type }) => type)).toEqual(['dense', 'dropout', 'dense']);
});

test('layers may be told with their names in the file, where the order is unknown', async () => {
  const load = (...names: string[]) =>
    loadModel(fileUrl('torch-ambiguous.safetensors'), { layers: names.map((name) => layers.dense(5, { name })) });
  await expect(loadModel(fileUrl('torch-ambiguous.safetensors'))).rejects.toThrow(
    "'first' or 'second': several orders fit; say layers, with these names",
  );
  await using one = await load('first', 'second');
  await using other = await load('second', 'first');
  const [a, , b] = await one.getWeights();
  const [c, , d] = await other.getWeights();
  expect([a, b]).toEqual([d, c]);
  expect(a).not.toEqual(b);
});

describe('says what does not fit:', () => {
  const file = fileUrl('torch-sequential.safetensors');
  const three = (...units: number[]) => units.map((count) => layers.dense(count));
  test.each<[string, readonly unknown[], string]>([
    ['too few layers', three(5, 3), "expected weights of 2 layers: 'dense' or 'dense_1', got 3: '0', '2' or '4'"],
    ['other units', three(5, 7, 3), "2: expected a kernel of shape [5, 7] for the layer 'dense_1', got [5, 4]"],
    ['no bias', [...three(5, 4), layers.dense(3, { useBias: false })], "4: expected nothing but 'kernel'"],
    ['another layer', [...three(5, 4), layers.batchNormalization()], "for the layer 'batch_normalization', got"],
  ])('%s', async (_what, told, message) => {
    const loading = loadModel(file, { layers: told as [] });
    await expect(loading).rejects.toThrow(FormatError);
    await expect(loading).rejects.toThrow(message);
  });

  test('with the argument itself', async () => {
    await expect(loadModel(file, { layers: 3 as never })).rejects.toThrow(OptionError);
    await expect(loadModel(file, { layers: ['dense'] as never })).rejects.toThrow(OptionError);
    await expect(loadModel(file, { layers: [layers.input([4, 2]), ...three(5)] })).rejects.toThrow(ShapeError);
  });

  test('a convolution', async () => {
    const loading = loadModel(fileUrl('torch-convolution.safetensors'));
    await expect(loading).rejects.toThrow(FormatError);
    await expect(loading).rejects.toThrow("got '0.weight' of shape [2,1,3,3]");
  });
});

test('a model that came from elsewhere is saved as our own', async () => {
  const { result: bytes } = await withWarnings(async () => {
    await using model = await loadModel(fileUrl('torch-batch-norm.safetensors'));
    return model.toBytes();
  });
  const { warnings } = await withWarnings(async () => {
    await using model = await loadModel(bytes);
    expect(model.layers.map(({ name }) => name)).toEqual(['dense', 'batch_normalization', 'activation', 'dense_1']);
  });
  expect(warnings).toEqual([]);
});

test('numbers of every type are read', () => {
  const { tensors } = readSafetensors(fileBytes('torch-dtypes.safetensors'), 'file');
  const whole = [0, 1, 2, 3, 100, 7];
  for (const dtype of ['int64', 'int32', 'int16', 'int8', 'uint8']) {
    expect(Array.from(tensors.get(dtype)?.data ?? []), dtype).toEqual(whole);
  }
  expect(Array.from(tensors.get('bool')?.data ?? [])).toEqual([0, 1, 1, 1, 1, 1]);
  expect(tensors.get('int64')).toMatchObject({ dtype: 'I64', shape: [2, 3] });
  const finite = (dtype: string) =>
    Array.from(tensors.get(dtype)?.data ?? [], (value) => (Number.isFinite(value) ? value : null));
  const told = expected as unknown as Record<string, (number | null)[]>;
  for (const dtype of ['float8_e4m3fn', 'float8_e5m2']) expect(finite(dtype), dtype).toEqual(told[dtype]);
});
