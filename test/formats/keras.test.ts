import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import {
  activations,
  constraints,
  initializers,
  layers,
  loadModel,
  losses,
  metrics,
  OptionError,
  optimizers,
  regularizers,
  type Sequential,
  schedules,
  sequential,
} from 'inkgrad';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readKerasConfig } from '../../ts/formats/keras-config.ts';
import { stack } from '../../ts/model/stack.ts';
import { load, mine } from './mine.ts';
import { differenceOf, every, kept, type Noted, sha256, shaken } from './ours.ts';
import { fileBytes, fileUrl } from './support.ts';

interface NotedByKeras extends Noted {
  readonly layers?: string[];
  readonly optimizer?: string;
}

const { compiled, ...noted }: Record<string, NotedByKeras> & { readonly compiled?: never } = JSON.parse(
  readFileSync(new URL('keras.json', import.meta.url), 'utf8'),
);

afterEach(() => vi.restoreAllMocks());

/** Layers of the files that hold weights alone. */
const told = [
  layers.dense(5, { inputShape: [4], activation: 'relu' }),
  layers.batchNormalization(),
  layers.normalization(),
  layers.dense(2, { activation: 'softmax' }),
];
const optionsFor = (name: string) => (name.includes('weights') ? { layers: told } : {});
const ofKeras = Object.keys(noted).filter((name) => !name.startsWith('ours'));

describe("Keras's files", () => {
  test.each(ofKeras)('%s predicts what it did there', async (name) => {
    const model = await load(fileUrl(name), optionsFor(name));
    expect(await differenceOf(model, noted[name] as Noted)).toBeLessThan(1e-6);
  });

  test('bring their names, and what they were compiled with', async () => {
    const model = await load(fileBytes('keras-3-every.keras'));
    expect(model.name).toBe('every');
    expect(model.toJSON().compile).toMatchObject({
      optimizer: { type: 'adamw', learningRate: { type: 'cosineDecay', warmupTarget: 0.2, warmupSteps: 5 } },
      loss: { type: 'categoricalCrossentropy', labelSmoothing: 0.1 },
      metrics: [{ type: 'accuracy' }, { type: 'auc', curve: 'ROC' }, { type: 'precision', threshold: 0.3 }],
      weightedMetrics: [{ type: 'meanSquaredError', name: 'mse' }],
    });
    expect(model.getLayer('dense').spec).toMatchObject({
      kernelInitializer: {
        type: 'varianceScaling',
        scale: 2,
        mode: 'fanAvg',
        distribution: 'untruncatedNormal',
        seed: 3,
      },
      kernelRegularizer: { type: 'l1l2', l1: 0.01, l2: 0.02 },
      kernelConstraint: { type: 'minMaxNorm', minValue: 0.1, maxValue: 3, rate: 0.5 },
      biasConstraint: { type: 'nonNeg' },
    });
    const older = await load(fileBytes('keras-2-every.h5'));
    expect(older.toJSON().compile).toMatchObject({
      optimizer: { type: 'rmsprop', clipnorm: 1 },
      loss: { type: 'sparseCategoricalCrossentropy' },
      metrics: [{ type: 'sparseCategoricalAccuracy', name: 'accuracy' }],
    });
  });

  test("leave nothing aside, the optimizer's state not either", async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    for (const file of ['keras-2-every.h5', 'keras-3-every.keras']) await load(fileBytes(file));
    expect(warned.mock.calls.map(([warning]) => String(warning))).toEqual([]);
  });

  test('of weights alone ask for layers', async () => {
    const without = loadModel(fileUrl('keras-3.weights.h5'));
    await expect(without).rejects.toThrow(/loadModel\(file, \{ layers \}\) tells the layers, got weights alone/);
    const fewer = loadModel(fileUrl('keras-2-weights.h5'), { layers: told.slice(0, 1) });
    await expect(fewer).rejects.toThrow(/layer_names: expected 1 layers with weights, got 4/);
    const fewerStill = loadModel(fileUrl('keras-3.weights.h5'), { layers: told.slice(0, 1) });
    await expect(fewerStill).rejects.toThrow(/weights: expected a layer for each of its groups, got 'batch_normal/);
    const other = [layers.dense(6, { inputShape: [4] }), ...told.slice(1)];
    const larger = loadModel(fileUrl('keras-3.weights.h5'), { layers: other });
    await expect(larger).rejects.toThrow(/layer 'dense' \(Dense\)\.kernel: expected shape \[4, 6\], got \[4, 5\]/);
  });
});

/** A function of the vocabulary, whichever. */
type Make = (options?: object) => never;

/** What one of a list's functions makes, each in its turn. */
function turn(list: object, i: number): object {
  const makes = Object.values(list) as Make[];
  return (makes[i % makes.length] as Make)();
}

/** A value as JSON, with numbers of six digits, as Keras keeps some in 32 bits. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, item) => (typeof item === 'number' ? Number(item.toPrecision(6)) : item)),
  );
}

/** All but those that Keras's files do not say. */
const names = Object.keys(activations) as (keyof typeof activations)[];

