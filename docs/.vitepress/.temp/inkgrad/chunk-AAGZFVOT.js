import {
  encodePng
} from "./chunk-XGIKPLID.js";
import {
  bestEpoch,
  bestEpochText
} from "./chunk-4WQ5SDXU.js";
import {
  figuresFolder,
  pageFile
} from "./chunk-TREOV5XE.js";
import {
  accuracyScore,
  calibrationCurve,
  checkSquare,
  classificationReport,
  confusionMatrix,
  decide,
  expectedCalibrationError,
  labelIds,
  mostConfused,
  rocAucScore,
  rocCurve
} from "./chunk-QCQRSKF3.js";
import {
  figure,
  percent,
  plural,
  whole
} from "./chunk-DQW46KS4.js";
import {
  version
} from "./chunk-FMMKAEOA.js";
import {
  checkBoolean,
  checkInteger,
  checkNumber,
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
  TextEncoder
} from "./chunk-HLGL5JCD.js";
import {
  NonFiniteError,
  OptionError,
  ShapeError,
  printable
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/report/palette.ts
var light = {
  paper: "#ffffff",
  ink: "#1c2127",
  muted: "#59626d",
  rule: "#dfe3e8",
  blue: "#2264b0",
  orange: "#bd4b00",
  /** A full cell of a heat map; emptier cells let the paper through. */
  heat: "#08417f",
  /** Text on full cells: light in both. */
  onHeat: "#fdfdfd"
};
var dark = {
  paper: "#16191d",
  ink: "#e8eaed",
  muted: "#a4adb8",
  rule: "#30363e",
  blue: "#6fb1ff",
  orange: "#ff9a57",
  heat: "#2a74cc",
  onHeat: "#fdfdfd"
};
var fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, Inter, 'Helvetica Neue', Arial, sans-serif";

// ts/report/axes.ts
var chartWidth = 480;
var textStyle = { fontFamily, fontSize: 14, color: light.ink };
var axisText = { color: light.muted, fontSize: 14, fontFamily };
function axis(name, options = {}) {
  const { axisLabel, ...others } = options;
  return {
    type: "value",
    name,
    nameLocation: "middle",
    nameMoveOverlap: false,
    nameTextStyle: { ...axisText, color: light.ink },
    axisLabel: { ...axisText, ...axisLabel },
    axisLine: { show: true, lineStyle: { color: light.muted } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: light.rule } },
    ...others
  };
}
__name(axis, "axis");
function epochAxis(epochs, boundaryGap) {
  const step = Math.ceil(epochs.length / 12);
  return axis("Epoch", {
    type: "category",
    data: epochs,
    boundaryGap,
    nameGap: 30,
    splitLine: { show: false },
    axisLabel: { interval: /* @__PURE__ */ __name((place) => place % step === 0, "interval") }
  });
}
__name(epochAxis, "epochAxis");
function grid(room) {
  return { left: 76, right: 14, outerBoundsMode: "none", ...room };
}
__name(grid, "grid");
function legend(names2) {
  return {
    data: names2,
    top: 4,
    left: "center",
    itemWidth: 28,
    itemGap: 18,
    textStyle: { ...axisText, color: light.ink },
    selectedMode: false
  };
}
__name(legend, "legend");
function line(name, data, style2) {
  const { colour, symbol = "none", dashed = false, width = 2.25 } = style2;
  return {
    type: "line",
    name,
    data,
    silent: true,
    clip: false,
    symbol,
    symbolSize: 6,
    showSymbol: symbol !== "none",
    showAllSymbol: true,
    itemStyle: { color: colour, borderWidth: 0 },
    lineStyle: { color: colour, width, type: dashed ? "dashed" : "solid" },
    emphasis: { disabled: true }
  };
}
__name(line, "line");

// ts/report/figures/calibration.ts
import { drawChart } from "./charts.js";

// ts/report/svg.ts
function escapeText(text) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return printable(text).replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? "");
}
__name(escapeText, "escapeText");
function toSvg({ width, height: height5, title, description, body }) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height5}" viewBox="0 0 ${width} ${height5}"`,
    ` role="img" aria-label="${escapeText(`${title}. ${description}`)}" font-family="${fontFamily}">`,
    `<title>${escapeText(title)}</title><desc>${escapeText(description)}</desc>`,
    `<rect width="${width}" height="${height5}" fill="${light.paper}"/>`,
    body,
    "</svg>\n"
  ].join("");
}
__name(toSvg, "toSvg");
function textAt(x, y, text, style2 = {}) {
  const { size = 13, colour = light.ink, anchor = "start", bold = false } = style2;
  const weight = bold ? ' font-weight="600"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${weight}>${escapeText(text)}</text>`;
}
__name(textAt, "textAt");
function imageAt(x, y, width, height5, uri, kind) {
  return `<image class="${kind}" x="${x}" y="${y}" width="${width}" height="${height5}" href="${uri}" image-rendering="pixelated"/>`;
}
__name(imageAt, "imageAt");

// ts/report/figures/calibration.ts
var height = 440;
function calibrationPlot(bins) {
  checkBins(bins);
  const share = /* @__PURE__ */ __name((value) => `${Math.round(100 * value)} %`, "share");
  const ends = { min: 0, max: 1, interval: 0.25, axisLabel: { formatter: share } };
  const option = {
    textStyle,
    grid: [grid({ right: 26, top: 14, height: 268 }), grid({ right: 26, top: 306, height: 78 })],
    xAxis: [
      axis("", { ...ends, gridIndex: 0, axisLabel: { show: false } }),
      axis("Predicted probability", {
        ...ends,
        gridIndex: 1,
        nameGap: 30,
        containShape: false,
        splitLine: { show: false }
      })
    ],
    yAxis: [
      axis("Came true", { ...ends, gridIndex: 0, nameGap: 56, axisLine: { show: false } }),
      axis("Rows", {
        gridIndex: 1,
        max: 5.5,
        nameGap: 56,
        axisLine: { show: false },
        axisLabel: { show: false },
        splitLine: { show: false }
      })
    ],
    series: [
      line(
        "perfect",
        [
          [0, 0],
          [1, 1]
        ],
        { colour: light.muted, dashed: true, width: 1.25 }
      ),
      line(
        "model",
        bins.map(({ predicted, observed }) => [predicted, observed]),
        { colour: light.blue, symbol: "circle" }
      ),
      {
        type: "bar",
        xAxisIndex: 1,
        yAxisIndex: 1,
        silent: true,
        clip: false,
        barWidth: 18,
        itemStyle: { color: light.blue, opacity: 0.8 },
        emphasis: { disabled: true },
        // Log-scaled, or all bins but the last would be too low to see; a bin of one row has some height too.
        data: bins.map(({ predicted, count }) => ({
          value: [predicted, 0.3 + Math.log10(count)],
          label: {
            show: true,
            position: "top",
            distance: 3,
            formatter: shortCount(count),
            color: light.muted,
            fontSize: 12
          }
        }))
      }
    ]
  };
  const rows = bins.reduce((sum, { count }) => sum + count, 0);
  const description = [
    `${plural(rows, "row")} by predicted probability.`,
    ...bins.map(
      ({ predicted, observed, count }) => `Of ${whole(count)} at about ${percent(predicted, 1)}, ${percent(observed, 1)} came true.`
    )
  ].join(" ");
  return toSvg({
    width: chartWidth,
    height,
    title: "Calibration",
    description,
    body: drawChart(option, chartWidth, height)
  });
}
__name(calibrationPlot, "calibrationPlot");
function checkBins(bins) {
  if (!isList(bins)) throw new OptionError("bins", "bins as calibrationCurve gives them", describe(bins));
  const isShare = /* @__PURE__ */ __name((value) => value >= 0 && value <= 1, "isShare");
  bins.forEach((bin, i) => {
    const { predicted, observed, count } = checkObject(`bins[${i}]`, bin);
    checkNumber(`bins[${i}].predicted`, predicted, "a number from 0 to 1", isShare);
    checkNumber(`bins[${i}].observed`, observed, "a number from 0 to 1", isShare);
    checkInteger(`bins[${i}].count`, count, 1, Number.MAX_SAFE_INTEGER);
  });
}
__name(checkBins, "checkBins");
function shortCount(count) {
  return count < 1e3 ? String(count) : `${+(count / 1e3).toPrecision(2)}k`;
}
__name(shortCount, "shortCount");

