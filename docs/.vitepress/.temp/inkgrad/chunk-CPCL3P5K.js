import {
  restoreState
} from "./chunk-GHT33BIM.js";
import {
  sequential,
  trainableOf
} from "./chunk-TZ2533CS.js";
import {
  joinWeights
} from "./chunk-XCGUHHQE.js";
import {
  checkOptions,
  describe
} from "./chunk-KUENTTZU.js";
import {
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/load-model.ts
async function loadModel(source, options = {}) {
  checkOptions("loadModel", options, ["layers", "engine"]);
  const { layers: told, ...placing } = options;
  if (told !== void 0 && !Array.isArray(told)) throw new OptionError("layers", "an array of layers", describe(told));
  const [{ openSource }, { readModel }] = await Promise.all([import("./source-DLACQTAO.js"), import("./formats-B66K67YD.js")]);
  const file = await openSource(source);
  return modelFrom(await readModel({ ...file, ...told && { layers: told } }), placing, file.source);
}
__name(loadModel, "loadModel");
async function modelFrom({ name, seed, layers, compile, weights, inputScale, optimizer }, placing, source) {
  const model = sequential({ name, seed, layers, ...placing });
  trainableOf(model).scale.learned = inputScale;
  if (compile) model.compile(compile);
  if (compile && optimizer)
    await restoreState(trainableOf(model), { weights: joinWeights(weights), optimizer }, source);
  else await model.setWeights(weights);
  return model;
}
__name(modelFrom, "modelFrom");

export {
  loadModel,
  modelFrom
};
//# sourceMappingURL=chunk-CPCL3P5K.js.map