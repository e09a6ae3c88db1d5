/** The report as one HTML page that needs nothing else: no scripts, no network. */

import { type CalibrationBin, calibrationCurve, expectedCalibrationError } from '../evaluation/calibration.ts';
import { classificationReport } from '../evaluation/report.ts';
import { rocAucScore, rocCurve } from '../evaluation/roc.ts';
import { accuracyScore, type Scores } from '../evaluation/scores.ts';
import { bestEpoch, bestEpochText } from './best-epoch.ts';
import { calibrationPlot } from './figures/calibration.ts';
import { confusionHeatmap } from './figures/confusion-heatmap.ts';
import { accuracyCurves, lossCurves } from './figures/curves.ts';
import { rocPlot } from './figures/roc.ts';
import { drawConfusedPairs, drawSampleGrid, drawWorstMistakes, mistakes } from './figures/samples.ts';
import { timingsChart } from './figures/timings.ts';
import { firstLayerWeights } from './figures/weights.ts';
import { figure as number, percent, plural, whole } from './format.ts';
import { code, duration, factTable, figureOf, keyList, pageOf, pair, panel, type Section, table } from './html.ts';
import type { FigureName } from './names.ts';
import type { Facts, JudgedRun } from './run.ts';

/** A page and the figures in it. */
export interface Page {
  readonly html: string;
  readonly figures: ReadonlyMap<FigureName, string>;
}

export function makePage(run: JudgedRun): Page {
  const figures = new Map<FigureName, string>();
  const figure: Show = (name, svg, ...texts) => {
    figures.set(name, svg);
    return figureOf(name, svg, ...texts);
  };
  const sections = [
    learning(run, figure),
    samples(run, figure),
    errors(run, figure),
    confidence(run, figure),
    weights(run, figure),
    recipe(run),
  ].filter((section) => section !== undefined);
  const { title, subtitle } = run;
  const html = pageOf({ title, ...(subtitle !== undefined && { subtitle }), head: keyFigures(run), sections });
  return { html, figures };
}

type Show = (name: FigureName, svg: string, title: string, caption: string, more?: string) => string;

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
  return keyList(cells);
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
