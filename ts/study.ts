/** Studies: many trainings, and honest statistics of them. `inkgrad/study`, in Node, Bun and Deno. */

export {
  type Step,
  type StudyOptions,
  type StudyProgress,
  type StudyResult,
  study,
} from './study/conduct.ts';
export type { TestScores } from './study/folder.ts';
export type { Choice, Final, StudyDefinition, StudyPlan } from './study/options.ts';
export { QueueError } from './study/queue-error.ts';
export type { RandomSearch, Range } from './study/random.ts';
export type { FailedRun, Mistakes, Part, Scores, StudyRun, TrainedRun } from './study/records.ts';
export type { ScheduleName, Setting, StudySetting } from './study/settings.ts';
export {
  type Estimate,
  estimate,
  holm,
  type McNemarTest,
  mcNemarTest,
  type PairedTTest,
  pairedTTest,
} from './study/statistics.ts';
export type { Comparison, Figures, SettingSummary, StudySummary } from './study/summary.ts';
export { type WorkOptions, work } from './study/work.ts';
export { type StudyPageOptions, writeStudyPage } from './study/write-page.ts';
