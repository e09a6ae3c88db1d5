import { type LayerDescription, layers, type Metric, type Optimizer, sequential } from 'inkgrad';
import { describe, expect, test } from 'vitest';
import {
  decodeNumbers,
  type Figures,
  type GoldenSpec,
  goldenData,
  readRoom,
  rooms,
  startingWeights,
  type VocabularyCase,
} from './vocabulary/golden.ts';

/** Of weights, as a share of how far training moved their variable; of losses and metrics, as a share of themselves. */
const TOLERANCE = 1e-4;
/** What 32 bits leave of a variable that hardly moved, or of a figure near 0. */
const ROUNDING = 1e-6;

/** The layer of a description, by the function of its type. */
function layerOf({ type, ...fields }: GoldenSpec['layers'][number]): LayerDescription {
  return (layers as unknown as Record<string, (options: object) => LayerDescription>)[type]?.(
    fields,
  ) as LayerDescription;
}

async function modelOf({ spec, run }: VocabularyCase) {
  const { name, seed, inputShape, compile } = spec;
  const model = sequential({
    name: name.replaceAll(/[^a-zA-Z0-9]+/g, '_'),
    seed,
    layers: [layers.input({ shape: inputShape }), ...spec.layers.map(layerOf)],
  });
  model.compile({
    optimizer: compile.optimizer as unknown as Optimizer,
    loss: compile.loss as never,
    metrics: compile.metrics as unknown as readonly Metric[],
    weightedMetrics: compile.weightedMetrics as unknown as readonly Metric[],
  });
  const initial = startingWeights(spec, run.scale);
  await model.setWeights(initial);
  return { model, initial };
}

/** Logs have the loss first, then the metrics in the order of `compile`; those of validation stand between or after. */
function figuresOf(logs: Readonly<Record<string, number | undefined>>, prefix = ''): Figures {
  const own = Object.entries(logs).filter(([name]) => name.startsWith('val_') === (prefix !== ''));
  const metrics = own.filter(([name]) => name !== `${prefix}loss` && name !== 'learning_rate');
  return { loss: logs[`${prefix}loss`] as number, metrics: metrics.map(([, value]) => value as number) };
}

function expectFigures(received: Figures, expected: Figures, what: string): void {
  expect(received.metrics, what).toHaveLength(expected.metrics.length);
  [received.loss, ...received.metrics].forEach((value, index) => {
    const wanted = [expected.loss, ...expected.metrics][index] as number;
    const allowed = TOLERANCE * Math.abs(wanted) + ROUNDING;
    const named = `${what}: ${value} of number ${index}, which is ${wanted}`;
    expect(Math.abs(value - wanted), named).toBeLessThanOrEqual(allowed);
  });
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((largest, value, index) => {
    const difference = Math.abs(value - (b[index] as number));
    return Math.max(difference, largest);
  }, 0);
}

describe.each(rooms)("Keras's %s", (room) => {
  test.each(readRoom(room).map((golden) => ({ name: golden.spec.name, golden })))('$name', async ({ golden }) => {
    const { model, initial } = await modelOf(golden);
    await using _ = model;
    const { epochs, batchSize, stepsPerEpoch, classWeight, validation } = golden.run;
    const { x, y, sampleWeight } = goldenData(golden, 'training');
    const heldOut = validation && goldenData(golden, 'validation');
    const { history } = await model.fit(x, y, {
      epochs,
      batchSize,
      shuffle: false,
      verbose: 0,
      ...(stepsPerEpoch && { stepsPerEpoch }),
      ...(sampleWeight && { sampleWeight }),
      ...(classWeight && { classWeight }),
      ...(heldOut && {
        validationData: heldOut.sampleWeight ? [heldOut.x, heldOut.y, heldOut.sampleWeight] : [heldOut.x, heldOut.y],
        validationBatchSize: batchSize,
      }),
    });

    golden.epochs.forEach((expected, epoch) => {
      const logs = Object.fromEntries(Object.entries(history).map(([name, values]) => [name, values?.[epoch]]));
      expectFigures(figuresOf(logs), expected.training, `epoch ${epoch}`);
      if (expected.validation) expectFigures(figuresOf(logs, 'val_'), expected.validation, `validation ${epoch}`);
    });

    const weights = await model.getWeights();
    const expected = decodeNumbers(golden.weights);
    let first = 0;
    initial.forEach(({ shape, data }, variable) => {
      const wanted = expected.subarray(first, first + data.length);
      first += data.length;
      const tensor = weights[variable];
      expect(tensor?.shape).toEqual(shape);
      const allowed = TOLERANCE * largestDifference(wanted, data) + ROUNDING;
      expect(largestDifference(tensor?.data ?? [], wanted), `variable ${variable}`).toBeLessThanOrEqual(allowed);
    });
    expect(first).toBe(expected.length);

    const evaluation = await model.evaluate(x, y, { batchSize, verbose: 0, ...(sampleWeight && { sampleWeight }) });
    expectFigures(figuresOf(evaluation), golden.evaluation, 'evaluation');

    const wanted = decodeNumbers(golden.predictions);
    const predictions = (await model.predict(x)).data.subarray(0, wanted.length);
    const allowed = TOLERANCE * largestDifference(wanted, new Float32Array(wanted.length)) + ROUNDING;
    expect(largestDifference(predictions, wanted), 'predictions').toBeLessThanOrEqual(allowed);
  });
});
