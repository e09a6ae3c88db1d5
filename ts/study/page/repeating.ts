/** What does a study again. */

import { plural } from '../../report/format.ts';
import { code, factList, pair, panel, type Section } from '../../report/html.ts';
import type { StudyResult } from '../conduct.ts';
import { readingsText } from '../words.ts';

export function repeating({ definition, folder, testReadings }: StudyResult, command: string | undefined): Section {
  const { task, seeds, choice, final, data, rows } = definition;
  const facts = {
    task,
    seeds: seeds.length > 12 ? `${seeds.slice(0, 12).join(', ')}, ... (${seeds.length})` : seeds.join(', '),
    ...(choice && {
      'chosen by': `${choice.validation === 'others' ? 'the other zeros and ones' : `a share of ${+choice.validation.toFixed(4)}, split by seed ${choice.splitSeed}`}, ${plural(choice.seeds.length, 'seed')}`,
    }),
    'trained on all digits': final,
    'training digits': rows === undefined ? data.train.rows : `the first ${data.train.rows}`,
    'their SHA-256': data.train.sha256,
    'test digits': data.test.rows,
    'SHA-256 of those': data.test.sha256,
    'test set read': readingsText(testReadings),
    folder,
  };
  return {
    id: 'repeat',
    title: 'How to repeat it',
    intro:
      'The same definition gives the same networks, to the last bit, on any machine; each run has its hash in runs.jsonl.',
    content: pair(
      panel('Study', factList(facts)),
      panel('Settings', code(JSON.stringify(definition.settings, undefined, 1), 'The settings')),
      command !== undefined && panel('Command', code(command, 'The command'), 'wide'),
    ),
  };
}
