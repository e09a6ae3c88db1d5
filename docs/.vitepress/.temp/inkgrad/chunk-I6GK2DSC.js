import {
  kindOfLayer
} from "./chunk-2IK4R2EC.js";
import {
  describe,
  formatShape,
  isList
} from "./chunk-KUENTTZU.js";
import {
  OptionError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/model/stack.ts
function stack(layers) {
  if (!isList(layers) || layers.length === 0) {
    throw new OptionError("layers", "an array of at least one layer", describe(layers));
  }
  const described = layers.map((layer, index) => {
    const kind = kindOfLayer(layer);
    if (kind) return { layer, kind };
    throw new OptionError(`layers[${index}]`, "a layer made by a function such as layers.dense(10)", describe(layer));
  });
  const [first] = described;
  const start = first?.layer.type === "input" ? first.layer.shape : first?.layer.inputShape;
  if (start === void 0) {
    throw new OptionError("layers[0].inputShape", "[numbers in one row]: the first layer needs it", "undefined");
  }
  const names = nameAll(described);
  let shape = start;
  const placed = described.flatMap(({ layer, kind }, index) => {
    checkPlace(layer, index, shape);
    if (layer.type === "input") return [];
    const { inputShape: _, name: __, ...fields } = layer;
    const spec = Object.freeze({ ...fields, name: names[index] });
    const inputShape = shape;
    shape = inPlace(index, () => kind.outputShape(spec, inputShape));
    return [{ kind, spec, inputShape, outputShape: shape, variables: kind.variables(spec, inputShape) }];
  });
  return { inputShape: start, layers: placed };
}
__name(stack, "stack");
function checkPlace(layer, index, shape) {
  if (layer.type === "input" && index > 0) {
    throw new OptionError(`layers[${index}]`, "layers.input(...) in the first place only", `it in place ${index + 1}`);
  }
  if (layer.inputShape && formatShape(layer.inputShape) !== formatShape(shape)) {
    const expected = `${formatShape(shape)}, the units of the layer before it, or nothing`;
    throw new ShapeError(`layers[${index}].inputShape`, expected, formatShape(layer.inputShape));
  }
}
__name(checkPlace, "checkPlace");
function inPlace(index, make) {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new ShapeError(`layers[${index}]: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}
__name(inPlace, "inPlace");
function nameAll(layers) {
  const taken = /* @__PURE__ */ new Set();
  for (const { layer } of layers) {
    if (layer.name === void 0) continue;
    if (taken.has(layer.name)) {
      throw new OptionError("layers", "a name of its own for each layer", `'${layer.name}' twice`);
    }
    taken.add(layer.name);
  }
  const unnamed = /* @__PURE__ */ new Map();
  const next = /* @__PURE__ */ __name((base) => {
    const before = unnamed.get(base) ?? 0;
    unnamed.set(base, before + 1);
    const name = before === 0 ? base : `${base}_${before}`;
    return taken.has(name) ? next(base) : name;
  }, "next");
  return layers.map(({ layer, kind }) => layer.name ?? next(kerasName(kind.className)));
}
__name(nameAll, "nameAll");
function kerasName(className) {
  return className.replaceAll(/(.)([A-Z][a-z]+)/g, "$1_$2").replaceAll(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
__name(kerasName, "kerasName");

export {
  stack,
  kerasName
};
//# sourceMappingURL=chunk-I6GK2DSC.js.map