/** Names of the files of a report. */

/** The figures that pages may have. */
export const figureNames = [
  'loss',
  'accuracy',
  'timings',
  'samples',
  'worst-mistakes',
  'confusion',
  'confusion-normalized',
  'confused-pairs',
  'calibration',
  'roc',
  'weights',
] as const;

export type FigureName = (typeof figureNames)[number];

export const pageFile = 'report.html';
export const figuresFolder = 'figures';

/** All that a report may consist of, by paths in its folder. */
export const reportFiles: readonly string[] = [
  ...figureNames.flatMap((name) => ['svg', 'png'].map((ending) => `${figuresFolder}/${name}.${ending}`)),
  pageFile,
];
