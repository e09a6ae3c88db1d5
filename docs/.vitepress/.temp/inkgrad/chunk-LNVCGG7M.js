import {
  recipe
} from "./chunk-FZNN4J45.js";
import {
  cutMiddle,
  loadBinaryDigits,
  loadMnist
} from "./chunk-GD5DMI5A.js";
import {
  loadDigits
} from "./chunk-F7EMQ7UK.js";
import {
  asRows,
  evenly,
  splitByClass,
  takeRows
} from "./chunk-URMAPDOV.js";
import {
  defaultAugmentation
} from "./chunk-N2QLVIIQ.js";
import {
  optimizers
} from "./chunk-QBU7EWBH.js";
import {
  layers
} from "./chunk-2IK4R2EC.js";
import {
  ImageTensor
} from "./chunk-4CAN62I6.js";
import {
  checkInteger,
  describe,
  quoted
} from "./chunk-KUENTTZU.js";
import {
  EmptyDataError,
  LabelError,
  OptionError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/cli/digits.ts
import { existsSync } from "node:fs";
import { join } from "node:path";
var TEST_SHARE = 0.2;
var BINARY_ROWS = 500;
var MNIST_SIDE = 28;
var BINARY_SIDE = 20;
async function loadTenDigits(source = {}) {
  const { directory, order, signal } = source;
  if (directory === void 0) return { ...await loadMnist({ ...signal && { signal } }), lines: [] };
  const digits = await loadDigits(directory, { ...order && { order }, ...signal && { signal } });
  checkSides(directory, digits, [MNIST_SIDE]);
  const most = digits.labels.reduce((a, b) => Math.max(a, b), 0);
  if (most > 9) throw new LabelError(directory, "labels from 0 to 9", `${digits.classNames[most]}`);
  return { ...partsOf(digits), lines: linesOf(digits) };
}
__name(loadTenDigits, "loadTenDigits");
async function loadZerosAndOnes(source = {}) {
  const { directory, order, signal } = source;
  if (directory === void 0) return { ...await loadBinaryDigits({ ...signal && { signal } }), lines: [] };
  const [x, y] = [join(directory, "X.npy"), join(directory, "y.npy")];
  if (existsSync(x) && existsSync(y)) {
    const own = await loadBinaryDigits({ x, y, ...order && { order } });
    return { ...own, lines: own.notices };
  }
  const digits = await loadDigits(directory, { ...order && { order }, ...signal && { signal } });
  checkSides(directory, digits, [BINARY_SIDE, MNIST_SIDE]);
  const { train, test } = partsOf(digits);
  const most = digits.test && digits.width === MNIST_SIDE ? BINARY_ROWS : Number.POSITIVE_INFINITY;
  const chosen = { train: zerosAndOnes(train, directory, most), test: zerosAndOnes(test, directory) };
  return { ...chosen, lines: linesOf(digits) };
}
__name(loadZerosAndOnes, "loadZerosAndOnes");
function linesOf({ description, notices }) {
  return [description, ...notices];
}
__name(linesOf, "linesOf");
function checkSides(directory, { width, height }, sides) {
  if (width === height && sides.includes(width)) return;
  throw new ShapeError(
    directory,
    `images of ${sides.map((side) => `${side} x ${side}`).join(" or ")}`,
    `${height} x ${width}`
  );
}
__name(checkSides, "checkSides");
function partsOf(digits) {
  if (digits.test) return { train: digits.train, test: digits.test };
  const { train, test } = splitByClass(digits.labels, TEST_SHARE, evenly);
  return { train: takeRows(digits.train, train), test: takeRows(digits.train, test) };
}
__name(partsOf, "partsOf");
function zerosAndOnes(part, directory, most = Number.POSITIVE_INFINITY) {
  const counts = [0, 0];
  const rows = Array.from(part.y.keys()).filter((row) => {
    const digit = part.y[row];
    const count = counts[digit] ?? most;
    if (count < most) counts[digit] = count + 1;
    return count < most;
  });
  const missing = counts.indexOf(0);
  if (missing >= 0) throw new EmptyDataError(directory, `images of the digit ${missing}`, "none");
  const { x, y } = takeRows(part, rows);
  if (x.shape[1] === BINARY_SIDE ** 2) return { x, y };
  return { x: x instanceof ImageTensor ? middle(x.bytes) : middle(x.data), y };
}
__name(zerosAndOnes, "zerosAndOnes");
function middle(images) {
  const [from, to] = [MNIST_SIDE ** 2, BINARY_SIDE ** 2];
  const cut = new images.constructor(images.length / from * to);
  for (let i = 0; i < images.length / from; i++) {
    cutMiddle(images.subarray(i * from, (i + 1) * from), cut.subarray(i * to, (i + 1) * to));
  }
  return asRows(cut, to);
}
__name(middle, "middle");

// ts/cli/tasks.ts
function methodOf({ recipe: name, augment, ...plain }, samples) {
  const { epochs, batchSize, learningRate } = plain;
  if (name !== void 0) return recipe(name, { samples, epochs });
  return {
    compile: { optimizer: optimizers.adam({ learningRate }) },
    fit: { epochs, batchSize, ...augment && { augment: defaultAugmentation } }
  };
}
__name(methodOf, "methodOf");
function epochsOf(name) {
  return name === void 0 ? defaultRecipe.epochs : recipe(name, { samples: 1 }).fit.epochs;
}
__name(epochsOf, "epochsOf");
var defaultRecipe = { epochs: 20, batchSize: 32, learningRate: 1e-3, seed: 42 };
var tasks = {
  binary: {
    title: "0 or 1, from 20 x 20 pixels",
    modelName: "binary_nn_model",
    inputs: 400,
    hidden: { units: [25, 15], activation: "sigmoid" },
    output: { units: 1, activation: "sigmoid" },
    layerName: "layer",
    loss: "binaryCrossentropy",
    load: loadZerosAndOnes
  },
  multiclass: {
    title: "0 to 9, from 28 x 28 pixels",
    modelName: "multiclass_nn_model",
    inputs: 784,
    hidden: { units: [128, 64], activation: "relu" },
    output: { units: 10, activation: "softmax" },
    loss: "categoricalCrossentropy",
    load: loadTenDigits
  }
};
var taskNames = Object.keys(tasks);
function layersOf({ inputs, hidden, output, layerName }, { hiddenUnits }) {
  const sizes = (hiddenUnits ?? hidden.units).map((units) => ({ units, activation: hidden.activation }));
  return [...sizes, output].map(
    ({ units, activation }, i) => layers.dense({
      units,
      activation,
      ...i === 0 && { inputShape: [inputs] },
      ...layerName && { name: `${layerName}${i + 1}` }
    })
  );
}
__name(layersOf, "layersOf");

// ts/cli/checkpoint-every.ts
var words = ["auto", "epoch", "none"];
function checkCheckpointEvery(argument, value) {
  const word = words.find((word2) => word2 === value);
  if (word) return word;
  if (typeof value === "number") return checkInteger(argument, value, 1, Number.MAX_SAFE_INTEGER);
  throw new OptionError(argument, `${quoted(words)}, or a number of steps`, describe(value));
}
__name(checkCheckpointEvery, "checkCheckpointEvery");

export {
  checkCheckpointEvery,
  methodOf,
  epochsOf,
  defaultRecipe,
  tasks,
  taskNames,
  layersOf
};
//# sourceMappingURL=chunk-LNVCGG7M.js.map