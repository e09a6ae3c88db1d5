/** `inkgrad/report` in Node, Bun and Deno: the same, and reports in folders. */

import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError } from '../errors.ts';
import { nodeFiles } from '../node/files.ts';
import { checkText } from '../options.ts';
import { makePage } from './page.ts';
import { judge, type Run } from './run.ts';

export * from '../report.ts';

/** Where a report lies. */
export interface WrittenReport {
  /** The page, `report.html`. */
  readonly html: string;
  /** The folder of its figures, each as `.svg` and `.png` (twice the size, 960 pixels wide). */
  readonly figures: string;
}

/**
 * Writes the page of `report`, and its figures as files of their own, in a folder, which may hold other things. An
 * earlier report there is replaced when the new one has been drawn, and stays when that fails.
 *
 * @param folder Made if it is not there.
 * @throws What `report` throws; FileError. In pages always, as there are no files.
 */
export async function writeReport(folder: string, run: Run): Promise<WrittenReport> {
  checkText('folder', folder);
  const judged = judge(run);
  const { pngWriter } = await import('./png.ts');
  const toPng = await pngWriter();
  const page = makePage(judged);
  const written = { html: join(folder, 'report.html'), figures: join(folder, 'figures') };
  const temporary = `${written.figures}.${randomUUID()}.tmp`;
  const discarded = `${temporary}.old`;
  try {
    await mkdir(temporary, { recursive: true });
    const files = Array.from(page.figures, async ([name, svg]) => {
      await writeFile(join(temporary, `${name}.svg`), svg);
      await writeFile(join(temporary, `${name}.png`), await toPng(svg));
    });
    // Until the last has ended, so that none is written into a folder that is being removed.
    const failed = (await Promise.allSettled(files)).find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    await rename(written.figures, discarded).catch(ignoreMissing);
    await rename(temporary, written.figures);
    await nodeFiles.write(written.html, new TextEncoder().encode(page.html));
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(`${folder}: the report cannot be written (${(error as Error).message})`, { cause: error });
  } finally {
    for (const path of [temporary, discarded]) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
  return written;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
