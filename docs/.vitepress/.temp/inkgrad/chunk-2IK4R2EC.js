import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkObject,
  checkOptions,
  checkText,
  describe,
  formatShape,
  isList,
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  OptionError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/kind/spelling.ts
function snakeCase(name) {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
__name(snakeCase, "snakeCase");
function capitalized(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
__name(capitalized, "capitalized");
function fromSnakeCase(name, names) {
  if (!/^[a-z0-9]+(_[a-z0-9]+)+$/.test(name)) return name;
  const letters = name.replaceAll("_", "");
  return names.find((candidate) => candidate.toLowerCase() === letters) ?? name;
}
__name(fromSnakeCase, "fromSnakeCase");

// ts/kind/field.ts
function field(initial, read) {
  return { initial, read, lower: /* @__PURE__ */ __name((value) => value, "lower") };
}
__name(field, "field");
function numberField(expected, holds) {
  const check = /* @__PURE__ */ __name((value) => Number.isFinite(Math.fround(value)) && holds(Math.fround(value)), "check");
  return (initial) => field(
    initial,
    (argument, value) => checkNumber(argument, value, expected, check)
  );
}
__name(numberField, "numberField");
var anyNumber = numberField("a finite number", () => true);
var atLeastZero = numberField("a finite number of at least 0", (value) => value >= 0);
var moreThanZero = numberField("a finite number of more than 0", (value) => value > 0);
var belowOne = numberField("a number from 0 to less than 1", (value) => value >= 0 && value < 1);
var zeroToOne = numberField("a number from 0 to 1", (value) => value >= 0 && value <= 1);
function numberFrom(least, most) {
  return numberField(`a number from ${least} to ${most}`, (value) => value >= least && value <= Math.fround(most));
}
__name(numberFrom, "numberFrom");
function whole(initial, least = 1, most = Number.MAX_SAFE_INTEGER) {
  return field(
    initial,
    (argument, value) => checkInteger(argument, value, least, most)
  );
}
__name(whole, "whole");
function flag(initial) {
  return field(initial, checkBoolean);
}
__name(flag, "flag");
function listOf(each, initial) {
  return field(initial, (argument, value) => {
    if (!isList(value)) throw new OptionError(argument, "an array of numbers", describe(value));
    return Object.freeze(value.map((item, i) => each.read(`${argument}[${i}]`, item)));
  });
}
__name(listOf, "listOf");
function choice(words, initial) {
  const names = words.filter((word) => word !== null);
  return {
    initial,
    read: /* @__PURE__ */ __name((argument, value) => {
      if (value === null && words.includes(null)) return null;
      return checkName(argument, typeof value === "string" ? fromSnakeCase(value, names) : value, names);
    }, "read"),
    lower: /* @__PURE__ */ __name((value) => words.indexOf(value), "lower")
  };
}
__name(choice, "choice");
function orNull({ read, lower }) {
  return {
    initial: null,
    read: /* @__PURE__ */ __name((argument, value) => value === null ? null : read(argument, value), "read"),
    lower: /* @__PURE__ */ __name((value, lowering) => value === null ? null : lower(value, lowering), "lower")
  };
}
__name(orNull, "orNull");

// ts/kind/room.ts
function room(kinds) {
  const types = Object.keys(kinds);
  const hints = [...types, ...Object.values(kinds).flatMap(({ aliases }) => aliases)];
  const spellings = /* @__PURE__ */ new Map();
  for (const kind2 of Object.values(kinds)) {
    for (const name of [kind2.type, snakeCase(kind2.type), capitalized(kind2.type), ...kind2.aliases]) {
      spellings.set(name, kind2);
    }
  }
  const named = /* @__PURE__ */ __name((argument, name) => spellings.get(name) ?? kinds[checkName(argument, name, types, hints)], "named");
  const read = /* @__PURE__ */ __name((argument, value) => {
    if (typeof value === "object" && value !== null && Object.hasOwn(value, "type")) {
      const { type, ...fields } = value;
      return named(`${argument}.type`, type).read(argument, fields);
    }
    if (typeof value === "string") return named(argument, value).read(argument, {});
    throw new OptionError(
      argument,
      `a name such as '${types[0]}', or what a function such as ${types[0]}() made`,
      describe(value)
    );
  }, "read");
  const lower = /* @__PURE__ */ __name((spec, lowering) => named("type", spec.type).lower(spec, lowering), "lower");
  return { named, read, lower, field: /* @__PURE__ */ __name((initial) => ({ initial, read, lower }), "field") };
}
__name(room, "room");

// ts/kind.ts
function kind(type, fields, options = {}) {
  const { first, aliases = [], check, lower = /* @__PURE__ */ __name((spec, lowering) => lowerFields(type, fields, spec, lowering), "lower") } = options;
  const facts2 = {
    type,
    fields,
    aliases,
    lower,
    read: /* @__PURE__ */ __name((argument, given) => {
      const spec = { type, ...readFields(argument, type, given, fields) };
      check?.(argument && `${argument}.`, spec);
      Object.freeze(spec);
      return spec;
    }, "read")
  };
  const make = /* @__PURE__ */ __name((...given) => facts2.read("", optionsOf(type, first, given)), "make");
  return Object.assign(make, facts2);
}
__name(kind, "kind");
function optionsOf(type, first, [given = {}, more]) {
  const isOptions = typeof given === "object" && given !== null && !Array.isArray(given) && !Object.hasOwn(given, "type");
  if (first === void 0 || isOptions) {
    if (more !== void 0) throw new OptionError(type, "one object with options", "a second argument");
    return checkObject(type, given);
  }
  const options = checkObject(type, more ?? {});
  if (Object.hasOwn(options, first)) throw new OptionError(first, "one value", "an argument and an option");
  return { ...options, [first]: given };
}
__name(optionsOf, "optionsOf");
function readFields(argument, type, options, fields) {
  const names = Object.keys(fields);
  const values = /* @__PURE__ */ new Map();
  for (const [spelling, value] of Object.entries(options)) {
    const name = fromSnakeCase(spelling, names);
    if (values.has(name)) throw new OptionError(`${argument || type}.${name}`, "one value", "two spellings of it");
    values.set(name, value);
  }
  checkOptions(argument || type, Object.fromEntries(values), names);
  return Object.fromEntries(
    Object.entries(fields).map(([name, field2]) => {
      const value = values.get(name);
      return [name, field2.read(argument ? `${argument}.${name}` : name, value === void 0 ? field2.initial : value)];
    })
  );
}
__name(readFields, "readFields");
function lowerFields(type, fields, spec, lowering) {
  const lowered = Object.entries(fields).map(([name, field2]) => [name, field2.lower(spec[name], lowering)]);
  return { type, ...Object.fromEntries(lowered) };
}
__name(lowerFields, "lowerFields");

// ts/activations.ts
var activations = {
  /** x itself. */
  linear: kind("linear", {}),
  /** 1 / (1 + exp(-x)). */
  sigmoid: kind("sigmoid", {}),
  /** relu6(x + 3) / 6, as in Keras (TensorFlow.js has 0.2 x + 0.5). */
  hardSigmoid: kind("hardSigmoid", {}),
  tanh: kind("tanh", {}),
  /** max(x, 0). */
  relu: kind("relu", {}, { aliases: ["ReLU"] }),
  /** min(max(x, 0), 6). */
  relu6: kind("relu6", {}, { aliases: ["ReLU6"] }),
  /** x, or `negativeSlope * x` (default 0.2) below zero. */
  leakyRelu: kind("leakyRelu", { negativeSlope: atLeastZero(0.2) }, { first: "negativeSlope", aliases: ["leakyReLU"] }),
  /** x, or `alpha * (exp(x) - 1)` (default 1) below zero. */
  elu: kind("elu", { alpha: anyNumber(1) }, { first: "alpha", aliases: ["ELU"] }),
  /** The self-normalizing elu of Klambauer et al., 2017. */
  selu: kind("selu", {}, { aliases: ["SELU"] }),
  /** x times the normal distribution's share below x; `approximate` (default false) by tanh. */
  gelu: kind("gelu", { approximate: flag(false) }, { aliases: ["GELU"] }),
  /** x * sigmoid(x). */
  silu: kind("silu", {}, { aliases: ["swish", "SiLU", "Swish"] }),
  /** x * tanh(softplus(x)). */
  mish: kind("mish", {}),
  /** log(1 + exp(x)). */
  softplus: kind("softplus", {}),
  /** x / (1 + |x|). */
  softsign: kind("softsign", {}),
  /** exp(x). */
  exponential: kind("exponential", {}),
  /** Probabilities that sum to 1 over the layer's outputs. */
  softmax: kind("softmax", {}),
  /** The logarithms of softmax. */
  logSoftmax: kind("logSoftmax", {})
};
var activationRoom = room(activations);
var activationField = /* @__PURE__ */ __name((initial) => activationRoom.field(initial), "activationField");

// ts/constraints.ts
var constraints = {
  /** Norms of at most `maxValue` (default 2). */
  maxNorm: kind("maxNorm", { maxValue: atLeastZero(2) }, { first: "maxValue" }),
  /** Norms from `minValue` (default 0) to `maxValue` (default 1), of which a step makes up the share `rate` (default 1). */
  minMaxNorm: kind("minMaxNorm", { minValue: atLeastZero(0), maxValue: atLeastZero(1), rate: zeroToOne(1) }),
  /** No weights below zero. */
  nonNeg: kind("nonNeg", {}, { aliases: ["nonNegative", "non_negative"] }),
  /** Norms of 1. */
  unitNorm: kind("unitNorm", {})
};
var constraintRoom = room(constraints);
var constraintField = orNull(constraintRoom.field());

// ts/initializers.ts
var seed = orNull(whole(void 0, 0));
var modes = ["fanIn", "fanOut", "fanAvg"];
var distributions = ["uniform", "truncatedNormal", "untruncatedNormal"];
function scaled(type, scale, mode, distribution) {
  return kind(
    type,
    { seed },
    {
      lower: /* @__PURE__ */ __name((spec) => ({
        type: "varianceScaling",
        scale,
        mode: modes.indexOf(mode),
        distribution: distributions.indexOf(distribution),
        seed: spec.seed
      }), "lower")
    }
  );
}
__name(scaled, "scaled");
var initializers = {
  zeros: kind("zeros", {}, { aliases: ["zero"] }),
  ones: kind("ones", {}, { aliases: ["one"] }),
  constant: kind("constant", { value: anyNumber(0) }, { first: "value" }),
  /** From `minval` (default -0.05) to `maxval` (default 0.05). */
  randomUniform: kind(
    "randomUniform",
    { minval: anyNumber(-0.05), maxval: anyNumber(0.05), seed },
    {
      aliases: ["uniform"]
    }
  ),
  /** Default: mean 0, stddev 0.05. */
  randomNormal: kind("randomNormal", { mean: anyNumber(0), stddev: atLeastZero(0.05), seed }, { aliases: ["normal"] }),
  /** As `randomNormal`, redrawn beyond two standard deviations. */
  truncatedNormal: kind("truncatedNormal", { mean: anyNumber(0), stddev: atLeastZero(0.05), seed }),
  /** Variance `scale / fan`, where the fan is the kernel's inputs, outputs or their mean. */
  varianceScaling: kind("varianceScaling", {
    scale: moreThanZero(1),
    mode: choice(modes, "fanIn"),
    distribution: choice(distributions, "truncatedNormal"),
    seed
  }),
  /** Glorot and Bengio, 2010: uniform within sqrt(6 / (inputs + outputs)). The default of kernels. */
  glorotUniform: scaled("glorotUniform", 1, "fanAvg", "uniform"),
  glorotNormal: scaled("glorotNormal", 1, "fanAvg", "truncatedNormal"),
  /** He et al., 2015: uniform within sqrt(6 / inputs). */
  heUniform: scaled("heUniform", 2, "fanIn", "uniform"),
  heNormal: scaled("heNormal", 2, "fanIn", "truncatedNormal"),
  /** LeCun et al., 1998: uniform within sqrt(3 / inputs). */
  lecunUniform: scaled("lecunUniform", 1, "fanIn", "uniform"),
  lecunNormal: scaled("lecunNormal", 1, "fanIn", "truncatedNormal"),
  /** Rows or columns at right angles to each other, times `gain` (default 1). */
  orthogonal: kind("orthogonal", { gain: anyNumber(1), seed }, { first: "gain", aliases: ["OrthogonalInitializer"] }),
  /** `gain` (default 1) on the diagonal, zero elsewhere. */
  identity: kind("identity", { gain: anyNumber(1) }, { first: "gain", aliases: ["IdentityInitializer"] })
};
var initializerRoom = room(initializers);
var initializerField = /* @__PURE__ */ __name((initial) => initializerRoom.field(initial), "initializerField");

// ts/regularizers.ts
var regularizers = {
  /** `l1 * sum(|w|)`. Default: 0.01. */
  l1: kind("l1", { l1: atLeastZero(0.01) }, { first: "l1", lower: /* @__PURE__ */ __name(({ l1 }) => ({ type: "l1l2", l1, l2: 0 }), "lower") }),
  /** `l2 * sum(w^2)`. Default: 0.01. */
  l2: kind("l2", { l2: atLeastZero(0.01) }, { first: "l2", lower: /* @__PURE__ */ __name(({ l2 }) => ({ type: "l1l2", l1: 0, l2 }), "lower") }),
  /** The two together. Default: 0 and 0. */
  l1l2: kind("l1l2", { l1: atLeastZero(0), l2: atLeastZero(0) }, { first: "l1", aliases: ["l1_l2", "L1L2"] }),
  /** Pulls rows (or columns) of a kernel towards right angles: `factor` (default 0.01) of the mean |cosine| of pairs. */
  orthogonal: kind(
    "orthogonal",
    { factor: atLeastZero(0.01), mode: choice(["rows", "columns"], "rows") },
    {
      first: "factor",
      lower: /* @__PURE__ */ __name(({ factor, mode }) => ({ type: "orthogonal", factor, columns: mode === "columns" }), "lower"),
      aliases: ["OrthogonalRegularizer", "orthogonal_regularizer"]
    }
  )
};
var regularizerRoom = room(regularizers);
var regularizerField = orNull(regularizerRoom.field());
var vectorRegularizerField = {
  ...regularizerField,
  read: /* @__PURE__ */ __name((argument, value) => {
    const spec = regularizerField.read(argument, value);
    if (spec?.type !== "orthogonal") return spec;
    throw new OptionError(argument, "'l1', 'l2' or 'l1l2'", "'orthogonal', which is for kernels");
  }, "read")
};

// ts/layers/layer.ts
var MOST_UNITS = 2 ** 24;
var placing = {
  /** Default: Keras's name of the kind, and that with `_1` and so on for the next unnamed ones of a model. */
  name: optional(checkLayerName),
  /** The axes of one row, such as [784] or [28, 28]: for the first layer, which needs it. */
  inputShape: optional(checkShape)
};
function optional(check) {
  const field2 = {
    initial: void 0,
    read: /* @__PURE__ */ __name((argument, value) => value === void 0 ? void 0 : check(argument, value), "read"),
    lower: /* @__PURE__ */ __name(() => null, "lower")
  };
  return field2;
}
__name(optional, "optional");
function checkShape(argument, shape) {
  if (!isList(shape) || shape.length === 0) {
    const received = isList(shape) ? formatShape(shape) : describe(shape);
    throw new OptionError(argument, "the axes of one row, such as [784] or [28, 28]", received);
  }
  return Object.freeze(shape.map((length, axis) => checkInteger(`${argument}[${axis}]`, length, 1, MOST_UNITS)));
}
__name(checkShape, "checkShape");
function checkLayerName(argument, name) {
  if (checkText(argument, name).includes("/")) throw new OptionError(argument, "a name without '/'", describe(name));
  return name;
}
__name(checkLayerName, "checkLayerName");
var facts = /* @__PURE__ */ Symbol("kind of layer");
function kindOfLayer(layer2) {
  return typeof layer2 === "object" && layer2 !== null ? layer2[facts] : void 0;
}
__name(kindOfLayer, "kindOfLayer");
function layer(type, className, own, options = {}) {
  const { first, check, lower, flat = false, outputShape, variables, activation: activation2 } = options;
  const shapes = {
    className,
    outputShape: /* @__PURE__ */ __name((spec, inputShape) => {
      if (flat) checkFlat(type, inputShape);
      return outputShape?.(spec, inputShape) ?? inputShape;
    }, "outputShape"),
    variables: /* @__PURE__ */ __name((spec, inputShape) => variables?.(spec, inputShape) ?? [], "variables"),
    activation: /* @__PURE__ */ __name((spec) => activation2?.(spec) ?? "linear", "activation")
  };
  const made = kind(type, { ...own, ...placing }, {
    first,
    aliases: [className],
    check: /* @__PURE__ */ __name((argument, spec) => {
      check?.(argument, spec);
      Object.defineProperty(spec, facts, { value: made });
    }, "check"),
    lower: /* @__PURE__ */ __name((spec, lowering) => lower ? lower(spec, lowering) : lowerFields(type, own, spec, lowering), "lower")
  });
  return Object.assign(made, shapes);
}
__name(layer, "layer");
function checkFlat(type, shape) {
  if (shape.length === 1) return;
  throw new ShapeError(type, "flat rows: put layers.flatten() before it", `rows of shape ${formatShape(shape)}`);
}
__name(checkFlat, "checkFlat");
function perFeature(name, [features = 0], trainable = true) {
  return { name, shape: [features], trainable };
}
__name(perFeature, "perFeature");

// ts/layers/activation.ts
var ofRows = ["softmax", "logSoftmax"];
var activation = layer(
  "activation",
  "Activation",
  { activation: activationRoom.field() },
  {
    first: "activation",
    outputShape: /* @__PURE__ */ __name((spec, shape) => {
      if (ofRows.includes(spec.activation.type)) checkFlat(spec.activation.type, shape);
      return shape;
    }, "outputShape"),
    // The engine has no layer for what does nothing.
    lower: /* @__PURE__ */ __name(({ activation: activation2 }, lowering) => activation2.type === "linear" ? null : { type: "activation", activation: activationRoom.lower(activation2, lowering) }, "lower"),
    activation: /* @__PURE__ */ __name((spec) => spec.activation.type, "activation")
  }
);
var leakyReLU = layer(
  "leakyReLU",
  "LeakyReLU",
  {
    /** Default: 0.3, where the activation function has 0.2, as in Keras. */
    negativeSlope: atLeastZero(0.3)
  },
  {
    first: "negativeSlope",
    lower: /* @__PURE__ */ __name(({ negativeSlope }) => ({ type: "activation", activation: { type: "leakyRelu", negativeSlope } }), "lower"),
    activation: /* @__PURE__ */ __name(() => "leakyRelu", "activation")
  }
);
var elu = layer(
  "elu",
  "ELU",
  {
    /** Default: 1. */
    alpha: anyNumber(1)
  },
  {
    first: "alpha",
    lower: /* @__PURE__ */ __name(({ alpha }) => ({ type: "activation", activation: { type: "elu", alpha } }), "lower"),
    activation: /* @__PURE__ */ __name(() => "elu", "activation")
  }
);
var softmax = layer(
  "softmax",
  "Softmax",
  {},
  {
    flat: true,
    lower: /* @__PURE__ */ __name(() => ({ type: "activation", activation: { type: activations.softmax.type } }), "lower"),
    activation: /* @__PURE__ */ __name(() => "softmax", "activation")
  }
);
var prelu = layer(
  "prelu",
  "PReLU",
  {
    /** Default: 'zeros'. */
    alphaInitializer: initializerField("zeros"),
    /** Default: null. */
    alphaRegularizer: vectorRegularizerField,
    /** Default: null. */
    alphaConstraint: constraintField
  },
  { flat: true, variables: /* @__PURE__ */ __name((_, shape) => [perFeature("alpha", shape)], "variables"), activation: /* @__PURE__ */ __name(() => "prelu", "activation") }
);

// ts/layers/dense.ts
var dense = layer(
  "dense",
  "Dense",
  {
    /** Numbers that come out. */
    units: whole(void 0, 1, MOST_UNITS),
    /** What is done to each sum. Default: 'linear'. */
    activation: activationField("linear"),
    /** Default: true. */
    useBias: flag(true),
    /** Default: 'glorotUniform'. */
    kernelInitializer: initializerField("glorotUniform"),
    /** Default: 'zeros'. */
    biasInitializer: initializerField("zeros"),
    /** Default: null. */
    kernelRegularizer: regularizerField,
    /** Default: null. */
    biasRegularizer: vectorRegularizerField,
    /** Of the layer's outputs, as a mean over the batch. Default: null. */
    activityRegularizer: vectorRegularizerField,
    /** Default: null. */
    kernelConstraint: constraintField,
    /** Default: null. */
    biasConstraint: constraintField
  },
  {
    first: "units",
    flat: true,
    outputShape: /* @__PURE__ */ __name(({ units }) => [units], "outputShape"),
    variables: /* @__PURE__ */ __name(({ units, useBias }, [inputs = 0]) => [
      { name: "kernel", shape: [inputs, units], trainable: true },
      ...useBias ? [{ name: "bias", shape: [units], trainable: true }] : []
    ], "variables"),
    activation: /* @__PURE__ */ __name(({ activation: activation2 }) => activation2.type, "activation")
  }
);

// ts/layers/noise.ts
var dropout = layer(
  "dropout",
  "Dropout",
  {
    /** The share that is dropped. */
    rate: belowOne()
  },
  { first: "rate" }
);
var gaussianNoise = layer(
  "gaussianNoise",
  "GaussianNoise",
  {
    /** The noise's standard deviation. */
    stddev: atLeastZero()
  },
  { first: "stddev" }
);
var gaussianDropout = layer("gaussianDropout", "GaussianDropout", { rate: belowOne() }, { first: "rate" });

// ts/layers/normalization.ts
var epsilon = moreThanZero(1e-3);
var affine = {
  /** Adds a learnt `beta`. Default: true. */
  center: flag(true),
  /** Multiplies by a learnt `gamma`. Default: true. */
  scale: flag(true),
  /** Default: 'zeros'. */
  betaInitializer: initializerField("zeros"),
  /** Default: 'ones'. */
  gammaInitializer: initializerField("ones")
};
var affineLimits = {
  /** Default: null. */
  betaRegularizer: vectorRegularizerField,
  /** Default: null. */
  gammaRegularizer: vectorRegularizerField,
  /** Default: null. */
  betaConstraint: constraintField,
  /** Default: null. */
  gammaConstraint: constraintField
};
function affineVariables(spec, shape) {
  return [...spec.scale ? [perFeature("gamma", shape)] : [], ...spec.center ? [perFeature("beta", shape)] : []];
}
__name(affineVariables, "affineVariables");
var batchNormalization = layer(
  "batchNormalization",
  "BatchNormalization",
  {
    /** The share of the moving statistics that a batch keeps. Default: 0.99. */
    momentum: belowOne(0.99),
    /** Added to the variance. Default: 0.001. */
    epsilon,
    ...affine,
    /** Default: 'zeros'. */
    movingMeanInitializer: initializerField("zeros"),
    /** Default: 'ones'. */
    movingVarianceInitializer: initializerField("ones"),
    ...affineLimits
  },
  {
    flat: true,
    variables: /* @__PURE__ */ __name((spec, shape) => [
      ...affineVariables(spec, shape),
      perFeature("moving_mean", shape, false),
      perFeature("moving_variance", shape, false)
    ], "variables")
  }
);
var layerNormalization = layer(
  "layerNormalization",
  "LayerNormalization",
  {
    /** Added to the variance. Default: 0.001. */
    epsilon,
    ...affine,
    ...affineLimits
  },
  { flat: true, variables: affineVariables }
);
var normalization = layer(
  "normalization",
  "Normalization",
  {},
  {
    flat: true,
    variables: /* @__PURE__ */ __name((_, shape) => [perFeature("mean", shape, false), perFeature("variance", shape, false)], "variables")
  }
);

// ts/layers/rescaling.ts
var rescaling = layer(
  "rescaling",
  "Rescaling",
  {
    /** Such as 1 / 255 for bytes. */
    scale: anyNumber(),
    /** Default: 0. */
    offset: anyNumber(0)
  },
  { first: "scale" }
);

// ts/layers/shape.ts
var flatten = layer(
  "flatten",
  "Flatten",
  {},
  {
    outputShape: /* @__PURE__ */ __name((_, shape) => [sizeOf(shape)], "outputShape"),
    lower: /* @__PURE__ */ __name(() => null, "lower")
  }
);
var reshape = layer(
  "reshape",
  "Reshape",
  {
    /** Axes of one row; one may be -1, which takes what is left. */
    targetShape: listOf(whole(void 0, -1, MOST_UNITS))
  },
  {
    first: "targetShape",
    outputShape: /* @__PURE__ */ __name(({ targetShape }, inputShape) => {
      const known = targetShape.filter((length) => length !== -1);
      const rest = sizeOf(inputShape) / sizeOf(known);
      const shape = targetShape.map((length) => length === -1 ? rest : length);
      const fits = targetShape.length - known.length <= 1 && shape.every((length) => Number.isInteger(length));
      if (fits && shape.length > 0 && sizeOf(shape) === sizeOf(inputShape)) return shape;
      const expected = `a shape of ${sizeOf(inputShape)} numbers, as rows of shape ${formatShape(inputShape)} have`;
      throw new ShapeError("targetShape", expected, formatShape(targetShape));
    }, "outputShape"),
    lower: /* @__PURE__ */ __name(() => null, "lower")
  }
);
var input = layer(
  "input",
  "InputLayer",
  {
    /** The axes of one row, such as [784] or [28, 28]. */
    shape: { initial: void 0, read: checkShape, lower: /* @__PURE__ */ __name(() => null, "lower") }
  },
  { first: "shape", lower: /* @__PURE__ */ __name(() => null, "lower") }
);

// ts/layers.ts
var layers = {
  /** Says what rows a model takes: stands first, in place of an `inputShape`. */
  input,
  /** Every output depends on every input: `activation(x . kernel + bias)`. */
  dense,
  /** Any activation function. */
  activation,
  /** Sets a share of its inputs to 0 in training. */
  dropout,
  /** Normalizes each input over the batch in training, and by moving statistics else (Ioffe and Szegedy, 2015). */
  batchNormalization,
  /** Normalizes each row by itself (Ba et al., 2016). */
  layerNormalization,
  /** Adds noise in training. */
  gaussianNoise,
  /** Multiplies by noise in training. */
  gaussianDropout,
  /** `x * scale + offset`. */
  rescaling,
  /** Normalizes each input by a mean and a variance that `adapt` found. */
  normalization,
  /** Makes rows of several axes flat. */
  flatten,
  /** Gives rows another shape of as many numbers. */
  reshape,
  /** x, or a share of it below zero. */
  leakyReLU,
  /** x, or a learnt share of it below zero. */
  prelu,
  /** x, or `alpha * (exp(x) - 1)` below zero. */
  elu,
  /** Probabilities that sum to 1 over a row. */
  softmax
};
var layerRoom = room(layers);

export {
  snakeCase,
  capitalized,
  anyNumber,
  atLeastZero,
  moreThanZero,
  belowOne,
  zeroToOne,
  numberFrom,
  whole,
  flag,
  listOf,
  choice,
  orNull,
  room,
  kind,
  lowerFields,
  activations,
  activationRoom,
  constraints,
  constraintRoom,
  initializers,
  initializerRoom,
  regularizers,
  regularizerRoom,
  MOST_UNITS,
  checkShape,
  kindOfLayer,
  layers,
  layerRoom
};
//# sourceMappingURL=chunk-2IK4R2EC.js.map