/** The report as one HTML page that needs nothing else, and is whole without its script. */

import { gallerySheet } from './gallery.ts';
import { factList, figureKeeper, pageOf } from './html.ts';
import { keyFigures, runFacts } from './key-figures.ts';
import script from './live.ts?hashed';
import type { FigureName } from './names.ts';
import type { JudgedRun } from './run.ts';
import { confidence } from './sections/confidence.ts';
import { errors } from './sections/errors.ts';
import { learning } from './sections/learning.ts';
import { recipe } from './sections/recipe.ts';
import { samples } from './sections/samples.ts';
import { weights } from './sections/weights.ts';

/** A page and the figures in it. */
export interface Page {
  readonly html: string;
  readonly figures: ReadonlyMap<FigureName, string>;
}

export function makePage(run: JudgedRun): Page {
  const { figures, show: figure } = figureKeeper<FigureName>();
  const sections = [
    learning(run, figure),
    samples(run, figure),
    errors(run, figure),
    confidence(run, figure),
    weights(run, figure),
    recipe(run),
  ].filter((section) => section !== undefined);
  const { title, subtitle, name } = run;
  const facts = runFacts(run);
  const html = pageOf({
    title,
    tab: name ? `${title}, ${name}` : title,
    ...(subtitle !== undefined && { subtitle }),
    head: `${Object.keys(facts).length === 0 ? '' : factList(facts, 'about')}${keyFigures(run)}`,
    sections,
    styles: gallerySheet(run),
    script,
  });
  return { html, figures };
}
