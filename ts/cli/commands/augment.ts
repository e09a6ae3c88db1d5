import { type AugmentOptions, augmentImages, checkAugment } from '../../augment.ts';
import { rowsByClass, takeRows } from '../../data/split.ts';
import { nodeFiles } from '../../node/files.ts';
import { augmentationFigure } from '../../report/figures/augmentation.ts';
import type { Output } from '../output.ts';
import { type TaskName, tasks } from '../tasks.ts';
import type { Outcome } from './outcome.ts';

export interface AugmentCommandOptions {
  readonly task: TaskName;
  /** Default: what `augment: true` stands for. */
  readonly amounts?: AugmentOptions;
  readonly seed: number;
  readonly data?: string;
}

/** Forms of each digit that are shown. */
const FORMS = 7;

/** `inkgrad augment FILE` */
export async function augment(path: string, options: AugmentCommandOptions, out: Output): Promise<Outcome> {
  const { task, amounts = true, seed, data } = options;
  const { train } = await tasks[task].load(data === undefined ? {} : { directory: data });
  const side = Math.sqrt(train.x.shape[1]);
  // One of each class, as a training would change that very row.
  const rows = [...rowsByClass(train.y)].sort(([a], [b]) => a - b).map(([, [row]]) => row as number);
  const changed = [];
  const { reuse = 1 } = checkAugment('amounts', amounts) ?? {};
  for (let pass = 0; pass < FORMS; pass++) {
    changed.push(await augmentImages(train.x, amounts, { seed, epoch: pass * reuse, rows, inputShape: [side, side] }));
  }
  const svg = augmentationFigure(takeRows(train, rows).x, changed);
  await nodeFiles.write(path, path.endsWith('.svg') ? Buffer.from(svg) : await toPng(svg));
  out.say(`The first digit of each class, as epochs of a training with the seed ${seed} see it: ${path}`);
  return { json: { figure: path, rows, seed }, brief: path };
}

async function toPng(svg: string): Promise<Uint8Array> {
  const { pngWriter } = await import('../../report/png.ts');
  return (await pngWriter())(svg);
}
