/** What is measured, in the order of the report. */
import { binary } from './themes/binary.mjs';
import { browser } from './themes/browser.mjs';
import { cold } from './themes/cold.mjs';
import { memory } from './themes/memory.mjs';
import { native } from './themes/native.mjs';
import { networks } from './themes/networks.mjs';
import { platforms } from './themes/platforms.mjs';
import { predicting } from './themes/predicting.mjs';
import { sizes } from './themes/sizes.mjs';
import { threads } from './themes/threads.mjs';
import { training } from './themes/training.mjs';

/**
 * A theme's `run(context)` gives groups, which results.json keeps; of its `tables(groups)`, or else of the table of
 * players that all others share, the report is made.
 */
export const themes = [
  training,
  binary,
  cold,
  predicting,
  browser,
  platforms,
  native,
  threads,
  networks,
  sizes,
  memory,
];
