/** What the page and the figures say: scikit-learn's numbers, and nothing that is not theirs to say. */

import { describe, expect, test } from 'vitest';
import {
  ArgumentError,
  DtypeError,
  EmptyDataError,
  LabelError,
  NonFiniteError,
  OptionError,
  ShapeError,
} from '../../ts/errors.ts';
import { calibrationCurve, confusionMatrix, rocCurve } from '../../ts/evaluation.ts';
import {
  accuracyCurves,
  calibrationPlot,
  confusedPairs,
  confusionHeatmap,
  firstLayerWeights,
  lossCurves,
  type Run,
  report,
  rocPlot,
  sampleGrid,
  timingsChart,
  worstMistakes,
} from '../../ts/report.ts';
import { golden, goldenRun, history } from './runs.ts';

/** The cells of each table, without the tags. */
function tablesOf(html: string): string[][][] {
  return Array.from(html.matchAll(/<table.*?<\/table>/gs), ([table]) =>
    Array.from(table.matchAll(/<tr>(.*?)<\/tr>/gs), ([, row = '']) =>
      Array.from(row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs), ([, cell = '']) => cell),
    ),
  );
}

function tableWith(html: string, heading: string): string[][] {
  const found = tablesOf(html).find(([head]) => head?.includes(heading));
  if (!found) throw new Error(`no table with ${heading}`);
  return found.slice(1);
}

/** The texts of a figure, in their order. */
function textsOf(svg: string): string[] {
  return Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text = '']) => text);
}

const keyFigure = (html: string, name: string) => new RegExp(`<dt>${name}</dt><dd>(.*?) <small>`).exec(html)?.[1];

/** Black squares, one a row. */
const images = (rows: number) => ({ data: new Uint8Array(rows * 16).fill(255), shape: [rows, 16] });

const [binary, multiclass] = [goldenRun(golden.binary), goldenRun(golden.multiclass)];
const pictured: Run = { ...multiclass, images: images(600) };

describe.each(['binary', 'multiclass'] as const)("scikit-learn's numbers, %s", (task) => {
  const expected = golden[task];
  const run = goldenRun(expected);
  const html = report(run);

  test('in the key figures', () => {
    expect(keyFigure(html, 'Accuracy')).toBe(`${(100 * expected.accuracy).toFixed(2)}\u00a0%`);
    const mistakes = Math.round((1 - expected.accuracy) * expected.labels.length);
    expect(keyFigure(html, 'Mistakes')).toBe(`${mistakes}`);
    expect(keyFigure(html, 'Calibration error')).toBe(`${(100 * expected.calibrationError).toFixed(2)}\u00a0%`);
    expect(keyFigure(html, 'ROC AUC')).toBe(expected.auc?.toFixed(4));
  });

  test('in the confusion matrix', () => {
    const matrix = confusionMatrix(run.labels, run.probabilities);
    const shown = (normalize: boolean) =>
      textsOf(confusionHeatmap(matrix, { normalize })).filter((text) => /^[\d.]+$/.test(text));
    const classes = expected.counts.map((_, id) => `${id}`);
    const cells = (table: number[][], format: (value: number) => string) =>
      table.flat().flatMap((value) => (value === 0 ? [] : [format(value)]));
    expect(shown(false).sort()).toEqual([...classes, ...classes, ...cells(expected.counts, String)].sort());
    expect(shown(true).sort()).toEqual(
      [...classes, ...classes, ...cells(expected.shares, (share) => (100 * share).toFixed(1))].sort(),
    );
    const table = tableWith(html, 'as 0');
    expect(table).toEqual(expected.counts.map((row, id) => [`${id}`, ...row.map(String)]));
  });

  test('in the classification report', () => {
    const { accuracy, ...rows } = expected.report;
    const cells = Object.entries(rows).map(([name, scores]) => [
      name,
      ...[scores.precision, scores.recall, scores['f1-score']].map((score) => score.toFixed(4)),
      `${scores.support}`,
    ]);
    const shown = tableWith(html, 'Precision');
    expect(shown.filter(([name]) => name !== 'accuracy').sort()).toEqual(cells.sort());
    expect(shown.find(([name]) => name === 'accuracy')?.[3]).toBe(Number(accuracy).toFixed(4));
  });
});

