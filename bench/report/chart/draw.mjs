import { parse, View } from 'vega';
import { compile } from 'vega-lite';

/** The SVG of a Vega-Lite specification. */
export function draw(specification) {
  return new View(parse(compile(specification).spec), { renderer: 'none' }).toSVG();
}
