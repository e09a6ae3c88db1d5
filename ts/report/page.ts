/** The report as one HTML page that needs nothing else: no scripts, no network. */

import { type CalibrationBin, calibrationCurve, expectedCalibrationError } from '../evaluation/calibration.ts';
import { classificationReport } from '../evaluation/report.ts';
import { rocAucScore, rocCurve } from '../evaluation/roc.ts';
import { accuracyScore, type Scores } from '../evaluation/scores.ts';
import { version } from '../version.ts';
import { bestEpoch, bestEpochText } from './best-epoch.ts';
import { calibrationPlot } from './figures/calibration.ts';
import { confusionHeatmap } from './figures/confusion-heatmap.ts';
import { accuracyCurves, lossCurves } from './figures/curves.ts';
import { rocPlot } from './figures/roc.ts';
import { drawConfusedPairs, drawSampleGrid, drawWorstMistakes, mistakes } from './figures/samples.ts';
import { timingsChart } from './figures/timings.ts';
import { firstLayerWeights } from './figures/weights.ts';
import { figure as number, percent, plural, whole } from './format.ts';
import type { FigureName } from './names.ts';
import type { Facts, JudgedRun } from './run.ts';
import { style } from './style.ts';
import { escapeText } from './svg.ts';

/** A page and the figures in it. */
export interface Page {
  readonly html: string;
  readonly figures: ReadonlyMap<FigureName, string>;
}

/** The policy holds the page to its word: a browser would refuse it any address. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 13 8 3l5 10" fill="none" ' +
      'stroke="#2264b0" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  );

export function makePage(run: JudgedRun): Page {
  const figures = new Map<FigureName, string>();
  /** A figure with a caption that says what to look for; `more` follows it. */
  const figure: Show = (name, svg, title, caption, more = '') => {
    figures.set(name, svg);
    const text = `<figcaption><h3>${escapeText(title)}</h3><p>${escapeText(caption)}</p></figcaption>`;
    return `<figure id="figure-${name}">${text}${svg}${more}</figure>`;
  };
  const sections = [
    learning(run, figure),
    samples(run, figure),
    errors(run, figure),
    confidence(run, figure),
    weights(run, figure),
    recipe(run),
  ].filter((section) => section !== undefined);
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('');
  const parts = sections.map(
    ({ id, title, intro, content }) =>
      `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p>${escapeText(intro)}</p>${content}</section>`,
  );
  const subtitle = run.subtitle === undefined ? '' : `<p class="lead">${escapeText(run.subtitle)}</p>`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="inkgrad ${version}">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(run.title)}</title>
