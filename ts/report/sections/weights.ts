/** What the first layer looks for. */

import { firstLayerWeights } from '../figures/weights.ts';
import { pair, type Section, type Show } from '../html.ts';
import type { JudgedRun } from '../run.ts';

export function weights({ model, imageShape, images }: JudgedRun, figure: Show): Section | undefined {
  if (!model?.firstKernel) return undefined;
  return {
    id: 'weights',
    title: 'What it looks for',
    intro: 'The weights that the first layer laid over the image.',
    content: pair(
      figure(
        'weights',
        firstLayerWeights(model.firstKernel, imageShape ?? images?.size),
        'First-layer weights',
        'One square a unit: ink on blue excites it, ink on orange inhibits it. Strokes and edges are what it learned; even noise is a unit that learned little.',
      ),
    ),
  };
}
