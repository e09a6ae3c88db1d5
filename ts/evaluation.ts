/** How good predictions are: decisions, accuracy, the confusion matrix and what follows from it, as in scikit-learn. */

export { decide } from './evaluation/class-ids.ts';
export { type ConfusionMatrix, confusionMatrix, type EvaluationOptions } from './evaluation/confusion-matrix.ts';
export { type ConfusedPair, type MostConfusedOptions, mostConfused } from './evaluation/most-confused.ts';
export { ClassificationReport, classificationReport, type ReportOptions } from './evaluation/report.ts';
export {
  accuracyScore,
  type ClassScores,
  precisionRecallFscoreSupport,
  type Scores,
  type ScoreTable,
} from './evaluation/scores.ts';