describe('curves', () => {
  test('mark the epoch of the lowest validation loss, or of the lowest loss without one', () => {
    expect(textsOf(lossCurves(history))).toContain('best: epoch 3');
    expect(textsOf(accuracyCurves(history))).toContain('best: epoch 3');
    const { loss } = history.history;
    expect(textsOf(lossCurves({ epoch: [0, 1, 2, 3], history: { loss } }))).toContain('best: epoch 4');
  });

  test('draw one epoch, and hundreds', () => {
    const of = (epochs: number): Run['history'] => {
      const epoch = Array.from({ length: epochs }, (_, i) => i);
      return { epoch, history: { loss: epoch.map((i) => 1 / (i + 1)) } };
    };
    expect(textsOf(lossCurves(of(1)))).toContain('best: epoch 1');
    expect(textsOf(lossCurves(of(500)))).toContain('best: epoch 500');
  });

  test('pass through the points', () => {
    const { epoch, history: values } = history;
    const flat = lossCurves({ epoch, history: { loss: values.loss.map(() => 0.5) } });
    const line = /<path d="([^"]*)" fill="none" stroke="#2264b0" stroke-width="2.25"/.exec(flat)?.[1] ?? '';
    const heights = new Set(Array.from(line.matchAll(/[ML ][\d.]+ ([\d.]+)/g), ([, y]) => y));
    expect(heights.size).toBe(1);
  });
});

describe('images', () => {
  test('a grid of 16, titled label / prediction', () => {
    const svg = sampleGrid(pictured);
    expect(svg.match(/<image/g)).toHaveLength(16);
    const titles = textsOf(svg);
    const decided = (row: number) => {
      const cells = golden.multiclass.probabilities.slice(row * 10, row * 10 + 10);
      return cells.indexOf(Math.max(...cells));
    };
    const rows = Array.from({ length: 16 }, (_, i) => Math.floor((i * 600) / 16));
    expect(titles).toEqual(rows.map((row) => `${golden.multiclass.labels[row]} / ${decided(row)}`));
  });

  test('the worst mistakes, the surest first', () => {
    const texts = textsOf(worstMistakes(pictured));
    const sure = texts.filter((_, i) => i % 2 === 1).map((note) => Number.parseFloat(note));
    expect(sure.length).toBe(16);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    for (const title of texts.filter((_, i) => i % 2 === 0)) {
      const [label, prediction] = title.split(' / ');
      expect(prediction).not.toBe(label);
    }
  });

  test('the most confused pairs, with as many images as there are', () => {
    const off = golden.multiclass.counts.flatMap((row, i) => row.filter((_, j) => j !== i)).sort((a, b) => b - a);
    const times = textsOf(confusedPairs(pictured)).flatMap((text) => /^(\d+) times?,/.exec(text)?.[1] ?? []);
    expect(times.map(Number)).toEqual(off.slice(0, 8));
  });

  test('are left out where there are none', () => {
    const html = report(multiclass);
    expect(html).not.toContain('figure-samples');
    expect(html).not.toContain('<image');
  });

  test('take other shapes than squares, and pixels beyond 0 to 1', () => {
    const data = new Float32Array(600 * 6).fill(-3).fill(7, 6);
    const run: Run = { ...multiclass, images: { data, shape: [600, 6] }, imageShape: [2, 3] };
    expect(sampleGrid(run)).toContain('<image');
    expect(report(run)).toContain('figure-samples');
  });
});

