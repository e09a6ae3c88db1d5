import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ArgumentError, EmptyDataError, LabelError, NonFiniteError, OptionError, ShapeError } from '../../ts/errors.ts';
import { calibrationCurve, expectedCalibrationError, rocAucScore, rocCurve } from '../../ts/evaluation.ts';

interface Calibration {
  bins: number;
  predicted: number[];
  observed: number[];
  counts: number[];
  error: number;
}

interface Golden {
  binary: {
    name: string;
    labels: number[];
    thousandths: number[];
    falsePositiveRates: number[];
    truePositiveRates: number[];
    thresholds: number[];
    auc: number;
    calibration: Calibration;
  }[];
  multiclass: { name: string; columns: number; labels: number[]; weights: number[]; calibration: Calibration }[];
}

const golden: Golden = JSON.parse(readFileSync(new URL('golden/curves.json', import.meta.url), 'utf8'));

function expectClose(received: readonly number[], expected: readonly number[]) {
  expect(received).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(received[i], `element ${i}`).toBeCloseTo(value, 14);
  });
}

function expectCalibration(labels: number[], probabilities: Parameters<typeof calibrationCurve>[1], as: Calibration) {
  const curve = calibrationCurve(labels, probabilities, { bins: as.bins });
  expect(curve.map(({ count }) => count)).toEqual(as.counts);
  const values = (name: 'predicted' | 'observed') => curve.map((bin) => bin[name]);
  expectClose(values('predicted'), as.predicted);
  expectClose(values('observed'), as.observed);
  expect(expectedCalibrationError(labels, probabilities, { bins: as.bins })).toBeCloseTo(as.error, 14);
}

describe.each(golden.binary)('scikit-learn, $name', ({ labels, thousandths, calibration, ...expected }) => {
  const scores = Float64Array.from(thousandths, (value) => value / 1000);

  test('ROC curve and its area', () => {
    const curve = rocCurve(labels, scores);
    expectClose(curve.falsePositiveRates, expected.falsePositiveRates);
    expectClose(curve.truePositiveRates, expected.truePositiveRates);
    expect(curve.thresholds).toEqual([Number.POSITIVE_INFINITY, ...expected.thresholds]);
    expect(rocAucScore(labels, { data: scores, shape: [labels.length, 1] })).toBeCloseTo(expected.auc, 14);
  });

  test('calibration', () => {
    expectCalibration(labels, scores, calibration);
    expectCalibration(labels, { data: scores, shape: [labels.length, 1] }, calibration);
  });
});

test.each(golden.multiclass)('scikit-learn, calibration of $name', ({ columns, labels, weights, calibration }) => {
  const probabilities = labels.map((_, row) => {
    const cells = weights.slice(row * columns, (row + 1) * columns);
    const sum = cells.reduce((total, cell) => total + cell, 0);
    return cells.map((cell) => cell / sum);
  });
  expectCalibration(labels, probabilities, calibration);
});

test.each([
  ['labels other than 0 and 1', () => rocCurve([0, 2], [0.1, 0.9]), LabelError, 'labels[1]'],
  ['another label in the first row', () => rocCurve([2, 0], [0.1, 0.9]), LabelError, 'labels[0]'],
  ['no number in the first row', () => rocCurve([0, 1], [Number.NaN, 0.1]), NonFiniteError, 'scores[0]'],
  ['a shape of another number of rows', () => rocCurve([0, 1], { data: [0, 1], shape: [1, 2] }), ShapeError, 'scores'],
  ['no probabilities', () => calibrationCurve([], []), EmptyDataError, 'probabilities'],
  ['a probability below 0', () => calibrationCurve([0, 1], [0.1, -1e-9]), ArgumentError, 'probabilities[1]'],
  ['a probability above 1', () => calibrationCurve([0, 1], [1 + 1e-9, 0]), ArgumentError, 'probabilities[0]'],
  ['one class only', () => rocCurve([1, 1], [0.1, 0.9]), LabelError, 'labels'],
  ['no rows', () => rocCurve([], []), EmptyDataError, 'labels'],
  ['another number of rows', () => rocAucScore([0, 1], [0.1]), ShapeError, 'scores'],
  [
    'two columns',
    () =>
      rocCurve(
        [0, 1],
        [
          [0.1, 0.2],
          [0.3, 0.4],
        ],
      ),
    ShapeError,
    'scores',
  ],
  ['a score that is not a number', () => rocCurve([0, 1], [0.1, Number.NaN]), NonFiniteError, 'scores[1]'],
  ['what is no probability', () => calibrationCurve([0, 1], [0.1, 1.5]), ArgumentError, 'probabilities[1]'],
  ['what is none in the first row', () => calibrationCurve([0, 1], [-0.5, 1]), ArgumentError, 'probabilities[0]'],
  [
    'labels fewer than rows',
    () =>
      calibrationCurve(
        [0],
        [
          [0.5, 0.5],
          [1, 0],
        ],
      ),
    ShapeError,
    'probabilities',
  ],
  ['no bins', () => calibrationCurve([0, 1], [0.1, 0.5], { bins: 0 }), OptionError, 'bins'],
  ['more bins than 10000', () => calibrationCurve([0, 1], [0.1, 0.5], { bins: 10_001 }), OptionError, 'bins'],
  [
    'another option',
    () => calibrationCurve([0, 1], [0.1, 0.5], { n_bins: 5 } as object),
    OptionError,
    'calibrationCurve.n_bins',
  ],
  ['more axes than two', () => calibrationCurve([0], { data: [0], shape: [1, 1, 1] }), ShapeError, 'probabilities'],
])('%s is refused', (_, call, kind, argument) => {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(kind);
  expect((thrown as ArgumentError).argument).toBe(argument);
});

test('a missing class is named', () => {
  expect(() => rocCurve([1, 1], [0.1, 0.9])).toThrow('labels: expected both 0 and 1, got only 1');
  expect(() => rocCurve([0, 0], [0.1, 0.9])).toThrow('labels: expected both 0 and 1, got only 0');
});

test('a wrong number of scores is told with both shapes that would do', () => {
  expect(() => rocAucScore([0, 1], [0.1])).toThrow('scores: expected [2] or [2, 1], got [1]');
});

test('there are ten bins if not told, and up to 10000', () => {
  const scores = Float64Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000);
  const labels = Uint8Array.from(scores, (score) => Number(score > 0.5));
  const counts = (bins?: number) => calibrationCurve(labels, scores, bins ? { bins } : {}).map(({ count }) => count);
  expect(counts()).toEqual(new Array(10).fill(2000));
  expect(counts(10_000)).toEqual(new Array(10_000).fill(2));
});

test("a bin holds its upper edge of NumPy's linspace, and nothing above it", () => {
  for (let bins = 1; bins <= 200; bins++) {
    const edge = (bin: number) => (bin === bins ? 1 : bin * (1 / bins));
    const above = (value: number) => value * (1 + Number.EPSILON) || Number.MIN_VALUE;
    const scores = Array.from({ length: bins }, (_, bin) => [above(edge(bin)), edge(bin + 1)]).flat();
    const counts = calibrationCurve(new Uint8Array(2 * bins), scores, { bins }).map(({ count }) => count);
    expect(counts, `${bins} bins`).toEqual(new Array(bins).fill(2));
  }
});
