import {
  checkInteger,
  checkNumbers,
  checkObject,
  checkOptions,
  checkText,
  describe,
  formatShape,
  isList,
  toTensor
} from "./chunk-KUENTTZU.js";
import {
  ArgumentError,
  EmptyDataError,
  LabelError,
  NonFiniteError,
  OptionError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/evaluation/class-ids.ts
function decide(probabilities) {
  const { data, shape } = toTensor("probabilities", probabilities);
  if (shape.length !== 2) throw new ShapeError("probabilities", "shape [rows, columns]", formatShape(shape));
  return decideRows("probabilities", data, shape);
}
__name(decide, "decide");
function decideRows(argument, data, shape) {
  const [rows = 0, columns = 0] = shape;
  if (rows === 0) throw new EmptyDataError(argument, "at least one row", "none");
  if (columns === 0) throw new ShapeError(argument, "at least one column", formatShape(shape));
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const place = `${argument}[${Math.floor(wrong / columns)}, ${wrong % columns}]`;
    throw new NonFiniteError(place, "a finite number", `${data[wrong]}`);
  }
  const ids = columns <= 256 ? new Uint8Array(rows) : new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const values = data.subarray(row * columns, (row + 1) * columns);
    ids[row] = columns === 1 ? Number(values[0] >= 0.5) : argmax(values);
  }
  return ids;
}
__name(decideRows, "decideRows");
function argmax(values) {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i] > values[best]) best = i;
  }
  return best;
}
__name(argmax, "argmax");
function labelIds(argument, labels) {
  const { data, shape } = toTensor(argument, labels);
  if (shape.length === 2 && shape[1] === 1) return { ids: checkIds(argument, data) };
  return idsOf(argument, data, shape);
}
__name(labelIds, "labelIds");
function predictionIds(argument, predictions) {
  const { data, shape } = toTensor(argument, predictions);
  return idsOf(argument, data, shape);
}
__name(predictionIds, "predictionIds");
function idsOf(argument, data, shape) {
  if (shape.length === 1) return { ids: checkIds(argument, data) };
  if (shape.length !== 2) throw new ShapeError(argument, "shape [rows] or [rows, classes]", formatShape(shape));
  return { ids: decideRows(argument, data, shape), classes: Math.max(shape[1], 2) };
}
__name(idsOf, "idsOf");
function checkIds(argument, ids) {
  if (ids.length === 0) throw new EmptyDataError(argument, "at least one class id", "none");
  const wrong = ids.findIndex((id) => !(Number.isInteger(id) && id >= 0));
  if (wrong >= 0) {
    const expected = "a class id, a whole number from 0 (probabilities come with a shape of [rows, columns])";
    throw new LabelError(`${argument}[${wrong}]`, expected, `${ids[wrong]}`);
  }
  return ids;
}
__name(checkIds, "checkIds");

// ts/evaluation/binary-scores.ts
function toBinaryScores(argument, labels, scores) {
  const { ids } = labelIds("labels", labels);
  const wrong = ids.findIndex((id) => id > 1);
  if (wrong >= 0) throw new LabelError(`labels[${wrong}]`, "0 or 1", `${ids[wrong]}`);
  const { data, shape } = toTensor(argument, scores);
  const rows = ids.length;
  if (data.length !== rows || shape[0] !== rows) {
    throw new ShapeError(argument, `${formatShape([rows])} or ${formatShape([rows, 1])}`, formatShape(shape));
  }
  checkFinite(argument, data);
  return { positive: ids, scores: data };
}
__name(toBinaryScores, "toBinaryScores");
function checkFinite(argument, data) {
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw new NonFiniteError(`${argument}[${wrong}]`, "a finite number", `${data[wrong]}`);
}
__name(checkFinite, "checkFinite");
function checkProbabilities(argument, data) {
  if (data.length === 0) throw new EmptyDataError(argument, "at least one row", "none");
  checkFinite(argument, data);
  const wrong = data.findIndex((value) => value < 0 || value > 1);
  if (wrong >= 0) throw new ArgumentError(`${argument}[${wrong}]`, "a probability from 0 to 1", `${data[wrong]}`);
}
__name(checkProbabilities, "checkProbabilities");

