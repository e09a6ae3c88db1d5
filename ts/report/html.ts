/** What pages are made of: one file each that asks the network for nothing. All texts are escaped here. */

import { version } from '../version.ts';
import type { FigureName } from './names.ts';
import type { Facts } from './run.ts';
import { style } from './style.ts';
import { escapeText } from './svg.ts';

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 13 8 3l5 10" fill="none" ' +
      'stroke="#2264b0" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  );

export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the section answers. */
  readonly intro: string;
  readonly content: string;
}

export interface PageParts {
  readonly title: string;
  /** What a browser's tab shows. Default: the title. */
  readonly tab?: string;
  /** A sentence below the headline. */
  readonly subtitle?: string;
  /** HTML below that. */
  readonly head: string;
  readonly sections: readonly Section[];
  /** Rules of style besides those of all pages. */
  readonly styles?: string;
  /** What the page is whole without, and the hash that lets it run. */
  readonly script?: { readonly text: string; readonly hash: string };
}

/** An HTML document. */
export function pageOf({ title, tab = title, subtitle, head, sections, styles = '', script }: PageParts): string {
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeText(title)}</a></li>`).join('');
  const parts = sections.map(
    ({ id, title, intro, content }) =>
      `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escapeText(title)}</h2><p>${escapeText(intro)}</p>${content}</section>`,
  );
  const lead = subtitle === undefined ? '' : `<p class="lead">${escapeText(subtitle)}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="inkgrad ${version}">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script?.hash)}">
<title>${escapeText(tab)}</title>
<link rel="icon" href="${icon}">
<style>${style}${styles}</style>
</head>
<body>
<header>
<h1>${escapeText(title)}</h1>
${lead}
${head}
<nav aria-label="Sections"><ul>${links}</ul></nav>
</header>
<main>
${parts.join('\n')}
</main>
<footer><p>Made by inkgrad ${version}. All of this page is in this one file.</p></footer>
${script ? `<script>${script.text}</script>\n` : ''}</body>
</html>
`;
}

/** The policy holds the page to its word: a browser would refuse it any address, and any script but its own. */
function policyOf(hash: string | undefined): string {
  const policy = ["default-src 'none'", 'img-src data:', "style-src 'unsafe-inline'"];
  if (hash) policy.push(`script-src '${hash}'`);
  return [...policy, "base-uri 'none'", "form-action 'none'"].join('; ');
}

export interface FigureOptions {
  /** HTML that follows the figure. */
  readonly more?: string;
  readonly wide?: boolean;
}

/** A figure with a caption that says what to look for. */
function figureOf(
  name: string,
  svg: string,
  title: string,
  caption: string,
  { more = '', wide = false }: FigureOptions = {},
): string {
  const text = `<figcaption><h3>${escapeText(title)}</h3><p>${escapeText(caption)}</p></figcaption>`;
  return `<figure id="figure-${name}" class="${wide ? 'wide' : 'half'}">${text}<div class="drawn">${svg}</div>${more}</figure>`;
}

/** Makes a figure of a page, and keeps it for a file of its own. */
export type Show<Name extends string = FigureName> = (
  name: Name,
  svg: string,
  title: string,
  caption: string,
  options?: FigureOptions,
) => string;

/** The figures of a page, by the order in which `show` made them. */
export function figureKeeper<Name extends string>(): {
  readonly figures: ReadonlyMap<Name, string>;
  readonly show: Show<Name>;
} {
  const figures = new Map<Name, string>();
  const show: Show<Name> = (name, svg, ...texts) => {
    figures.set(name, svg);
    return figureOf(name, svg, ...texts);
  };
  return { figures, show };
}

/** The figures that matter most, side by side. */
export function keyList(cells: readonly (readonly [name: string, value: string, ...notes: string[]])[]): string {
  const items = cells.map(([name, value, ...notes]) => {
    const small = notes.map((note) => `<small>${escapeText(note)}</small>`).join(' ');
    return `<div><dt>${escapeText(name)}</dt><dd>${escapeText(value)} ${small}</dd></div>`;
  });
  return `<dl class="key">${items.join('')}</dl>`;
}

/** Two beside each other where there is room. */
export function pair(...parts: (string | false | undefined)[]): string {
  return `<div class="pair">${parts.filter(Boolean).join('\n')}</div>`;
}

export function panel(title: string, content: string, width: 'half' | 'wide' = 'half'): string {
  return `<div class="panel ${width}"><h3>${escapeText(title)}</h3>${content}</div>`;
}

export function paragraph(text: string): string {
  return `<p>${escapeText(text)}</p>`;
}

/** What may be wider or longer than its room: it scrolls by itself, by keys too, and shadows tell where it goes on. */
export function scrolling(label: string, content: string): string {
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeText(label)}">${content}</div>`;
}

export function code(text: string, label: string): string {
  return scrolling(label, `<pre>${escapeText(text)}</pre>`);
}

export function details(summary: string, content: string): string {
  return `<details><summary>${escapeText(summary)}</summary>${content}</details>`;
}

/** More rows than that do not all fit where tables scroll. */
const mostRows = 15;

export interface TableParts {
  /** What the table holds: its name for those who do not see it. */
  readonly label: string;
  readonly heads: readonly string[];
  /** The first cell of each is its head. */
  readonly lines: readonly string[][];
  /** Below a rule. */
  readonly sums?: readonly string[][];
  /** The line that stands out, and the word that says why. */
  readonly marked?: readonly [line: number, word: string];
}

export function table({ label, heads, lines, sums = [], marked }: TableParts): string {
  // Keras's names may break after their underscores, or phones would show half of the columns.
  const words = (text: string) => escapeText(text).replaceAll('_', '_<wbr>');
  const head = heads.map((text) => `<th scope="col">${words(text)}</th>`).join('');
  const row = ([name = '', ...cells]: readonly string[], line: number, all: readonly string[][]) => {
    const word = all === lines && line === marked?.[0] ? ` <small>${escapeText(marked[1])}</small>` : '';
    const values = cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('');
    return `<tr${word && ' class="marked"'}><th scope="row">${escapeText(name)}${word}</th>${values}</tr>`;
  };
  const foot = sums.length === 0 ? '' : `<tbody class="sum">${sums.map(row).join('')}</tbody>`;
  const body = `<tbody>${lines.map(row).join('')}</tbody>`;
  const hint =
    lines.length > mostRows ? `<p class="hint">All ${lines.length} rows are here: scroll down in the table.</p>` : '';
  return scrolling(label, `<table><thead><tr>${head}</tr></thead>${body}${foot}</table>`) + hint;
}

export function factList(facts: Facts, kind = 'facts'): string {
  const rows = Object.entries(facts).map(
    ([name, value]) => `<div><dt>${escapeText(name)}</dt><dd>${escapeText(factText(value))}</dd></div>`,
  );
  return `<dl class="${kind}">${rows.join('')}</dl>`;
}

function factText(value: Facts[string]): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}
