/** How settings learned. */

import { pair, type Section } from '../../report/html.ts';
import type { StudyResult } from '../conduct.ts';
import { type Course, coursePlot } from '../figures/courses.ts';
import { isTrained } from '../records.ts';
import type { Show } from './common.ts';

export function learning({ definition, runs, settings, chosen }: StudyResult, show: Show): Section | undefined {
  const trained = runs.filter(isTrained);
  const courses = settings.flatMap(({ setting }, place): Course[] => {
    const own = trained.filter((run) => run.setting === place);
    const most = Math.max(0, ...own.map(({ epochs }) => epochs));
    const shown = own.filter(
      ({ epochs, part }) => epochs === most && part === (own.some((run) => run.part === 'all') ? 'all' : 'learn'),
    );
    if (shown.length === 0) return [];
    const mean = (epoch: number) =>
      shown.reduce((sum, { history }) => sum + (history.loss[epoch] as number), 0) / shown.length;
    return [
      {
        name: setting.name,
        points: Array.from({ length: most }, (_, i) => [i + 1, mean(i)]),
        marked: place === (chosen ?? 0),
      },
    ];
  });
  if (courses.length === 0 || courses.every(({ points }) => points.length < 2)) return undefined;
  const plot = { title: 'Training loss', x: 'Epoch', y: 'Loss', format: (loss: number) => String(+loss.toFixed(4)) };
  const first = definition.settings[chosen ?? 0]?.name ?? '';
  const names = [chosen === undefined ? first.slice(0, 40) : 'chosen', 'others'] as const;
  return {
    id: 'learning',
    title: 'How they learned',
    intro: 'Means over the seeds, on the digits that were learned from.',
    content: pair(
      show(
        'loss',
        coursePlot(courses, { ...plot, names }),
        'Training loss',
        'Dropped pixels and changed images make training harder than what the network is judged by: such a loss stays higher, and means no less.',
      ),
    ),
  };
}
