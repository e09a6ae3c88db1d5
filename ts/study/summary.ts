/** What a study's runs say of its settings. */

import type { TestScores } from './folder.ts';
import type { StudyDefinition } from './options.ts';
import { isTrained, type Scores, type StudyRun, type TrainedRun } from './records.ts';
import type { Setting } from './settings.ts';
import {
  type Estimate,
  estimate,
  holm,
  type McNemarTest,
  mcNemarTest,
  type PairedTTest,
  pairedTTest,
} from './statistics.ts';

/** Means over the seeds. */
export interface Figures {
  /** Share, 0 to 1. */
  readonly accuracy: Estimate;
  /** Mean over the digits. */
  readonly loss: Estimate;
  /** Misclassified digits. */
  readonly mistakes: Estimate;
  /** Of the test digits alone: mean accuracy where they are shifted by (+-2, +-2) pixels. */
  readonly shiftedAccuracy?: Estimate;
}

/** What a setting came to. */
export interface SettingSummary {
  /** Which setting. */
  readonly setting: Setting;
  /** On the validation digits, at most epochs that the setting got. */
  readonly validation?: Figures & { readonly epochs: number };
  /** On the test digits; undefined where it was not tested. */
  readonly test?: Figures;
  /** Of a training that came to its end, at most epochs that the setting got. */
  readonly seconds?: Estimate;
  /** Runs whose loss became no number. */
  readonly failed: number;
}

/** Two settings, by runs of the same seeds. */
export interface Comparison {
  /** The digits that both were scored on. */
  readonly on: 'validation' | 'test';
  /** Places among the settings. */
  readonly first: number;
  /** The other of the two. */
  readonly second: number;
  /** Of accuracies, first - second; undefined for a single seed. */
  readonly tTest?: PairedTTest;
  /** The P value of all such tests of this study together. */
  readonly holm?: number;
  /** Of each seed, over the digits. */
  readonly mcNemar: readonly (McNemarTest & { readonly seed: number })[];
}

/** What the settings came to. */
export interface StudySummary {
  /** In the order of the plan. */
  readonly settings: readonly SettingSummary[];
  /** The place of the setting that was chosen, by validation alone. */
  readonly chosen?: number;
  /** Of each other setting with the one that was chosen, or else with the first. */
  readonly comparisons: readonly Comparison[];
}

/** A setting's runs on as many epochs as any of it had. */
function longest(runs: readonly TrainedRun[]): TrainedRun[] {
  const most = Math.max(...runs.map(({ epochs }) => epochs));
  return runs.filter(({ epochs }) => epochs === most);
}

/** The validated runs of a setting on most epochs, by their order. */
export function validatedRuns(runs: Iterable<StudyRun>, setting: number): TrainedRun[] {
  const all = [...runs].filter(isTrained).filter((run) => run.setting === setting && run.validation);
  return longest(all);
}

/**
 * Better settings first: by mean accuracy, then by mean loss. One of whose runs any failed comes after all others.
 * @param candidates places of settings; their runs are those of one rung
 */
export function rank(candidates: readonly number[], runsOf: (setting: number) => readonly StudyRun[]): number[] {
  const merit = (setting: number) => {
    const runs = runsOf(setting);
    const scores = runs.filter(isTrained).flatMap(({ validation }) => validation ?? []);
    const mean = (pick: (scores: Scores) => number) =>
      scores.reduce((sum, one) => sum + pick(one), 0) / Math.max(scores.length, 1);
    return {
      whole: scores.length === runs.length,
      accuracy: mean((one) => one.accuracy),
      loss: mean((one) => one.loss),
    };
  };
  return candidates
    .map((setting) => ({ setting, ...merit(setting) }))
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.accuracy - a.accuracy || a.loss - b.loss)
    .map(({ setting }) => setting);
}

export function summarize(
  { settings }: Pick<StudyDefinition, 'settings'>,
  runs: readonly StudyRun[],
  tests: ReadonlyMap<string, TestScores>,
  chosen: number | undefined,
): StudySummary {
  const scoredBySeed = {
    validation: (setting: number) =>
      new Map(validatedRuns(runs, setting).map(({ seed, validation }) => [seed, validation as Scores])),
    test: (setting: number) =>
      new Map(
        runs.flatMap(({ id, setting: of, seed }) => {
          const scores = tests.get(id);
          return of === setting && scores ? [[seed, scores] as const] : [];
        }),
      ),
  };
  const summaries = settings.map((setting, index): SettingSummary => {
    const own = runs.filter((run) => run.setting === index);
    const trained = longest(own.filter(isTrained));
    const validated = [...scoredBySeed.validation(index).values()];
    const tested = [...scoredBySeed.test(index).values()];
    return {
      setting,
      ...(validated.length > 0 && {
        validation: { ...figuresOf(validated), epochs: validatedRuns(runs, index)[0]?.epochs as number },
      }),
      ...(tested.length > 0 && {
        test: { ...figuresOf(tested), shiftedAccuracy: estimate(tested.map((one) => one.shiftedAccuracy)) },
      }),
      ...(trained.length > 0 && { seconds: estimate(trained.map(({ seconds }) => seconds)) }),
      failed: own.length - own.filter(isTrained).length,
    };
  });
  const reference = chosen ?? 0;
  const comparisons = (['validation', 'test'] as const).flatMap((on) =>
    settings.flatMap((_, index) => (index === reference ? [] : compare(on, reference, index, scoredBySeed[on]))),
  );
  return { settings: summaries, ...(chosen !== undefined && { chosen }), comparisons: withHolm(comparisons) };
}

function figuresOf(scores: readonly Scores[]): Figures {
  return {
    accuracy: estimate(scores.map(({ accuracy }) => accuracy)),
    loss: estimate(scores.map(({ loss }) => (Number.isFinite(loss) ? loss : Number.MAX_VALUE))),
    mistakes: estimate(scores.map(({ mistakes }) => mistakes.rows.length)),
  };
}

function compare(
  on: Comparison['on'],
  first: number,
  second: number,
  scoresOf: (setting: number) => ReadonlyMap<number, Scores>,
): Comparison[] {
  const [one, other] = [scoresOf(first), scoresOf(second)];
  const pairs = [...one].flatMap(([seed, scores]) => {
    const twin = other.get(seed);
    return twin ? [{ seed, scores, twin }] : [];
  });
  if (pairs.length === 0) return [];
  const accuracies = (pick: 'scores' | 'twin') => pairs.map((pair) => pair[pick].accuracy);
  return [
    {
      on,
      first,
      second,
      ...(pairs.length > 1 && { tTest: pairedTTest(accuracies('scores'), accuracies('twin')) }),
      mcNemar: pairs.map(({ seed, scores, twin }) => ({ seed, ...mcNemarOf(scores, twin) })),
    },
  ];
}

/** Two models on the same rows. */
export function mcNemarOf(first: Scores, second: Scores): McNemarTest {
  const [wrong, alsoWrong] = [new Set(first.mistakes.rows), new Set(second.mistakes.rows)];
  const both = [...wrong].filter((row) => alsoWrong.has(row)).length;
  return mcNemarTest(alsoWrong.size - both, wrong.size - both);
}

function withHolm(comparisons: readonly Comparison[]): Comparison[] {
  const tested = comparisons.filter(({ tTest }) => tTest !== undefined);
  const adjusted = holm(tested.map(({ tTest }) => tTest?.pValue as number));
  return comparisons.map((comparison) => {
    const place = tested.indexOf(comparison);
    return place < 0 ? comparison : { ...comparison, holm: adjusted[place] as number };
  });
}
