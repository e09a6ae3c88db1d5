import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormatError, NonFiniteError } from '../../ts/errors.ts';
import { decodeModel as decode, encodeModel } from '../../ts/formats/safetensors/own-model.ts';
import { layers } from '../../ts/layers.ts';
import { checkCompileOptions } from '../../ts/model/compile.ts';
import { splitWeights, variablesOf } from '../../ts/model/variables.ts';
import { sequential } from '../../ts/model.ts';
import { optimizers } from '../../ts/optimizers.ts';
import { readSafetensors, writeSafetensors } from '../../ts/safetensors.ts';
import type { ModelSpec } from '../../ts/spec.ts';

const model = sequential({
  name: 'a model',
  seed: 2 ** 53 - 1,
  layers: [
    layers.dense({ units: 3, activation: 'relu', inputShape: [2] }),
    layers.dense({ units: 2, activation: 'softmax', name: '__proto__' }),
  ],
});
const compiled = checkCompileOptions({
  optimizer: optimizers.adam({ learningRate: 0.01, beta1: 0.8, beta2: 0.99, epsilon: 1e-6 }),
  loss: 'sparse_categorical_crossentropy',
  metrics: ['accuracy'],
});
const weights = Float32Array.from({ length: 17 }, (_, i) => (i - 8) / 3);
const variables = variablesOf(model.layers);
const encode = (spec: ModelSpec, numbers = weights) =>
  encodeModel({ spec, variables, weights: splitWeights(numbers, variables) });
const decodeModel = async (file: Uint8Array, source: string) => decode(readSafetensors(file, source), source);
const bytes = await encode({ ...model.toJSON(), compile: compiled });

/** The same file with another description, metadata or set of tensors, its checksum left out. */
function changed(change: {
  description?: (description: Record<string, unknown>) => unknown;
  metadata?: (metadata: Map<string, string>) => void;
  tensors?: (tensors: Map<string, unknown>) => void;
}): Uint8Array {
  const file = readSafetensors(bytes, 'file');
  const [metadata, tensors] = [new Map(file.metadata), new Map(file.tensors)];
  metadata.delete('sha256');
  if (change.description) {
    metadata.set('inkgrad', JSON.stringify(change.description(JSON.parse(metadata.get('inkgrad') as string))));
  }
  change.metadata?.(metadata);
  change.tensors?.(tensors as Map<string, unknown>);
  return writeSafetensors({ tensors, metadata });
}

test('a model comes back from its file', async () => {
  const { name, seed, layers, compile: settings, weights: tensors } = await decodeModel(bytes, 'file');
  expect({ name, seed }).toEqual({ name: 'a model', seed: 2 ** 53 - 1 });
  expect(layers).toMatchObject([
    { type: 'input', shape: [2] },
    { type: 'dense', name: 'dense', units: 3, activation: { type: 'relu' } },
    { type: 'dense', name: '__proto__', units: 2, activation: { type: 'softmax' } },
  ]);
  expect(settings).toEqual(compiled);
  expect(settings?.optimizer).toMatchObject({ learningRate: 0.01, beta1: 0.8, beta2: 0.99, epsilon: 1e-6 });
  expect(tensors.map(({ shape }) => shape)).toEqual([[2, 3], [3], [3, 2], [2]]);
  expect(tensors.flatMap(({ data }) => [...data])).toEqual([...weights]);
});

test('one that was not compiled comes back so', async () => {
  const uncompiled = await encode(model.toJSON());
  expect((await decodeModel(uncompiled, 'file')).compile).toBeUndefined();
});

test('the tensors are named as in Keras, for other readers', () => {
  expect([...readSafetensors(bytes, 'file').tensors.keys()]).toEqual([
    'dense/kernel',
    'dense/bias',
    '__proto__/kernel',
    '__proto__/bias',
  ]);
});

test('a file of version 0.1 comes back', async () => {
  const old = readFileSync(new URL('golden/version-1.safetensors', import.meta.url));
  const { name, seed, layers: described, compile, weights: tensors } = await decodeModel(old, 'file');
  expect({ name, seed }).toEqual({ name: 'version 0.1', seed: 5 });
  expect(described).toEqual([
    layers.input([2]),
    layers.dense(3, { activation: 'relu', name: 'dense' }),
    layers.dense(2, { activation: 'softmax', name: 'out' }),
  ]);
  expect(compile).toEqual({
    optimizer: optimizers.adam({ learningRate: 0.01, beta1: 0.8 }),
    loss: { type: 'categoricalCrossentropy', fromLogits: false, labelSmoothing: 0 },
    metrics: [{ type: 'accuracy', name: 'accuracy' }],
    weightedMetrics: [],
  });
  expect(tensors.map(({ shape }) => shape)).toEqual([[2, 3], [3], [3, 2], [2]]);
});

test('weights that are not finite are not saved', async () => {
  await expect(encode(model.toJSON(), weights.with(3, Number.NaN))).rejects.toThrow(NonFiniteError);
});

test('every truncation is a FormatError', async () => {
  for (let length = 0; length < bytes.length; length++) {
    await expect(decodeModel(bytes.subarray(0, length), 'file')).rejects.toThrow(FormatError);
  }
});

test('every flipped bit, of header and weights, is a FormatError', async () => {
  for (let bit = 0; bit < 8 * bytes.length; bit++) {
    const flipped = bytes.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
    await expect(decodeModel(flipped, 'file'), `bit ${bit}`).rejects.toThrow(FormatError);
  }
});

