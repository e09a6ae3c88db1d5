/** A right call of every public function, from which wrong ones are made. */

import * as inkgrad from 'inkgrad';
import { loadDigits } from 'inkgrad/data';
import { readDigits } from 'inkgrad/digits';
import * as report from 'inkgrad/report';
import { estimate, holm, mcNemarTest, pairedTTest, study, work } from 'inkgrad/study';

const { layers, sequential } = inkgrad;

/** A function, and arguments that are right for it. */
export interface Call {
  readonly name: string;
  readonly function: (...values: never[]) => unknown;
  readonly values: readonly unknown[];
}

const x = [[0], [1], [2], [3]];
const y = [0, 0, 1, 1];
const probabilities = [[0.9], [0.2], [0.7], [0.4]];
const figures = { loss: [1, 0.5], accuracy: [0.5, 0.9], val_loss: [1, 0.7] };
const history = { epoch: [0, 1], history: figures };

const call = (name: string, of: (...values: never[]) => unknown, ...values: unknown[]): Call => ({
  name,
  function: of,
  values,
});

/** Every function of a list, with the options that it takes. */
function each(name: string, list: object, ...values: unknown[]): Call[] {
  return Object.entries(list).map(([key, made]) => call(`${name}.${key}`, made, ...values));
}

/** Calls that build descriptions. */
export function descriptions(): Call[] {
  return [
    ...each('activations', inkgrad.activations, {}),
    ...each('constraints', inkgrad.constraints, {}),
    ...each('initializers', inkgrad.initializers, { seed: 1 }),
    ...each('regularizers', inkgrad.regularizers, {}),
    ...each('losses', inkgrad.losses, {}),
    ...each('metrics', inkgrad.metrics, { name: 'a' }),
    ...each('optimizers', inkgrad.optimizers, {
      learningRate: 0.1,
      clipnorm: 1,
      weightDecay: 0.1,
      useEma: true,
      gradientAccumulationSteps: 2,
    }),
    ...each('schedules', inkgrad.schedules, {
      initialLearningRate: 0.1,
      decaySteps: 10,
      decayRate: 0.5,
      boundaries: [1],
      values: [1, 2],
      firstDecaySteps: 3,
      totalSteps: 10,
    }),
    ...each('layers', layers, { name: 'a', inputShape: [4] }),
    call('layers.dense', layers.dense, 3, { activation: 'relu', kernelInitializer: 'zeros', kernelRegularizer: 'l2' }),
    call('layers.input', layers.input, { shape: [4] }),
    call('layers.reshape', layers.reshape, [2, 2], { inputShape: [4] }),
    call('layers.dropout', layers.dropout, 0.5),
    ...each('callbacks', inkgrad.callbacks, { monitor: 'loss', patience: 1 }),
    call('callbacks.csvLogger', inkgrad.callbacks.csvLogger, 'log.csv', { append: true }),
    call('callbacks.modelCheckpoint', inkgrad.callbacks.modelCheckpoint, 'a-{epoch}', { saveBestOnly: true }),
    call('callbacks.learningRateFinder', inkgrad.callbacks.learningRateFinder, { from: 1, to: 2, steps: 20 }),
    call('sequential', sequential, [layers.dense(1, { inputShape: [1] })], { name: 'a', seed: 1 }),
    call('sequential', sequential, { layers: [layers.dense(1, { inputShape: [1] })], name: 'a', seed: 1 }),
  ];
}