describe('a page', () => {
  const kernel = { data: Float32Array.from({ length: 16 * 30 }, (_, i) => Math.sin(i)), shape: [16, 30] };
  const full: Run = {
    ...pictured,
    title: 'All of it',
    timings: { seconds: [1, 2, 1, 0.5], samples: 600 },
    model: { name: 'm', summary: 'Model: "m"', seed: 7, weightsHash: 'abc', firstKernel: kernel },
    recipe: { optimizer: 'Adam', shuffle: true },
    engine: { threads: 2 },
    command: 'npx inkgrad train',
  };

  test('is the same text for the same run', () => {
    expect(report(full)).toBe(report(full));
  });

  test('names nothing outside of itself', () => {
    const html = report(full);
    const addresses = Array.from(html.matchAll(/(?:href|src|action)="([^"]*)"|url\(([^)]*)\)/g), ([, a, b]) => a ?? b);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^(#|data:image\/)/);
    expect(html).not.toMatch(/<script|@import|<iframe|<object/);
  });

  test('links to sections that are there, and has no id twice', () => {
    const html = report(full);
    const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = Array.from(html.matchAll(/href="#([^"]*)"/g), ([, id]) => id);
    expect(links).toHaveLength(6);
    for (const link of links) expect(ids).toContain(link);
  });

  test('shows what it was given as text, whatever is in it', () => {
    const nasty = `<img src=x onerror=alert(1)> & "quotes" 'and' \u0000\u0007`;
    const html = report({
      ...full,
      title: nasty,
      subtitle: nasty,
      classNames: Array.from({ length: 10 }, (_, id) => `${nasty}${id}`),
      recipe: { [nasty]: nasty },
      engine: { reason: nasty },
      command: nasty,
      model: { ...full.model, name: nasty, summary: nasty, weightsHash: nasty },
    });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot; &#39;and&#39;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(html).not.toMatch(/[\0\x07]/);
  });

  test('needs no more than a history, labels and probabilities', () => {
    const html = report({
      history: { epoch: [0], history: { loss: [0.5] } },
      labels: [1, 0],
      probabilities: [[0.9], [0.2]],
    });
    expect(html).toContain('<h1>Training report</h1>');
    expect(keyFigure(html, 'Accuracy')).toBe('100.00\u00a0%');
    expect(html).toContain('every one is decided rightly');
  });

  test('does without a ROC curve where only one class occurs', () => {
    expect(keyFigure(report({ history, labels: [1, 1], probabilities: [[0.9], [0.2]] }), 'ROC AUC')).toBeUndefined();
  });

  test('uses class names in place of ids', () => {
    const names = ['zero', 'one'];
    expect(
      textsOf(confusionHeatmap(confusionMatrix(binary.labels, binary.probabilities), { classNames: names })),
    ).toEqual(expect.arrayContaining(names));
    expect(tableWith(report({ ...binary, classNames: names }), 'Precision').map(([name]) => name)).toEqual(
      expect.arrayContaining(names),
    );
  });
});

test('figures have a name and a description, no ids, and colours that the page knows', () => {
  const matrix = confusionMatrix(multiclass.labels, multiclass.probabilities);
  const figures = [
    lossCurves(history),
    accuracyCurves(history),
    confusionHeatmap(matrix),
    confusionHeatmap(matrix, { normalize: true }),
    calibrationPlot(calibrationCurve(multiclass.labels, multiclass.probabilities)),
    rocPlot(rocCurve(binary.labels, binary.probabilities)),
    timingsChart({ seconds: [1, 2], samples: 100 }),
    firstLayerWeights({ data: new Float32Array(32).fill(1), shape: [16, 2] }),
    sampleGrid(pictured),
    worstMistakes(pictured),
    confusedPairs(pictured),
  ];
  const style = /<style>(.*?)<\/style>/s.exec(report(multiclass))?.[1] ?? '';
  for (const svg of figures) {
    expect(svg).toMatch(
      /^<svg xmlns="[^"]*"[^>]* role="img" aria-label="[^"]{20,}"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/,
    );
    expect(svg).not.toMatch(/ id="| class="zr|url\(|undefined|NaN/);
    for (const [, colour] of svg.matchAll(/(?:fill|stroke)="(?!none|transparent)([^"]*)"/g)) {
      expect(style, `${colour} has a dark twin`).toContain(`[fill="${colour}"]`);
    }
  }
});

