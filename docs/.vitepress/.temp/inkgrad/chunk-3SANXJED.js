import {
  InkgradWarning
} from "./chunk-DX5EB35C.js";
import {
  stack
} from "./chunk-I6GK2DSC.js";
import {
  platform
} from "./chunk-Z5QVBAGM.js";
import {
  layers
} from "./chunk-2IK4R2EC.js";
import {
  checkFinite
} from "./chunk-7RYQDM7G.js";
import {
  describe,
  formatShape,
  quoted,
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/weights-only/block.ts
var types = [
  ["kernel", "dense", ["kernel", "bias"]],
  ["moving_mean", "batchNormalization", ["gamma", "beta", "moving_mean", "moving_variance"]],
  ["gamma", "layerNormalization", ["gamma", "beta"]],
  ["alpha", "prelu", ["alpha"]]
];
function block(name, variables, source) {
  const [, type, has = []] = types.find(([tells]) => variables.has(tells)) ?? [];
  const names = [...variables.keys()];
  const odd = type === void 0 ? names[0] : names.find((variable) => !has.includes(variable));
  if (type === void 0 || odd !== void 0) {
    throw new FormatError(
      source,
      "weights of dense and normalization layers and of PReLU",
      describe(`${name}: ${odd}`)
    );
  }
  const axes = /* @__PURE__ */ __name((variable) => variable === "kernel" ? 2 : 1, "axes");
  for (const [variable, { shape }] of variables) {
    if (shape.length !== axes(variable) || shape.includes(0)) {
      throw new FormatError(`${source}: ${name}`, `a ${variable} of ${axes(variable)} axes`, `shape [${shape}]`);
    }
  }
  return { name, type, variables };
}
__name(block, "block");
function widthsOf({ type, variables }) {
  const [first = 0, second = first] = (variables.get("kernel") ?? [...variables.values()][0])?.shape ?? [];
  return type === "dense" ? [first, second] : [first, first];
}
__name(widthsOf, "widthsOf");
function toFloats({ data, shape }) {
  return { data: data instanceof Float32Array ? data : Float32Array.from(data), shape };
}
__name(toFloats, "toFloats");
function transposed({ data, shape: [rows = 0, columns = 0] }) {
  const turned = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = data[row * columns + column];
  }
  return { data: turned, shape: [columns, rows] };
}
__name(transposed, "transposed");

// ts/formats/weights-only/guess.ts
function guessLayers(blocks, habits) {
  const lastDense = blocks.findLastIndex(({ type }) => type === "dense");
  return blocks.flatMap((block2, i) => {
    const isLast = i >= lastDense;
    const activation = isLast ? habits.last : habits.hidden;
    const here = isLast ? i === lastDense : activationIsBehind(blocks, i);
    if (block2.type === "dense") return [denseLayer(block2, here ? activation : "linear")];
    const layer = layerOf(block2, habits);
    return here ? [layer, layers.activation(activation)] : [layer];
  });
}
__name(guessLayers, "guessLayers");
function activationIsBehind(blocks, i) {
  const first = blocks.slice(0, i + 1).findLastIndex(({ type }) => type === "dense");
  if (first === -1) return false;
  const next = blocks.findIndex(({ type }, at) => at > first && type === "dense");
  const between = blocks.slice(first, next);
  if (between.some(({ type }) => type === "prelu")) return false;
  const gap = between.findIndex(({ gapBehind }) => gapBehind);
  return i - first === (gap === -1 ? between.length - 1 : gap);
}
__name(activationIsBehind, "activationIsBehind");
function denseLayer(block2, activation) {
  const [, units] = widthsOf(block2);
  return layers.dense({ units, activation, useBias: block2.variables.has("bias"), ...nameOf(block2) });
}
__name(denseLayer, "denseLayer");
function layerOf(block2, { epsilon, momentum }) {
  const has = { scale: block2.variables.has("gamma"), center: block2.variables.has("beta") };
  if (block2.type === "batchNormalization")
    return layers.batchNormalization({ epsilon, momentum, ...has, ...nameOf(block2) });
  if (block2.type === "layerNormalization") return layers.layerNormalization({ epsilon, ...has, ...nameOf(block2) });
  return layers.prelu(nameOf(block2));
}
__name(layerOf, "layerOf");
function nameOf({ name }) {
  return name === "" || name.includes("/") || /(^|[._])\d+$/.test(name) ? {} : { name };
}
__name(nameOf, "nameOf");
function layersText(described) {
  return described.map(layerText).join(", ");
}
__name(layersText, "layersText");
function layerText(layer) {
  if (layer.type === "input") return `input(${layer.shape.join(", ")})`;
  if (layer.type === "activation") return `activation(${layer.activation.type})`;
  if ("epsilon" in layer) return `${layer.type}(epsilon=${plainNumber(layer.epsilon)})`;
  if (layer.type !== "dense") return layer.type;
  const { units, activation } = layer;
  return activation.type === "linear" ? `dense(${units})` : `dense(${units}, ${activation.type})`;
}
__name(layerText, "layerText");
function plainNumber(value) {
  return String(value).includes("e") ? value.toFixed(12).replace(/0+$/, "") : String(value);
}
__name(plainNumber, "plainNumber");

