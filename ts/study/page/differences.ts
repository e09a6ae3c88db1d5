/** Whether settings differ. */

import { pair, panel, type Section, table } from '../../report/html.ts';
import type { StudyResult } from '../conduct.ts';
import type { Estimate } from '../statistics.ts';
import type { Comparison } from '../summary.ts';
import { pValueText } from '../words.ts';

export function differences({ settings, comparisons }: StudyResult): Section | undefined {
  if (comparisons.length === 0) return undefined;
  const name = (place: number) => settings[place]?.setting.name ?? '';
  const rows = comparisons.map((comparison) => {
    const { on, first, second, tTest, holm, mcNemar } = comparison;
    return [
      `${name(first)} against ${name(second)}`,
      on,
      tTest ? pointsText(tTest.difference) : '',
      tTest ? pValueText(tTest.pValue) : '',
      holm === undefined ? '' : pValueText(holm),
      mcNemarText(mcNemar),
    ];
  });
  const heads = ['Settings', 'Digits', 'Difference in points', 't test', 'Holm', 'McNemar'];
  return {
    id: 'differences',
    title: 'Whether they differ',
    intro:
      'Runs of the same seed are compared. The t test asks whether the means over seeds differ; Holm allows for all the tests in this table; McNemar asks of each seed whether its two networks differ on these digits, by those that only one decides rightly.',
    content: pair(panel('Paired tests', table({ label: 'Paired tests', heads, lines: rows }), 'wide')),
  };
}

/** `+0.31 (0.12 to 0.50)` */
function pointsText({ mean, low, high }: Estimate): string {
  const points = (share: number | undefined) => (100 * (share ?? 0)).toFixed(2);
  return `${mean > 0 ? '+' : ''}${points(mean)} (${points(low)} to ${points(high)})`;
}

function mcNemarText(tests: Comparison['mcNemar']): string {
  const [only] = tests;
  if (tests.length === 1 && only) return `${only.onlyFirst} : ${only.onlySecond}, ${pValueText(only.pValue)}`;
  const significant = tests.filter(({ pValue }) => pValue < 0.05).length;
  return `p < 0.05 for ${significant} of ${tests.length} seeds`;
}
