/** SVG figures as PNG files, by resvg in WASM. Node only, and loaded when the first is drawn. */

import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Pixels of the PNG for one of the figure. */
const scale = 2;

const besides = (file: string) => readFile(new URL(file, import.meta.url));

let ready: Promise<Uint8Array[]> | undefined;

/** WASM sees no fonts of the system; Inter lies beside it, so that figures look the same everywhere. */
async function start(): Promise<Uint8Array[]> {
  await initWasm(await besides('./resvg.wasm'));
  return Promise.all([besides('./inter-400.woff2'), besides('./inter-600.woff2')]);
}

export async function toPng(svg: string): Promise<Uint8Array> {
  ready ??= start();
  const fontBuffers = await ready;
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
}
