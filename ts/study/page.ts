/** A study as one HTML page. */

import { duration, percent, plural, whole } from '../report/format.ts';
import { figureKeeper, keyList, pageOf } from '../report/html.ts';
import type { LabelledRows } from '../tensor.ts';
import type { StudyResult } from './conduct.ts';
import { search, validation } from './page/choice.ts';
import { bestOnTest, halfWidth } from './page/common.ts';
import { differences } from './page/differences.ts';
import { learning } from './page/learning.ts';
import { repeating } from './page/repeating.ts';
import { hardest, testing } from './page/test.ts';
import { readingsText } from './words.ts';

export interface StudyPage {
  readonly html: string;
  readonly figures: ReadonlyMap<string, string>;
}

/**
 * @param test the test digits, where the study has read them
 * @param command what does the same again
 */
export function makeStudyPage(
  result: StudyResult,
  test: LabelledRows | undefined,
  command: string | undefined,
): StudyPage {
  const { figures, show } = figureKeeper<string>();
  const sections = [
    validation(result, show),
    search(result, show),
    testing(result, show),
    differences(result),
    learning(result, show),
    hardest(result, test, show),
    repeating(result, command),
  ].filter((section) => section !== undefined);
  const { definition, runs } = result;
  const subtitle =
    `${plural(definition.settings.length, 'setting')}, ${plural(definition.seeds.length, 'seed')}, ` +
    `${plural(runs.length, 'run')}. Intervals hold the mean with 95 % confidence (Student's t).`;
  const title = `Study: ${definition.task === 'binary' ? '0 or 1' : '0 to 9'}`;
  return { html: pageOf({ title, subtitle, head: keyFigures(result), sections }), figures };
}

function keyFigures({ settings, chosen, runs, testReadings }: StudyResult): string {
  const best = settings[chosen ?? bestOnTest(settings)];
  const cells: [name: string, value: string, note: string][] = [];
  if (best?.test) {
    const { accuracy, mistakes, shiftedAccuracy } = best.test;
    cells.push(['Test accuracy', percent(accuracy.mean), halfWidth(accuracy)]);
    cells.push(['Mistakes', mistakes.mean.toFixed(1), 'of the test digits']);
    if (shiftedAccuracy) cells.push(['Shifted by 2 pixels', percent(shiftedAccuracy.mean), halfWidth(shiftedAccuracy)]);
  }
  if (best?.validation) {
    cells.push(['Validation accuracy', percent(best.validation.accuracy.mean), halfWidth(best.validation.accuracy)]);
  }
  cells.push([
    'Runs',
    whole(runs.length),
    `${duration(runs.reduce((sum, { seconds }) => sum + seconds, 0))} on one core`,
  ]);
  cells.push([
    'Test set read',
    readingsText(testReadings),
    testReadings === 0 ? 'nothing was tested' : testReadings === 1 ? 'after all training' : 'some were broken off',
  ]);
  return keyList(cells);
}
