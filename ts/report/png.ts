/** SVG figures as PNG files, by resvg in WASM (crates/figures). Node only, and loaded when the first is drawn. */

import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { encode } from 'fast-png';
import { asShapes, type Fonts } from './shapes.ts';

/** Pixels of the PNG for one of the figure. */
const scale = 2;

/** What crates/figures exports. */
interface Figures {
  readonly memory: WebAssembly.Memory;
  reserve(size: number): number;
  draw(svg: number, size: number, width: number, height: number, scale: number): number;
}

/** The module once, and the letters, so that figures look the same everywhere. */
const loaded = Promise.all([
  // Written out in full, since bundlers look for this very form.
  readFile(new URL('./figures.wasm.br', import.meta.url)),
  readFile(new URL('./inter.json.br', import.meta.url)),
]).then(([wasm, fonts]) => ({
  compiled: WebAssembly.compile(brotliDecompressSync(wasm) as BufferSource),
  fonts: JSON.parse(brotliDecompressSync(fonts).toString()) as Fonts,
}));

/** A function that draws figures. It is there at once: the WASM is compiled beside whatever else is to be done. */
export async function pngWriter(): Promise<(svg: string) => Promise<Uint8Array>> {
  const { compiled, fonts } = await loaded;
  return async (svg) => {
    const [width = 0, height = 0] = ['width', 'height'].map(
      (side) => scale * Number(new RegExp(`^<svg[^>]* ${side}="(\\d+)"`).exec(svg)?.[1]),
    );
    const data = opaque(draw(await compiled, asShapes(svg, fonts), width, height));
    return encode({ width, height, data, channels: 3 });
  };
}

/** Red, green, blue and opacity of each pixel. An instance draws one figure, and its memory goes with it. */
function draw(module: WebAssembly.Module, svg: string, width: number, height: number): Uint8Array {
  const figures = new WebAssembly.Instance(module).exports as unknown as Figures;
  const text = new TextEncoder().encode(svg);
  const at = figures.reserve(text.length);
  new Uint8Array(figures.memory.buffer, at, text.length).set(text);
  const pixels = figures.draw(at, text.length, width, height, scale);
  if (pixels === 0) throw new TypeError('what should be drawn is no figure');
  return new Uint8Array(figures.memory.buffer, pixels, width * height * 4);
}

/** The paper lies under all of a figure. */
function opaque(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let i = 0, k = 0; i < rgba.length; i += 4, k += 3) rgb.set(rgba.subarray(i, i + 3), k);
  return rgb;
}