describe('wrong input is refused', () => {
  const run: Run = { history, labels: [0, 1], probabilities: [[0.1], [0.9]] };
  const refused: [string, () => unknown, new (...args: never[]) => ArgumentError, string][] = [
    ['an unknown field', () => report({ ...run, epoch: 3 } as Run), OptionError, 'run.epoch'],
    ['no history', () => report({ ...run, history: {} as never }), OptionError, 'history'],
    ['no epoch', () => lossCurves({ epoch: [], history: { loss: [] } }), ShapeError, 'history.history.loss'],
    [
      'losses fewer than epochs',
      () => lossCurves({ epoch: [0, 1], history: { loss: [1] } }),
      ShapeError,
      'history.history.loss',
    ],
    [
      'a loss that is not a number',
      () => lossCurves({ epoch: [0], history: { loss: [Number.NaN] } }),
      NonFiniteError,
      'history.history.loss[0]',
    ],
    [
      'no accuracy where its curve is asked for',
      () => accuracyCurves({ epoch: [0], history: { loss: [1] } }),
      OptionError,
      'history.history.accuracy',
    ],
    ['labels fewer than probabilities', () => report({ ...run, labels: [0] }), ShapeError, 'predictions'],
    ['a label beyond the classes', () => report({ ...run, labels: [0, 2] }), LabelError, 'labels[1]'],
    [
      'no rows',
      () => report({ ...run, labels: [], probabilities: { data: new Float32Array(0), shape: [0, 1] } }),
      EmptyDataError,
      'probabilities',
    ],
    ['what are no numbers', () => report({ ...run, probabilities: 'x' as never }), DtypeError, 'probabilities'],
    [
      'what is no probability',
      () => report({ ...run, probabilities: [[0.1], [1.5]] }),
      ArgumentError,
      'probabilities[1]',
    ],
    ['images of other rows', () => report({ ...run, images: images(3) }), ShapeError, 'images'],
    [
      'images that are no squares',
      () => report({ ...run, images: { data: new Uint8Array(12), shape: [2, 6] } }),
      ShapeError,
      'images',
    ],
    ['images of another shape', () => report({ ...run, images: images(2), imageShape: [4, 5] }), ShapeError, 'images'],
    ['no image asked for', () => sampleGrid(run), OptionError, 'images'],
    ['too few names', () => report({ ...run, classNames: ['zero'] }), OptionError, 'classNames'],
    [
      'an epoch that took no time',
      () => timingsChart({ seconds: [0], samples: 10 }),
      OptionError,
      'timings.seconds[0]',
    ],
    [
      'a kernel that is no matrix',
      () => firstLayerWeights({ data: new Float32Array(4), shape: [4] }),
      ShapeError,
      'kernel',
    ],
    ['too many classes', () => confusionHeatmap(confusionMatrix([0], [0], { classes: 51 })), OptionError, 'matrix'],
  ];

  test.each(refused)('%s', (_, call, kind, argument) => {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(kind);
    expect((thrown as ArgumentError).argument).toBe(argument);
  });
});

describe('the best epoch', () => {
  const withLosses = (validation: readonly number[] | undefined, loss = [0.9, 0.4, 0.2, 0.1]): string => {
    const history = { loss, ...(validation && { val_loss: [...validation] }) };
    return report({ ...multiclass, history: { epoch: [0, 1, 2, 3], history } });
  };

  test.each([
    [
      [0.6, 0.35, 0.3, 0.41],
      'The validation loss was lowest in epoch 3 of 4: 0.3000. At the end it was 0.4100, 37 % higher: ',
    ],
    [[0.6, 0.35, 0.3, 0.301], 'The validation loss was lowest in epoch 3 of 4: 0.3000. The dashed line'],
    [[0.6, 0.35, 0.3, 0.2], 'The validation loss was lowest at the end, in epoch 4: 0.2000. The dashed line'],
  ])('of the validation losses %j is told in words', (losses, text) => {
    expect(withLosses(losses)).toContain(text);
  });

  test('is that of the training loss where nothing was held out', () => {
    expect(withLosses(undefined)).toContain('The loss was lowest at the end, in epoch 4: 0.1000.');
    expect(withLosses(undefined, [0.5, 0.1, 0.3, 0.9])).toContain('800 % higher: the learning rate may be too high.');
  });
});
