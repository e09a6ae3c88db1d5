/** Images, and what the model takes them for. */

import { drawSampleGrid, drawWorstMistakes, mistakes } from '../figures/samples.ts';
import { pair, type Section, type Show } from '../html.ts';
import type { JudgedRun } from '../run.ts';

export function samples(run: JudgedRun, figure: Show): Section | undefined {
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
        'Some of every class, taken evenly from its images and not chosen, with the probability of the prediction. What is orange is wrong.',
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
