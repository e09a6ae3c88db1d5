/** How good predictions are: decisions, accuracy, the confusion matrix and what follows from it, as in scikit-learn. */

export type { RowScores } from './evaluation/binary-scores.ts';
export {
  type CalibrationBin,
  type CalibrationOptions,
  calibrationCurve,
  expectedCalibrationError,
} from './evaluation/calibration.ts';
export { decide } from './evaluation/class-ids.ts';
export { type ConfusionMatrix, confusionMatrix, type EvaluationOptions } from './evaluation/confusion-matrix.ts';
export { type ConfusedPair, type MostConfusedOptions, mostConfused } from './evaluation/most-confused.ts';
export { ClassificationReport, classificationReport, type ReportOptions } from './evaluation/report.ts';
export { type RocCurve, rocAucScore, rocCurve } from './evaluation/roc.ts';
export {
  accuracyScore,
  type ClassScores,
  precisionRecallFscoreSupport,
  type Scores,
  type ScoreTable,
} from './evaluation/scores.ts';