// ts/formats/weights-only/order.ts
var MOST_STEPS = 1e4;
function byNumbers(named) {
  const key = /* @__PURE__ */ __name(({ name }) => name.replaceAll(/\d+/g, (digits) => digits.padStart(16, "0")), "key");
  return named.toSorted((a, b) => key(a) < key(b) ? -1 : 1);
}
__name(byNumbers, "byNumbers");
function orderOf(blocks) {
  const unnumbered = blocks.filter(({ name }) => !/\d/.test(name)).length;
  return unnumbered === 0 ? "given" : unnumbered === 1 ? "likely" : "unknown";
}
__name(orderOf, "orderOf");
function inOrder(blocks, order, source) {
  if (order !== "unknown" && isChain(blocks)) return blocks;
  const [chain, other] = order === "given" ? [] : chainsOf(blocks);
  if (chain && !other) return chain;
  const names = quoted(blocks.map(({ name }) => name));
  const fit = chain ? "several orders fit; say layers, with these names" : "no order fits";
  throw new FormatError(source, "layers of which each takes what the one before it gives", `${names}: ${fit}`);
}
__name(inOrder, "inOrder");
function isChain(blocks) {
  let width;
  return blocks.every((block2) => {
    const fits = takes(block2, width);
    width = widthBehind(block2, width);
    return fits;
  });
}
__name(isChain, "isChain");
var isForAny = /* @__PURE__ */ __name((block2) => block2.type === "prelu" && widthsOf(block2)[0] === 1, "isForAny");
function takes(block2, width) {
  return width === void 0 || widthsOf(block2)[0] === width || isForAny(block2);
}
__name(takes, "takes");
function widthBehind(block2, width) {
  return isForAny(block2) ? width : widthsOf(block2)[1];
}
__name(widthBehind, "widthBehind");
function chainsOf(blocks) {
  const found = [];
  let steps = 0;
  const extend = /* @__PURE__ */ __name((chain, left, width) => {
    if (left.length === 0) found.push([...chain]);
    for (const block2 of left) {
      if (found.length > 1 || ++steps > MOST_STEPS) return;
      if (!takes(block2, width)) continue;
      const others = left.filter((other) => other !== block2);
      extend([...chain, block2], others, widthBehind(block2, width));
    }
  }, "extend");
  extend([], blocks);
  return found;
}
__name(chainsOf, "chainsOf");

// ts/formats/weights-only/with-input.ts
function withInput(layers2, inputs) {
  const [first] = layers2;
  const known = first?.type === "input" || first?.inputShape !== void 0;
  return known ? layers2 : [layers.input([inputs]), ...layers2];
}
__name(withInput, "withInput");

// ts/formats/weights-only.ts
function modelOf({ layers: told, source }, { blocks, order, habits, told: known }) {
  if (blocks.length === 0) throw new FormatError(source, "weights of at least one layer", "none");
  const named = told && byName(told, blocks);
  const chain = named ?? inOrder(blocks, order, source);
  const layers2 = withInput(told ?? guessLayers(chain, habits), widthsOf(chain[0])[0]);
  const placed = stack(layers2).layers.filter(({ variables }) => variables.length > 0);
  if (placed.length !== chain.length) {
    const names = /* @__PURE__ */ __name(({ name }) => name, "names");
    const expected = `weights of ${placed.length} layers: ${quoted(placed.map(({ spec }) => spec.name))}`;
    throw new FormatError(source, expected, `${chain.length}: ${quoted(chain.map(names))}`);
  }
  const weights = placed.flatMap((layer, i) => weightsOf(layer, chain[i], source));
  if (!told && !known) tell(layers2, source);
  return { name: "sequential", seed: 0, layers: layers2, compile: void 0, weights };
}
__name(modelOf, "modelOf");
function tell(layers2, source) {
  const message = `${source}: weights without layers, taken for ${layersText(layers2)}; if they are others, say so: loadModel(..., { layers })`;
  platform().warn(new InkgradWarning("GUESSED_LAYERS", message));
}
__name(tell, "tell");
function byName(told, blocks) {
  const wanted = new Set(told.map(({ name }) => name));
  const found = told.flatMap(({ name }) => blocks.filter((block2) => block2.name === name));
  return blocks.every(({ name }) => wanted.has(name)) ? found : void 0;
}
__name(byName, "byName");
function weightsOf({ spec, variables }, block2, source) {
  const names = variables.map(({ name }) => name);
  const others = [...block2.variables.keys()].filter((name) => !names.includes(name));
  const fail = /* @__PURE__ */ __name((expected, received) => {
    throw new FormatError(`${source}: ${block2.name}`, `${expected} for the layer '${spec.name}'`, received);
  }, "fail");
  if (others.length > 0) fail(`nothing but ${quoted(names)}`, quoted(others));
  return variables.map(({ name, shape }) => {
    const tensor = block2.variables.get(name) ?? fail(`a ${name}`, quoted([...block2.variables.keys()]));
    checkNumbers(`${source}: ${block2.name}: ${name}`, tensor.data);
    if (formatShape(tensor.shape) === formatShape(shape)) return tensor;
    const [slope] = tensor.data;
    if (block2.type === "prelu" && tensor.data.length === 1 && slope !== void 0) {
      return { data: new Float32Array(sizeOf(shape)).fill(slope), shape };
    }
    return fail(`a ${name} of shape ${formatShape(shape)}`, formatShape(tensor.shape));
  });
}
__name(weightsOf, "weightsOf");
function checkNumbers(argument, numbers) {
  try {
    checkFinite(argument, numbers);
  } catch (error) {
    const { expected, received } = error;
    throw new FormatError(argument, expected, received, { cause: error });
  }
}
__name(checkNumbers, "checkNumbers");

export {
  block,
  widthsOf,
  toFloats,
  transposed,
  byNumbers,
  orderOf,
  withInput,
  modelOf
};
//# sourceMappingURL=chunk-3SANXJED.js.map