import { readFileSync } from 'node:fs';
import opentype from 'opentype.js';

/** Pairs of these are kerned. */
const kerned = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));

/**
 * A font as `ts/report/outlines.ts` takes it: of each character how far it goes and its outline, in the font's units,
 * with y downwards.
 * @param file a WOFF file
 */
export function packFont(file) {
  const { buffer } = new Uint8Array(readFileSync(file));
  const font = opentype.parse(buffer);
  const { unitsPerEm, ascender, descender } = font;
  const describe = (glyph) => [glyph.advanceWidth, glyph.getPath(0, 0, unitsPerEm).toPathData(0)];
  const characters = Object.keys(font.tables.cmap.glyphIndexMap).map((code) => String.fromCodePoint(Number(code)));
  const glyphs = characters.map((character) => [character, describe(font.charToGlyph(character))]);
  return {
    unitsPerEm,
    ascent: ascender,
    descent: descender,
    missing: describe(font.glyphs.get(0)),
    glyphs: Object.fromEntries(glyphs),
    kerning: Object.fromEntries(kerned.flatMap((left) => kerned.flatMap((right) => kern(font, left, right)))),
  };
}

function kern(font, left, right) {
  const units = font.getKerningValue(font.charToGlyph(left), font.charToGlyph(right));
  return units === 0 ? [] : [[left + right, units]];
}
