/** A model in words. */

import type { Sequential } from '../model.ts';

/** What `summary` prints. */
export function summaryText(model: Sequential): string {
  let text = '';
  model.summary({
    print: (summary) => {
      text = summary;
    },
  });
  return text;
}
