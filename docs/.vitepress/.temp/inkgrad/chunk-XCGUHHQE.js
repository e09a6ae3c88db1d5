import {
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/model/variables.ts
function variablesOf(layers) {
  let end = 0;
  return layers.flatMap(
    ({ spec, variables }) => variables.map((variable) => {
      const first = end;
      end += sizeOf(variable.shape);
      return { ...variable, path: `${spec.name}/${variable.name}`, layer: spec.name, first, end };
    })
  );
}
__name(variablesOf, "variablesOf");
function shapesOf(variables) {
  return variables.map(({ shape }) => shape);
}
__name(shapesOf, "shapesOf");
function splitWeights(weights, variables) {
  return variables.map(({ shape, first, end }) => ({ data: weights.slice(first, end), shape }));
}
__name(splitWeights, "splitWeights");
function joinWeights(weights) {
  const all = new Float32Array(weights.reduce((length, { data }) => length + data.length, 0));
  let filled = 0;
  for (const { data } of weights) {
    all.set(data, filled);
    filled += data.length;
  }
  return all;
}
__name(joinWeights, "joinWeights");

export {
  variablesOf,
  shapesOf,
  splitWeights,
  joinWeights
};
//# sourceMappingURL=chunk-XCGUHHQE.js.map