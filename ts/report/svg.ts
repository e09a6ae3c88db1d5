/** Figures as SVG documents. */

import { printable } from '../printable.ts';
import { fontFamily, light } from './palette.ts';

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What the figure shows, in a few words: its accessible name. */
  readonly title: string;
  /** What is to be seen in it, for those who do not see it. */
  readonly description: string;
  /** SVG elements. */
  readonly body: string;
}

/** Text as SVG and HTML want it, in elements and in attributes. */
export function escapeText(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return printable(text).replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? '');
}

/** A document of its own that may as well stand in a page: without ids, and with all its styles as attributes. */
export function toSvg({ width, height, title, description, body }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-label="${escapeText(`${title}. ${description}`)}" font-family="${fontFamily}">`,
    `<title>${escapeText(title)}</title><desc>${escapeText(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${light.paper}"/>`,
    body,
    '</svg>\n',
  ].join('');
}

export interface TextStyle {
  readonly size?: number;
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
}

/** A line of text; `y` is its base line. */
export function textAt(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { size = 13, colour = light.ink, anchor = 'start', bold = false } = style;
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${weight}>${escapeText(text)}</text>`;
}

/** A picture whose pixels stay sharp squares. `kind` is `ink` for what dark pages show light. */
export function imageAt(x: number, y: number, width: number, height: number, uri: string, kind: 'ink' | 'map'): string {
  return (
    `<image class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" href="${uri}"` +
    ' image-rendering="pixelated"/>'
  );
}

export interface SpotClass {
  readonly label: number;
  readonly prediction: number;
}

/**
 * A place that tells more when the pointer is on it. With classes, the page's script lists the mistakes between them.
 */
export function spotAt(x: number, y: number, width: number, height: number, text: string, classes?: SpotClass): string {
  const [left, top, w, h] = [x, y, width, height].map((value) => +value.toFixed(2));
  const data = classes ? ` data-label="${classes.label}" data-prediction="${classes.prediction}"` : '';
  return (
    `<rect class="spot"${data} x="${left}" y="${top}" width="${w}" height="${h}" fill="none" pointer-events="all">` +
    `<title>${escapeText(text)}</title></rect>`
  );
}
