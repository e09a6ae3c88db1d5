/** `inkgrad/report` in pages. */

import { FileError } from '../errors.ts';
import type { writeReport as writeInNode } from './node.ts';

export * from '../report.ts';

/** Not in pages, which have no folders: rejects with a FileError. `report(run)` gives the page's text. */
export const writeReport: typeof writeInNode = async (folder) => {
  throw new FileError(`${folder}: there are no files here; report() gives the page's text`);
};