/** Calls that read data, or judge predictions. */
export function functions(): Call[] {
  const matrix = inkgrad.confusionMatrix(y, probabilities);
  const run = { history, labels: y, probabilities, title: 'a', timings: { seconds: [1, 2], samples: 4 } };
  const images = { data: new Uint8Array(16), shape: [4, 4] };
  return [
    call(
      'new ImageTensor',
      (...values: unknown[]) => new inkgrad.ImageTensor(...(values as [never, never])),
      new Uint8Array(8),
      [2, 4],
    ),
    call('parseIdx', inkgrad.parseIdx, Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 5)),
    call('parseNpy', inkgrad.parseNpy, Uint8Array.of(0x93, 78)),
    call(
      'centreDigit',
      inkgrad.centreDigit,
      { data: Float32Array.from({ length: 64 }, (_, i) => i % 2), shape: [8, 8] },
      {},
    ),
    call('accuracyScore', inkgrad.accuracyScore, y, [0, 1, 1, 1]),
    call('calibrationCurve', inkgrad.calibrationCurve, y, probabilities, {}),
    call('classificationReport', inkgrad.classificationReport, y, probabilities, { digits: 2, classNames: ['a', 'b'] }),
    call('confusionMatrix', inkgrad.confusionMatrix, y, probabilities, { classes: 2 }),
    call('decide', inkgrad.decide, probabilities),
    call('expectedCalibrationError', inkgrad.expectedCalibrationError, y, probabilities, {}),
    call('mostConfused', inkgrad.mostConfused, matrix, 3),
    call('precisionRecallFscoreSupport', inkgrad.precisionRecallFscoreSupport, y, probabilities, {}),
    call('rocAucScore', inkgrad.rocAucScore, y, probabilities),
    call('rocCurve', inkgrad.rocCurve, y, probabilities),
    call('accuracyCurves', report.accuracyCurves, history),
    call('lossCurves', report.lossCurves, history),
    call('learningRateCurve', report.learningRateCurve, { learningRates: [1, 2, 3], losses: [1, 2, 3], suggestion: 2 }),
    call('calibrationPlot', report.calibrationPlot, inkgrad.calibrationCurve(y, probabilities)),
    call('rocPlot', report.rocPlot, inkgrad.rocCurve(y, probabilities)),
    call('confusionHeatmap', report.confusionHeatmap, matrix, { classNames: ['a', 'b'] }),
    call('firstLayerWeights', report.firstLayerWeights, { data: new Float32Array(12), shape: [4, 3] }, {}),
    call('timingsChart', report.timingsChart, { seconds: [1, 2], samples: 3 }),
    call('augmentationFigure', report.augmentationFigure, images, [images], [2, 2]),
    call('sampleGrid', report.sampleGrid, images, y, probabilities, {}),
    call('worstMistakes', report.worstMistakes, images, y, probabilities, {}),
    call('confusedPairs', report.confusedPairs, images, y, probabilities, {}),
    call('report', report.report, run),
    call('loadModel', inkgrad.loadModel, new Uint8Array(20), {}),
    call('loadMnist', inkgrad.loadMnist, { directory: '/nowhere' }),
    call('loadBinaryDigits', inkgrad.loadBinaryDigits, { directory: '/nowhere' }),
    call('loadDigits', loadDigits, new Uint8Array(20), { order: 'rows', invert: false, limit: 3 }),
    call('readDigits', readDigits, new Uint8Array(20), {}),
    call('createEngine', inkgrad.createEngine, { threads: 1 }),
    call(
      'dataset',
      async (...values: unknown[]) => {
        const data = await inkgrad.dataset(...(values as [never]));
        await data.dispose();
      },
      x,
      y,
      { inputShape: [1], sampleWeight: [1, 1, 1, 1] },
    ),
    call('estimate', estimate, [1, 2, 4]),
    call('holm', holm, [0.1, 0.2]),
    call('mcNemarTest', mcNemarTest, 3, 5),
    call('pairedTTest', pairedTTest, [1, 2, 4], [1, 3, 3]),
    call('study', study, { folder: 'study', data: '/nowhere', settings: { epochs: 1 }, seeds: 1, cores: 1 }),
    call('work', work, { queue: 'redis://127.0.0.1:1', cores: 1, patience: 30 }),
  ];
}

/** Calls of a model's methods; the model is a new one for each. */
export function methods(engine: inkgrad.Engine): Call[] {
  const method = (name: string, ...values: unknown[]): Call => ({
    name: `model.${name}`,
    values,
    function: async (...given: unknown[]) => {
      const model = sequential({
        layers: [layers.dense(2, { activation: 'relu', inputShape: [1] }), layers.dense(1, { activation: 'sigmoid' })],
        engine,
      });
      try {
        model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
        return await (model[name as 'fit'] as (...values: unknown[]) => unknown)(...given);
      } finally {
        await model.dispose();
      }
    },
  });
  const options = { epochs: 1, batchSize: 2, verbose: 0 };
  return [
    method('fit', x, y, options),
    method('fit', x, y, { ...options, shuffle: false, validationSplit: 0.5, classWeight: { 0: 1, 1: 2 } }),
    method('fit', x, y, {
      ...options,
      validationData: [x, y],
      sampleWeight: [1, 2, 3, 4],
      callbacks: [],
      warnings: false,
    }),
    method('fit', x, y, { ...options, initialEpoch: 0, stepsPerEpoch: 2, validationFreq: 1, validationBatchSize: 2 }),
    method('fit', x, y, { ...options, signal: new AbortController().signal }),
    method('fit', [[x, y]], options),
    method('evaluate', x, y, { batchSize: 2, verbose: 0, sampleWeight: [1, 1, 1, 1] }),
    method('predict', x),
    method('trainOnBatch', x, y, { sampleWeight: [1, 1, 1, 1] }),
    method('testOnBatch', x, y, {}),
    method('predictOnBatch', x),
    method('setWeights', [[[1, 2]], [0, 0], [[1], [2]], [0]]),
    method('setLearningRate', 0.1),
    method('compile', { optimizer: 'adam', loss: 'mse', metrics: ['accuracy'], weightedMetrics: [] }),
    method('summary', { print: () => {}, lineLength: 80 }),
    method('getLayer', 'dense'),
    method('add', layers.dense(1)),
    method('save', '/nowhere/at/all/model.safetensors'),
    method('toBytes', {}),
  ];
}
