import {
  augmentation,
  defaultAugmentation
} from "./chunk-N2QLVIIQ.js";
import {
  optimizers,
  schedules
} from "./chunk-QBU7EWBH.js";
import {
  checkInteger,
  checkName,
  checkOptions
} from "./chunk-KUENTTZU.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/recipes.ts
var recipeNames = ["plain", "best", "augmented", "fast97"];
var cosine = /* @__PURE__ */ __name((rate, steps) => {
  const warmupSteps = Math.floor(steps / 20);
  const decaySteps = steps - warmupSteps;
  return schedules.cosineDecay({ initialLearningRate: 0, warmupTarget: rate, warmupSteps, decaySteps });
}, "cosine");
var straight = /* @__PURE__ */ __name((rate, steps) => schedules.polynomialDecay({ initialLearningRate: rate, decaySteps: steps, endLearningRate: 0 }), "straight");
var kinds = {
  /** Keras's defaults: Adam at a constant 0.001, 32 samples a step. 97.8 % in 20 epochs. */
  plain: { epochs: 20, settings: /* @__PURE__ */ __name(() => ({ batchSize: 32, learningRate: 1e-3 }), "settings") },
  /** The most without augmented images: pixels dropped, matrices that decay, a cosine. 98.6 % in 40 epochs, 98.5 % in 10. */
  best: {
    epochs: 40,
    settings: /* @__PURE__ */ __name((epochs) => {
      const common = { learningRate: 4e-3, schedule: cosine, weightDecay: 0.1 };
      return epochs < 20 ? { ...common, batchSize: 64, beta2: 0.99, augment: augmentation({ dropout: 0.1 }) } : { ...common, batchSize: 128, augment: augmentation({ dropout: 0.3 }) };
    }, "settings")
  },
  /** Images changed in each pass (`augment: true`), matrices that decay, a cosine. 99.3 % in 120 epochs, 99.0 % in 20. */
  augmented: {
    epochs: 120,
    settings: /* @__PURE__ */ __name((epochs) => ({
      batchSize: epochs < 15 ? 64 : epochs < 30 ? 128 : 256,
      learningRate: 4e-3,
      schedule: cosine,
      weightDecay: 0.05,
      augment: { ...defaultAugmentation, reuse: epochs < 30 ? 1 : 2 }
    }), "settings")
  },
  /** 97.2 % in one epoch, 97.8 % in two, 98.1 % in four: a high rate that falls to zero. */
  fast97: {
    epochs: 1,
    settings: /* @__PURE__ */ __name((epochs) => ({
      ...epochs < 3 ? { batchSize: 32, learningRate: 5e-3 } : { batchSize: 64, learningRate: 6e-3 },
      schedule: straight,
      beta2: 0.99
    }), "settings")
  }
};
function recipe(name, options) {
  const kind = kinds[checkName("recipe", name, recipeNames)];
  checkOptions("recipe", options, ["samples", "epochs"]);
  const samples = checkInteger("samples", options.samples, 1, Number.MAX_SAFE_INTEGER);
  const epochs = checkInteger("epochs", options.epochs ?? kind.epochs, 1, Number.MAX_SAFE_INTEGER);
  const { batchSize, learningRate, schedule, beta2 = 0.999, weightDecay = 0, augment } = kind.settings(epochs);
  const steps = epochs * Math.ceil(samples / batchSize);
  const optimizer = optimizers.adam({
    learningRate: schedule ? schedule(learningRate, steps) : learningRate,
    beta2,
    ...weightDecay > 0 && { weightDecay, excludeFromWeightDecay: "biases" }
  });
  return { name, compile: { optimizer }, fit: { epochs, batchSize, ...augment && { augment } } };
}
__name(recipe, "recipe");

export {
  recipeNames,
  recipe
};
//# sourceMappingURL=chunk-FZNN4J45.js.map