// ts/evaluation/calibration.ts
function calibrationCurve(labels, probabilities, options = {}) {
  checkOptions("calibrationCurve", options, ["bins"]);
  return binned(claims(labels, probabilities), checkInteger("bins", options.bins ?? 10, 1, 1e4));
}
__name(calibrationCurve, "calibrationCurve");
function expectedCalibrationError(labels, probabilities, options = {}) {
  const bins = calibrationCurve(labels, probabilities, options);
  const rows = bins.reduce((sum2, { count }) => sum2 + count, 0);
  return bins.reduce((sum2, { predicted, observed, count }) => sum2 + Math.abs(observed - predicted) * count, 0) / rows;
}
__name(expectedCalibrationError, "expectedCalibrationError");
function claims(labels, probabilities) {
  const { data, shape } = toTensor("probabilities", probabilities);
  checkProbabilities("probabilities", data);
  const [rows = 0, columns = 1] = shape;
  if (shape.length > 2) throw new ShapeError("probabilities", "[rows] or [rows, columns]", formatShape(shape));
  if (columns === 1) return toBinaryScores("probabilities", labels, { data, shape });
  const { ids } = labelIds("labels", labels);
  if (ids.length !== rows) throw new ShapeError("probabilities", `${ids.length} rows, one for each label`, `${rows}`);
  const decisions = decide({ data, shape });
  return {
    positive: Uint8Array.from(decisions, (decision, row) => Number(decision === ids[row])),
    scores: Float64Array.from(decisions, (decision, row) => data[row * columns + decision])
  };
}
__name(claims, "claims");
function binned({ positive, scores }, bins) {
  const [sums, hits, counts] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  const edge = /* @__PURE__ */ __name((bin) => bin * (1 / bins), "edge");
  scores.forEach((score, row) => {
    let bin = Math.min(Math.floor(score * bins), bins - 1);
    while (bin > 0 && score <= edge(bin)) bin--;
    while (bin < bins - 1 && score > edge(bin + 1)) bin++;
    sums[bin] = sums[bin] + score;
    hits[bin] = hits[bin] + positive[row];
    counts[bin] = counts[bin] + 1;
  });
  return Array.from(counts, (count, bin) => ({
    predicted: sums[bin] / count,
    observed: hits[bin] / count,
    count
  })).filter(({ count }) => count > 0);
}
__name(binned, "binned");

// ts/evaluation/confusion-matrix.ts
var MOST_CLASSES = 4096;
function toPairs(labels, predictions) {
  const right = labelIds("labels", labels);
  const taken = predictionIds("predictions", predictions);
  const rows = right.ids.length;
  if (taken.ids.length !== rows) {
    throw new ShapeError("predictions", `${rows}, one for each label`, `${taken.ids.length}`);
  }
  return { labels: right.ids, predictions: taken.ids, classes: taken.classes ?? right.classes };
}
__name(toPairs, "toPairs");
function confusionMatrix(labels, predictions, options = {}) {
  checkOptions("confusionMatrix", options, ["classes"]);
  return countPairs(toPairs(labels, predictions), options.classes);
}
__name(confusionMatrix, "confusionMatrix");
function countPairs(pairs, classCount = pairs.classes) {
  const classes = classCount === void 0 ? occurring(pairs) : firstClasses(pairs, classCount);
  const place = new Map(classes.map((id, index) => [id, index]));
  const counts = classes.map(() => new Array(classes.length).fill(0));
  pairs.labels.forEach((label, row) => {
    const line = counts[place.get(label)];
    const column = place.get(pairs.predictions[row]);
    line[column] = line[column] + 1;
  });
  return { counts, classes };
}
__name(countPairs, "countPairs");
function occurring({ labels, predictions }) {
  const found = /* @__PURE__ */ new Set();
  for (const ids of [labels, predictions]) for (const id of ids) found.add(id);
  if (found.size > MOST_CLASSES) {
    throw new LabelError("labels", `at most ${MOST_CLASSES} different classes`, `${found.size}`);
  }
  return [...found].sort((a, b) => a - b);
}
__name(occurring, "occurring");
function firstClasses({ labels, predictions }, count) {
  checkInteger("classes", count, 1, MOST_CLASSES);
  for (const [argument, ids] of Object.entries({ labels, predictions })) {
    const wrong = ids.findIndex((id) => id >= count);
    if (wrong >= 0) {
      throw new LabelError(`${argument}[${wrong}]`, `a class id from 0 to ${count - 1}`, `${ids[wrong]}`);
    }
  }
  return Array.from({ length: count }, (_, id) => id);
}
__name(firstClasses, "firstClasses");
function checkSquare(matrix) {
  const { counts, classes } = checkObject("matrix", matrix);
  const isCount = /* @__PURE__ */ __name((value) => Number.isInteger(value) && value >= 0, "isCount");
  checkNumbers("matrix.classes", classes, "a class id", isCount);
  if (!isList(counts)) throw new OptionError("matrix.counts", "rows of counts", describe(counts));
  counts.forEach((line, row) => {
    checkNumbers(`matrix.counts[${row}]`, line, "a whole number of at least 0", isCount);
  });
  const size = classes.length;
  if (counts.length === size && counts.every((line) => line.length === size)) return;
  const received = formatShape([counts.length, counts[0]?.length ?? 0]);
  throw new ShapeError("matrix.counts", `shape ${formatShape([size, size])}, as there are classes`, received);
}
__name(checkSquare, "checkSquare");

