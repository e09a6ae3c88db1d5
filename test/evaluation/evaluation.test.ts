import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EmptyDataError, LabelError, NonFiniteError, OptionError, ShapeError } from '../../ts/errors.ts';
import {
  accuracyScore,
  type ConfusedPair,
  classificationReport,
  confusionMatrix,
  decide,
  mostConfused,
  precisionRecallFscoreSupport,
  type Scores,
} from '../../ts/evaluation.ts';

interface GoldenCase {
  readonly name: string;
  readonly labels: number[];
  readonly predictions: number[];
  readonly classNames?: string[];
  readonly digits: number;
  readonly classes: number[];
  readonly counts: number[][];
  readonly accuracy: number;
  readonly perClass: Scores[];
  readonly macroAverage: Scores;
  readonly weightedAverage: Scores;
  readonly mostConfused: ConfusedPair[];
  readonly report: string;
}

interface GoldenDecision {
  readonly columns: number;
  readonly tenths: number[];
  readonly ids: number[];
}

const golden = JSON.parse(readFileSync(new URL('golden/sklearn.json', import.meta.url), 'utf8')) as {
  readonly cases: GoldenCase[];
  readonly decisions: GoldenDecision[];
};

/** Sums may be rounded in another order. */
function expectScores(received: Scores, expected: Scores): void {
  expect(received.support).toBe(expected.support);
  for (const score of ['precision', 'recall', 'f1'] as const) expect(received[score]).toBeCloseTo(expected[score], 14);
}

/** Where no prediction is right, scikit-learn happens to count in floats and writes supports as 2.0. */
const withWholeSupports = (report: string) => report.replaceAll(/(\d+)\.0$/gm, '  $1');

describe.each(golden.cases)("as scikit-learn's: $name", (expected) => {
  const labels = Uint8Array.from(expected.labels);
  const { predictions, classNames, digits } = expected;
  const options = classNames ? { classes: classNames.length } : {};

  test('confusion matrix', () => {
    const { counts, classes } = confusionMatrix(labels, predictions, options);
    expect(counts).toEqual(expected.counts);
    expect(classes).toEqual(expected.classes);
  });

  test('scores', () => {
    expect(accuracyScore(labels, predictions)).toBe(expected.accuracy);
    const { perClass, macroAverage, weightedAverage } = precisionRecallFscoreSupport(labels, predictions, options);
    expect(perClass.map(({ classId }) => classId)).toEqual(expected.classes);
    expect(perClass).toEqual(expected.classes.map((classId, index) => ({ classId, ...expected.perClass[index] })));
    expectScores(macroAverage, expected.macroAverage);
    expectScores(weightedAverage, expected.weightedAverage);
  });

  test('report', () => {
    const report = classificationReport(labels, predictions, { digits, ...(classNames && { classNames }) });
    expect(`${report}`).toBe(withWholeSupports(expected.report));
    expect(report.accuracy).toBe(expected.accuracy);
    expect(report.perClass.map(({ name }) => name)).toEqual(classNames ?? expected.classes.map(String));
    expectScores(report.macroAverage, expected.macroAverage);
  });

  test('most confused pairs', () => {
    const matrix = confusionMatrix(labels, predictions, options);
    expect(mostConfused(matrix)).toEqual(expected.mostConfused);
    expect(mostConfused(matrix, { top: 2 })).toEqual(expected.mostConfused.slice(0, 2));
  });
});