// ts/report/figures/confusion-heatmap.ts
import { drawChart as drawChart2 } from "./charts.js";

// ts/report/pixels.ts
function toImages(argument, images, size) {
  const { data, shape } = rawPixels(argument, images);
  const [count = 0, pixels = 0] = shape;
  if (shape.length !== 2) throw new ShapeError(argument, "[rows, pixels]", formatShape(shape));
  const [height5, width] = checkSize(argument, pixels, size);
  const scale = data instanceof Uint8Array || data instanceof Uint8ClampedArray ? 1 : 255;
  return {
    size: [height5, width],
    count,
    ink: /* @__PURE__ */ __name((row) => Uint8Array.from(
      data.subarray(row * pixels, (row + 1) * pixels),
      (value) => Math.round(Math.min(Math.max(value * scale, 0), 255))
    ), "ink")
  };
}
__name(toImages, "toImages");
function rawPixels(argument, images) {
  const { bytes, shape } = images ?? {};
  return toTensor(argument, bytes && shape ? { data: bytes, shape } : images);
}
__name(rawPixels, "rawPixels");
function checkSize(argument, pixels, size) {
  if (size !== void 0 && !(Array.isArray(size) && size.length === 2)) {
    throw new OptionError("imageShape", "[height, width]", describe(size));
  }
  const side = Math.sqrt(pixels);
  const [height5, width] = size ?? [side, side];
  if (Number.isInteger(height5) && Number.isInteger(width) && pixels > 0 && height5 * width === pixels) {
    return [height5, width];
  }
  const expected = size ? `rows of ${height5} x ${width} pixels` : "rows of square images, or imageShape";
  throw new ShapeError(argument, expected, `rows of ${pixels}`);
}
__name(checkSize, "checkSize");
function inkUri(ink, [height5, width]) {
  const data = new Uint8Array(2 * ink.length);
  ink.forEach((value, i) => {
    data[2 * i + 1] = value;
  });
  return pngUri({ width, height: height5, data, channels: 2 });
}
__name(inkUri, "inkUri");
function colourUri(data, [height5, width]) {
  return pngUri({ width, height: height5, data, channels: 4 });
}
__name(colourUri, "colourUri");
function pngUri(image) {
  let binary = "";
  for (const byte of encodePng(image, { zlib: { level: 9 } })) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}
__name(pngUri, "pngUri");

// ts/report/run.ts
function judge(run) {
  checkOptions("run", run, [
    "title",
    "subtitle",
    "history",
    "labels",
    "probabilities",
    "images",
    "imageShape",
    "classNames",
    "model",
    "timings",
    "recipe",
    "engine",
    "command"
  ]);
  checkHistory(run.history);
  const probabilities = toTensor("probabilities", run.probabilities);
  const decisions = decide(probabilities);
  const [rows = 0, columns = 0] = probabilities.shape;
  const classes = Math.max(columns, 2);
  const matrix = confusionMatrix(run.labels, probabilities, { classes });
  const images = run.images === void 0 ? void 0 : toImages("images", run.images, run.imageShape);
  if (images && images.count !== rows) throw new ShapeError("images", `${rows} rows`, `${images.count}`);
  if (run.timings !== void 0) checkTimings(run.timings, run.history.epoch.length);
  for (const name of ["subtitle", "command"]) checkOptionalText(name, run[name]);
  for (const name of ["name", "summary", "weightsHash"]) checkOptionalText(`model.${name}`, run.model?.[name]);
  return {
    ...run,
    title: checkText("title", run.title ?? run.model?.name ?? "Training report"),
    probabilities,
    rows,
    labels: labelIds("labels", run.labels).ids,
    decisions,
    classNames: checkNames(run.classNames, classes),
    matrix,
    images,
    probability: /* @__PURE__ */ __name((row, classId) => {
      if (columns > 1) return probabilities.data[row * columns + classId];
      const one = probabilities.data[row];
      return classId === 1 ? one : 1 - one;
    }, "probability")
  };
}
__name(judge, "judge");
function checkHistory(received) {
  const { epoch, history } = received ?? {};
  if (!isList(epoch) || !isList(history?.loss)) {
    throw new OptionError("history", "what fit resolves to: { epoch, history: { loss, ... } }", describe(received));
  }
  for (const [name, values] of Object.entries(history)) {
    const argument = `history.history.${name}`;
    if (!isList(values)) throw new OptionError(argument, "an array of numbers", describe(values));
    if (values.length !== epoch.length || epoch.length === 0) {
      throw new ShapeError(
        argument,
        `[${epoch.length || "at least 1"}], a value for each epoch`,
        formatShape([values.length])
      );
    }
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) throw new NonFiniteError(`${argument}[${wrong}]`, "a finite number", describe(values[wrong]));
  }
  checkNumbers(
    "history.epoch",
    epoch,
    "a whole number of at least 0",
    (value) => Number.isInteger(value) && value >= 0
  );
}
__name(checkHistory, "checkHistory");
function checkTimings(timings, epochs) {
  const { seconds, samples: samples2 } = checkObject("timings", timings);
  if (!isList(seconds)) throw new OptionError("timings.seconds", "an array of numbers", describe(seconds));
  checkLength(seconds, epochs ?? seconds.length);
  const positive = /* @__PURE__ */ __name((value) => value > 0 && Number.isFinite(value), "positive");
  checkNumbers("timings.seconds", seconds, "a number above 0", positive);
  checkNumber("timings.samples", samples2, "a number above 0", positive);
}
__name(checkTimings, "checkTimings");
function checkLength(seconds, epochs) {
  if (seconds.length !== epochs || epochs === 0) {
    throw new ShapeError(
      "timings.seconds",
      `${formatShape([epochs || "at least 1"])}, as there are epochs`,
      formatShape([seconds.length])
    );
  }
}
__name(checkLength, "checkLength");
function checkOptionalText(argument, text) {
  if (text !== void 0 && text !== "") checkText(argument, text);
}
__name(checkOptionalText, "checkOptionalText");
function checkNames(names2, classes) {
  if (names2 === void 0) return Array.from({ length: classes }, (_, id) => String(id));
  if (!isList(names2) || names2.length !== classes) {
    throw new OptionError("classNames", `an array of ${classes} names`, describe(names2));
  }
  return names2.map((name, id) => printable(checkText(`classNames[${id}]`, name)));
}
__name(checkNames, "checkNames");