// ts/evaluation/most-confused.ts
function mostConfused(matrix, options = {}) {
  checkOptions("mostConfused", options, ["top"]);
  const top = checkInteger("top", options.top ?? 10, 0, Number.MAX_SAFE_INTEGER);
  checkSquare(matrix);
  const { counts, classes } = matrix;
  const pairs = counts.flatMap((line, row) => {
    const support = line.reduce((total, count) => total + count, 0);
    return line.flatMap((count, column) => {
      if (row === column || count === 0) return [];
      const [label, prediction] = [classes[row], classes[column]];
      return [{ label, prediction, count, share: count / support }];
    });
  });
  return pairs.sort((a, b) => b.count - a.count).slice(0, top);
}
__name(mostConfused, "mostConfused");

// ts/evaluation/scores.ts
function accuracyScore(labels, predictions) {
  return accuracyOf(toPairs(labels, predictions));
}
__name(accuracyScore, "accuracyScore");
function accuracyOf({ labels, predictions }) {
  let right = 0;
  for (let row = 0; row < labels.length; row++) right += Number(labels[row] === predictions[row]);
  return right / labels.length;
}
__name(accuracyOf, "accuracyOf");
function precisionRecallFscoreSupport(labels, predictions, options = {}) {
  checkOptions("precisionRecallFscoreSupport", options, ["classes"]);
  return scoresOf(countPairs(toPairs(labels, predictions), options.classes));
}
__name(precisionRecallFscoreSupport, "precisionRecallFscoreSupport");
function scoresOf({ counts, classes }) {
  const perClass = classes.map((classId, index) => {
    const line = counts[index];
    const hits = line[index];
    const support = sum(line);
    const predicted = sum(counts.map((other) => other[index]));
    return {
      classId,
      precision: ratio(hits, predicted),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, support + predicted),
      support
    };
  });
  return {
    perClass,
    macroAverage: average(perClass, () => 1),
    weightedAverage: average(perClass, ({ support }) => support)
  };
}
__name(scoresOf, "scoresOf");
function average(scores, weight) {
  const weights = sum(scores.map(weight));
  const mean = /* @__PURE__ */ __name((pick) => sum(scores.map((one) => pick(one) * weight(one))) / weights, "mean");
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
    support: sum(scores.map(({ support }) => support))
  };
}
__name(average, "average");
function ratio(part, whole) {
  return whole === 0 ? 0 : part / whole;
}
__name(ratio, "ratio");
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
__name(sum, "sum");

