/** Every loss as a metric of the loss's name. */

import { snakeCase } from '../kind/spelling.ts';
import { losses, lossRoom } from '../losses.ts';
import { metric } from './metric.ts';

type Losses = typeof losses;

/** What Keras calls a metric's results, where it is not as the loss. */
const logNames: Readonly<Record<string, string>> = { logCosh: 'logcosh' };

function lossMetric<Type extends keyof Losses>(type: Type) {
  const { fields, aliases, targets } = losses[type] as Losses[Type];
  return metric<Type, Losses[Type]['fields'], never, Losses[Type]['aliases'][number]>(type, fields, {
    aliases,
    logName: logNames[type] ?? snakeCase(type),
    lower: (spec, lowering) => ({
      type: 'loss',
      loss: lossRoom.lower(spec, lowering),
      signs: targets === 'signs' && !lowering.signs, // under another loss nobody has made signs of them
    }),
  });
}

export const lossMetrics = Object.fromEntries(
  (Object.keys(losses) as (keyof Losses)[]).map((type) => [type, lossMetric(type)]),
) as { readonly [Type in keyof Losses]: ReturnType<typeof lossMetric<Type>> };
