import { describe, expect, test } from 'vitest';
import { packer } from '../../ts/engine/pack.ts';
import { EngineError } from '../../ts/errors.ts';
import type { Lowered } from '../../ts/kind/field.ts';

const pack = packer(`layer dense units:count activation:activation kernelRegularizer:regularizer useBias:flag
layer dropout rate:number
activation linear
activation leakyRelu negativeSlope:number
regularizer none
regularizer l1l2 l1:number l2:number
schedule constant value:number
schedule piecewise boundaries:numbers values:numbers
optimizer sgd learningRate:schedule
network - inputs:count seed:count layers:[layer]
training - optimizer:optimizer update:update
update - clipnorm:optional steps:count
`);

const dense: Lowered = {
  type: 'dense',
  units: 3,
  activation: { type: 'leakyRelu', negativeSlope: 0.25 },
  kernelRegularizer: null,
  useBias: true,
};
const network = (...layers: Lowered[]): Lowered => ({ inputs: 2, seed: 2 ** 53 - 1, layers });

test('kinds are their places in their rooms, fields follow in the order of the line', () => {
  const layers = [{ rate: 0.5, type: 'dropout' }, dense];
  expect([...pack('network', network(...layers))]).toEqual([2, 2 ** 53 - 1, 2, 1, 0.5, 0, 3, 1, 0.25, 0, 1]);
});

test('records have no number; null is NaN, or the kind none', () => {
  const training = {
    update: { steps: 4, clipnorm: null },
    optimizer: { type: 'sgd', learningRate: { type: 'piecewise', boundaries: [5], values: [1, 2] } },
  };
  expect([...pack('training', training)]).toEqual([0, 1, 1, 5, 2, 1, 2, Number.NaN, 4]);
  const regularized = { ...dense, kernelRegularizer: { type: 'l1l2', l1: 0, l2: 0.5 }, useBias: false };
  expect([...pack('network', network(regularized))].slice(3)).toEqual([0, 3, 1, 0.25, 1, 0, 0.5, 0]);
});

describe('refuses', () => {
  test.each<[string, string, Lowered, string]>([
    ['an unknown record', 'dataset', {}, "dataset: the engine has no 'dataset'"],
    ['an unknown kind', 'network', network({ type: 'conv2d' }), "network.layers[0]: the engine has no layer 'conv2d'"],
    ['a kind that is none', 'network', network({ type: 'dense:' }), "no layer 'dense:'"],
    ['null where no none is', 'network', network(null), "no layer 'none'"],
    ['a missing field', 'network', network({ type: 'dropout' }), 'network.layers[0].rate: the engine takes a number'],
    [
      'one too many',
      'network',
      network({ type: 'dropout', rate: 1, seed: 3 }),
      'layers[0].seed: the engine has no such',
    ],
    ['a text for a number', 'network', network({ type: 'dropout', rate: '1' as never }), 'takes a number, got 1'],
    ['a fraction of a count', 'network', network({ ...dense, units: 2.5 }), 'units: the engine takes a whole number'],
    ['a number for a flag', 'network', network({ ...dense, useBias: 1 }), 'useBias: the engine takes a flag'],
    [
      'a name for a kind',
      'network',
      network({ ...dense, activation: 'linear' as never }),
      'takes an object, got linear',
    ],
    [
      'a layer for the list of them',
      'network',
      { inputs: 2, seed: 1, layers: dense },
      'layers: the engine takes a list',
    ],
    ['no record', 'training', { optimizer: { type: 'sgd', learningRate: null }, update: null }, "no schedule 'none'"],
    ['no update', 'update', null, 'update: the engine takes an object, got null'],
  ])('%s', (_what, record, value, message) => {
    expect(() => pack(record, value)).toThrow(EngineError);
    expect(() => pack(record, value)).toThrow(message);
  });
});
