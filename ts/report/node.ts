/** `inkgrad/report` in Node, Bun and Deno: the same, and reports in folders. */

import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError } from '../errors.ts';
import { replaceFiles } from '../node/replace.ts';
import { checkNoMore, checkText } from '../options.ts';
import { drawReport } from './files.ts';
import { figuresFolder, pageFile, reportFiles } from './names.ts';
import type { Run } from './run.ts';

export * from '../report.ts';

/** Where a report lies. */
export interface WrittenReport {
  /** The page, `report.html`. */
  readonly html: string;
  /** The folder of its figures, each as `.svg` and `.png` (twice the size, 960 pixels wide). */
  readonly figures: string;
}

/**
 * Writes the page of `report`, and its figures as files of their own, in a folder, which may hold other things: they
 * stay, also those in `figures` whose names no figure has. An earlier report there is replaced as a whole, when the new
 * one has been drawn and written, or stays as it is.
 *
 * @param folder Made if it is not there.
 * @throws What `report` throws; FileError, also where files of these names are not a report's. In pages always, as
 *   there are no files.
 * @example
 * ```js
 * import { writeReport } from 'inkgrad/report';
 *
 * const history = { epoch: [0, 1], history: { loss: [0.9, 0.4] } };
 * const { html, figures } = await writeReport('written', { history, labels: [0, 1], probabilities: [[0.1], [0.8]] });
 * console.log(html, figures);
 * ```
 */
export async function writeReport(folder: string, run: Run, ...more: never[]): Promise<WrittenReport> {
  checkText('folder', folder);
  checkNoMore('writeReport', more);
  await checkOwn(folder);
  const files = await drawReport(run);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new FileError(`${folder}: the report cannot be written (${(error as Error).message})`, { cause: error });
  }
  await replaceFiles(folder, files, reportFiles);
  return { html: join(folder, pageFile), figures: join(folder, figuresFolder) };
}

/** That what would be replaced is an earlier report, by its page. */
async function checkOwn(folder: string): Promise<void> {
  const present = reportFiles.filter((name) => existsSync(join(folder, name)));
  const [first] = present;
  if (first === undefined) return;
  const page = await readFile(join(folder, pageFile), 'utf8').catch(() => '');
  if (page.includes('<meta name="generator" content="inkgrad ')) return;
  throw new FileError(`${join(folder, first)}: is not from a report of inkgrad; move it away, or name another folder`);
}