// ts/report/figures/confusion-heatmap.ts
var mostClasses = 50;
var mostWithNumbers = 16;
var dark2 = 0.65;
function confusionHeatmap(matrix, options = {}) {
  checkOptions("confusionHeatmap", options, ["normalize", "classNames"]);
  checkSquare(matrix);
  const { counts, classes } = matrix;
  const normalize = checkBoolean("normalize", options.normalize ?? false);
  const names2 = options.classNames === void 0 ? classes.map(String) : checkNames(options.classNames, classes.length);
  if (classes.length > mostClasses) {
    throw new OptionError("matrix", `at most ${mostClasses} classes`, `${classes.length}`);
  }
  const supports = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const largest = Math.max(...counts.flat(), 1);
  const cells = counts.flatMap(
    (row, label) => row.map((count, prediction) => {
      const share = count / Math.max(supports[label], 1);
      return {
        label,
        prediction,
        text: count === 0 ? "" : normalize ? (100 * share).toFixed(1) : String(count),
        depth: Math.sqrt(normalize ? share : count / largest)
      };
    })
  );
  const [left, top, right, bottom] = [62, 10, 10, 56];
  const side = chartWidth - left - right;
  const height5 = side + top + bottom;
  const fontSize = Math.min(20, Math.max(10, Math.round(side / classes.length * 0.32)));
  const band = {
    type: "category",
    data: names2.map((_, place) => String(place)),
    axisLabel: { formatter: /* @__PURE__ */ __name((place) => names2[Number(place)]?.replace("__proto__", "__proto\u200B__"), "formatter") },
    axisLine: { show: false },
    splitLine: { show: false }
  };
  const option = {
    textStyle,
    grid: grid({ left, top, right, bottom }),
    xAxis: axis("Predicted", { ...band, nameGap: 32 }),
    yAxis: axis("True", { ...band, inverse: true, nameGap: 42 }),
    series: {
      type: "custom",
      silent: true,
      clip: false,
      data: cells.map(({ label, prediction }) => [prediction, label]),
      renderItem: /* @__PURE__ */ __name((params, api) => {
        const { label, prediction, text, depth } = cells[params.dataIndex];
        const [x, y] = api.coord([prediction, label]);
        const [width, cellHeight] = api.size([1, 1]);
        const gap2 = classes.length > mostWithNumbers ? 0.5 : 1;
        const shape = {
          x: x - width / 2 + gap2,
          y: y - cellHeight / 2 + gap2,
          width: width - 2 * gap2,
          height: cellHeight - 2 * gap2,
          r: 3
        };
        const ground = { type: "rect", shape, style: { fill: light.rule, opacity: 0.45 } };
        const filled = { type: "rect", shape, style: { fill: light.heat, opacity: depth } };
        const number = {
          type: "text",
          style: {
            text,
            x,
            y,
            align: "center",
            verticalAlign: "middle",
            fill: depth >= dark2 ? light.onHeat : light.ink,
            fontSize,
            fontFamily: textStyle.fontFamily,
            fontWeight: label === prediction ? 600 : 400
          }
        };
        const shown = classes.length <= mostWithNumbers && text !== "";
        return { type: "group", children: [ground, ...depth > 0 ? [filled] : [], ...shown ? [number] : []] };
      }, "renderItem")
    }
  };
  const total = supports.reduce((sum, support) => sum + support, 0);
  const hits = counts.reduce((sum, row, i) => sum + row[i], 0);
  const description = [
    `${whole(hits)} of ${whole(total)} rows lie on the diagonal, where the prediction is right.`,
    ...names2.map((name, i) => {
      const row = counts[i];
      return `${name}: ${percent(row[i] / Math.max(supports[i], 1), 1)} of ${whole(supports[i])} found.`;
    })
  ].join(" ");
  const title = normalize ? "Confusion matrix, per cent of each true class" : "Confusion matrix, counts";
  return toSvg({ width: chartWidth, height: height5, title, description, body: drawChart2(option, chartWidth, height5) });
}
__name(confusionHeatmap, "confusionHeatmap");

