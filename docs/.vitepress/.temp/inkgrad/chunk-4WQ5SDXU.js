import {
  figure
} from "./chunk-DQW46KS4.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/report/best-epoch.ts
var WORSE = 0.05;
function bestEpoch({ history: { loss, val_loss } }) {
  const losses = val_loss ?? loss;
  return losses.indexOf(losses.reduce((least, loss2) => Math.min(least, loss2)));
}
__name(bestEpoch, "bestEpoch");
function bestEpochText(run) {
  const { epoch, history } = run;
  const losses = history.val_loss ?? history.loss;
  const name = history.val_loss ? "validation loss" : "loss";
  const place = bestEpoch(run);
  const [best, last] = [losses[place], losses.at(-1)];
  if (place === losses.length - 1) {
    return `The ${name} was lowest at the end, in epoch ${epoch[place] + 1}: ${figure(best)}.`;
  }
  const lowest = `The ${name} was lowest in epoch ${epoch[place] + 1} of ${epoch.length}: ${figure(best)}.`;
  if (last <= best * (1 + WORSE)) return lowest;
  const rise = Math.round(100 * (last / best - 1));
  const cause = history.val_loss ? "the network began to learn its training digits by heart, and fewer epochs would do. The callback earlyStopping({ restoreBestWeights: true }) keeps the best ones." : "the learning rate may be too high.";
  return `${lowest} At the end it was ${figure(last)}, ${rise} % higher: ${cause}`;
}
__name(bestEpochText, "bestEpochText");

export {
  bestEpoch,
  bestEpochText
};
//# sourceMappingURL=chunk-4WQ5SDXU.js.map