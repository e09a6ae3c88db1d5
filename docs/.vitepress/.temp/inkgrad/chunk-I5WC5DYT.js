import {
  atLeastZero,
  choice,
  flag,
  kind,
  lowerFields,
  moreThanZero,
  orNull,
  room,
  snakeCase,
  whole,
  zeroToOne
} from "./chunk-2IK4R2EC.js";
import {
  checkText,
  describe,
  isList
} from "./chunk-KUENTTZU.js";
import {
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/losses/loss.ts
function loss(type, targets, fields2, options = {}) {
  return Object.assign(kind(type, fields2, options), { targets });
}
__name(loss, "loss");
var crossentropyFields = {
  /** The outputs are logits, not probabilities. Default: false. */
  fromLogits: flag(false),
  /** The share of a target that is spread over all classes. Default: 0. */
  labelSmoothing: zeroToOne(0)
};

// ts/losses/binary.ts
var binaryCrossentropy = loss("binaryCrossentropy", "shares", crossentropyFields, { aliases: ["bce", "BCE"] });
var binaryFocalCrossentropy = loss("binaryFocalCrossentropy", "shares", {
  /** Weights ones by `alpha` and zeros by `1 - alpha`. Default: false. */
  applyClassBalancing: flag(false),
  /** Default: 0.25. */
  alpha: zeroToOne(0.25),
  /** Default: 2. */
  gamma: atLeastZero(2),
  ...crossentropyFields
});

// ts/losses/categorical.ts
var categoricalCrossentropy = loss("categoricalCrossentropy", "classes", crossentropyFields, {
  aliases: ["cce"]
});
var sparseCategoricalCrossentropy = loss(
  "sparseCategoricalCrossentropy",
  "classes",
  { fromLogits: crossentropyFields.fromLogits },
  {
    aliases: ["scce"]
  }
);
var categoricalFocalCrossentropy = loss("categoricalFocalCrossentropy", "classes", {
  /** Default: 0.25. */
  alpha: zeroToOne(0.25),
  /** Default: 2. */
  gamma: atLeastZero(2),
  ...crossentropyFields
});

// ts/losses/hinge.ts
var hinge = loss("hinge", "signs", {});
var squaredHinge = loss("squaredHinge", "signs", {});
var categoricalHinge = loss("categoricalHinge", "shares", {});

// ts/losses/kl-divergence.ts
var klDivergence = loss(
  "klDivergence",
  "shares",
  {},
  {
    aliases: ["kld", "KLD", "KLDivergence", "kullbackLeiblerDivergence"]
  }
);

// ts/losses/regression.ts
var meanSquaredError = loss("meanSquaredError", "numbers", {}, { aliases: ["mse", "MSE"] });
var meanAbsoluteError = loss("meanAbsoluteError", "numbers", {}, { aliases: ["mae", "MAE"] });
var meanAbsolutePercentageError = loss(
  "meanAbsolutePercentageError",
  "numbers",
  {},
  {
    aliases: ["mape", "MAPE"]
  }
);
var meanSquaredLogarithmicError = loss(
  "meanSquaredLogarithmicError",
  "numbers",
  {},
  {
    aliases: ["msle", "MSLE"]
  }
);
var huber = loss(
  "huber",
  "numbers",
  {
    /** Default: 1. */
    delta: moreThanZero(1)
  },
  { first: "delta" }
);
var logCosh = loss("logCosh", "numbers", {}, { aliases: ["logcosh", "LogCoshError"] });
var poisson = loss("poisson", "numbers", {});
var cosineSimilarity = loss("cosineSimilarity", "numbers", {}, { aliases: ["cosineProximity"] });

// ts/losses.ts
var losses = {
  /** For outputs that are a probability each, and targets from 0 to 1. */
  binaryCrossentropy,
  /** For one probability a class; takes class ids, one-hot rows or probabilities. */
  categoricalCrossentropy,
  /** The same, under the name that Keras has for it with class ids. */
  sparseCategoricalCrossentropy,
  /** Binary cross-entropy that attends to what is hard to tell (Lin et al., 2018). */
  binaryFocalCrossentropy,
  /** Categorical cross-entropy that attends to what is hard to tell (Lin et al., 2018). */
  categoricalFocalCrossentropy,
  meanSquaredError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  /** Squared for small errors, linear for large ones (Huber, 1964). */
  huber,
  logCosh,
  /** For outputs on the two sides of zero; targets -1 and 1, or 0 and 1. */
  hinge,
  squaredHinge,
  categoricalHinge,
  klDivergence,
  poisson,
  cosineSimilarity
};
var lossRoom = room(losses);
function targetsOf(loss2) {
  return losses[loss2.type].targets;
}
__name(targetsOf, "targetsOf");
function checkLoss(loss2, outputs, activation) {
  if (activation === "softmax" && outputs === 1) {
    const received = "'softmax', which is always 1 for 1 unit";
    throw new OptionError("activation", "'sigmoid' for a last layer of 1 unit", received);
  }
  const probabilities = activation === "softmax" || activation === "sigmoid";
  const positive = probabilities || ["hardSigmoid", "softplus", "exponential", "relu", "relu6"].includes(activation);
  const fromLogits = "fromLogits" in loss2 && loss2.fromLogits;
  if (fromLogits && probabilities) {
    throw new OptionError("activation", "'linear' in the last layer for fromLogits", `'${activation}'`);
  }
  if (targetsOf(loss2) !== "classes") return;
  if (outputs === 1) {
    const received = `'${loss2.type}'`;
    throw new OptionError("loss", "'binaryCrossentropy' or 'meanSquaredError' for a last layer of 1 unit", received);
  }
  if (!fromLogits && !positive) {
    throw new OptionError("activation", `'softmax' in the last layer for '${loss2.type}'`, `'${activation}'`);
  }
}
__name(checkLoss, "checkLoss");

// ts/metrics/metric.ts
function nameField(initial) {
  return { initial, read: checkText, lower: /* @__PURE__ */ __name(() => null, "lower") };
}
__name(nameField, "nameField");
function metric(type, own, options = {}) {
  const { logName: logName2 = snakeCase(type), width = /* @__PURE__ */ __name(() => 1, "width"), lower, ...others } = options;
  const made = kind(
    type,
    { ...own, name: nameField(logName2) },
    {
      ...others,
      lower: /* @__PURE__ */ __name((spec, lowering) => lower ? lower(spec, lowering) : lowerFields(type, own, spec, lowering), "lower")
    }
  );
  return Object.assign(made, { width });
}
__name(metric, "metric");

// ts/metrics/accuracy.ts
var accuracy = metric(
  "accuracy",
  {},
  {
    aliases: ["acc"],
    lower: /* @__PURE__ */ __name((_, { outputs }) => outputs === 1 ? { type: "binaryAccuracy", threshold: 0.5, inclusive: true } : { type: "categoricalAccuracy" }, "lower")
  }
);
var binaryAccuracy = metric(
  "binaryAccuracy",
  {
    /** Default: 0.5. */
    threshold: zeroToOne(0.5)
  },
  {
    first: "threshold",
    lower: /* @__PURE__ */ __name(({ threshold }) => ({ type: "binaryAccuracy", threshold, inclusive: false }), "lower")
  }
);
var categoricalAccuracy = metric("categoricalAccuracy", {});
var sparseCategoricalAccuracy = metric(
  "sparseCategoricalAccuracy",
  {},
  {
    lower: /* @__PURE__ */ __name(() => ({ type: "categoricalAccuracy" }), "lower")
  }
);
var topKCategoricalAccuracy = metric(
  "topKCategoricalAccuracy",
  {
    /** Default: 5. */
    k: whole(5)
  },
  { first: "k" }
);
var sparseTopKCategoricalAccuracy = metric(
  "sparseTopKCategoricalAccuracy",
  {
    /** Default: 5. */
    k: whole(5)
  },
  { first: "k", lower: /* @__PURE__ */ __name(({ k }) => ({ type: "topKCategoricalAccuracy", k }), "lower") }
);

// ts/metrics/auc.ts
var auc = metric(
  "auc",
  {
    /** Default: 200. */
    numThresholds: whole(200, 2),
    /** Default: 'ROC'. */
    curve: choice(["ROC", "PR"], "ROC"),
    /** The mean of each output's own area. Default: false, one area of all outputs. */
    multiLabel: flag(false),
    /** The outputs are logits, not probabilities. Default: false. */
    fromLogits: flag(false)
  },
  {
    aliases: ["AUC"],
    lower: /* @__PURE__ */ __name(({ numThresholds, curve, multiLabel, fromLogits }) => ({
      type: "auc",
      numThresholds,
      precisionRecall: curve === "PR",
      multiLabel,
      fromLogits
    }), "lower")
  }
);

// ts/metrics/errors.ts
var rootMeanSquaredError = metric("rootMeanSquaredError", {}, { aliases: ["rmse"] });
var cosineSimilarity2 = metric("cosineSimilarity", {}, { aliases: ["cosineProximity"] });
var expectedCalibrationError = metric(
  "expectedCalibrationError",
  {
    /** Default: 15. */
    bins: whole(15)
  },
  { first: "bins" }
);

// ts/metrics/loss-metrics.ts
var logNames = { logCosh: "logcosh" };
function lossMetric(type) {
  const { fields: fields2, aliases, targets } = losses[type];
  return metric(type, fields2, {
    aliases,
    logName: logNames[type] ?? snakeCase(type),
    lower: /* @__PURE__ */ __name((spec, lowering) => ({
      type: "loss",
      loss: lossRoom.lower(spec, lowering),
      signs: targets === "signs" && !lowering.signs
      // under another loss nobody has made signs of them
    }), "lower")
  });
}
__name(lossMetric, "lossMetric");
var lossMetrics = Object.fromEntries(
  Object.keys(losses).map((type) => [type, lossMetric(type)])
);

// ts/metrics/precision-recall.ts
var fields = {
  /** Outputs above it count as found. Default: null, which is 0.5, or none with `topK`. */
  threshold: orNull(zeroToOne()),
  /** Only the so many largest outputs of a row count as found. Default: null, all. */
  topK: orNull(whole()),
  /** The one class that counts. Default: null, all. */
  classId: orNull(whole(void 0, 0))
};
var ANY = -(2 ** 127);
function found(type) {
  return metric(type, fields, {
    lower: /* @__PURE__ */ __name(({ threshold, topK, classId }) => ({
      type,
      threshold: threshold ?? (topK === null ? 0.5 : ANY),
      topK: topK ?? 0,
      classId
    }), "lower")
  });
}
__name(found, "found");
var precision = found("precision");
var recall = found("recall");
var f1Score = metric(
  "f1Score",
  {
    /** Default: null, a score for each class. */
    average: choice([null, "micro", "macro", "weighted"], null),
    /** Outputs above it count as found. Default: null, the largest of a row. */
    threshold: orNull(zeroToOne())
  },
  { width: /* @__PURE__ */ __name(({ average }, outputs) => average === null ? outputs : 1, "width") }
);

// ts/metrics.ts
var metrics = {
  /** The share of rows classified correctly, 0 to 1: by the largest of several outputs, or by a single one's side of 0.5. */
  accuracy,
  /** The share of outputs on their target's side of a threshold. */
  binaryAccuracy,
  categoricalAccuracy,
  sparseCategoricalAccuracy,
  /** The share of rows whose class is among the k largest outputs. */
  topKCategoricalAccuracy,
  sparseTopKCategoricalAccuracy,
  /** The share of what was found that is right. */
  precision,
  /** The share of what is there that was found. */
  recall,
  /** The harmonic mean of precision and recall. */
  f1Score,
  /** The area under the ROC curve or the precision-recall curve. */
  auc,
  rootMeanSquaredError,
  /** How far confidence is from accuracy (Guo et al., 2017). */
  expectedCalibrationError,
  ...lossMetrics,
  /** The cosine of the angle between target and output. */
  cosineSimilarity: cosineSimilarity2
};
var metricRoom = room(metrics);
function readMetrics(argument, list) {
  if (!isList(list)) throw new OptionError(argument, "an array such as ['accuracy']", describe(list));
  return list.map((written, index) => {
    const spec = metricRoom.read(`${argument}[${index}]`, written);
    return typeof written === "string" ? { ...spec, name: logName(written, spec.name) } : spec;
  });
}
__name(readMetrics, "readMetrics");
function logName(written, name) {
  return /[A-Z]/.test(written) ? name : written;
}
__name(logName, "logName");
function figureNames(list, outputs) {
  const taken = /* @__PURE__ */ new Set(["loss"]);
  const free = /* @__PURE__ */ __name((name, again) => {
    const full = again === 0 ? name : `${name}_${again}`;
    return taken.has(full) ? free(name, again + 1) : full;
  }, "free");
  const figures = list.flatMap((spec) => {
    const width = metrics[spec.type].width(spec, outputs);
    return width === 1 ? [spec.name] : Array.from({ length: width }, (_, i) => `${spec.name}_${i}`);
  });
  return figures.map((figure) => {
    const name = free(figure, 0);
    taken.add(name);
    return name;
  });
}
__name(figureNames, "figureNames");

export {
  losses,
  lossRoom,
  targetsOf,
  checkLoss,
  metrics,
  metricRoom,
  readMetrics,
  figureNames
};
//# sourceMappingURL=chunk-I5WC5DYT.js.map