/** A page and figures that show how a model trained and what it makes of images: `inkgrad/report`. */

import { makePage } from './report/page.ts';
import { judge, type Run } from './report/run.ts';

export { augmentationFigure } from './report/figures/augmentation.ts';
export { calibrationPlot } from './report/figures/calibration.ts';
export { confusionHeatmap, type HeatmapOptions } from './report/figures/confusion-heatmap.ts';
export { accuracyCurves, lossCurves } from './report/figures/curves.ts';
export { type FoundLearningRates, learningRateCurve } from './report/figures/learning-rates.ts';
export { rocPlot } from './report/figures/roc.ts';
export { confusedPairs, sampleGrid, worstMistakes } from './report/figures/samples.ts';
export { timingsChart } from './report/figures/timings.ts';
export { firstLayerWeights } from './report/figures/weights.ts';
export type { Facts, ModelFacts, Run, RunHistory, Timings } from './report/run.ts';

/**
 * Everything about a run on one page: how it learned, what it sees and takes it for, where it errs, how sure it is,
 * and how to repeat it. The page is one file that asks the network for nothing. A script in it, the only
 * one that its content policy lets run, tells numbers under the pointer, enlarges figures and sifts the mistakes; without
 * it the page is whole.
 *
 * @returns An HTML document; the same run gives the same text.
 * @throws ShapeError, DtypeError, LabelError, NonFiniteError, EmptyDataError, OptionError; ArgumentError for
 *   probabilities outside of 0 to 1.
 * @example
 * ```js
 * import { report } from 'inkgrad/report';
 *
 * const history = { epoch: [0, 1], history: { loss: [0.9, 0.4], accuracy: [0.6, 0.9] } };
 * const page = report({ history, labels: [0, 1, 1], probabilities: [[0.1], [0.8], [0.4]] });
 * console.log(page.length);
 * ```
 */
export function report(run: Run): string {
  return makePage(judge(run)).html;
}
