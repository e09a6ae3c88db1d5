/** Letters as shapes. */

import type { Attributes } from '../shapes.ts';

/** A letter's width and its outline, both in the font's units, the outline with y downwards. */
type Glyph = readonly [advance: number, outline: string];

/** As scripts/pack-fonts.mjs packs it. */
interface Font {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** What stands for a character that the font lacks. */
  readonly missing: Glyph;
  readonly glyphs: Readonly<Record<string, Glyph>>;
  /** By how much the second of two characters moves. */
  readonly kerning: Readonly<Record<string, number>>;
}

export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
}

/** The shapes of a `text` with one anchor, in a font of ours. */
export function outlinesOf(attributes: Attributes, text: string, fonts: Fonts): string {
  const { x = '0', y = '0', transform = '' } = attributes;
  const font = Number(attributes['font-weight'] ?? 400) >= 600 ? fonts.bold : fonts.regular;
  const { width, shapes } = setLine(decode(text), font);
  const scale = Number.parseFloat(attributes['font-size'] ?? '16') / font.unitsPerEm;
  const left = { middle: -width / 2, end: -width }[attributes['text-anchor'] ?? ''] ?? 0;
  const down = attributes['dominant-baseline'] === 'central' ? (font.ascent + font.descent) / 2 : 0;
  const place = `${transform} translate(${x} ${y}) scale(${scale}) translate(${left} ${down})`;
  const paint = ['fill', 'fill-opacity'].flatMap((name) =>
    name in attributes ? [` ${name}="${attributes[name]}"`] : [],
  );
  return `<g transform="${place}"${paint.join('')}>${shapes.join('')}</g>`;
}

function setLine(text: string, font: Font): { width: number; shapes: string[] } {
  let width = 0;
  let before = '';
  const shapes: string[] = [];
  for (const character of text) {
    const [advance, path] = font.glyphs[character] ?? font.missing;
    width += font.kerning[before + character] ?? 0;
    if (path !== '') shapes.push(`<path transform="translate(${width})" d="${path}"/>`);
    width += advance;
    before = character;
  }
  return { width, shapes };
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function decode(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