<link rel="icon" href="${icon}">
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeText(run.title)}</h1>
${subtitle}
${keyFigures(run)}
<nav aria-label="Sections"><ul>${links}</ul></nav>
</header>
<main>
${parts.join('\n')}
</main>
<footer><p>Made by inkgrad ${version}. All of this page is in this one file.</p></footer>
</body>
</html>
`;
  return { html, figures };
}

type Show = (name: FigureName, svg: string, title: string, caption: string, more?: string) => string;

interface Section {
  readonly id: string;
  readonly title: string;
  /** What the section answers. */
  readonly intro: string;
  readonly content: string;
}

function keyFigures(run: JudgedRun): string {
  const { rows, labels, decisions, timings, history } = run;
  const wrong = mistakes(run).length;
  const { val_loss, loss } = history.history;
  const best = bestEpoch(history);
  const cells: [name: string, value: string, note: string][] = [
    ['Accuracy', percent(accuracyScore(labels, decisions)), `on ${plural(rows, 'held-out image')}`],
    ['Mistakes', whole(wrong), `of ${whole(rows)}`],
  ];
  const area = areaUnderCurve(run);
  if (area !== undefined) cells.push(['ROC AUC', area.toFixed(4), '1 is a perfect order']);
  cells.push(
    ['Calibration error', percent(calibrationError(run)), 'expected, 10 bins'],
    [
      val_loss ? 'Best validation loss' : 'Lowest loss',
      number((val_loss ?? loss)[best] as number),
      `epoch ${(history.epoch[best] as number) + 1} of ${history.epoch.length}`,
    ],
  );
  if (timings) {
    const seconds = timings.seconds.reduce((sum, value) => sum + value, 0);
    const rate = (timings.samples * timings.seconds.length) / seconds;
    cells.push(['Training time', duration(seconds), `${whole(rate)} samples/s`]);
  }
  const items = cells.map(
    ([name, value, note]) => `<div><dt>${name}</dt><dd>${value} <small>${escapeText(note)}</small></dd></div>`,
  );
  return `<dl class="key">${items.join('')}</dl>`;
}

function learning({ history, timings }: JudgedRun, figure: Show): Section {
  const { loss, accuracy, val_loss, val_accuracy } = history.history;
  const columns = { loss, accuracy, val_loss, val_accuracy };
  const shown = Object.entries(columns).filter((column): column is [string, number[]] => column[1] !== undefined);
  const lines = history.epoch.map((epoch, i) => {
    const time = timings?.seconds[i];
    return [
      `${epoch + 1}`,
      ...shown.map(([, values]) => number(values[i] as number)),
      ...(time ? [duration(time)] : []),
    ];
  });
  const heads = ['Epoch', ...shown.map(([name]) => name), ...(timings ? ['time'] : [])];
  const gap = val_loss
    ? 'Both lines should fall together. Where validation turns upwards while training goes on down, the model begins to learn its training images by heart.'
    : 'A loss that still falls at the end would gain from more epochs.';
  return {
    id: 'learning',
    title: 'How it learned',
    intro: `${bestEpochText(history)} The dashed line marks that epoch.`,
    content: pair(
      figure('loss', lossCurves(history), 'Loss', gap),
      accuracy &&
        figure(
          'accuracy',
          accuracyCurves(history),
          'Accuracy',
          'The share decided rightly. In training it is a mean over the epoch, taken before each step, so that it can lie below validation at first.',
        ),
      timings &&
        figure(
          'timings',
          timingsChart(timings),
          'Speed',
          `Samples trained on in a second, of ${whole(timings.samples)} an epoch. Bars of one height mean an undisturbed machine.`,
        ),
      panel('Every epoch', table('', heads, lines, [], 'Every epoch')),
    ),
  };
}

function samples(run: JudgedRun, figure: Show): Section | undefined {
  if (!run.images) return undefined;
  const wrong = mistakes(run).length;
  return {
    id: 'samples',
    title: 'What it sees',
    intro: 'Held-out images that it was not trained on.',
    content: pair(
      figure(
        'samples',
        drawSampleGrid(run),
        'Label / prediction',
        'Taken evenly from all images, not chosen. A prediction in orange is wrong.',
      ),
      wrong > 0 &&
        figure(
          'worst-mistakes',
          drawWorstMistakes(run),
          'Worst mistakes',
          'Label / prediction of the mistakes it was most sure of, with the probabilities of the prediction / the label. Would people have known better?',
        ),
    ),
  };
}

function errors(run: JudgedRun, figure: Show): Section {
  const { matrix, classNames, images } = run;
  const heads = ['True', ...classNames.map((name) => `as ${name}`)];
  const lines = matrix.counts.map((row, i) => [classNames[i] as string, ...row.map(whole)]);
  const counts = `<details><summary>The counts as a table</summary>${table('Counts, rows are true classes', heads, lines)}</details>`;
  const wrong = mistakes(run).length;
  return {
    id: 'errors',
    title: 'Where it errs',
    intro:
      wrong === 0
        ? 'Nowhere on these images: every one is decided rightly.'
        : 'Which classes are taken for which others, and how often.',
    content: pair(
      figure(
        'confusion',
        confusionHeatmap(matrix, { classNames }),
        'Confusion matrix',
        'Rows are true classes, columns predictions. All counts should lie on the diagonal; blue beside it shows what is confused.',
        counts,
      ),
      figure(
        'confusion-normalized',
        confusionHeatmap(matrix, { classNames, normalize: true }),
        'The same in per cent of each true class',
        'The diagonal is the recall of each class, whatever its number of images. The palest row is the hardest class.',
      ),
      images &&
        wrong > 0 &&
        figure(
          'confused-pairs',
          drawConfusedPairs(run),
          'Most confused pairs',
          'How often, as a share of the true class, and the images it was most sure of. Look for what they have in common.',
        ),
      classificationTable(run),
    ),
  };
}

function classificationTable({ labels, decisions, classNames }: JudgedRun): string {
  const scores = classificationReport(labels, decisions, { classNames });
  const cells = ({ precision, recall, f1, support }: Scores) => [
    ...[precision, recall, f1].map((score) => score.toFixed(4)),
    whole(support),
  ];
  const { perClass, macroAverage, weightedAverage, accuracy } = scores;
  const body = perClass.map((one) => [one.name, ...cells(one)]);
  const sums = [
    ['accuracy', '', '', accuracy.toFixed(4), whole(macroAverage.support)],
    ['macro avg', ...cells(macroAverage)],
    ['weighted avg', ...cells(weightedAverage)],
  ];
  return (
    '<div class="panel"><h3>Classification report</h3><p>Precision: of what it calls a class, how much is. Recall: of ' +
    'the class, how much it finds. F1: their harmonic mean. The numbers are scikit-learn’s.</p>' +
    `${table('', ['Class', 'Precision', 'Recall', 'F1', 'Images'], body, sums, 'Classification report')}</div>`
  );
}

function confidence(run: JudgedRun, figure: Show): Section {
  const bins = calibrationCurve(run.labels, run.probabilities);
  const error = calibrationError(run);
  const area = areaUnderCurve(run);
  const binary = run.probabilities.shape[1] === 1;
  const meaning = binary ? 'the probability of class 1' : 'the probability of the class it decided for';
  const list = (bin: CalibrationBin) => [percent(bin.predicted), percent(bin.observed), whole(bin.count)];
  const numbers = table('', ['Predicted', 'Came true', 'Rows'], bins.map(list), [], 'The bins');
  return {
    id: 'confidence',
    title: 'How sure it is',
    intro: 'Whether its probabilities can be taken at their word.',
    content: pair(
      figure(
        'calibration',
        calibrationPlot(bins),
        `Calibration: expected error ${percent(error)}`,
        `Each point gathers the images in a tenth of the range of ${meaning}. On the dashed line it is as often right as it says, below it is too sure of itself. Bins with few rows jump about; the bars below, which are logarithmic, tell how many.`,
      ),
      area !== undefined &&
        figure(
          'roc',
          rocPlot(rocCurve(run.labels, run.probabilities)),
          `ROC curve: area ${area.toFixed(4)}`,
          'What other thresholds than 0.5 would find, and take wrongly. The nearer the corner at the top left, the better; the dashed line is guessing.',
        ),
      panel('The bins of the calibration', numbers),
    ),
  };
}

function weights({ model, imageShape, images }: JudgedRun, figure: Show): Section | undefined {
  if (!model?.firstKernel) return undefined;
  return {
    id: 'weights',
    title: 'What it looks for',
    intro: 'The weights that the first layer laid over the image.',
    content: pair(
      figure(
        'weights',
        firstLayerWeights(model.firstKernel, imageShape ?? images?.size),
        'First-layer weights',
        'One square a unit: ink on blue excites it, ink on orange inhibits it. Strokes and edges are what it learned; even noise is a unit that learned little.',
      ),
    ),
  };
}

function recipe({ model, recipe: facts, engine, command }: JudgedRun): Section | undefined {
  const { seed, weightsHash, summary } = model ?? {};
  const again: Facts = {
    ...facts,
    ...(seed === undefined ? {} : { seed }),
    ...(weightsHash === undefined ? {} : { 'weights (SHA-256)': weightsHash }),
  };
  const panels = [
    Object.keys(again).length > 0 && panel('Recipe', factTable(again)),
    engine && panel('Engine', factTable(engine)),
    summary && panel('Model', code(summary, "The model's summary"), 'wide'),
    command && panel('Command', code(command, 'The command'), 'wide'),
  ].filter((one) => typeof one === 'string');
  if (panels.length === 0) return undefined;
  return {
    id: 'recipe',
    title: 'How to repeat it',
    intro: 'The same recipe and seed give the same weights, to the last bit, on any machine; their hash tells.',
    content: pair(...panels),
  };
}

function areaUnderCurve({ labels, probabilities, matrix }: JudgedRun): number | undefined {
  const bothOccur = matrix.counts.every((row) => row.some((count) => count > 0));
  return probabilities.shape[1] === 1 && bothOccur ? rocAucScore(labels, probabilities) : undefined;
}

function calibrationError({ labels, probabilities }: JudgedRun): number {
  return expectedCalibrationError(labels, probabilities);
}

/** Two beside each other where there is room. */
function pair(...parts: (string | false | undefined)[]): string {
  return `<div class="pair">${parts.filter(Boolean).join('\n')}</div>`;
}

function panel(title: string, content: string, width: 'half' | 'wide' = 'half'): string {
  return `<div class="panel ${width}"><h3>${escapeText(title)}</h3>${content}</div>`;
}

/** What may be wider than the page: it scrolls by itself, by keys too. */
function scrolling(label: string, content: string): string {
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeText(label)}">${content}</div>`;
}

