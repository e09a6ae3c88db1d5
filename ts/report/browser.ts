/** `inkgrad/report` in pages. */

import { FileError } from '../errors.ts';
import type { writeReport as writeInNode } from './node.ts';

export * from '../report.ts';

/**
 * Not in pages, which have no folders: rejects with a FileError. `report(run)` gives the page's text.
 * @example
 * ```js browser
 * import { report } from 'inkgrad/report';
 *
 * const history = { epoch: [0, 1], history: { loss: [0.9, 0.4] } };
 * const page = report({ history, labels: [0, 1], probabilities: [[0.1], [0.8]] }); // in place of files
 * const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
 * console.log(address); // to be opened, or saved by a link with `download`
 * ```
 */
export const writeReport: typeof writeInNode = async (folder) => {
  throw new FileError(`${folder}: there are no files here; report() gives the page's text`);
};
