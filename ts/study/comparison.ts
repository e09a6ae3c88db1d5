/** Two trained models on the same digits: which of them is better, and where they differ. */

import type { RunRecord } from '../cli/run-folder.ts';
import { type McNemarTest, mcNemarTest } from './statistics.ts';

/** A run of `inkgrad train`, judged. */
export interface ComparedRun extends RunRecord {
  /** Its folder. */
  readonly name: string;
  readonly loss: number;
  /** One class id a row. */
  readonly decisions: ArrayLike<number>;
}

export interface RunComparison {
  /** Rows that only the first classifies correctly, and only the second. */
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
  readonly accuracies: readonly [first: number, second: number];
  readonly mcNemar: McNemarTest;
  /** By the paths of the settings, as `training.batchSize`: what each run has; undefined where it has none. */
  readonly differences: readonly (readonly [path: string, first: string | undefined, second: string | undefined])[];
}

export function compareRuns(first: ComparedRun, second: ComparedRun, labels: ArrayLike<number>): RunComparison {
  const rows = Array.from(labels, (_, row) => row);
  const isRight = ({ decisions }: ComparedRun, row: number) => decisions[row] === labels[row];
  const onlyFirst = rows.filter((row) => isRight(first, row) && !isRight(second, row));
  const onlySecond = rows.filter((row) => !isRight(first, row) && isRight(second, row));
  const accuracyOf = (run: ComparedRun) => rows.filter((row) => isRight(run, row)).length / rows.length;
  return {
    onlyFirst,
    onlySecond,
    accuracies: [accuracyOf(first), accuracyOf(second)],
    mcNemar: mcNemarTest(onlyFirst.length, onlySecond.length),
    differences: differencesOf(factsOf(first), factsOf(second)),
  };
}

function factsOf({ config, history }: ComparedRun): Map<string, string> {
  const { epoch, completed, totalSeconds } = history;
  const trained = { epochsTrained: epoch.length, completed, seconds: +totalSeconds.toFixed(2) };
  return flatten({ ...config, ...trained });
}

/** The leaves of plain JSON, by their paths. */
function flatten(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      flatten(part, Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`, leaves);
    }
  } else if (value !== undefined) {
    leaves.set(path, String(value));
  }
  return leaves;
}

function differencesOf(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>) {
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths]
    .filter((path) => first.get(path) !== second.get(path))
    .map((path) => [path, first.get(path), second.get(path)] as const);
}