function code(text: string, label: string): string {
  return scrolling(label, `<pre>${escapeText(text)}</pre>`);
}

function table(
  caption: string,
  heads: readonly string[],
  lines: readonly string[][],
  sums: readonly string[][] = [],
  label = caption,
): string {
  const head = heads.map((text) => `<th scope="col">${escapeText(text)}</th>`).join('');
  const row = ([name = '', ...cells]: readonly string[]) =>
    `<tr><th scope="row">${escapeText(name)}</th>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`;
  const foot = sums.length === 0 ? '' : `<tbody class="sum">${sums.map(row).join('')}</tbody>`;
  const title = caption === '' ? '' : `<caption>${escapeText(caption)}</caption>`;
  const body = `<tbody>${lines.map(row).join('')}</tbody>`;
  return scrolling(label, `<table>${title}<thead><tr>${head}</tr></thead>${body}${foot}</table>`);
}

function factTable(facts: Facts): string {
  const rows = Object.entries(facts).map(([name, value]) => {
    const text = value === true ? 'yes' : value === false ? 'no' : String(value);
    return `<tr><th scope="row">${escapeText(name)}</th><td>${escapeText(text)}</td></tr>`;
  });
  return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
}

function duration(seconds: number): string {
  if (seconds < 1) return `${Math.round(1000 * seconds)}\u00a0ms`;
  if (seconds < 100) return `${seconds.toFixed(seconds < 10 ? 2 : 1)}\u00a0s`;
  return `${Math.floor(seconds / 60)}\u00a0min ${Math.round(seconds % 60)}\u00a0s`;
}
