/** A report as files. */

import { figuresFolder, pageFile } from './names.ts';
import { makePage } from './page.ts';
import { judge, type Run } from './run.ts';

/**
 * The page and its figures, each as SVG and PNG, by their paths in the report's folder.
 * @throws what `report` throws
 */
export async function drawReport(run: Run): Promise<Map<string, Uint8Array>> {
  const judged = judge(run);
  const { pngWriter } = await import('./png.ts');
  const toPng = await pngWriter();
  const { html, figures } = makePage(judged);
  const files = new Map<string, Uint8Array>();
  for (const [name, svg] of figures) {
    files.set(`${figuresFolder}/${name}.svg`, encode(svg));
    files.set(`${figuresFolder}/${name}.png`, await toPng(svg));
  }
  return files.set(pageFile, encode(html));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