// ts/report/figures/curves.ts
import { drawChart as drawChart3 } from "./charts.js";
var height2 = 320;
var mostPoints = 40;
function lossCurves(history) {
  checkHistory(history);
  const { loss, val_loss } = history.history;
  return curves(history, "Loss", loss, val_loss, figure, {});
}
__name(lossCurves, "lossCurves");
function accuracyCurves(history) {
  checkHistory(history);
  const { accuracy, val_accuracy } = history.history;
  if (!accuracy) throw new OptionError("history.history.accuracy", "a value for each epoch", "none");
  const percents = {
    scale: true,
    // Not 102 %, where ECharts would go on.
    max: /* @__PURE__ */ __name(({ max }) => max > 0.9 ? 1 : null, "max"),
    axisLabel: { formatter: /* @__PURE__ */ __name((share) => `${+(100 * share).toFixed(2)} %`, "formatter") }
  };
  return curves(history, "Accuracy", accuracy, val_accuracy, percent, percents);
}
__name(accuracyCurves, "accuracyCurves");
function curves(history, name, trained, validated, format, scale) {
  const epochs = history.epoch.map((epoch) => String(epoch + 1));
  const points = /* @__PURE__ */ __name((values) => values.map((value, i) => [epochs[i], value]), "points");
  const shape = /* @__PURE__ */ __name((symbol) => epochs.length <= mostPoints ? symbol : "none", "shape");
  const best = bestEpoch(history);
  const position = best / Math.max(epochs.length - 1, 1);
  const markLine = {
    symbol: "none",
    silent: true,
    lineStyle: { color: light.muted, width: 1.25, type: [3, 3] },
    label: {
      formatter: `best: epoch ${epochs[best]}`,
      align: position < 0.15 && epochs.length > 1 ? "left" : position > 0.85 ? "right" : "center",
      color: light.ink,
      fontSize: 14,
      distance: 4
    },
    emphasis: { disabled: true },
    data: [{ xAxis: epochs[best] }]
  };
  const lines = [
    { ...line("training", points(trained), { colour: light.blue, symbol: shape("circle") }), markLine },
    ...validated ? [line("validation", points(validated), { colour: light.orange, symbol: shape("diamond") })] : []
  ];
  const option = {
    textStyle,
    grid: grid({ top: 58, bottom: 50 }),
    legend: legend(validated ? ["training", "validation"] : ["training"]),
    xAxis: epochAxis(epochs, epochs.length === 1),
    yAxis: axis(name, { nameGap: 56, axisLine: { show: false }, ...scale }),
    series: lines
  };
  const ends = /* @__PURE__ */ __name((which, values) => `${which} from ${format(values[0])} to ${format(values.at(-1))}`, "ends");
  const description = [
    `${ends("On the training data", trained)}${validated ? `, ${ends("on the validation data", validated)}` : ""}`,
    ` over ${epochs.length} epochs. The lowest ${validated ? "validation " : ""}loss is that of epoch ${epochs[best]}`,
    `, where this is ${format((validated ?? trained)[best])}.`
  ].join("");
  const body = drawChart3(option, chartWidth, height2);
  return toSvg({ width: chartWidth, height: height2, title: `${name} by epoch`, description, body });
}
__name(curves, "curves");

// ts/report/figures/roc.ts
import { drawChart as drawChart4 } from "./charts.js";
var height3 = 440;
function rocPlot(curve) {
  checkCurve(curve);
  const points = curve.falsePositiveRates.map((x, i) => [x, curve.truePositiveRates[i]]);
  const ends = {
    min: 0,
    max: 1,
    interval: 0.25,
    axisLabel: { formatter: /* @__PURE__ */ __name((value) => `${Math.round(100 * value)} %`, "formatter") }
  };
  const decided = points[curve.thresholds.findLastIndex((threshold) => threshold >= 0.5)] ?? [0, 0];
  const option = {
    textStyle,
    grid: grid({ right: 26, top: 14, bottom: 56 }),
    xAxis: axis("False positives (of class 0)", { ...ends, nameGap: 30 }),
    yAxis: axis("True positives (of class 1)", { ...ends, nameGap: 56, axisLine: { show: false } }),
    series: [
      line(
        "guessing",
        [
          [0, 0],
          [1, 1]
        ],
        { colour: light.muted, dashed: true, width: 1.25 }
      ),
      line("model", points, { colour: light.blue, width: 2.5 }),
      {
        ...line("decision", [decided], { colour: light.orange, symbol: "circle" }),
        symbolSize: 10,
        label: { show: true, formatter: "decided at 0.5", position: [14, 6], color: light.ink, fontSize: 14 }
      }
    ]
  };
  const description = `At a threshold of 0.5 the model finds ${percent(decided[1])} of class 1 and takes ${percent(decided[0])} of class 0 for it.`;
  return toSvg({
    width: chartWidth,
    height: height3,
    title: "ROC curve",
    description,
    body: drawChart4(option, chartWidth, height3)
  });
}
__name(rocPlot, "rocPlot");
function checkCurve(curve) {
  const { falsePositiveRates, truePositiveRates, thresholds } = checkObject("curve", curve);
  const isShare = /* @__PURE__ */ __name((value) => value >= 0 && value <= 1, "isShare");
  const rates = checkNumbers("curve.falsePositiveRates", falsePositiveRates, "a number from 0 to 1", isShare);
  const others = {
    truePositiveRates: checkNumbers("curve.truePositiveRates", truePositiveRates, "a number from 0 to 1", isShare),
    thresholds: checkNumbers("curve.thresholds", thresholds, "a number", (value) => !Number.isNaN(value))
  };
  for (const [name, { length }] of Object.entries(others)) {
    if (length !== rates.length)
      throw new ShapeError(`curve.${name}`, formatShape([rates.length]), formatShape([length]));
  }
}
__name(checkCurve, "checkCurve");

// ts/report/figures/tiles.ts
function drawTile({ images }, tile, x, y, width) {
  if (!images) return "";
  const { size } = images;
  const height5 = tileHeight(size, width);
  const colour = tile.wrong ? light.orange : light.ink;
  const frame = `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height5 - 1}" rx="4" fill="none" stroke="${tile.wrong ? light.orange : light.rule}"/>`;
  const middle = x + width / 2;
  return [
    frame,
    imageAt(x + 3, y + 3, width - 6, height5 - 6, inkUri(images.ink(tile.row), size), "ink"),
    tile.caption === void 0 ? "" : textAt(middle, y + height5 + 18, tile.caption, {
      size: fitted(tile.caption, width),
      anchor: "middle",
      colour,
      bold: true
    }),
    tile.note === void 0 ? "" : textAt(middle, y + height5 + 35, tile.note, { size: 12, anchor: "middle", colour: light.muted })
  ].join("");
}
__name(drawTile, "drawTile");
function tileHeight([height5, width], boxWidth) {
  return Math.round(boxWidth * height5 / width);
}
__name(tileHeight, "tileHeight");
function drawTiles(run, tiles, columns, width) {
  const gap2 = 16;
  const tileWidth = (width - gap2 * (columns + 1)) / columns;
  const lines = tiles.some(({ note }) => note !== void 0) ? 50 : 32;
  const step = tileHeight(run.images?.size ?? [1, 1], tileWidth) + lines;
  const body = tiles.map(
    (tile, i) => drawTile(run, tile, gap2 + i % columns * (tileWidth + gap2), gap2 + Math.floor(i / columns) * step, tileWidth)
  ).join("");
  return { body, height: Math.round(gap2 + Math.ceil(tiles.length / columns) * step) };
}
__name(drawTiles, "drawTiles");
function fitted(text, width, most = 14) {
  return Math.max(6, Math.min(most, Math.floor(1.8 * width / text.length)));
}
__name(fitted, "fitted");

