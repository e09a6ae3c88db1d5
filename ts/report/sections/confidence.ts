/** Whether it is as often right as it says. */

import { type CalibrationBin, calibrationCurve } from '../../evaluation/calibration.ts';
import { rocCurve } from '../../evaluation/roc.ts';
import { calibrationPlot } from '../figures/calibration.ts';
import { rocPlot } from '../figures/roc.ts';
import { percent, whole } from '../format.ts';
import { details, pair, type Section, type Show, table } from '../html.ts';
import { areaUnderCurve, calibrationError } from '../key-figures.ts';
import type { JudgedRun } from '../run.ts';

export function confidence(run: JudgedRun, figure: Show): Section {
  const bins = calibrationCurve(run.labels, run.probabilities);
  const area = areaUnderCurve(run);
  const binary = run.probabilities.shape[1] === 1;
  const meaning = binary ? 'the probability of class 1' : 'the probability of the class it decided for';
  const numbers = binTable(bins);
  return {
    id: 'confidence',
    title: 'How sure it is',
    intro: 'Whether its probabilities can be taken at their word.',
    content: pair(
      figure(
        'calibration',
        calibrationPlot(bins),
        `Calibration: expected error ${percent(calibrationError(run))}`,
        `Each point gathers the images in a tenth of the range of ${meaning}. On the dashed line it is as often right as it says, below it is too sure of itself. Bins with few rows jump about; the bars below, which are logarithmic, tell how many.`,
        // Beside the ROC curve they would make one card longer than the other; alone there is room.
        area === undefined ? { more: numbers, wide: true } : { more: details('The bins as a table', numbers) },
      ),
      area !== undefined &&
        figure(
          'roc',
          rocPlot(rocCurve(run.labels, run.probabilities)),
          `ROC curve: area ${area.toFixed(4)}`,
          'What other thresholds than 0.5 would find, and take wrongly. The nearer the corner at the top left, the better; the dashed line is guessing.',
        ),
    ),
  };
}

function binTable(bins: readonly CalibrationBin[]): string {
  const lines = bins.map(({ predicted, observed, count }) => [percent(predicted), percent(observed), whole(count)]);
  return table({ label: 'The bins of the calibration', heads: ['Predicted', 'Came true', 'Rows'], lines });
}