test('bytes that were overwritten, cut out or put in are a FormatError', async () => {
  const edit = fc.tuple(fc.nat(bytes.length - 1), fc.nat(20), fc.uint8Array({ maxLength: 20 }));
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      let edited = bytes;
      for (const [at, removed, inserted] of edits) {
        edited = Uint8Array.from([...edited.subarray(0, at), ...inserted, ...edited.subarray(at + removed)]);
      }
      fc.pre(Buffer.compare(edited, bytes) !== 0);
      await expect(decodeModel(edited, 'file')).rejects.toThrow(FormatError);
    }),
    { numRuns: 500 },
  );
});

test('without the checksum, weights may have been changed by other programs', async () => {
  const other = changed({
    tensors: (tensors) => tensors.set('dense/bias', { data: new Float32Array([1, 2, 3]), shape: [3] }),
  });
  expect((await decodeModel(other, 'file')).weights[1]).toEqual({ data: new Float32Array([1, 2, 3]), shape: [3] });
});

describe('refuses', () => {
  const patch = (fields: object) => changed({ description: (description) => ({ ...description, ...fields }) });
  const patchLayer = (fields: object) =>
    changed({
      description: (description) => {
        const [first, second] = description.layers as object[];
        return { ...description, layers: [{ ...first, ...fields }, second] };
      },
    });
  const patchCompile = (fields: object) =>
    changed({
      description: (description) => ({ ...description, compile: { ...(description.compile as object), ...fields } }),
    });
  const without = (field: string) =>
    changed({
      description: (description) => Object.fromEntries(Object.entries(description).filter(([name]) => name !== field)),
    });

  test.each<[string, Uint8Array, string]>([
    ['a file of another program', changed({ metadata: (metadata) => metadata.clear() }), 'a model saved by inkgrad'],
    ['other metadata', changed({ metadata: (metadata) => metadata.set('format', 'pt') }), "no metadata but 'inkgrad'"],
    [
      'a description that is not JSON',
      changed({ metadata: (m) => m.set('inkgrad', '{') }),
      'description: expected JSON',
    ],
    ['a description that is no object', changed({ description: () => [] }), 'description: expected an object'],
    ['null for a description', changed({ description: () => null }), 'description: expected an object'],
    ['a newer format', patch({ formatVersion: 3 }), 'formatVersion: expected a whole number from 1 to 2, got 3'],
    ['an unknown field', patch({ onLoad: 'code' }), 'description.onLoad: expected one of formatVersion'],
    [
      '__proto__ for a field',
      changed({ metadata: (m) => m.set('inkgrad', '{"__proto__":{}}') }),
      'description.__proto__',
    ],
    ['a seed that is not whole', patch({ seed: 0.5 }), 'seed: expected a whole number'],
    ['a missing name', without('name'), "description: expected an object with the field 'name'"],
    ['missing layers', without('layers'), "the field 'layers'"],
    ['layers that are no array', patch({ layers: {} }), 'layers: expected an array'],
    ['no layers', patch({ layers: [] }), 'layers: expected an array of at least one layer'],
    ['no shape of the input', without('inputShape'), "the field 'inputShape'"],
    ['a shape that is none', patch({ inputShape: [0] }), 'inputShape[0]: expected a whole number from 1'],
    ['another kind of layer', patchLayer({ type: 'lambda' }), "or 'softmax', got 'lambda'"],
    ['a second input', patchLayer({ type: 'input', shape: [2] }), 'layers[0].units: expected one of shape'],
    ['a layer that is none', patch({ layers: [7] }), 'layers[0]: expected an object'],
    ['another activation', patchLayer({ activation: { type: 'cube' } }), "got 'cube'"],
    ['an unknown field of a layer', patchLayer({ function: 'x' }), 'layers[0].function'],
    [
      'units that are not those of the weights',
      patchLayer({ units: 4 }),
      'weights[0]: expected shape [2, 4], got [2, 3]',
    ],
    ['more units than there is memory', patchLayer({ units: 2 ** 24 }), 'expected shape [2, 16777216]'],
    ['another optimizer', patchCompile({ optimizer: { type: 'newton' } }), "got 'newton'"],
    [
      'an unknown field of it',
      patchCompile({ optimizer: { type: 'sgd', beta1: 0.9 } }),
      'optimizer.beta1: expected one of',
    ],
    ['an unknown field of compile', patchCompile({ callbacks: [] }), 'compile.callbacks'],
    ['another loss', patchCompile({ loss: { type: 'regret' } }), "got 'regret'"],
    ['another metric', patchCompile({ metrics: [{ type: 'speed' }] }), "got 'speed'"],
    ['a missing tensor', changed({ tensors: (tensors) => tensors.delete('dense/bias') }), "the tensor 'dense/bias'"],
    [
      'a tensor too many',
      changed({ tensors: (tensors) => tensors.set('more', { data: new Float32Array(1), shape: [1] }) }),
      "got 'more'",
    ],
    [
      'weights that are not finite',
      changed({
        tensors: (tensors) => tensors.set('dense/bias', { data: new Float32Array([0, 1, Number.NaN]), shape: [3] }),
      }),
      'weights[1]: expected finite numbers, got NaN at 2',
    ],
    ['a wrong checksum', changed({ metadata: (m) => m.set('sha256', '00') }), 'expected contents with the SHA-256 00'],
  ])('%s', async (_what, file, message) => {
    await expect(decodeModel(file, 'file')).rejects.toThrow(FormatError);
    await expect(decodeModel(file, 'file')).rejects.toThrow(message);
  });
});

test('the version in files is that of the package', async () => {
  const { version } = await import('../../ts/version.ts');
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  expect(version).toBe(manifest.version);
});