describe('files for Keras', () => {
  test('are read there, whatever layer is in them', async () => {
    const model = mine(await shaken(every([...names, activations.elu(0.5)])));
    model.compile({ optimizer: optimizers.adamw({ learningRate: 0.01 }), loss: 'meanSquaredError', metrics: ['mae'] });
    const bytes = await model.toBytes({ format: 'keras' });
    expect(kept('ours.keras', bytes)).toEqual(bytes);
    const byKeras = noted['ours.keras'];
    expect(byKeras?.sha256, 'run make_keras.py again').toBe(sha256(bytes));
    expect(byKeras?.optimizer).toBe('AdamW');
    expect(byKeras?.layers).toContain('PReLU');
    expect(await differenceOf(model, byKeras as Noted)).toBeLessThan(1e-6);
    const back = await load(bytes);
    expect(await differenceOf(back, byKeras as Noted)).toBeLessThan(1e-6);
    expect(back.toJSON().compile).toEqual(model.toJSON().compile);
    expect(back.layers.map(({ name }) => name)).toEqual(expect.arrayContaining(model.layers.map(({ name }) => name)));
  });

  test('hold what a model is compiled with', async () => {
    const rates = [
      schedules.exponentialDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5, staircase: true }),
      schedules.inverseTimeDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 }),
      schedules.piecewiseConstantDecay({ boundaries: [3, 5], values: [0.1, 0.01, 0.001] }),
      schedules.polynomialDecay({ initialLearningRate: 0.1, decaySteps: 10, power: 2, cycle: true }),
      schedules.cosineDecay({ initialLearningRate: 0.1, decaySteps: 10, warmupTarget: 0.2, warmupSteps: 3 }),
      schedules.cosineDecayRestarts({ initialLearningRate: 0.1, firstDecaySteps: 10, mMul: 0.5 }),
      0.25,
    ];
    const update = { clipnorm: 2, weightDecay: 0.01, useEma: true, emaMomentum: 0.5, gradientAccumulationSteps: 3 };
    const ways = Object.values(optimizers as unknown as Record<string, Make>).map((optimizer, i) =>
      optimizer({ ...update, learningRate: rates[i % rates.length] }),
    );
    const scores = Object.entries(metrics as unknown as Record<string, Make>).filter(
      ([name]) => name !== 'expectedCalibrationError',
    );
    const texts: string[] = [];
    const specs: ReturnType<Sequential['toJSON']>[] = [];
    for (const [i, loss] of Object.values(losses as unknown as Record<string, Make>).entries()) {
      const dense = layers.dense(3, {
        inputShape: [2],
        activation: 'softmax',
        kernelInitializer: turn(initializers, i) as never,
        kernelRegularizer: turn(regularizers, i) as never,
        kernelConstraint: turn(constraints, i) as never,
      });
      const model = mine(sequential([dense], { seed: 1 }));
      const some = scores.filter((_, j) => j % 17 === i).map(([, metric]) => metric());
      model.compile({ optimizer: ways[i % ways.length] as never, loss: loss(), metrics: some, weightedMetrics: some });
      const bytes = await model.toBytes({ format: 'keras' });
      const back = await load(bytes);
      expect(back.toJSON()).toEqual({ ...model.toJSON(), seed: 0 });
      specs.push(model.toJSON());
      texts.push(new TextDecoder().decode(unzipSync(bytes)['config.json']));
    }
    const bytes = new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''));
    expect(kept('ours-compiled.jsonl', bytes)).toEqual(bytes);
    expect(compiled, 'run make_keras.py again').toMatchObject({ sha256: sha256(bytes), models: texts.length });
    // Keras has made models of them, and says so in its own words.
    const inKeras = new TextDecoder().decode(fileBytes('keras-compiled.jsonl')).trimEnd().split('\n');
    const said = inKeras.map((text) => {
      const { layers: list, compile } = readKerasConfig(JSON.parse(text), 'file', 3);
      return { layers: stack(list).layers.map(({ spec }) => spec), compile };
    });
    expect(rounded(said)).toEqual(rounded(specs.map(({ layers, compile }) => ({ layers, compile }))));
  });

  test('refuse by name what Keras lacks', async () => {
    const approximate = mine(
      sequential([
        layers.dense(2, { inputShape: [2], activation: activations.gelu({ approximate: true }), name: 'odd' }),
      ]),
    );
    await expect(approximate.toBytes({ format: 'keras' })).rejects.toThrow(OptionError);
    await expect(approximate.toBytes({ format: 'keras' })).rejects.toThrow(/layer 'odd'\.activation/);
    const h5 = approximate.toBytes({ format: 'keras-h5' });
    await expect(h5).rejects.toThrow(/keras.*only read/);
  });

  test('leave aside what Keras lacks for training, and say so', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const model = mine(sequential([layers.dense(2, { inputShape: [2] })]));
    const learningRate = schedules.oneCycle({ maxLearningRate: 1, totalSteps: 10 });
    model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'meanSquaredError' });
    const back = await load(await model.toBytes({ format: 'keras' }));
    expect(back.toJSON().compile).toBeUndefined();
    expect(warned).toHaveBeenCalledOnce();
    expect(String(warned.mock.calls[0]?.[0])).toMatch(
      /left aside: what it is compiled with \(learningRate: .*oneCycle/,
    );
  });
});
