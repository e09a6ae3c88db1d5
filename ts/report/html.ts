/** What pages are made of: one file each, without scripts, that asks the network for nothing. All texts are escaped here. */

import { version } from '../version.ts';
import type { Facts } from './run.ts';
import { style } from './style.ts';
import { escapeText } from './svg.ts';

/** The policy holds the page to its word: a browser would refuse it any address. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

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
  /** A sentence below the headline. */
  readonly subtitle?: string;
  /** HTML below that. */
  readonly head: string;
  readonly sections: readonly Section[];
}

/** An HTML document. */
export function pageOf({ title, subtitle, head, sections }: PageParts): string {
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
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(title)}</title>
<link rel="icon" href="${icon}">
<style>${style}</style>
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
</body>
</html>
`;
}

/** A figure with a caption that says what to look for; `more` follows it. */
export function figureOf(name: string, svg: string, title: string, caption: string, more = ''): string {
  const text = `<figcaption><h3>${escapeText(title)}</h3><p>${escapeText(caption)}</p></figcaption>`;
  return `<figure id="figure-${name}">${text}${svg}${more}</figure>`;
}

/** The figures that matter most, side by side. */
export function keyList(cells: readonly (readonly [name: string, value: string, note: string])[]): string {
  const items = cells.map(
    ([name, value, note]) =>
      `<div><dt>${escapeText(name)}</dt><dd>${escapeText(value)} <small>${escapeText(note)}</small></dd></div>`,
  );
  return `<dl class="key">${items.join('')}</dl>`;
}

/** Two beside each other where there is room. */
export function pair(...parts: (string | false | undefined)[]): string {
  return `<div class="pair">${parts.filter(Boolean).join('\n')}</div>`;
}

export function panel(title: string, content: string, width: 'half' | 'wide' = 'half'): string {
  return `<div class="panel ${width}"><h3>${escapeText(title)}</h3>${content}</div>`;
}

/** What may be wider than the page: it scrolls by itself, by keys too. */
export function scrolling(label: string, content: string): string {
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeText(label)}">${content}</div>`;
}

export function code(text: string, label: string): string {
  return scrolling(label, `<pre>${escapeText(text)}</pre>`);
}

export function table(
  caption: string,
  heads: readonly string[],
  lines: readonly string[][],
  sums: readonly string[][] = [],
  label = caption,
): string {
  const head = heads.map((text) => `<th scope="col">${escapeText(text)}</th>`).join('');
  const row = ([name = '', ...cells]: readonly string[]) =>
    `<tr><th scope="row">${escapeText(name)}</th>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`;
  const foot = sums.length === 0 ? '' : `<tbody class="sum">${sums.map(row).join('')}</tbody>`;
  const title = caption === '' ? '' : `<caption>${escapeText(caption)}</caption>`;
  const body = `<tbody>${lines.map(row).join('')}</tbody>`;
  return scrolling(label, `<table>${title}<thead><tr>${head}</tr></thead>${body}${foot}</table>`);
}

export function factTable(facts: Facts): string {
  const rows = Object.entries(facts).map(([name, value]) => {
    const text = value === true ? 'yes' : value === false ? 'no' : String(value);
    return `<tr><th scope="row">${escapeText(name)}</th><td>${escapeText(text)}</td></tr>`;
  });
  return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
}

export function duration(seconds: number): string {
  if (seconds < 1) return `${Math.round(1000 * seconds)}\u00a0ms`;
  if (seconds < 100) return `${seconds.toFixed(seconds < 10 ? 2 : 1)}\u00a0s`;
  return `${Math.floor(seconds / 60)}\u00a0min ${Math.round(seconds % 60)}\u00a0s`;
}
