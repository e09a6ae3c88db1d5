/** Pictures as shapes: a path for each colour. */

import { decode } from 'fast-png';
import type { Attributes } from '../shapes.ts';

/** The shapes of an `image` whose pixels are squares. */
export function squaresOf({ x, y, width, height, href = '' }: Attributes): string {
  const picture = decode(Buffer.from(href.slice(href.indexOf(',') + 1), 'base64'));
  const scale = `${Number(width) / picture.width} ${Number(height) / picture.height}`;
  const paths = Array.from(runsOf(picture), ([colour, runs]) => `<path ${paint(colour)} d="${runs.join('')}"/>`);
  return `<g transform="translate(${x} ${y}) scale(${scale})" shape-rendering="crispEdges">${paths.join('')}</g>`;
}

/** The pixels of each colour that is seen: neighbours in a row are one rectangle. */
function runsOf({ width, height, data, channels }: ReturnType<typeof decode>): Map<number, string[]> {
  const colourAt = (pixel: number) => {
    const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray(pixel * channels, (pixel + 1) * channels);
    return channels === 4 ? rgba(red, green, blue, opacity) : rgba(red, red, red, green);
  };
  const runs = new Map<number, string[]>();
  for (let y = 0; y < height; y++) {
    let next = colourAt(y * width);
    for (let x = 0, end = 0; x < width; x = end) {
      const colour = next;
      for (end = x + 1; end < width; end++) {
        next = colourAt(y * width + end);
        if (next !== colour) break;
      }
      if (colour % 256 === 0) continue;
      const run = `M${x} ${y}h${end - x}v1h${x - end}z`;
      const known = runs.get(colour);
      if (known) known.push(run);
      else runs.set(colour, [run]);
    }
  }
  return runs;
}

function rgba(red: number, green: number, blue: number, opacity: number): number {
  return ((red * 256 + green) * 256 + blue) * 256 + opacity;
}

function paint(colour: number): string {
  const rgb = [2 ** 24, 2 ** 16, 2 ** 8].map((place) => Math.floor(colour / place) % 256);
  return `fill="rgb(${rgb})" fill-opacity="${(colour % 256) / 255}"`;
}
