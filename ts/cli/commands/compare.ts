import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError, FormatError } from '../../errors.ts';
import { decide } from '../../evaluation.ts';
import { lockFolder } from '../../node/lock.ts';
import { replaceFiles } from '../../node/replace.ts';
import { type ComparedRun, compareRuns } from '../../study/comparison.ts';
import { percent } from '../format.ts';
import { type JudgedRun, judgeRun } from '../judge-run.ts';
import type { Output } from '../output.ts';
import { dataConfig } from '../run-folder.ts';
import type { Outcome } from './outcome.ts';

export interface CompareOptions {
  readonly data?: string;
  readonly output: string;
}

const pageFile = 'comparison.html';
const figuresFolder = 'comparison-figures';

/** `inkgrad compare RUN RUN` */
export async function compare(
  folders: readonly [string, string],
  { data, output }: CompareOptions,
  out: Output,
): Promise<Outcome> {
  const one = await judgeRun(folders[0], data, out);
  await using _ = one.model;
  const other = await judgeRun(folders[1], data, out);
  await using __ = other.model;
  const [sha256, another] = [one, other].map(({ heldOut }) => dataConfig(heldOut).sha256);
  if (sha256 !== another) {
    const expected = `a run judged on the digits of ${folders[0]}; --data names digits for both`;
    throw new FormatError(folders[1], expected, 'others');
  }
  const runs = [comparedRun(folders[0], one), comparedRun(folders[1], other)] as const;
  const comparison = compareRuns(...runs, one.heldOut.y);
  const page = await writePage(output, runs, comparison, one.heldOut);
  const { accuracies, mcNemar, onlyFirst, onlySecond, differences } = comparison;
  const { verdict } = await import('../../study/comparison-page.ts');
  out.say(`A  ${percent(accuracies[0])}  ${folders[0]}\nB  ${percent(accuracies[1])}  ${folders[1]}\n`);
  out.say(`${verdict(comparison, ['A', 'B'])}\n`);
  for (const [path, first = 'none', second = 'none'] of differences) out.say(`${path}: ${first} / ${second}`);
  out.say(`\nReport: ${page}`);
  return {
    json: {
      runs: folders,
      accuracies,
      mcNemar,
      onlyFirst,
      onlySecond,
      differences: Object.fromEntries(
        differences.map(([path, ...values]) => [path, values.map((value) => value ?? null)]),
      ),
      report: page,
    },
    brief: String(mcNemar.pValue),
  };
}

function comparedRun(name: string, { config, history, judgement }: JudgedRun): ComparedRun {
  return { name, config, history, loss: judgement.loss, decisions: decide(judgement.probabilities) };
}

/** @throws FileError */
async function writePage(
  folder: string,
  runs: readonly [ComparedRun, ComparedRun],
  comparison: ReturnType<typeof compareRuns>,
  digits: JudgedRun['heldOut'],
): Promise<string> {
  // Loaded when a page is drawn, since they bring a chart library along.
  const { comparisonFigures, makeComparisonPage } = await import('../../study/comparison-page.ts');
  const { pngWriter } = await import('../../report/png.ts');
  const toPng = await pngWriter();
  const { html, figures } = makeComparisonPage(runs, comparison, digits);
  const files = new Map<string, Uint8Array>();
  for (const [name, svg] of figures) {
    files.set(`${figuresFolder}/${name}.svg`, Buffer.from(svg));
    files.set(`${figuresFolder}/${name}.png`, await toPng(svg));
  }
  files.set(pageFile, Buffer.from(html));
  const names = comparisonFigures.flatMap((name) =>
    ['svg', 'png'].map((ending) => `${figuresFolder}/${name}.${ending}`),
  );
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw new FileError(`${folder}: cannot be written to (${error.message})`, { cause: error });
  });
  const unlock = await lockFolder(folder);
  try {
    await checkOwn(join(folder, pageFile));
    await replaceFiles(folder, files, [...names, pageFile]);
  } finally {
    await unlock();
  }
  return join(folder, pageFile);
}

/** That what would be replaced is an earlier comparison. */
async function checkOwn(page: string): Promise<void> {
  const text = await readFile(page, 'utf8').catch(() => undefined);
  if (text === undefined || text.includes('<meta name="generator" content="inkgrad ')) return;
  throw new FileError(`${page}: is not from inkgrad; move it away, or name another folder`);
}
