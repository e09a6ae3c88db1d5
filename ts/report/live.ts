/** What a page does that shows a report: it tells numbers, enlarges and sifts. The page is whole without it. */

import { enlargeFigures } from './live/figures.ts';
import { siftMistakes } from './live/mistakes.ts';
import { showTips } from './live/tips.ts';

showTips();
enlargeFigures();
siftMistakes();
