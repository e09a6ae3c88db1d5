/** Models that hold as much of the vocabulary as a format can. */

import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import {
  constraints,
  initializers,
  type LayerDescription,
  layers,
  regularizers,
  type Sequential,
  sequential,
} from 'inkgrad';
import { fileBytes, fileUrl } from './support.ts';

/** What another program noted of a file: rows that it was given, and what it made of them. */
export interface Noted {
  readonly x: number[][];
  readonly shape: number[];
  readonly y: number[][];
  readonly sha256?: string;
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * The same file as when the other program read it. `INKGRAD_UPDATE=1` writes it anew, after which the generator of its
 * format has to be run.
 */
export function kept(name: string, bytes: Uint8Array): Uint8Array {
  if (process.env.INKGRAD_UPDATE || !existsSync(fileUrl(name))) writeFileSync(fileUrl(name), bytes);
  return fileBytes(name);
}

/** The largest difference, relative to the largest number. */
export async function differenceOf(model: Sequential, { x, shape, y }: Noted): Promise<number> {
  const { data } = await model.predict({ data: Float32Array.from(x.flat()), shape });
  const expected = y.flat();
  const largest = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs(value - (data[i] as number)))) / largest;
}

/** Numbers from -0.5 to 1, always the same. */
function numbers(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 1.5 - 0.5;
  });
}

/** The model with weights that no initializer makes; variances stay above zero. */
export async function shaken(model: Sequential): Promise<Sequential> {
  const weights = await model.getWeights();
  await model.setWeights(
    weights.map(({ data, shape }, i) => {
      const isVariance = model.weightNames[i]?.includes('variance');
      const made = numbers(data.length, i + 1);
      return { data: isVariance ? made.map((value) => Math.abs(value) + 0.1) : made, shape };
    }),
  );
  return model;
}

const limits = {
  kernelInitializer: initializers.varianceScaling({ scale: 2, mode: 'fanAvg', distribution: 'untruncatedNormal' }),
  biasInitializer: initializers.constant(0.5),
  kernelRegularizer: regularizers.l1l2({ l1: 0.01, l2: 0.02 }),
  biasRegularizer: regularizers.l2(0.1),
  activityRegularizer: regularizers.l1(0.001),
  kernelConstraint: constraints.minMaxNorm({ minValue: 0.1, maxValue: 3, rate: 0.5 }),
  biasConstraint: constraints.nonNeg(),
};

/** All layers, and the given activations. */
export function every(names: readonly Parameters<typeof layers.activation>[0][]): Sequential {
  const list: LayerDescription[] = [
    layers.rescaling(0.5, { offset: -0.25, inputShape: [2, 3] }),
    layers.flatten(),
    layers.normalization(),
    layers.dense(6, limits),
    layers.batchNormalization({ momentum: 0.9, epsilon: 0.01 }),
    layers.layerNormalization({ scale: false }),
    layers.dropout(0.25),
    layers.gaussianNoise(0.1),
    layers.gaussianDropout(0.1),
    layers.prelu({ alphaConstraint: constraints.maxNorm(3) }),
    layers.dense(5, { useBias: false, kernelRegularizer: regularizers.orthogonal({ factor: 0.02, mode: 'columns' }) }),
    layers.leakyReLU(0.1),
    layers.elu(0.7),
    layers.layerNormalization({ center: false }),
    layers.dense(4, { activation: { type: 'leakyRelu', negativeSlope: 0.15 } }),
    ...names.map((name) => layers.activation(name)),
    layers.batchNormalization({ center: false }),
    layers.reshape([2, 2]),
    layers.flatten(),
    layers.dense(3, { kernelInitializer: 'orthogonal' }),
    layers.softmax(),
  ];
  return sequential(list, { name: 'every', seed: 7 });
}