// ts/report/figures/samples.ts
function mistakes({ labels, decisions, rows, probability }) {
  const sureness = /* @__PURE__ */ __name((row) => probability(row, decisions[row]), "sureness");
  return Array.from({ length: rows }, (_, row) => row).filter((row) => labels[row] !== decisions[row]).sort((a, b) => sureness(b) - sureness(a));
}
__name(mistakes, "mistakes");
function sampleGrid(run) {
  return drawSampleGrid(judgeImages(run));
}
__name(sampleGrid, "sampleGrid");
function worstMistakes(run) {
  return drawWorstMistakes(judgeImages(run));
}
__name(worstMistakes, "worstMistakes");
function confusedPairs(run) {
  return drawConfusedPairs(judgeImages(run));
}
__name(confusedPairs, "confusedPairs");
function judgeImages(run) {
  checkObject("run", run);
  if (run.images === void 0) throw new OptionError("images", "the images to show", "none");
  return judge(run);
}
__name(judgeImages, "judgeImages");
function drawSampleGrid(run) {
  const shown = Math.min(16, run.rows);
  const rows = Array.from({ length: shown }, (_, i) => Math.floor(i * run.rows / shown));
  const tiles = rows.map((row) => ({ row, caption: names(run, row).join(" / "), wrong: isWrong(run, row) }));
  const { body, height: height5 } = drawTiles(run, tiles, 4, chartWidth);
  const wrong = tiles.filter((tile) => tile.wrong).length;
  const description = `${plural(shown, "image")}, each with label / prediction: ${tiles.map(({ caption }) => caption).join(", ")}. ${wrong === 0 ? "All are right." : `${wrong} of them wrong.`}`;
  return toSvg({ width: chartWidth, height: height5, title: "Samples", description, body });
}
__name(drawSampleGrid, "drawSampleGrid");
function drawWorstMistakes(run) {
  const tiles = mistakes(run).slice(0, 16).map((row) => {
    const [label, decision] = [run.labels[row], run.decisions[row]];
    return {
      row,
      caption: names(run, row).join(" / "),
      note: `${chance(run.probability(row, decision))} / ${chance(run.probability(row, label))}`,
      wrong: true
    };
  });
  const { body, height: height5 } = drawTiles(run, tiles, 4, chartWidth);
  const description = tiles.map(({ caption, note }) => `${caption} (probabilities ${note}, predicted / true)`).join(", ");
  return toSvg({ width: chartWidth, height: height5, title: "Worst mistakes", description: `${description}.`, body });
}
__name(drawWorstMistakes, "drawWorstMistakes");
var pairTile = 50;
var pairText = 132;
var pairGap = 6;
var mostPairs = 8;
function drawConfusedPairs(run) {
  const pairs = mostConfused(run.matrix, { top: mostPairs });
  const wrong = mistakes(run);
  const step = tileHeight(run.images?.size ?? [1, 1], pairTile) + 14;
  const room = Math.floor((chartWidth - pairText - 6) / (pairTile + pairGap));
  const body = pairs.map(({ label, prediction, count, share }, line2) => {
    const y = 10 + line2 * step;
    const middle = y + (step - 14) / 2;
    const heading = `${run.classNames[label]} taken for ${run.classNames[prediction]}`;
    const rows = wrong.filter((row) => run.labels[row] === label && run.decisions[row] === prediction).slice(0, room);
    return [
      textAt(12, middle - 2, heading, { bold: true, size: fitted(heading, pairText - 18) }),
      textAt(12, middle + 17, `${plural(count, "time")}, ${percent(share, 1)}`, { colour: light.muted }),
      ...rows.map((row, i) => drawTile(run, { row }, pairText + i * (pairTile + pairGap), y, pairTile))
    ].join("");
  }).join("");
  const description = pairs.map(
    ({ label, prediction, count }) => `${run.classNames[label]} taken for ${run.classNames[prediction]} ${plural(count, "time")}`
  ).join(", ");
  const height5 = 10 + pairs.length * step;
  return toSvg({ width: chartWidth, height: height5, title: "Most confused pairs", description: `${description}.`, body });
}
__name(drawConfusedPairs, "drawConfusedPairs");
function names({ classNames, labels, decisions }, row) {
  return [classNames[labels[row]], classNames[decisions[row]]];
}
__name(names, "names");
function isWrong({ labels, decisions }, row) {
  return labels[row] !== decisions[row];
}
__name(isWrong, "isWrong");
function chance(probability) {
  if (probability > 0.999) return `>${percent(0.999, 1)}`;
  return probability < 1e-3 ? `<${percent(1e-3, 1)}` : percent(probability, 1);
}
__name(chance, "chance");

// ts/report/figures/timings.ts
import { drawChart as drawChart5 } from "./charts.js";
var height4 = 260;
function timingsChart(timings) {
  checkTimings(timings);
  const rates = timings.seconds.map((seconds) => timings.samples / seconds);
  const option = {
    textStyle,
    grid: grid({ top: 16, bottom: 50 }),
    xAxis: epochAxis(
      rates.map((_, i) => `${i + 1}`),
      true
    ),
    yAxis: axis("Samples a second", {
      nameGap: 56,
      axisLine: { show: false },
      axisLabel: { formatter: /* @__PURE__ */ __name((rate) => rate >= 1e3 ? `${rate / 1e3}k` : `${rate}`, "formatter") }
    }),
    series: {
      type: "bar",
      data: rates,
      silent: true,
      clip: false,
      barMaxWidth: 40,
      barCategoryGap: "30%",
      itemStyle: { color: light.blue },
      emphasis: { disabled: true }
    }
  };
  const [least, most] = [Math.min, Math.max].map((choose) => rates.reduce((best, rate) => choose(best, rate)));
  const description = `From ${whole(least)} to ${whole(most)} samples a second.`;
  return toSvg({
    width: chartWidth,
    height: height4,
    title: "Speed by epoch",
    description,
    body: drawChart5(option, chartWidth, height4)
  });
}
__name(timingsChart, "timingsChart");

