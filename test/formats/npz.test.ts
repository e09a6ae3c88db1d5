import { FormatError, layers, loadModel } from 'inkgrad';
import { describe, expect, test } from 'vitest';
import { checkFile, expectedOf, fileUrl } from './support.ts';

const expected = expectedOf('numpy');
const outputsOf = (name: string) => expected.outputs[name] as number[][];

describe('arrays predict what they did in NumPy, with layers that a warning says:', () => {
  test.each([
    ['in-turn', 'in-turn', 'input(6), dense(5, relu), dense(3)'],
    ['compressed', 'in-turn', 'input(6), dense(5, relu), dense(3)'],
    ['named', 'in-turn', 'input(6), dense(5, relu), dense(3)'],
    ['torch', 'in-turn', 'input(6), dense(5, relu), dense(3)'],
    ['batch-norm', 'batch-norm', 'input(6), dense(5), batchNormalization(epsilon=0.001), activation(relu), dense(3)'],
  ])('numpy-%s.npz', async (name, outputs, layersText) => {
    const { warnings } = await checkFile(`numpy-${name}.npz`, expected, outputsOf(outputs));
    expect(warnings[0]?.message).toContain(`taken for ${layersText};`);
  });
});

test.each(['in-turn', 'named', 'torch'])('layers are told: numpy-%s.npz', async (name) => {
  const told = [layers.dense(5), layers.activation('relu'), layers.dense(3)];
  const { warnings } = await checkFile(`numpy-${name}.npz`, expected, outputsOf('in-turn'), { layers: told });
  expect(warnings).toEqual([]);
});

describe("scikit-learn's models:", () => {
  test.each([
    ['classifier', 'dense(5, relu), dense(4, relu), dense(3, softmax)'],
    ['binary', 'dense(5, tanh), dense(1, sigmoid)'],
    ['regressor', 'dense(5, sigmoid), dense(1)'],
  ])('%s in JSON, with its activations', async (name, layersText) => {
    const { warnings, spec } = await checkFile(`sklearn-${name}.json`, expected, outputsOf(name));
    expect(warnings).toEqual([]);
    expect(spec.layers.map((layer) => layer.type === 'dense' && layer.activation.type)).toEqual(
      Array.from(layersText.matchAll(/\d(?:, (\w+))?\)/g), ([, activation = 'linear']) => activation),
    );
  });

  test.each(['sklearn-classifier.npz', 'sklearn-unnamed.npz', 'sklearn-bare.json'])('%s, guessed', async (name) => {
    const { warnings } = await checkFile(name, expected, outputsOf('classifier'));
    expect(warnings[0]?.message).toContain('taken for input(6), dense(5, relu), dense(4, relu), dense(3, softmax);');
  });

  test('with layers that are told', async () => {
    const told = [layers.dense(5, { activation: 'tanh' }), layers.dense(1, { activation: 'sigmoid' })];
    for (const name of ['sklearn-binary.npz', 'sklearn-binary.json']) {
      const { warnings } = await checkFile(name, expected, outputsOf('binary'), { layers: told });
      expect(warnings).toEqual([]);
    }
  });

  test.each<[string, unknown, string]>([
    ['an array', '{"coefs_": 1, "intercepts_": []}', 'coefs_: expected an array for each layer, got 1'],
    ['no intercepts', '{"coefs_": []}', 'intercepts_: expected an array for each layer, got undefined'],
    ['fewer intercepts', '{"coefs_": [[[1]]], "intercepts_": []}', 'expected as many intercepts_ as coefs_'],
    ['no layers', '{"coefs_": [], "intercepts_": []}', 'expected weights of at least one layer'],
    ['ragged rows', '{"coefs_": [[[1, 2], [3]]], "intercepts_": [[1, 2]]}', 'coefs_[0][1]: expected length 2'],
    ['words', '{"coefs_": [[["x"]]], "intercepts_": [[1]]}', "coefs_[0][0][0]: expected a number, got 'x'"],
    [
      'an activation',
      '{"coefs_": [[[1]]], "intercepts_": [[1]], "activation": "sin"}',
      "activation: expected 'identity'",
    ],
    ['layers that do not fit', '{"coefs_": [[[1, 2]], [[1]]], "intercepts_": [[1, 2], [1]]}', 'no order fits'],
    ['a name twice', '{"coefs_": [], "coefs_": []}', 'each name stands once'],
  ])('refuses %s', async (_what, json, message) => {
    const loading = loadModel(new TextEncoder().encode(json as string));
    await expect(loading).rejects.toThrow(FormatError);
    await expect(loading).rejects.toThrow(message);
  });
});

test('arrays of objects, which are pickles, are refused', async () => {
  await expect(loadModel(fileUrl('numpy-objects.npz'))).rejects.toThrow(FormatError);
  await expect(loadModel(fileUrl('numpy-objects.npz'))).rejects.toThrow('which are a pickle; save arrays of numbers');
});
