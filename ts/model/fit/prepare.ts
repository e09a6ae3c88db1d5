/** Brings what a training needs into an engine. */

import { checkGround, firstNegative, imageShape, lowerAugment } from '../../augment.ts';
import type { DatasetHandle, RowRange, Rows } from '../../engine/engine.ts';
import { OptionError } from '../../errors.ts';
import type { Warnings } from '../../warnings.ts';
import { type Batches, gather, isBatches } from '../data/batches.ts';
import { createDataset, type Held } from '../data/held.ts';
import { type Found, type KeptRows, keptOf } from '../data/kept.ts';
import { weigh } from '../data/weights.ts';
import type { Home } from '../network.ts';
import type { Data, Trainable } from '../trainable.ts';
import { ArraySource } from './array-source.ts';
import { warnOfLabels } from './data-warnings.ts';
import type { FitSettings } from './options.ts';
import type { BatchSource } from './source.ts';
import { StreamSource } from './stream-source.ts';

/** What to train on, checked. */
export type Material = { readonly data: Data<Rows | KeptRows> } | { readonly batches: Batches };

export interface Prepared {
  /** Samples, labels and weights; undefined for a stream. */
  readonly data: Data<Rows | KeptRows> | undefined;
  readonly source: BatchSource;
  readonly validation: { readonly dataset: DatasetHandle; readonly range: RowRange } | undefined;
}

export async function prepare(
  home: Home,
  subject: Trainable,
  material: Material,
  settings: FitSettings,
  warnings: Warnings,
  held: Held,
): Promise<Prepared> {
  const { engine } = home;
  if ('data' in material) subject.scale.learn(material.data.rows);
  const given = await validationData(subject, settings);
  if (given) subject.scale.check(given.name, given.data.rows);
  const hold = (name: string, data: Data<Rows | KeptRows>) =>
    held.keep(createDataset(engine, name, subject.inputs, data));
  if ('batches' in material) {
    const { stepsPerEpoch, classWeight } = settings;
    const source = new StreamSource(home, subject, { batches: material.batches, stepsPerEpoch, classWeight });
    return {
      data: undefined,
      source,
      validation: given && { dataset: await hold(given.name, given.data), range: all(given.data) },
    };
  }
  const { count } = material.data.rows;
  const trained = given ? count : splitRows(count, settings.validationSplit);
  const data = weigh(subject, material.data, settings, 'sampleWeight', trained);
  if (settings.augment) checkGround('x', negativeIn(data.rows, subject.inputs));
  warnOfLabels(warnings, { data, trained, validation: given?.data, outputs: subject.outputs });
  const dataset = await hold('x', data);
  const validation = given
    ? { dataset: await hold(given.name, given.data), range: all(given.data) }
    : trained < count
      ? { dataset, range: { first: trained, end: count } }
      : undefined;
  const range = { first: 0, end: trained };
  const augment = settings.augment && lowerAugment(settings.augment, imageShape('augment', subject.inputShape));
  const trainer = await held.keep(
    engine.createTrainer(home.network, dataset, range, Math.min(settings.batchSize, trained), augment),
  );
  return { data, source: new ArraySource(engine, { ...settings, trainer, rows: trained }), validation };
}

async function validationData(
  subject: Trainable,
  { validationData: given }: FitSettings,
): Promise<{ readonly name: string; readonly data: Data<Rows | KeptRows> } | undefined> {
  if (given === undefined) return undefined;
  const kept = keptOf(given);
  if (kept) {
    return { name: 'validationData', data: await subject.keptData(['validationData', 'validationData: y'], kept) };
  }
  if (isBatches(given))
    return { name: 'validationData', data: await gather(subject, 'validationData', given as Batches) };
  const [x, y, sampleWeight] = given as unknown as readonly [unknown, unknown, Float32Array?];
  const data = await subject.data(['validationData[0]', 'validationData[1]'], x, y);
  return { name: 'validationData[0]', data: weigh(subject, data, { sampleWeight }, 'validationData[2]') };
}

function negativeIn(rows: Rows | KeptRows, columns: number): Found | undefined {
  return 'kept' in rows ? rows.kept.facts.negative : firstNegative(rows, columns);
}

function all({ rows }: Data<Rows | KeptRows>): RowRange {
  return { first: 0, end: rows.count };
}

/** Where samples are cut into those to train on and those to validate on, as Keras cuts. */
function splitRows(rows: number, validationSplit: number): number {
  const trained = Math.floor(rows * (1 - validationSplit));
  if (trained > 0 && (trained < rows || validationSplit === 0)) return trained;
  throw new OptionError(
    'validationSplit',
    'a share that leaves samples on both sides',
    `${validationSplit} of ${rows} samples`,
  );
}
