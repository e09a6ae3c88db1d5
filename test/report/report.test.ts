/** What the page and the figures say: scikit-learn's numbers, and nothing that is not theirs to say. */

import { createHash } from 'node:crypto';
import { decode } from 'fast-png';
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
import { contrast, over } from '../../ts/report/contrast.ts';
import { type Colour, dark, light } from '../../ts/report/palette.ts';
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
    Array.from(table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs), ([, row = '']) =>
      Array.from(row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs), ([, cell = '']) => cell.replaceAll('<wbr>', '')),
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

  test("in the accuracy's interval, which is SciPy's", () => {
    const [low, high] = expected.interval;
    const half = ((100 * (high - low)) / 2).toFixed(2);
    expect(html).toContain(
      `<small>±\u00a0${half} (95\u00a0%: ${(100 * low).toFixed(2)} to ${(100 * high).toFixed(2)}\u00a0%)</small>`,
    );
  });

  test('in the confusion matrix', () => {
    const matrix = confusionMatrix(run.labels, run.probabilities);
    const shown = (normalize: boolean) =>
      textsOf(confusionHeatmap(matrix, { normalize })).filter((text) => /^[\d.]+$/.test(text));
    const classes = expected.counts.map((_, id) => `${id}`);
    const cells = (table: number[][], format: (value: number) => string) =>
      table.flat().flatMap((value) => (value === 0 ? [] : [format(value)]));
    const share = (value: number) => (value === 0 ? '0' : (100 * value).toFixed(1));
    const bars = (table: number[][], low: number, format: (value: number) => string) => {
      const diagonal = table.map((row, i) => row[i] as number);
      const others = table.flatMap((row, i) => row.filter((_, j) => j !== i));
      return [Math.min(...diagonal, low), Math.max(...diagonal), 0, Math.max(...others)].map(format);
    };
    const { counts, shares } = expected;
    expect(shown(false).sort()).toEqual(
      [...classes, ...classes, ...cells(counts, String), ...bars(counts, 0, String)].sort(),
    );
    expect(shown(true).sort()).toEqual(
      [...classes, ...classes, ...cells(shares, share), ...bars(shares, Number.POSITIVE_INFINITY, share)].sort(),
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

test('contrasts are those that WCAG has', () => {
  // As the World Wide Web Consortium's formula gives them; 4.5 is what text asks for, and #767676 the lightest grey of it.
  const onWhite = Object.entries({
    '#ffffff': 1,
    '#000000': 21,
    '#767676': 4.54,
    '#777777': 4.48,
    '#ff0000': 4,
    '#00ff00': 1.37,
    '#0000ff': 8.59,
  });
  for (const [colour, expected] of onWhite) {
    expect(contrast(colour, '#ffffff'), colour).toBeCloseTo(expected, 2);
    expect(contrast('#ffffff', colour), colour).toBeCloseTo(expected, 2);
  }
  // Up to 10 of 255 a channel's light rises in a straight line.
  expect(contrast('#0a0a0a', '#000000')).toBeCloseTo((10 / 255 / 12.92 + 0.05) / 0.05, 12);
  expect(contrast('#0b0b0b', '#000000')).toBeCloseTo((((11 / 255 + 0.055) / 1.055) ** 2.4 + 0.05) / 0.05, 12);
});

test('a colour lies over another as far as it lets that through', () => {
  expect(over('#ff8000', 1, '#123456')).toBe('#ff8000');
  expect(over('#ff8000', 0, '#023456')).toBe('#023456');
  expect(over('#ff8000', 0.25, '#000040')).toBe('#402030');
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

describe('the heat map', () => {
  const matrix = {
    classes: [0, 1, 2],
    counts: [
      [5000, 1, 0],
      [2, 4000, 0],
      [0, 0, 10],
    ],
  };
  /** How deep the cells of a colour are, by the places that tell their numbers. */
  const depths = (svg: string, colour: string) =>
    Array.from(svg.matchAll(new RegExp(`<path[^>]*fill="${colour}"(?: fill-opacity="([^"]*)")?`, 'g')), ([, depth]) =>
      Number(depth ?? 1),
    );

  test('has mistakes on a scale of their own', () => {
    const svg = confusionHeatmap(matrix);
    const [one, two] = depths(svg, '#e57a2b') as [number, number];
    expect(two).toBe(1);
    expect(one).toBeGreaterThan(0.5);
    expect(depths(svg, '#08417f')[0]).toBe(1);
  });

  test.each(['light', 'dark'] as const)('has numbers that can be read on any depth of colour, on %s paper', (mode) => {
    const twins = new Map(Object.entries(light).map(([name, colour]) => [colour as string, name as Colour]));
    const inMode = (colour: string) => (mode === 'light' ? colour : dark[twins.get(colour) as Colour]);
    const steps = Array.from({ length: 16 }, (_, i) => i);
    const counts = steps.map((row) => steps.map((column) => 1 + 3 * row + 50 * column));
    const svg = confusionHeatmap({ classes: steps, counts });
    const cells = svg.matchAll(
      /<path[^>]*fill="#dfe3e8" fill-opacity="([^"]*)"[^>]*>\s*<path[^>]*fill="([^"]*)"(?: fill-opacity="([^"]*)")?[^>]*>\s*<text[^>]*fill="([^"]*)"/g,
    );
    const contrasts = Array.from(cells, ([, grey, fill = '', depth = '1', text = '']) => {
      const ground = over(inMode(light.rule), Number(grey), inMode(light.paper));
      return contrast(inMode(text), over(inMode(fill), Number(depth), ground));
    });
    expect(contrasts).toHaveLength(256);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });

  test('tells apart classes that are found about as often', () => {
    const [high, middle] = depths(confusionHeatmap(matrix, { normalize: true }), '#08417f') as [number, number];
    expect(high - middle).toBeGreaterThan(0.1);
  });

  test('has a bar for each scale, but none for mistakes where there are none', () => {
    const bars = (svg: string) => textsOf(svg).filter((text) => text === 'right' || text === 'wrong');
    expect(bars(confusionHeatmap(matrix))).toEqual(['right', 'wrong']);
    expect(
      bars(
        confusionHeatmap({
          classes: [0, 1],
          counts: [
            [3, 0],
            [0, 4],
          ],
        }),
      ),
    ).toEqual(['right']);
  });

  test('tells of each cell under the pointer', () => {
    const tips = Array.from(
      confusionHeatmap(matrix).matchAll(/<rect class="spot".*?<title>(.*?)<\/title>/g),
      ([, text]) => text,
    );
    expect(tips).toContain('1 taken for 0: 2 of 4,002, 0.05\u00a0%');
    expect(tips).toContain('2 found: 10 of 10, 100.00\u00a0%');
    expect(tips).toHaveLength(5);
  });
});

describe('images', () => {
  test('a grid of 16, titled label / prediction', () => {
    const svg = sampleGrid(pictured);
    expect(svg.match(/<image/g)).toHaveLength(16);
    const titles = textsOf(svg).filter((_, i) => i % 2 === 0);
    const decided = (row: number) => {
      const cells = golden.multiclass.probabilities.slice(row * 10, row * 10 + 10);
      return cells.indexOf(Math.max(...cells));
    };
    const { labels } = golden.multiclass;
    const ofClass = (id: number) => Array.from(labels.keys()).filter((row) => labels[row] === id);
    // Two of 0 to 5, one of the others.
    const rows = Array.from({ length: 10 }, (_, id) => {
      const own = ofClass(id);
      return id < 6 ? [own[0], own[Math.floor(own.length / 2)]] : [own[0]];
    }).flat() as number[];
    expect(titles).toEqual(rows.map((row) => `${labels[row]} / ${decided(row)}`));
  });

  test('some of every class, however many and however rare', () => {
    const labels = Array.from({ length: 300 }, (_, row) => (row < 260 ? 0 : 1 + (row % 20)));
    const probabilities = labels.map((id) => Array.from({ length: 22 }, (_, column) => (column === id ? 1 : 0)));
    const titles = textsOf(sampleGrid({ history, labels, probabilities, images: images(300) }));
    const shown = new Set(titles.flatMap((text) => /^(\d+) \/ /.exec(text)?.[1] ?? []));
    expect(shown).toEqual(new Set(Array.from({ length: 21 }, (_, id) => `${id}`)));
    expect(textsOf(sampleGrid({ history, labels: [1, 0], probabilities: [[0.9], [0.2]], images: images(2) }))).toEqual([
      '0 / 0',
      '80.0\u00a0%',
      '1 / 1',
      '90.0\u00a0%',
    ]);
  });

  test('of all mistakes, in one sheet, each in its place', () => {
    const data = Uint8Array.from({ length: 600 * 16 }, (_, i) => (i * 37 + Math.floor(i / 16)) % 256);
    const html = report({ ...multiclass, images: { data, shape: [600, 16] } });
    const [, encoded = ''] = /\.digit\{background-image:url\(data:image\/png;base64,([^)]*)\)/.exec(html) ?? [];
    const sheet = decode(Buffer.from(encoded, 'base64'));
    const tiles = Array.from(html.matchAll(/<li data-label="(\d)" data-prediction="(\d)">.*?image (\d+)"/gs));
    const wrong = golden.multiclass.counts.flatMap((row, i) => row.filter((_, j) => j !== i));
    expect(tiles).toHaveLength(wrong.reduce((sum, count) => sum + count));
    expect([sheet.width, sheet.height]).toEqual([32 * 4, Math.ceil(tiles.length / 32) * 4]);
    tiles.forEach(([, label, prediction, image], place) => {
      const row = Number(image) - 1;
      expect(golden.multiclass.labels[row]).toBe(Number(label));
      expect(prediction).not.toBe(label);
      const ink = Array.from({ length: 16 }, (_, pixel) => {
        const [x, y] = [(place % 32) * 4 + (pixel % 4), Math.floor(place / 32) * 4 + Math.floor(pixel / 4)];
        return sheet.data[2 * (y * sheet.width + x) + 1];
      });
      expect(ink).toEqual(Array.from(data.subarray(row * 16, row * 16 + 16)));
    });
  });

  test('of the thousand surest mistakes where there are more, and it is said', () => {
    const rows = 1200;
    const probabilities = { data: new Float32Array(rows).fill(0.9), shape: [rows, 1] };
    const html = report({ history, labels: new Uint8Array(rows), probabilities, images: images(rows) });
    expect(html.match(/<li data-label/g)).toHaveLength(1000);
    expect(html).toContain('<h3>1,000 of 1,200 mistakes</h3>');
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
    expect(html).not.toMatch(/@import|<iframe|<object/);
  });

  test('lets the one script run that is in it', () => {
    const html = report(full);
    const scripts = Array.from(html.matchAll(/<script>(.*?)<\/script>/gs), ([, text = '']) => text);
    expect(scripts).toHaveLength(1);
    expect(html.match(/<script/g)).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      "style-src 'unsafe-inline'",
      `script-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html.replace(/<script>.*?<\/script>/s, '')).not.toMatch(/ on\w+=/);
  });

  test('tells which run it is of, of when, of what size and by which settings', () => {
    const about = (run: Run) => {
      const [, list = ''] = /<dl class="about">(.*?)<\/dl>/s.exec(report(run)) ?? [];
      return Array.from(list.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g), ([, name, value]) => `${name} ${value}`);
    };
    const told: Run = {
      ...full,
      name: 'runs/<b>',
      date: new Date('2026-02-03T04:05:06+01:00'),
      model: { ...full.model, parameters: 109_386 },
      recipe: { task: 'x', optimizer: 'Adam', 'learning rate': 0.001, 'batch size': 32, epochs: 20, shuffle: true },
    };
    expect(about(told)).toEqual([
      'Run runs/&lt;b&gt;',
      'Trained 2026-02-03 03:05 UTC',
      'Parameters 109,386',
      'Optimizer Adam',
      'Learning rate 0.001',
      'Batch size 32',
      'Epochs 20',
      'Seed 7',
    ]);
    expect(report({ ...told, date: '2026-02-03T03:05:06Z' })).toBe(report(told));
    expect(about(multiclass)).toEqual([]);
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
      name: nasty,
      classNames: Array.from({ length: 10 }, (_, id) => `${nasty}${id}`),
      recipe: { [nasty]: nasty, optimizer: nasty },
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
    expect(html).toContain('every one is classified correctly');
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
    ['a date that is none', () => report({ ...run, date: 'yesterday' }), OptionError, 'date'],
    ['a name that is none', () => report({ ...run, name: 3 as never }), OptionError, 'name'],
    ['half a parameter', () => report({ ...run, model: { parameters: 0.5 } }), OptionError, 'model.parameters'],
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

  test('stands out in the table', () => {
    const cells = tableWith(withLosses([0.6, 0.35, 0.3, 0.41]), 'val_loss').map(([epoch]) => epoch);
    expect(cells).toEqual(['1', '2', '3 <small>best</small>', '4']);
  });

  test.each([
    [[0.6, 0.35, 0.3, 0.41], undefined, 'Yes, after epoch 3: the training loss fell on from 0.2000 to 0.1000'],
    [[0.6, 0.35, 0.3, 0.301], undefined, 'Hardly any: after epoch 3'],
    [[0.6, 0.35, 0.3, 0.2], undefined, 'None to be seen: the validation loss was lowest at the end.'],
    [[0.6, 0.35, 0.3, 0.41], [0.9, 0.4, 0.2, 0.5], 'Probably none: after epoch 3 the training loss rose too'],
    [undefined, undefined, 'Cannot be told, since nothing was held out'],
  ])('with %j and the training losses %j, overfitting is told', (losses, loss, text) => {
    expect(withLosses(losses, loss)).toContain(`<dt>Overfitting</dt><dd>${text}`);
  });

  test.each([
    [[0.6, 0.35, 0.3, 0.41], 'raised the validation loss by 36.7\u00a0%: more of them would hardly help.'],
    [[0.6, 0.35, 0.3, 0.299], 'lowered the validation loss by 0.3\u00a0%: more of them would gain little.'],
    [[0.6, 0.35, 0.3, 0.2], 'lowered the validation loss by 33.3\u00a0%: more of them may help.'],
  ])('after %j, whether more would help is told', (losses, text) => {
    expect(withLosses(losses)).toContain(`<dt>More epochs</dt><dd>The last epoch ${text}`);
  });

  test('how far training lies from validation is told', () => {
    expect(report(multiclass)).toContain(
      '<dt>At the end</dt><dd>97.00\u00a0% in training, 90.00\u00a0% on the validation data: 7.00 points less.',
    );
  });

  test('is that of the training loss where nothing was held out', () => {
    expect(withLosses(undefined)).toContain('The loss was lowest at the end, in epoch 4: 0.1000.');
    expect(withLosses(undefined, [0.5, 0.1, 0.3, 0.9])).toContain('800 % higher: the learning rate may be too high.');
  });
});
