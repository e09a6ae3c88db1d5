// ts/report/names.ts
var figureNames = [
  "loss",
  "accuracy",
  "timings",
  "samples",
  "worst-mistakes",
  "confusion",
  "confusion-normalized",
  "confused-pairs",
  "calibration",
  "roc",
  "weights"
];
var pageFile = "report.html";
var figuresFolder = "figures";
var reportFiles = [
  ...figureNames.flatMap((name) => ["svg", "png"].map((ending) => `${figuresFolder}/${name}.${ending}`)),
  pageFile
];

export {
  pageFile,
  figuresFolder,
  reportFiles
};
//# sourceMappingURL=chunk-TREOV5XE.js.map