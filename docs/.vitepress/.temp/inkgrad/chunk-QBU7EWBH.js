import {
  anyNumber,
  atLeastZero,
  belowOne,
  choice,
  flag,
  kind,
  listOf,
  lowerFields,
  moreThanZero,
  orNull,
  room,
  whole,
  zeroToOne
} from "./chunk-2IK4R2EC.js";
import {
  describe
} from "./chunk-KUENTTZU.js";
import {
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/schedules/cosine-decay.ts
var cosineDecay = kind("cosineDecay", {
  initialLearningRate: atLeastZero(),
  /** Steps of the decay, those of the warm-up not counted. */
  decaySteps: whole(),
  /** The last rate as a share of the first. Default: 0. */
  alpha: atLeastZero(0),
  /** Default: null, no warm-up. */
  warmupTarget: orNull(atLeastZero()),
  /** Default: 0. */
  warmupSteps: whole(0, 0)
});

// ts/schedules/cosine-decay-restarts.ts
var cosineDecayRestarts = kind("cosineDecayRestarts", {
  initialLearningRate: atLeastZero(),
  firstDecaySteps: whole(),
  /** Default: 2. */
  tMul: moreThanZero(2),
  /** Default: 1. */
  mMul: atLeastZero(1),
  /** The least rate as a share of the first. Default: 0. */
  alpha: atLeastZero(0)
});

// ts/schedules/exponential-decay.ts
var exponentialDecay = kind("exponentialDecay", {
  initialLearningRate: atLeastZero(),
  decaySteps: whole(),
  decayRate: atLeastZero(),
  /** Default: false. */
  staircase: flag(false)
});

// ts/schedules/inverse-time-decay.ts
var inverseTimeDecay = kind("inverseTimeDecay", {
  initialLearningRate: atLeastZero(),
  decaySteps: whole(),
  decayRate: atLeastZero(),
  /** Default: false. */
  staircase: flag(false)
});

// ts/schedules/one-cycle.ts
var oneCycle = kind("oneCycle", {
  maxLearningRate: atLeastZero(),
  totalSteps: whole(),
  /** Default: 0.3. */
  warmupFraction: zeroToOne(0.3),
  /** Default: 25. */
  initialDivisor: moreThanZero(25),
  /** Default: 10000. */
  finalDivisor: moreThanZero(1e4)
});

// ts/schedules/piecewise-constant-decay.ts
var piecewiseConstantDecay = kind(
  "piecewiseConstantDecay",
  {
    /** Steps, in rising order. */
    boundaries: listOf(atLeastZero()),
    /** One more than boundaries. */
    values: listOf(atLeastZero())
  },
  {
    check: /* @__PURE__ */ __name((argument, { boundaries, values }) => {
      if (values.length !== boundaries.length + 1) {
        throw new OptionError(`${argument}values`, `${boundaries.length + 1} numbers`, `${values.length}`);
      }
      if (boundaries.some((step, i) => i > 0 && step <= boundaries[i - 1])) {
        throw new OptionError(`${argument}boundaries`, "steps in rising order", `[${boundaries.join(", ")}]`);
      }
    }, "check")
  }
);

// ts/schedules/polynomial-decay.ts
var polynomialDecay = kind("polynomialDecay", {
  initialLearningRate: atLeastZero(),
  decaySteps: whole(),
  /** Default: 0.0001. */
  endLearningRate: atLeastZero(1e-4),
  /** Default: 1, a straight line. */
  power: moreThanZero(1),
  /** Default: false. */
  cycle: flag(false)
});

// ts/schedules.ts
var schedules = {
  /** Multiplied by `decayRate` every `decaySteps`. */
  exponentialDecay,
  /** Divided by `1 + decayRate * step / decaySteps`. */
  inverseTimeDecay,
  /** One of `values` after the other, changed after the steps in `boundaries`. */
  piecewiseConstantDecay,
  /** Down to `endLearningRate` along a power of the steps left. */
  polynomialDecay,
  /** Down along half a cosine, after a linear warm-up if `warmupTarget` is given. */
  cosineDecay,
  /** Down along half a cosine, again and again (Loshchilov and Hutter, 2016). */
  cosineDecayRestarts,
  /** Up and down once (Smith and Topin, 2018). */
  oneCycle
};
var scheduleRoom = room(schedules);

// ts/optimizers/optimizer.ts
var constantRate = atLeastZero();
function learningRate(initial) {
  return {
    initial,
    read: /* @__PURE__ */ __name((argument, value) => {
      if (typeof value === "number") return constantRate.read(argument, value);
      if (typeof value === "object" && value !== null) return scheduleRoom.read(argument, value);
      throw new OptionError(argument, "a finite number of at least 0, or a schedule", describe(value));
    }, "read"),
    lower: /* @__PURE__ */ __name((value, lowering) => typeof value === "number" ? { type: "constant", value } : scheduleRoom.lower(value, lowering), "lower")
  };
}
__name(learningRate, "learningRate");
var update = {
  /** Gradients of each variable are shortened to this norm. Default: null, not at all. */
  clipnorm: orNull(moreThanZero()),
  /** Each number of a gradient is held between minus this and this. Default: null, not at all. */
  clipvalue: orNull(moreThanZero()),
  /** All gradients together are shortened to this norm. Default: null, not at all. */
  globalClipnorm: orNull(moreThanZero()),
  /** The share of each weight, times the learning rate, that a step takes away. Default: null, none (AdamW: 0.004). */
  weightDecay: orNull(atLeastZero()),
  /** Whether biases decay too. Default: 'none', everything decays, as in Keras. */
  excludeFromWeightDecay: choice(["none", "biases"], "none"),
  /** Keeps a running average of the weights, which `fit` writes in at its end. Default: false. */
  useEma: flag(false),
  /** The share of the old average that a step keeps. Default: 0.99. */
  emaMomentum: belowOne(0.99),
  /** Writes the average into the weights every so many steps. Default: null, only at the end of `fit`. */
  emaOverwriteFrequency: orNull(whole()),
  /** Updates the weights once in so many batches, by the mean of their gradients. Default: null, each time. */
  gradientAccumulationSteps: orNull(whole(void 0, 2))
};
function size(shape) {
  return shape.reduce((product, length) => product * length, 1);
}
__name(size, "size");
function optimizer(type, rate, own, options = {}) {
  const { aliases = [], weightDecay = null, engineKind = type, slots = /* @__PURE__ */ __name(() => 0, "slots"), scalars = 0 } = options;
  const rule = { learningRate: learningRate(rate), ...own };
  const common = { ...update, weightDecay: { ...update.weightDecay, initial: weightDecay } };
  const made = kind(
    type,
    { ...rule, ...common },
    {
      first: "learningRate",
      aliases,
      check: /* @__PURE__ */ __name((argument, spec) => {
        const { clipnorm, clipvalue, globalClipnorm } = spec;
        const given = Object.entries({ clipnorm, clipvalue, globalClipnorm }).filter(([, value]) => value !== null);
        if (given.length < 2) return;
        const names = given.map(([name]) => name).join(" and ");
        throw new OptionError(`${argument}clipnorm`, "one of clipnorm, clipvalue and globalClipnorm", names);
      }, "check"),
      lower: /* @__PURE__ */ __name((spec, lowering) => {
        const { excludeFromWeightDecay, gradientAccumulationSteps, ...rest } = lowerFields("", common, spec, lowering);
        const { type: _, ...others } = rest;
        return {
          optimizer: lowerFields(engineKind, rule, spec, lowering),
          update: {
            ...others,
            decayBiases: spec.excludeFromWeightDecay === "none",
            gradientAccumulationSteps: gradientAccumulationSteps ?? 1
          }
        };
      }, "lower")
    }
  );
  return Object.assign(made, { slots, scalars });
}
__name(optimizer, "optimizer");

// ts/optimizers/adadelta.ts
var adadelta = optimizer(
  "adadelta",
  1e-3,
  {
    /** Decay of the means of squared gradients and squared steps. Default: 0.95. */
    rho: belowOne(0.95),
    /** Added inside both roots. Default: 1e-7. */
    epsilon: moreThanZero(1e-7)
  },
  { slots: /* @__PURE__ */ __name((_, shape) => 2 * size(shape), "slots") }
);

// ts/optimizers/adafactor.ts
var adafactor = optimizer(
  "adafactor",
  1e-3,
  {
    /** The second moment's decay is `1 - step ^ beta2Decay`. Default: -0.8. */
    beta2Decay: anyNumber(-0.8),
    /** Added to squared gradients. Default: 1e-30. */
    epsilon1: moreThanZero(1e-30),
    /** The least size of a variable that steps are measured by. Default: 0.001. */
    epsilon2: moreThanZero(1e-3),
    /** Steps are shortened to this root mean square. Default: 1. */
    clipThreshold: moreThanZero(1),
    /** Of no effect, as in Keras: the learning rate is at most 1 / sqrt(step) either way. Default: true. */
    relativeStep: flag(true)
  },
  {
    // Keras keeps the full second moment too, and two unused numbers for a vector.
    slots: /* @__PURE__ */ __name((_, shape) => size(shape) + (shape.length < 2 ? 2 : size(shape.slice(0, -1)) + shape.at(-1)), "slots")
  }
);

// ts/optimizers/adagrad.ts
var adagrad = optimizer(
  "adagrad",
  1e-3,
  {
    /** Where the sums start. Default: 0.1. */
    initialAccumulatorValue: atLeastZero(0.1),
    /** Default: 1e-7. */
    epsilon: moreThanZero(1e-7)
  },
  { slots: /* @__PURE__ */ __name((_, shape) => size(shape), "slots") }
);

// ts/optimizers/adam.ts
var adamFields = {
  /** Decay of the mean of gradients, 0 (included) to 1. Default: 0.9. */
  beta1: belowOne(0.9),
  /** Decay of the mean of squared gradients, 0 (included) to 1. Default: 0.999. */
  beta2: belowOne(0.999),
  /** Added to the root of the second moment, as Keras does, outside its bias correction. Default: 1e-7. */
  epsilon: moreThanZero(1e-7),
  /** Divides by the largest second moment so far (Reddi et al., 2018). Default: false. */
  amsgrad: flag(false)
};
function adamSlots({ amsgrad }, shape) {
  return (amsgrad ? 3 : 2) * size(shape);
}
__name(adamSlots, "adamSlots");
var adam = optimizer("adam", 1e-3, adamFields, { slots: adamSlots });

// ts/optimizers/adamax.ts
var adamax = optimizer(
  "adamax",
  1e-3,
  {
    /** Decay of the mean of gradients. Default: 0.9. */
    beta1: belowOne(0.9),
    /** Decay of the largest gradient. Default: 0.999. */
    beta2: belowOne(0.999),
    /** Default: 1e-7. */
    epsilon: moreThanZero(1e-7)
  },
  { slots: /* @__PURE__ */ __name((_, shape) => 2 * size(shape), "slots") }
);

// ts/optimizers/adamw.ts
var adamw = optimizer("adamw", 1e-3, adamFields, {
  aliases: ["AdamW", "adamW"],
  weightDecay: 4e-3,
  engineKind: "adam",
  slots: adamSlots
});

// ts/optimizers/ftrl.ts
var exponent = anyNumber(-0.5);
var ftrl = optimizer(
  "ftrl",
  1e-3,
  {
    /** At most 0; 0 keeps the learning rate fixed. Default: -0.5. */
    learningRatePower: {
      ...exponent,
      read: /* @__PURE__ */ __name((argument, value) => {
        const power = exponent.read(argument, value);
        if (power > 0) throw new OptionError(argument, "a number of at most 0", `${power}`);
        return power;
      }, "read")
    },
    /** Where the sums of squared gradients start. Default: 0.1. */
    initialAccumulatorValue: atLeastZero(0.1),
    /** Default: 0. */
    l1RegularizationStrength: atLeastZero(0),
    /** Default: 0. */
    l2RegularizationStrength: atLeastZero(0),
    /** Default: 0. */
    l2ShrinkageRegularizationStrength: atLeastZero(0),
    /** Default: 0. */
    beta: atLeastZero(0)
  },
  { aliases: ["FTRL"], slots: /* @__PURE__ */ __name((_, shape) => 2 * size(shape), "slots") }
);

// ts/optimizers/lion.ts
var lion = optimizer(
  "lion",
  1e-3,
  {
    /** The momentum's share in a step. Default: 0.9. */
    beta1: belowOne(0.9),
    /** Decay of the momentum. Default: 0.99. */
    beta2: belowOne(0.99)
  },
  { slots: /* @__PURE__ */ __name((_, shape) => size(shape), "slots") }
);

// ts/optimizers/nadam.ts
var nadam = optimizer(
  "nadam",
  1e-3,
  {
    /** Decay of the mean of gradients. Default: 0.9. */
    beta1: belowOne(0.9),
    /** Decay of the mean of squared gradients. Default: 0.999. */
    beta2: belowOne(0.999),
    /** Default: 1e-7. */
    epsilon: moreThanZero(1e-7)
  },
  { slots: /* @__PURE__ */ __name((_, shape) => 2 * size(shape), "slots"), scalars: 1 }
);

// ts/optimizers/rmsprop.ts
var rmsprop = optimizer(
  "rmsprop",
  1e-3,
  {
    /** Decay of the mean of squared gradients. Default: 0.9. */
    rho: belowOne(0.9),
    /** Default: 0. */
    momentum: belowOne(0),
    /** Default: 1e-7. */
    epsilon: moreThanZero(1e-7),
    /** By the variance of gradients instead of their mean square. Default: false. */
    centered: flag(false)
  },
  {
    aliases: ["RMSprop", "rmsProp", "RMSProp"],
    slots: /* @__PURE__ */ __name(({ momentum, centered }, shape) => (1 + Number(momentum > 0) + Number(centered)) * size(shape), "slots")
  }
);

// ts/optimizers/sgd.ts
var sgd = optimizer(
  "sgd",
  0.01,
  {
    /** The share of the last step that the next one keeps. Default: 0. */
    momentum: belowOne(0),
    /** Default: false. */
    nesterov: flag(false)
  },
  { aliases: ["SGD"], slots: /* @__PURE__ */ __name(({ momentum }, shape) => momentum === 0 ? 0 : size(shape), "slots") }
);

// ts/optimizers.ts
var optimizers = {
  /** Stochastic gradient descent, with momentum if asked for. */
  sgd,
  /** Gradients over the root of their mean square (Hinton, 2012). */
  rmsprop,
  /** Gradients over the root of the sum of their squares (Duchi et al., 2011). */
  adagrad,
  /** Steps in the units of the weights (Zeiler, 2012). */
  adadelta,
  /** Adam (Kingma and Ba, 2014) as Keras computes it. */
  adam,
  /** Adam with decoupled weight decay (Loshchilov and Hutter, 2017). */
  adamw,
  /** Adam by the largest gradient instead of the mean square (Kingma and Ba, 2014). */
  adamax,
  /** Adam with Nesterov's momentum (Dozat, 2016). */
  nadam,
  /** Follow the regularized leader (McMahan et al., 2013). */
  ftrl,
  /** Steps of one size, by the sign of the momentum (Chen et al., 2023). */
  lion,
  /** Adam's second moment from the sums of rows and columns (Shazeer and Stern, 2018). */
  adafactor
};
var optimizerRoom = room(optimizers);

export {
  schedules,
  scheduleRoom,
  optimizers,
  optimizerRoom
};
//# sourceMappingURL=chunk-QBU7EWBH.js.map