/** Pictures as shapes: a path for each colour. */

import { decode } from 'fast-png';
import type { Attributes } from '../shapes.ts';

/** The shapes of an `image` whose pixels are squares. */
export function squaresOf({ x, y, width, height, href = '' }: Attributes): string {
  const picture = decode(Buffer.from(href.slice(href.indexOf(',') + 1), 'base64'));
  const scale = `${Number(width) / picture.width} ${Number(height) / picture.height}`;
  const paths = Array.from(runsOf(picture), ([colour, path]) => `<path ${colour} d="${path}"/>`);
  return `<g transform="translate(${x} ${y}) scale(${scale})" shape-rendering="crispEdges">${paths.join('')}</g>`;
}

/** The pixels of each colour that is seen: neighbours in a row are one rectangle. */
function runsOf({ width, height, data, channels }: ReturnType<typeof decode>): Map<string, string> {
  const paths = new Map<string, string>();
  const colours = channels - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0, end = 0; x < width; x = end) {
      const pixel = data.subarray((y * width + x) * channels, (y * width + x + 1) * channels);
      const isSame = (at: number) => pixel.every((value, i) => data[(y * width + at) * channels + i] === value);
      for (end = x + 1; end < width && isSame(end); ) end++;
      const opacity = pixel[colours] as number;
      if (opacity === 0) continue;
      const rgb = [0, 1, 2].map((i) => pixel[Math.min(i, colours - 1)]);
      const paint = `fill="rgb(${rgb})" fill-opacity="${opacity / 255}"`;
      paths.set(paint, `${paths.get(paint) ?? ''}M${x} ${y}h${end - x}v1h${x - end}z`);
    }
  }
  return paths;
}
