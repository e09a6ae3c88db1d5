/** Files that are no models are called what they are. */

import { layers, loadModel, sequential } from 'inkgrad';
import { expect, test } from 'vitest';
import { fileBytes } from './support.ts';

const text = (letters: string) => new TextEncoder().encode(letters);
const expected = 'bytes: expected a model (.safetensors, .keras, .h5, .onnx, .npz, or the model.json of TensorFlow.js)';
const small = () => sequential([layers.dense(2, { inputShape: [3] })]);

test.each<[string, Uint8Array]>([
  ['an empty file', new Uint8Array()],
  ['a text', text('It was a dark and stormy night; the rain fell in torrents.\r\n')],
  ['a text', text('short')],
  ['a text', text(`${'x'.repeat(4095)}ä, whose bytes are on both sides of the end of what is looked at`)],
  ['JSON of something else', text('{"a":1}')],
  ['JSON of something else', text('[[1, 2], [3, 4]]')],
  ['a PNG picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52)],
  ['a JPEG picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1)],
  ['a GIF picture', text('GIF89a\x01\x00\x01\x00\x00')],
  ['a WebP picture', text('RIFF\x24\x00\x00\x00WEBPVP8 ')],
  ['a PDF', text('%PDF-1.7\n')],
  ['a Python pickle', Uint8Array.of(0x80, 4, 0x95, 0, 0, 0, 0, 0, 0, 0)],
  ['bytes of no known kind', Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 200, 201)],
])('%s', async (name, bytes) => {
  await expect(loadModel(bytes)).rejects.toThrow(`${expected}, got ${name}`);
});

test('our own module, which has no way back', async () => {
  await using model = small();
  const module = await model.toBytes({ format: 'standalone' });
  const got = 'got a JavaScript module that predicts, which is only written';
  await expect(loadModel(module)).rejects.toThrow(`${expected}, ${got}`);
});

test('half an archive is cut short', async () => {
  await using model = sequential([
    layers.dense(3, { inputShape: [3] }),
    ...Array.from({ length: 9 }, () => layers.dense(3)),
  ]);
  const bytes = await model.toBytes({ format: 'tfjs' });
  const half = loadModel(bytes.subarray(0, bytes.length / 2));
  await expect(half).rejects.toThrow('a zip file that is cut short or damaged; copy or download it anew');
});

test.each(['keras', 'npz', 'onnx', 'tfjs', 'safetensors'] as const)('%s says its layers itself', async (format) => {
  await using model = small();
  const bytes = await model.toBytes({ format });
  const told = loadModel(bytes, { layers: [layers.dense(2, { inputShape: [3] })] });
  await expect(told).rejects.toThrow('layers: expected nothing: bytes says its layers itself, got 1 layers');
});

test('HDF5 that has its layers says them itself', async () => {
  const told = loadModel(fileBytes('keras-2-chain.h5'), { layers: [layers.dense(2, { inputShape: [3] })] });
  await expect(told).rejects.toThrow('says its layers itself');
});

test.each(['keras', 'npz', 'safetensors', 'tfjs'] as const)('no weights, there and back in %s', async (format) => {
  await using model = sequential([layers.rescaling(2, { inputShape: [4] })]);
  await using again = await loadModel(await model.toBytes({ format }));
  expect([...(await again.predict([[1, 2, 3, 4]])).data]).toEqual([2, 4, 6, 8]);
});
