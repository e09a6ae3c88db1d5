/** What looks wrong about labels. */

import type { Rows } from '../../engine/engine.ts';
import type { Warnings } from '../../warnings.ts';
import type { KeptRows } from '../data/kept.ts';
import { classesOf } from '../data/weights.ts';
import type { Data } from '../trainable.ts';

/** How many classes a message names. */
const mostNamed = 5;

/** Rows to train on and to validate on, before they are in an engine. */
export interface Labelled {
  readonly data: Data<Rows | KeptRows>;
  /** Rows behind this one are split off for validation. */
  readonly trained: number;
  readonly validation: Data<Rows | KeptRows> | undefined;
  /** Numbers that the last layer gives for a row. */
  readonly outputs: number;
}

/** Says if classes are missing, and if this comes from rows that are sorted by class. */
export function warnOfLabels(warnings: Warnings, { data, trained, validation, outputs }: Labelled): void {
  if (!isClassification(data, outputs)) return;
  const classes = Math.max(outputs, 2);
  const all = classesOf(data.targets, outputs);
  const split = trained < all.length;
  if (split && isSorted(all) && all[0] !== all.at(-1)) {
    warnings.warn(
      'SORTED_VALIDATION_SPLIT',
      'validationSplit cuts the last samples off, and these are sorted by class: shuffle them first',
    );
    return;
  }
  const held = split ? all.subarray(trained) : validation && classesOf(validation.targets, outputs);
  const missing = [
    ...missingIn('to train on', classes, all.subarray(0, trained)),
    ...(held ? missingIn('to validate on', classes, held) : []),
  ];
  if (missing.length > 0) warnings.warn('MISSING_CLASS', missing.join('; '));
}

/** Class ids, or zeros and ones for one output; other targets are no classes. */
function isClassification({ targets, kind }: Pick<Data, 'targets' | 'kind'>, outputs: number): boolean {
  if ('classes' in targets) return true;
  return kind === 'shares' && outputs === 1 && targets.values.every((value) => value === 0 || value === 1);
}

function isSorted(ids: Uint32Array): boolean {
  const inOrder = (holds: (id: number, next: number) => boolean) =>
    ids.every((id, i) => i + 1 === ids.length || holds(id, ids[i + 1] as number));
  return inOrder((id, next) => id <= next) || inOrder((id, next) => id >= next);
}

function missingIn(where: string, classes: number, ids: Uint32Array): string[] {
  const seen = new Set(ids);
  const missing = Array.from({ length: classes }, (_, id) => id).filter((id) => !seen.has(id));
  if (missing.length === 0) return [];
  const named = missing.slice(0, mostNamed).join(', ');
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  return [`there are no samples ${where} of class${missing.length === 1 ? '' : 'es'} ${named}${more}`];
}
