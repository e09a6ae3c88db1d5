import {
  block,
  byNumbers,
  orderOf,
  toFloats,
  transposed
} from "./chunk-3SANXJED.js";
import {
  describe
} from "./chunk-KUENTTZU.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/weights-only/names.ts
var ours = /^(.+)\/(kernel|bias|gamma|beta|alpha|moving_mean|moving_variance)(?::0)?$/;
var torch = /^(?:(.*)\.)?(weight|bias|running_mean|running_var|num_batches_tracked)$/;
function hasOurNames(tensors) {
  return tensors.size > 0 && [...tensors.keys()].every((name) => ours.test(name));
}
__name(hasOurNames, "hasOurNames");
function hasTorchNames(tensors) {
  return tensors.size > 0 && [...tensors.keys()].every((name) => torch.test(name));
}
__name(hasTorchNames, "hasTorchNames");
function blocksByOurNames(tensors, source) {
  const groups = grouped(tensors, ours, (variable, tensor) => [variable, toFloats(tensor)]);
  return groups.map(({ name, variables }) => block(name, variables, source));
}
__name(blocksByOurNames, "blocksByOurNames");
function blocksOfStateDict(tensors, source) {
  const groups = grouped(tensors, torch, (parameter, tensor, name) => {
    if (parameter === "num_batches_tracked") return void 0;
    const { length: axes } = tensor.shape;
    if (axes === 0 || axes > 2 || axes === 2 && parameter !== "weight") {
      const expected = "weights of Linear, BatchNorm1d, LayerNorm and PReLU";
      throw new FormatError(source, expected, `${describe(name)} of shape [${tensor.shape}]`);
    }
    return [parameter, axes === 2 ? transposed(toFloats(tensor)) : toFloats(tensor)];
  });
  const sorted = byNumbers(groups).map(({ name, variables }) => block(name, renamed(variables), source));
  return sorted.map((one, i) => ({ ...one, gapBehind: hasGap(one.name, sorted[i + 1]?.name) }));
}
__name(blocksOfStateDict, "blocksOfStateDict");
function renamed(parameters) {
  const { shape = [] } = parameters.get("weight") ?? {};
  const [weight, bias] = shape.length === 2 ? ["kernel", "bias"] : [parameters.has("bias") ? "gamma" : "alpha", "beta"];
  const names = /* @__PURE__ */ new Map([
    ["weight", parameters.has("running_mean") ? "gamma" : weight],
    ["bias", parameters.has("running_mean") ? "beta" : bias],
    ["running_mean", "moving_mean"],
    ["running_var", "moving_variance"]
  ]);
  return new Map(Array.from(parameters, ([name, tensor]) => [names.get(name) ?? name, tensor]));
}
__name(renamed, "renamed");
function hasGap(name, next = "") {
  const place = /* @__PURE__ */ __name((text) => Number(/(?:^|\.)(\d+)$/.exec(text)?.[1] ?? Number.NaN), "place");
  return place(next) > place(name) + 1;
}
__name(hasGap, "hasGap");
function grouped(tensors, pattern, take) {
  const groups = /* @__PURE__ */ new Map();
  for (const [name, tensor] of tensors) {
    const [, group = "", variable = ""] = pattern.exec(name) ?? [];
    const taken = take(variable, tensor, name);
    const variables = groups.get(group) ?? /* @__PURE__ */ new Map();
    groups.set(group, variables);
    if (taken) variables.set(...taken);
  }
  return Array.from(groups, ([name, variables]) => ({ name, variables }));
}
__name(grouped, "grouped");

// ts/formats/weights-only/named.ts
var torch2 = { hidden: "relu", last: "linear", epsilon: 1e-5, momentum: 0.9 };
var keras = { hidden: "relu", last: "linear", epsilon: 1e-3, momentum: 0.99 };
function namedWeights(tensors, source, inFileOrder = false) {
  if (hasTorchNames(tensors)) {
    const blocks2 = blocksOfStateDict(tensors, source);
    return { blocks: blocks2, order: orderOf(blocks2), habits: torch2 };
  }
  if (!hasOurNames(tensors)) return void 0;
  const blocks = blocksByOurNames(tensors, source);
  if (inFileOrder) return { blocks, order: "given", habits: keras };
  return { blocks: byNumbers(blocks), order: orderOf(blocks), habits: keras };
}
__name(namedWeights, "namedWeights");

export {
  keras,
  namedWeights
};
//# sourceMappingURL=chunk-ZYAWIWN5.js.map