// ts/evaluation/report.ts
var ClassificationReport = class {
  static {
    __name(this, "ClassificationReport");
  }
  accuracy;
  perClass;
  macroAverage;
  weightedAverage;
  #digits;
  constructor(accuracy, table, names, digits) {
    this.accuracy = accuracy;
    this.perClass = table.perClass.map((scores, index) => ({ name: names[index], ...scores }));
    this.macroAverage = table.macroAverage;
    this.weightedAverage = table.weightedAverage;
    this.#digits = digits;
  }
  /**
   * The table, to the character what scikit-learn's `classification_report` gives; it ends with a line feed. Only
   * supports stay whole numbers where scikit-learn writes `2.0`: when not one prediction is right.
   */
  toString() {
    const digits = this.#digits;
    const width = Math.max(...this.perClass.map(({ name }) => [...name].length), "weighted avg".length, digits);
    const line = /* @__PURE__ */ __name((name, ...cells) => [`${padStart(name, width)} `, ...cells.map((cell) => cell.padStart(9))].join(" "), "line");
    const scores = /* @__PURE__ */ __name((name, { precision, recall, f1, support: support2 }) => line(name, ...[precision, recall, f1].map((score) => toFixed(score, digits)), `${support2}`), "scores");
    const { support } = this.macroAverage;
    return [
      line("", "precision", "recall", "f1-score", "support"),
      "",
      ...this.perClass.map((one) => scores(one.name, one)),
      "",
      line("accuracy", "", "", toFixed(this.accuracy, digits), `${support}`),
      scores("macro avg", this.macroAverage),
      scores("weighted avg", this.weightedAverage),
      ""
    ].join("\n");
  }
};
function classificationReport(labels, predictions, options = {}) {
  checkOptions("classificationReport", options, ["classNames", "digits"]);
  const { classNames, digits = 2 } = options;
  checkInteger("digits", digits, 0, 15);
  if (classNames !== void 0) checkNames(classNames);
  const pairs = toPairs(labels, predictions);
  const matrix = countPairs(pairs, classNames?.length);
  const names = classNames ?? matrix.classes.map(String);
  return new ClassificationReport(accuracyOf(pairs), scoresOf(matrix), names, digits);
}
__name(classificationReport, "classificationReport");
function checkNames(names) {
  if (!isList(names) || names.length === 0) {
    throw new OptionError("classNames", "an array of names, one for each class", describe(names));
  }
  names.forEach((name, id) => {
    checkText(`classNames[${id}]`, name);
  });
}
__name(checkNames, "checkNames");
function padStart(text, width) {
  return " ".repeat(Math.max(0, width - [...text].length)) + text;
}
__name(padStart, "padStart");
function toFixed(score, digits) {
  const halves = score * 2 ** (digits + 1);
  if (!Number.isInteger(halves) || halves % 2 === 0) return score.toFixed(digits);
  const below = Math.floor(score * 10 ** digits);
  return ((below + below % 2) / 10 ** digits).toFixed(digits);
}
__name(toFixed, "toFixed");

// ts/evaluation/roc.ts
function rocCurve(labels, scores) {
  const counted = countedPoints(toBinaryScores("scores", labels, scores));
  const points = [{ threshold: Number.POSITIVE_INFINITY, truePositives: 0, falsePositives: 0 }, ...corners(counted)];
  const { truePositives: positives, falsePositives: negatives } = points.at(-1);
  if (positives === 0 || negatives === 0) {
    throw new LabelError("labels", "both 0 and 1", `only ${positives === 0 ? 0 : 1}`);
  }
  return {
    falsePositiveRates: points.map(({ falsePositives }) => falsePositives / negatives),
    truePositiveRates: points.map(({ truePositives }) => truePositives / positives),
    thresholds: points.map(({ threshold }) => threshold)
  };
}
__name(rocCurve, "rocCurve");
function rocAucScore(labels, scores) {
  const { falsePositiveRates: x, truePositiveRates: y } = rocCurve(labels, scores);
  let area = 0;
  for (let i = 1; i < x.length; i++) {
    const [x0, x1, y0, y1] = [x[i - 1], x[i], y[i - 1], y[i]];
    area += (x1 - x0) * (y0 + y1) / 2;
  }
  return area;
}
__name(rocAucScore, "rocAucScore");
function countedPoints({ positive, scores }) {
  const rows = Uint32Array.from(scores, (_, row) => row).sort((a, b) => scores[b] - scores[a]);
  const points = [];
  let [truePositives, falsePositives] = [0, 0];
  rows.forEach((row, i) => {
    if (positive[row] === 1) truePositives++;
    else falsePositives++;
    const threshold = scores[row];
    const next = rows[i + 1];
    if (next === void 0 || scores[next] !== threshold) points.push({ threshold, truePositives, falsePositives });
  });
  return points;
}
__name(countedPoints, "countedPoints");
function corners(points) {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return true;
    const bend = /* @__PURE__ */ __name((count) => count(after) - 2 * count(point) + count(before), "bend");
    return bend((one) => one.truePositives) !== 0 || bend((one) => one.falsePositives) !== 0;
  });
}
__name(corners, "corners");

export {
  decide,
  labelIds,
  calibrationCurve,
  expectedCalibrationError,
  confusionMatrix,
  checkSquare,
  mostConfused,
  accuracyScore,
  precisionRecallFscoreSupport,
  ClassificationReport,
  classificationReport,
  rocCurve,
  rocAucScore
};
//# sourceMappingURL=chunk-QCQRSKF3.js.map