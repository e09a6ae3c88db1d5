/** The parts that the page's sections are made of. */

import type { FigureName } from './names.ts';
import type { Facts } from './run.ts';
import { escapeText } from './svg.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the section answers. */
  readonly intro: string;
  readonly content: string;
}

/** A figure with a caption that says what to look for; `more` follows it. */
export type Show = (
  name: FigureName,
  svg: string,
  title: string,
  caption: string,
  options?: { readonly more?: string; readonly wide?: boolean },
) => string;

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
