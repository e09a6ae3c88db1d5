/** SVG figures as PNG files, by resvg in WASM. Node only, and loaded when the first is drawn. */

import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Pixels of the PNG for one of the figure. */
const scale = 2;

/** The module once, and fonts: WASM sees none of the system's, and so figures look the same everywhere. */
const loaded = Promise.all([
  // Written out in full, since bundlers look for this very form.
  readFile(new URL('./resvg.wasm.br', import.meta.url)),
  readFile(new URL('./inter-400.woff2', import.meta.url)),
  readFile(new URL('./inter-600.woff2', import.meta.url)),
]).then(([wasm, ...fontBuffers]) => ({ compiled: initWasm(brotliDecompressSync(wasm)), fontBuffers }));

/** A function that draws figures. It is there at once: the WASM is compiled beside whatever else is to be done. */
export async function pngWriter(): Promise<(svg: string) => Promise<Uint8Array>> {
  const { compiled, fontBuffers } = await loaded;
  return async (svg) => {
    await compiled;
    // resvg knows the older word only.
    const image = new Resvg(svg.replaceAll('"pixelated"', '"optimizeSpeed"'), {
      fitTo: { mode: 'zoom', value: scale },
      font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
    });
    try {
      const rendered = image.render();
      const png = rendered.asPng();
      rendered.free();
      return png;
    } finally {
      image.free();
    }
  };
}