describe('decide', () => {
  test.each(golden.decisions)("decides as NumPy's argmax, or by 0.5: $columns columns", ({ columns, tenths, ids }) => {
    const data = Float32Array.from(tenths, (tenth) => tenth / 10);
    const decided = decide({ data, shape: [ids.length, columns] });
    expect(Array.from(decided)).toEqual(ids);
    expect(decided).toBeInstanceOf(columns > 256 ? Int32Array : Uint8Array);
  });

  test('takes nested arrays', () => {
    expect(decide([[0.1, 0.9], [0.8, 0.2]])).toEqual(Uint8Array.of(1, 0)); // biome-ignore format: a matrix
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('names the place of %s', (value) => {
    const data = Float32Array.of(0.5, 0.5, 0.5, value);
    expect(() => decide({ data, shape: [2, 2] })).toThrow(NonFiniteError);
    expect(() => decide({ data, shape: [2, 2] })).toThrow(/probabilities\[1, 1\]/);
  });

  test('gives bytes for 256 columns, and the last column where it is the largest', () => {
    const last = (columns: number) =>
      decide({ data: Float32Array.from({ length: columns }, (_, i) => i), shape: [1, columns] });
    expect(last(256)).toEqual(Uint8Array.of(255));
    expect(last(257)).toEqual(Int32Array.of(256));
    expect(decide({ data: Float32Array.of(-2, -1, -1), shape: [1, 3] })).toEqual(Uint8Array.of(1));
    expect(decide({ data: Float32Array.of(0.5, 0.49), shape: [2, 1] })).toEqual(Uint8Array.of(1, 0));
  });

  test('refuses what is no table', () => {
    const data = new Float32Array(4);
    expect(() => decide({ data, shape: [4] })).toThrow(ShapeError);
    expect(() => decide({ data, shape: [2, 3] })).toThrow(ShapeError);
    expect(() => decide({ data: new Float32Array(), shape: [0, 10] })).toThrow(EmptyDataError);
    expect(() => decide({ data: new Float32Array(), shape: [4, 0] })).toThrow(ShapeError);
  });
});

describe('labels and predictions', () => {
  const oneHot = { data: Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 1), shape: [3, 3] };
  const probabilities = { data: Float32Array.of(0.7, 0.2, 0.1, 0.3, 0.4, 0.3, 0.1, 0.1, 0.8), shape: [3, 3] };

  test('may be one-hot rows and probabilities, whose columns are the classes', () => {
    const matrix = confusionMatrix(oneHot, probabilities);
    expect(matrix).toEqual(confusionMatrix([0, 2, 2], [0, 1, 2], { classes: 3 }));
    expect(classificationReport(oneHot, probabilities).perClass).toHaveLength(3);
    expect(accuracyScore([[0], [2], [2]], probabilities)).toBe(2 / 3);
  });

  test('may be of one class, or of 4096', () => {
    expect(confusionMatrix([0, 0], [0, 0], { classes: 1 })).toEqual({ counts: [[2]], classes: [0] });
    const { counts } = confusionMatrix([4095], [0], { classes: 4096 });
    expect([counts.length, counts[4095]?.[0]]).toEqual([4096, 1]);
    expect(() => confusionMatrix([0], [0], { classes: 4097 })).toThrow(
      'classes: expected a whole number from 1 to 4096',
    );
    const ids = (count: number) => Int32Array.from({ length: count }, (_, id) => id);
    expect(confusionMatrix(ids(4096), ids(4096)).classes).toHaveLength(4096);
    expect(() => confusionMatrix(ids(4097), ids(4097))).toThrow(
      'labels: expected at most 4096 different classes, got 4097',
    );
  });

  test('are named by their places, the first one too', () => {
    expect(() => confusionMatrix([2, 0], [0, 0], { classes: 2 })).toThrow('labels[0]: expected a class id from 0 to 1');
    expect(() => confusionMatrix([0, 0], [2, 0], { classes: 2 })).toThrow('predictions[0]: expected a class id from');
    expect(() => confusionMatrix([-1], [0])).toThrow('labels[0]: ');
    expect(() => confusionMatrix([0], [0.5])).toThrow('predictions[0]: ');
  });

  test('of one column are 0 or 1', () => {
    const { classes, counts } = confusionMatrix([0, 0], { data: Float32Array.of(0.1, 0.2), shape: [2, 1] });
    expect(classes).toEqual([0, 1]);
    expect(counts).toEqual([[2, 0], [0, 0]]); // biome-ignore format: a matrix
  });

  test('must be as many', () => {
    expect(() => accuracyScore([0, 1], [0, 1, 1])).toThrow(ShapeError);
    expect(() => accuracyScore([0, 1], [0, 1, 1])).toThrow('predictions: expected 2, one for each label, got 3');
  });

  test('have one axis or two', () => {
    const cube = { data: new Float32Array(8), shape: [2, 2, 2] };
    const expected = 'expected shape [rows] or [rows, classes], got [2, 2, 2]';
    expect(() => accuracyScore([0, 0], cube)).toThrow(`predictions: ${expected}`);
    expect(() => accuracyScore(cube, [0, 0])).toThrow(`labels: ${expected}`);
    expect(() => decide(cube)).toThrow('probabilities: expected shape [rows, columns], got [2, 2, 2]');
    // A column of labels is of class ids, and one of predictions is of probabilities.
    const column = (...data: number[]) => ({ data: Float32Array.from(data), shape: [3, 1] });
    expect(confusionMatrix(column(0, 1, 1), column(0.2, 0.7, 0.4)).counts).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(() => confusionMatrix(column(0, 0.5, 1), column(0, 0, 0))).toThrow('labels[1]: expected a class id');
  });

  test('must be there', () => {
    expect(() => confusionMatrix([], [])).toThrow(EmptyDataError);
    expect(() => accuracyScore(new Uint8Array(), new Uint8Array())).toThrow(EmptyDataError);
    expect(() => classificationReport([0], { data: new Float32Array(), shape: [0, 10] })).toThrow(EmptyDataError);
  });

  test.each([[-1], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])('must be class ids, which %s is not', (value) => {
    expect(() => accuracyScore([0, value], [0, 1])).toThrow(LabelError);
    expect(() => accuracyScore([0, value], [0, 1])).toThrow(/^labels\[1\]/);
    expect(() => confusionMatrix([0, 1], [0, value])).toThrow(/^predictions\[1\]/);
  });

  test('must be within the classes', () => {
    expect(() => confusionMatrix([0, 3], [0, 1], { classes: 3 })).toThrow(LabelError);
    expect(() => confusionMatrix([0, 3], [0, 1], { classes: 3 })).toThrow(
      'labels[1]: expected a class id from 0 to 2, got 3',
    );
    expect(() => classificationReport([0, 1], [0, 2], { classNames: ['a', 'b'] })).toThrow(/^predictions\[1\]/);
    expect(() => confusionMatrix([0, 3, 1], probabilities)).toThrow(LabelError);
    expect(() =>
      confusionMatrix(
        Int32Array.from({ length: 5000 }, (_, id) => id),
        new Uint8Array(5000),
      ),
    ).toThrow(LabelError);
  });
});

test('the most confused are ten pairs if not told, or none', () => {
  const matrix = {
    classes: [0, 1, 2, 3],
    counts: [
      [9, 1, 2, 3],
      [4, 0, 5, 6],
      [7, 8, 9, 9],
      [10, 11, 12, 0],
    ],
  };
  expect(mostConfused(matrix).map(({ count }) => count)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  expect(mostConfused(matrix, { top: 12 })).toHaveLength(12);
  expect(mostConfused(matrix, { top: 0 })).toEqual([]);
  expect(mostConfused(matrix, { top: 1 })).toEqual([{ label: 3, prediction: 2, count: 12, share: 12 / 33 }]);
});

test('a report has 0 to 15 digits, in columns of that width', () => {
  const text = (digits?: number) => `${classificationReport([0, 1], [0, 1], digits === undefined ? {} : { digits })}`;
  expect(text()).toContain('0       1.00      1.00      1.00         1\n');
  expect(text(0)).toContain('0          1         1         1         1\n');
  expect(text(15).split('\n')[2]).toBe(`${'0'.padStart(15)}  ${'1.000000000000000 '.repeat(3)}        1`);
});

test('options are checked', () => {
  const calls = [
    () => confusionMatrix([0], [0], { classes: 0 }),
    () => confusionMatrix([0], [0], { classes: 2.5 }),
    () => confusionMatrix([0], [0], { labels: [0] } as object),
    () => precisionRecallFscoreSupport([0], [0], { average: 'macro' } as object),
    () => classificationReport([0], [0], { digits: -1 }),
    () => classificationReport([0], [0], { digits: 16 }),
    () => classificationReport([0], [0], { classNames: [] }),
    () => classificationReport([0], [0], { classNames: [''] }),
    () => classificationReport([0], [0], { names: ['a'] } as object),
    () => mostConfused({ counts: [[1]], classes: [0] }, { top: -1 }),
    () => mostConfused({ counts: [[1]], classes: [0] }, { most: 1 } as object),
  ];
  for (const call of calls) expect(call).toThrow(OptionError);
  expect(() => mostConfused({ counts: [[1, 2]], classes: [0, 1] })).toThrow(ShapeError);
  expect(() => mostConfused({ counts: 5, classes: [0] } as never)).toThrow('matrix.counts: expected rows of counts');
  expect(() => mostConfused({ counts: [5], classes: [0] } as never)).toThrow('matrix.counts[0]: expected an array');
  expect(() => mostConfused({ counts: [[1.5]], classes: [0] })).toThrow('matrix.counts[0][0]: expected a whole number');
  expect(() => mostConfused({ counts: [[-1]], classes: [0] })).toThrow('matrix.counts[0][0]: expected a whole number');
  expect(() => mostConfused({ counts: [[1]], classes: [-1] })).toThrow('matrix.classes[0]: expected a class id');
  expect(() => mostConfused({ counts: [[1], [1]], classes: [0] })).toThrow(
    'shape [1, 1], as there are classes, got [2, 1]',
  );
});
