/** `inkgrad/report` in pages. */

import { FileError } from '../errors.ts';
import type { writeReport as writeInNode } from './node.ts';

export * from '../report.ts';

export const writeReport: typeof writeInNode = async (folder) => {
  throw new FileError(`${folder}: there are no files here; report() gives the page's text`);
};
