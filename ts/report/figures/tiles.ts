/** Images in rows, each with a line or two of text below: 'label / prediction' and the like. */

import { light } from '../palette.ts';
import { type Images, inkUri } from '../pixels.ts';
import { imageAt, textAt } from '../svg.ts';

export interface Tile {
  readonly row: number;
  readonly caption?: string;
  readonly note?: string;
  /** Shown in the colour of mistakes. */
  readonly wrong?: boolean;
}

/** What tiles are taken from. */
export interface TileSource {
  readonly images: Images | undefined;
}

/** Draws one image in a box of `width`; its whole height follows from the image's and the lines of text. */
export function drawTile({ images }: TileSource, tile: Tile, x: number, y: number, width: number): string {
  if (!images) return '';
  const { size } = images;
  const height = tileHeight(size, width);
  const colour = tile.wrong ? light.orange : light.ink;
  const frame = `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="4" fill="none" stroke="${
    tile.wrong ? light.orange : light.rule
  }"/>`;
  const middle = x + width / 2;
  return [
    frame,
    imageAt(x + 3, y + 3, width - 6, height - 6, inkUri(images.ink(tile.row), size), 'ink'),
    tile.caption === undefined
      ? ''
      : textAt(middle, y + height + 18, tile.caption, {
          size: fitted(tile.caption, width),
          anchor: 'middle',
          colour,
          bold: true,
        }),
    tile.note === undefined
      ? ''
      : textAt(middle, y + height + 35, tile.note, { size: 12, anchor: 'middle', colour: light.muted }),
  ].join('');
}

export function tileHeight([height, width]: readonly [number, number], boxWidth: number): number {
  return Math.round((boxWidth * height) / width);
}

/** Tiles in lines of `columns`. */
export function drawTiles(
  run: TileSource,
  tiles: readonly Tile[],
  columns: number,
  width: number,
): { readonly body: string; readonly height: number } {
  const gap = 16;
  const tileWidth = (width - gap * (columns + 1)) / columns;
  const lines = tiles.some(({ note }) => note !== undefined) ? 50 : 32;
  const step = tileHeight(run.images?.size ?? [1, 1], tileWidth) + lines;
  const body = tiles
    .map((tile, i) =>
      drawTile(run, tile, gap + (i % columns) * (tileWidth + gap), gap + Math.floor(i / columns) * step, tileWidth),
    )
    .join('');
  return { body, height: Math.round(gap + Math.ceil(tiles.length / columns) * step) };
}

/** The size at which a text is about as wide as its image, so that long class names do not run into each other. */
export function fitted(text: string, width: number, most = 14): number {
  return Math.max(6, Math.min(most, Math.floor((1.8 * width) / text.length)));
}
