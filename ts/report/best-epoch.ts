/** Which epoch of a training was best, and whether it went on for too long. */

import { figure, percent } from './format.ts';
import type { RunHistory } from './run.ts';

/** A loss that ends above its best by this share has got worse; less is the noise of any training. */
const WORSE = 0.05;

/** The place of the epoch with the lowest loss, on the validation data if there is any. */
export function bestEpoch({ history: { loss, val_loss } }: RunHistory): number {
  const losses = val_loss ?? loss;
  return losses.indexOf(losses.reduce((least, loss) => Math.min(least, loss)));
}

/** What a reader should know of it, in a sentence or two. */
export function bestEpochText(run: RunHistory): string {
  const { epoch, history } = run;
  const losses = history.val_loss ?? history.loss;
  const name = history.val_loss ? 'validation loss' : 'loss';
  const place = bestEpoch(run);
  const [best, last] = [losses[place] as number, losses.at(-1) as number];
  if (place === losses.length - 1) {
    return `The ${name} was lowest at the end, in epoch ${(epoch[place] as number) + 1}: ${figure(best)}.`;
  }
  const lowest = `The ${name} was lowest in epoch ${(epoch[place] as number) + 1} of ${epoch.length}: ${figure(best)}.`;
  if (last <= best * (1 + WORSE)) return lowest;
  const rise = Math.round(100 * (last / best - 1));
  const cause = history.val_loss
    ? 'the network began to learn its training digits by heart, and fewer epochs would do. ' +
      'The callback earlyStopping({ restoreBestWeights: true }) keeps the best ones.'
    : 'the learning rate may be too high.';
  return `${lowest} At the end it was ${figure(last)}, ${rise} % higher: ${cause}`;
}

/** Whether it learned its training data by heart. */
export function overfittingText(run: RunHistory): string {
  const { loss, val_loss } = run.history;
  if (!val_loss) return 'Cannot be told, since nothing was held out while it trained.';
  if (loss.length === 1) return 'Cannot be told from one epoch.';
  const place = bestEpoch(run);
  if (place === loss.length - 1) return 'None to be seen: the validation loss was lowest at the end.';
  const [best, last] = [val_loss[place] as number, val_loss.at(-1) as number];
  const after = `after epoch ${(run.epoch[place] as number) + 1}`;
  if (last <= best * (1 + WORSE)) {
    return `Hardly any: ${after} the validation loss rose by no more than ${Math.round(100 * WORSE)} %.`;
  }
  const [then, now] = [loss[place] as number, loss.at(-1) as number];
  if (now >= then) return `Probably none: ${after} the training loss rose too, so the learning rate may be too high.`;
  const rise = Math.round(100 * (last / best - 1));
  return `Yes, ${after}: the training loss fell on from ${figure(then)} to ${figure(now)}, the validation loss rose by ${rise} %.`;
}

/** How much better the last epoch did on what it was trained on than on what was held out. */
export function gapText({ history: { loss, accuracy, val_loss, val_accuracy } }: RunHistory): string | undefined {
  if (accuracy && val_accuracy) {
    const [trained, validated] = [accuracy.at(-1) as number, val_accuracy.at(-1) as number];
    const apart = (100 * Math.abs(trained - validated)).toFixed(2);
    const both = `${percent(trained)} in training, ${percent(validated)} on the validation data`;
    return trained >= validated
      ? `${both}: ${apart} points less.`
      : `${both}: ${apart} points more, since that of training is a mean over the epoch.`;
  }
  if (!val_loss) return undefined;
  return `A loss of ${figure(loss.at(-1) as number)} in training, of ${figure(val_loss.at(-1) as number)} on the validation data.`;
}

/** A last epoch that lowers the loss by less has little to add. */
const LITTLE = 0.01;

/** Whether more epochs would help. */
export function moreEpochsText({ history: { loss, val_loss } }: RunHistory): string | undefined {
  const [before, last] = (val_loss ?? loss).slice(-2);
  if (before === undefined || last === undefined || before === 0) return undefined;
  const name = val_loss ? 'validation loss' : 'loss';
  const change = last / before - 1;
  const share = percent(Math.abs(change), 1);
  if (change > 0) return `The last epoch raised the ${name} by ${share}: more of them would hardly help.`;
  if (change > -LITTLE) return `The last epoch lowered the ${name} by ${share}: more of them would gain little.`;
  return `The last epoch lowered the ${name} by ${share}: more of them may help.`;
}
