/** Which epoch of a training was best, and whether it went on for too long. */

import { figure } from './format.ts';
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
