/** The report as one HTML page that needs nothing else, and is whole without its script. */

import { version } from '../version.ts';
import { gallerySheet } from './gallery.ts';
import { factList, type Section, type Show } from './html.ts';
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
import { style } from './style.ts';
import { escapeText } from './svg.ts';

/** A page and the figures in it. */
export interface Page {
  readonly html: string;
  readonly figures: ReadonlyMap<FigureName, string>;
}

/** The policy holds the page to its word: a browser would refuse it any address, and any script but this one. */
const policy = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  `script-src '${script.hash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 13 8 3l5 10" fill="none" ' +
      'stroke="#2264b0" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  );

export function makePage(run: JudgedRun): Page {
  const figures = new Map<FigureName, string>();
  const figure: Show = (name, svg, title, caption, { more = '', wide = false } = {}) => {
    figures.set(name, svg);
    const text = `<figcaption><h3>${escapeText(title)}</h3><p>${escapeText(caption)}</p></figcaption>`;
    return `<figure id="figure-${name}" class="${wide ? 'wide' : 'half'}">${text}<div class="drawn">${svg}</div>${more}</figure>`;
  };
  const sections = [
    learning(run, figure),
    samples(run, figure),
    errors(run, figure),
    confidence(run, figure),
    weights(run, figure),
    recipe(run),
  ].filter((section) => section !== undefined);
  return { html: pageText(run, sections), figures };
}

function pageText(run: JudgedRun, sections: readonly Section[]): string {
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('');
  const parts = sections.map(
    ({ id, title, intro, content }) =>
      `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p>${escapeText(intro)}</p>${content}</section>`,
  );
  const subtitle = run.subtitle === undefined ? '' : `<p class="lead">${escapeText(run.subtitle)}</p>`;
  const facts = runFacts(run);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="inkgrad ${version}">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(run.name ? `${run.title}, ${run.name}` : run.title)}</title>
<link rel="icon" href="${icon}">
<style>${style}${gallerySheet(run)}</style>
</head>
<body>
<header>
<h1>${escapeText(run.title)}</h1>
${subtitle}
${Object.keys(facts).length === 0 ? '' : factList(facts, 'about')}
${keyFigures(run)}
<nav aria-label="Sections"><ul>${links}</ul></nav>
</header>
<main>
${parts.join('\n')}
</main>
<footer><p>Made by inkgrad ${version}. All of this page is in this one file.</p></footer>
<script>${script.text}</script>
</body>
</html>
`;
}