// ts/report/figures/weights.ts
var mostUnits = 256;
var gap = 2;
function firstLayerWeights(kernel, imageShape) {
  const { data, shape } = toTensor("kernel", kernel);
  const [pixels = 0, units = 0] = shape;
  if (shape.length !== 2 || units === 0) throw new ShapeError("kernel", "[pixels, units]", formatShape(shape));
  const [height5, width] = checkSize("kernel", pixels, imageShape);
  const shown = Math.min(units, mostUnits);
  const columns = columnsFor(shown);
  const rows = Math.ceil(shown / columns);
  const [sheetWidth, sheetHeight] = [columns * (width + gap) - gap, rows * (height5 + gap) - gap];
  const sheet = new Uint8Array(4 * sheetWidth * sheetHeight);
  for (let unit = 0; unit < shown; unit++) {
    const [top, left] = [Math.floor(unit / columns) * (height5 + gap), unit % columns * (width + gap)];
    const weight = /* @__PURE__ */ __name((pixel) => data[pixel * units + unit], "weight");
    let largest = 0;
    for (let pixel = 0; pixel < pixels; pixel++) largest = Math.max(largest, Math.abs(weight(pixel)));
    for (let pixel = 0; pixel < pixels; pixel++) {
      const strength = largest === 0 ? 0 : weight(pixel) / largest;
      const place = (top + Math.floor(pixel / width)) * sheetWidth + left + pixel % width;
      sheet.set(strength < 0 ? against : towards, 4 * place);
      sheet[4 * place + 3] = Math.round(255 * Math.abs(strength));
    }
  }
  const drawn = chartWidth - 16;
  const drawnHeight = Math.round(drawn * sheetHeight / sheetWidth);
  return toSvg({
    width: chartWidth,
    height: drawnHeight + 16,
    title: "First-layer weights",
    description: `${plural(shown, "unit")} of ${height5} x ${width} weights, blue for positive and orange for negative ones.`,
    body: imageAt(8, 8, drawn, drawnHeight, colourUri(sheet, [sheetHeight, sheetWidth]), "map")
  });
}
__name(firstLayerWeights, "firstLayerWeights");
function columnsFor(units) {
  const [least, most] = [1.4, 2].map((factor) => Math.ceil(factor * Math.sqrt(units)));
  let best = Math.min(units, least);
  const empty = /* @__PURE__ */ __name((columns) => Math.ceil(units / columns) * columns - units, "empty");
  for (let columns = best; columns <= Math.min(units, most); columns++) {
    if (empty(columns) < empty(best)) best = columns;
  }
  return best;
}
__name(columnsFor, "columnsFor");
var towards = rgb(light.blue);
var against = rgb(light.orange);
function rgb(hex) {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}
__name(rgb, "rgb");

// ts/report/style.ts
var colours = Object.keys(light);
var variables = /* @__PURE__ */ __name((palette) => colours.map((name) => `--${name}:${palette[name]}`).join(";"), "variables");
var figureColours = colours.map((name) => `svg [fill="${light[name]}"]{fill:var(--${name})}svg [stroke="${light[name]}"]{stroke:var(--${name})}`).join("\n");
var style = `
:root{color-scheme:light dark;${variables(light)};--page:#f6f7f8}
@media screen and (prefers-color-scheme:dark){:root{${variables(dark)};--page:#0e1013}svg .ink{filter:invert(1)}}
@media print{:root{--page:#fff}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 ${fontFamily};font-variant-numeric:tabular-nums}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 clamp(12px,3vw,32px)}
header{padding-top:clamp(28px,5vw,56px)}
h1{font-size:clamp(1.7rem,4vw,2.5rem);line-height:1.15;letter-spacing:-.02em;margin:0;overflow-wrap:anywhere;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 .25rem}
h3{font-size:1rem;margin:0}
p{margin:.35rem 0;max-width:80ch}
.lead{color:var(--muted);font-size:1.05rem;margin-top:.5rem}
a{color:var(--blue);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--blue);outline-offset:3px;border-radius:4px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:1.4rem 0 0;padding:0;font-size:.95rem}
nav a{display:inline-block;padding:.25rem 0}
.key{display:flex;flex-wrap:wrap;gap:1px;margin:1.6rem 0 0;background:var(--rule);border:1px solid var(--rule);border-radius:12px;overflow:hidden}
.key div{background:var(--paper);padding:.8rem 1rem .9rem;flex:1 1 148px}
.key dt{color:var(--muted);font-size:.85rem}
.key dd{margin:0;font-size:1.5rem;font-weight:600;letter-spacing:-.01em;line-height:1.25}
.key small{display:block;color:var(--muted);font-size:.8rem;font-weight:400;letter-spacing:0}
section{margin:clamp(2rem,5vw,3.25rem) 0 0;scroll-margin-top:1rem}
section>p{color:var(--muted)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:18px;margin-top:1rem;align-items:stretch}
.wide{grid-column:1/-1}
#weights svg{max-width:900px}
.panel .scroll{max-height:470px;overflow-y:auto}
figure,.panel{margin:0;background:var(--paper);border:1px solid var(--rule);border-radius:12px;padding:clamp(10px,2vw,18px);min-width:0}
figure svg{display:block;width:100%;height:auto;max-width:600px;margin:.6rem auto 0}
figcaption p,.panel p{font-size:.92rem;color:var(--muted);margin:.15rem 0 0}
details{margin-top:.7rem;font-size:.92rem}
summary{cursor:pointer;color:var(--blue);width:fit-content}
.scroll{overflow-x:auto;margin-top:.5rem}
table{border-collapse:collapse;font-size:.92rem;min-width:100%}
caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem}
th,td{padding:.24rem .7rem;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap;font-weight:400}
th:first-child,td:first-child{padding-left:.2rem}
thead th{color:var(--muted)}
tbody th,thead th:first-child{text-align:left}
thead th{position:sticky;top:0;background:var(--paper)}
tbody.sum tr:first-child>*{border-top:2px solid var(--rule)}
table.facts{min-width:0;width:100%}
table.facts th{color:var(--muted);vertical-align:top;width:10.5rem}
table.facts td{text-align:left;white-space:normal;overflow-wrap:anywhere}
pre,code{font:13px/1.35 ui-monospace,'Cascadia Mono','SF Mono',Menlo,Consolas,monospace}
pre{margin:0;padding:0 0 .3rem}
footer{color:var(--muted);font-size:.88rem;padding-top:2.5rem;padding-bottom:3rem}
${figureColours}
@media (max-width:480px){table.facts th{width:7.5rem}}
@media print{
body{font-size:9pt;line-height:1.4;background:none}nav,summary{display:none}
header,main,footer{max-width:none;padding:0}
h1{font-size:20pt}h2{font-size:13pt}.key dd{font-size:13pt}.key div{padding:5pt 8pt;flex-basis:90pt}
section{margin-top:14pt}.pair{grid-template-columns:1fr 1fr;gap:8pt;margin-top:6pt}#weights .pair{grid-template-columns:1fr}
figcaption p,.panel p,table{font-size:8pt}th,td{padding:1.5pt 4pt}.panel .scroll{max-height:none;overflow:visible}
figure,.panel,tr,.key{break-inside:avoid}h2,h3,section>p{break-after:avoid}
pre{font-size:7pt}footer{padding:10pt 0 0}
}
@page{margin:12mm}
`;

// ts/report/page.ts
var policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
var icon = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 13 8 3l5 10" fill="none" stroke="#2264b0" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>'
);
function makePage(run) {
  const figures = /* @__PURE__ */ new Map();
  const figure2 = /* @__PURE__ */ __name((name, svg, title, caption, more = "") => {
    figures.set(name, svg);
    const text = `<figcaption><h3>${escapeText(title)}</h3><p>${escapeText(caption)}</p></figcaption>`;
    return `<figure id="figure-${name}">${text}${svg}${more}</figure>`;
  }, "figure");
  const sections = [
    learning(run, figure2),
    samples(run, figure2),
    errors(run, figure2),
    confidence(run, figure2),
    weights(run, figure2),
    recipe(run)
  ].filter((section) => section !== void 0);
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join("");
  const parts = sections.map(
    ({ id, title, intro, content }) => `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p>${escapeText(intro)}</p>${content}</section>`
  );
  const subtitle = run.subtitle === void 0 ? "" : `<p class="lead">${escapeText(run.subtitle)}</p>`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="inkgrad ${version}">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(run.title)}</title>
