import { choice, flag, whole } from '../kind/field.ts';
import { metric } from './metric.ts';

/** The area under the ROC curve or the precision-recall curve, by `numThresholds` points of it. */
export const auc = metric(
  'auc',
  {
    /** Default: 200. */
    numThresholds: whole(200, 2),
    /** Default: 'ROC'. */
    curve: choice(['ROC', 'PR'], 'ROC'),
    /** The mean of each output's own area. Default: false, one area of all outputs. */
    multiLabel: flag(false),
    /** The outputs are logits, not probabilities. Default: false. */
    fromLogits: flag(false),
  },
  {
    aliases: ['AUC'],
    lower: ({ numThresholds, curve, multiLabel, fromLogits }) => ({
      type: 'auc',
      numThresholds,
      precisionRecall: curve === 'PR',
      multiLabel,
      fromLogits,
    }),
  },
);