<link rel="icon" href="${icon}">
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeText(run.title)}</h1>
${subtitle}
${keyFigures(run)}
<nav aria-label="Sections"><ul>${links}</ul></nav>
</header>
<main>
${parts.join("\n")}
</main>
<footer><p>Made by inkgrad ${version}. All of this page is in this one file.</p></footer>
</body>
</html>
`;
  return { html, figures };
}
__name(makePage, "makePage");
function keyFigures(run) {
  const { rows, labels, decisions, timings, history } = run;
  const wrong = mistakes(run).length;
  const { val_loss, loss } = history.history;
  const best = bestEpoch(history);
  const cells = [
    ["Accuracy", percent(accuracyScore(labels, decisions)), `on ${plural(rows, "held-out image")}`],
    ["Mistakes", whole(wrong), `of ${whole(rows)}`]
  ];
  const area = areaUnderCurve(run);
  if (area !== void 0) cells.push(["ROC AUC", area.toFixed(4), "1 is a perfect order"]);
  cells.push(
    ["Calibration error", percent(calibrationError(run)), "expected, 10 bins"],
    [
      val_loss ? "Best validation loss" : "Lowest loss",
      figure((val_loss ?? loss)[best]),
      `epoch ${history.epoch[best] + 1} of ${history.epoch.length}`
    ]
  );
  if (timings) {
    const seconds = timings.seconds.reduce((sum, value) => sum + value, 0);
    const rate = timings.samples * timings.seconds.length / seconds;
    cells.push(["Training time", duration(seconds), `${whole(rate)} samples/s`]);
  }
  const items = cells.map(
    ([name, value, note]) => `<div><dt>${name}</dt><dd>${value} <small>${escapeText(note)}</small></dd></div>`
  );
  return `<dl class="key">${items.join("")}</dl>`;
}
__name(keyFigures, "keyFigures");
function learning({ history, timings }, figure2) {
  const { loss, accuracy, val_loss, val_accuracy } = history.history;
  const columns = { loss, accuracy, val_loss, val_accuracy };
  const shown = Object.entries(columns).filter((column) => column[1] !== void 0);
  const lines = history.epoch.map((epoch, i) => {
    const time = timings?.seconds[i];
    return [
      `${epoch + 1}`,
      ...shown.map(([, values]) => figure(values[i])),
      ...time ? [duration(time)] : []
    ];
  });
  const heads = ["Epoch", ...shown.map(([name]) => name), ...timings ? ["time"] : []];
  const gap2 = val_loss ? "Both lines should fall together. Where validation turns upwards while training goes on down, the model begins to learn its training images by heart." : "A loss that still falls at the end would gain from more epochs.";
  return {
    id: "learning",
    title: "How it learned",
    intro: `${bestEpochText(history)} The dashed line marks that epoch.`,
    content: pair(
      figure2("loss", lossCurves(history), "Loss", gap2),
      accuracy && figure2(
        "accuracy",
        accuracyCurves(history),
        "Accuracy",
        "The share decided rightly. In training it is a mean over the epoch, taken before each step, so that it can lie below validation at first."
      ),
      timings && figure2(
        "timings",
        timingsChart(timings),
        "Speed",
        `Samples trained on in a second, of ${whole(timings.samples)} an epoch. Bars of one height mean an undisturbed machine.`
      ),
      panel("Every epoch", table("", heads, lines, [], "Every epoch"))
    )
  };
}
__name(learning, "learning");
function samples(run, figure2) {
  if (!run.images) return void 0;
  const wrong = mistakes(run).length;
  return {
    id: "samples",
    title: "What it sees",
    intro: "Held-out images that it was not trained on.",
    content: pair(
      figure2(
        "samples",
        drawSampleGrid(run),
        "Label / prediction",
        "Taken evenly from all images, not chosen. A prediction in orange is wrong."
      ),
      wrong > 0 && figure2(
        "worst-mistakes",
        drawWorstMistakes(run),
        "Worst mistakes",
        "Label / prediction of the mistakes it was most sure of, with the probabilities of the prediction / the label. Would people have known better?"
      )
    )
  };
}
__name(samples, "samples");
function errors(run, figure2) {
  const { matrix, classNames, images } = run;
  const heads = ["True", ...classNames.map((name) => `as ${name}`)];
  const lines = matrix.counts.map((row, i) => [classNames[i], ...row.map(whole)]);
  const counts = `<details><summary>The counts as a table</summary>${table("Counts, rows are true classes", heads, lines)}</details>`;
  const wrong = mistakes(run).length;
  return {
    id: "errors",
    title: "Where it errs",
    intro: wrong === 0 ? "Nowhere on these images: every one is decided rightly." : "Which classes are taken for which others, and how often.",
    content: pair(
      figure2(
        "confusion",
        confusionHeatmap(matrix, { classNames }),
        "Confusion matrix",
        "Rows are true classes, columns predictions. All counts should lie on the diagonal; blue beside it shows what is confused.",
        counts
      ),
      figure2(
        "confusion-normalized",
        confusionHeatmap(matrix, { classNames, normalize: true }),
        "The same in per cent of each true class",
        "The diagonal is the recall of each class, whatever its number of images. The palest row is the hardest class."
      ),
      images && wrong > 0 && figure2(
        "confused-pairs",
        drawConfusedPairs(run),
        "Most confused pairs",
        "How often, as a share of the true class, and the images it was most sure of. Look for what they have in common."
      ),
      classificationTable(run)
    )
  };
}
__name(errors, "errors");
function classificationTable({ labels, decisions, classNames }) {
  const scores = classificationReport(labels, decisions, { classNames });
  const cells = /* @__PURE__ */ __name(({ precision, recall, f1, support }) => [
    ...[precision, recall, f1].map((score) => score.toFixed(4)),
    whole(support)
  ], "cells");
  const { perClass, macroAverage, weightedAverage, accuracy } = scores;
  const body = perClass.map((one) => [one.name, ...cells(one)]);
  const sums = [
    ["accuracy", "", "", accuracy.toFixed(4), whole(macroAverage.support)],
    ["macro avg", ...cells(macroAverage)],
    ["weighted avg", ...cells(weightedAverage)]
  ];
  return `<div class="panel"><h3>Classification report</h3><p>Precision: of what it calls a class, how much is. Recall: of the class, how much it finds. F1: their harmonic mean. The numbers are scikit-learn\u2019s.</p>${table("", ["Class", "Precision", "Recall", "F1", "Images"], body, sums, "Classification report")}</div>`;
}
__name(classificationTable, "classificationTable");
function confidence(run, figure2) {
  const bins = calibrationCurve(run.labels, run.probabilities);
  const error = calibrationError(run);
  const area = areaUnderCurve(run);
  const binary = run.probabilities.shape[1] === 1;
  const meaning = binary ? "the probability of class 1" : "the probability of the class it decided for";
  const list = /* @__PURE__ */ __name((bin) => [percent(bin.predicted), percent(bin.observed), whole(bin.count)], "list");
  const numbers = table("", ["Predicted", "Came true", "Rows"], bins.map(list), [], "The bins");
  return {
    id: "confidence",
    title: "How sure it is",
    intro: "Whether its probabilities can be taken at their word.",
    content: pair(
      figure2(
        "calibration",
        calibrationPlot(bins),
        `Calibration: expected error ${percent(error)}`,
        `Each point gathers the images in a tenth of the range of ${meaning}. On the dashed line it is as often right as it says, below it is too sure of itself. Bins with few rows jump about; the bars below, which are logarithmic, tell how many.`
      ),
      area !== void 0 && figure2(
        "roc",
        rocPlot(rocCurve(run.labels, run.probabilities)),
        `ROC curve: area ${area.toFixed(4)}`,
        "What other thresholds than 0.5 would find, and take wrongly. The nearer the corner at the top left, the better; the dashed line is guessing."
      ),
      panel("The bins of the calibration", numbers)
    )
  };
}
__name(confidence, "confidence");
function weights({ model, imageShape, images }, figure2) {
  if (!model?.firstKernel) return void 0;
  return {
    id: "weights",
    title: "What it looks for",
    intro: "The weights that the first layer laid over the image.",
    content: pair(
      figure2(
        "weights",
        firstLayerWeights(model.firstKernel, imageShape ?? images?.size),
        "First-layer weights",
        "One square a unit: ink on blue excites it, ink on orange inhibits it. Strokes and edges are what it learned; even noise is a unit that learned little."
      )
    )
  };
}
__name(weights, "weights");
function recipe({ model, recipe: facts, engine, command }) {
  const { seed, weightsHash, summary } = model ?? {};
  const again = {
    ...facts,
    ...seed === void 0 ? {} : { seed },
    ...weightsHash === void 0 ? {} : { "weights (SHA-256)": weightsHash }
  };
  const panels = [
    Object.keys(again).length > 0 && panel("Recipe", factTable(again)),
    engine && panel("Engine", factTable(engine)),
    summary && panel("Model", code(summary, "The model's summary"), "wide"),
    command && panel("Command", code(command, "The command"), "wide")
  ].filter((one) => typeof one === "string");
  if (panels.length === 0) return void 0;
  return {
    id: "recipe",
    title: "How to repeat it",
    intro: "The same recipe and seed give the same weights, to the last bit, on any machine; their hash tells.",
    content: pair(...panels)
  };
}
__name(recipe, "recipe");
function areaUnderCurve({ labels, probabilities, matrix }) {
  const bothOccur = matrix.counts.every((row) => row.some((count) => count > 0));
  return probabilities.shape[1] === 1 && bothOccur ? rocAucScore(labels, probabilities) : void 0;
}
__name(areaUnderCurve, "areaUnderCurve");
function calibrationError({ labels, probabilities }) {
  return expectedCalibrationError(labels, probabilities);
}
__name(calibrationError, "calibrationError");
function pair(...parts) {
  return `<div class="pair">${parts.filter(Boolean).join("\n")}</div>`;
}
__name(pair, "pair");
function panel(title, content, width = "half") {
  return `<div class="panel ${width}"><h3>${escapeText(title)}</h3>${content}</div>`;
}
__name(panel, "panel");
function scrolling(label, content) {
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeText(label)}">${content}</div>`;
}
__name(scrolling, "scrolling");
function code(text, label) {
  return scrolling(label, `<pre>${escapeText(text)}</pre>`);
}
__name(code, "code");
function table(caption, heads, lines, sums = [], label = caption) {
  const head = heads.map((text) => `<th scope="col">${escapeText(text)}</th>`).join("");
  const row = /* @__PURE__ */ __name(([name = "", ...cells]) => `<tr><th scope="row">${escapeText(name)}</th>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join("")}</tr>`, "row");
  const foot = sums.length === 0 ? "" : `<tbody class="sum">${sums.map(row).join("")}</tbody>`;
  const title = caption === "" ? "" : `<caption>${escapeText(caption)}</caption>`;
  const body = `<tbody>${lines.map(row).join("")}</tbody>`;
  return scrolling(label, `<table>${title}<thead><tr>${head}</tr></thead>${body}${foot}</table>`);
}
__name(table, "table");
function factTable(facts) {
  const rows = Object.entries(facts).map(([name, value]) => {
    const text = value === true ? "yes" : value === false ? "no" : String(value);
    return `<tr><th scope="row">${escapeText(name)}</th><td>${escapeText(text)}</td></tr>`;
  });
  return `<table class="facts"><tbody>${rows.join("")}</tbody></table>`;
}
__name(factTable, "factTable");
function duration(seconds) {
  if (seconds < 1) return `${Math.round(1e3 * seconds)}\xA0ms`;
  if (seconds < 100) return `${seconds.toFixed(seconds < 10 ? 2 : 1)}\xA0s`;
  return `${Math.floor(seconds / 60)}\xA0min ${Math.round(seconds % 60)}\xA0s`;
}
__name(duration, "duration");

// ts/report/files.ts
async function drawReport(run) {
  const judged = judge(run);
  const { pngWriter } = await import("./png-RBHR6NH6.js");
  const toPng = await pngWriter();
  const { html, figures } = makePage(judged);
  const files = /* @__PURE__ */ new Map();
  for (const [name, svg] of figures) {
    files.set(`${figuresFolder}/${name}.svg`, encode(svg));
    files.set(`${figuresFolder}/${name}.png`, await toPng(svg));
  }
  return files.set(pageFile, encode(html));
}
__name(drawReport, "drawReport");
function encode(text) {
  return new TextEncoder().encode(text);
}
__name(encode, "encode");

export {
  light,
  chartWidth,
  textStyle,
  axis,
  grid,
  line,
  toSvg,
  calibrationPlot,
  judge,
  confusionHeatmap,
  lossCurves,
  accuracyCurves,
  rocPlot,
  sampleGrid,
  worstMistakes,
  confusedPairs,
  timingsChart,
  firstLayerWeights,
  makePage,
  drawReport
};
//# sourceMappingURL=chunk-AAGZFVOT.js.map