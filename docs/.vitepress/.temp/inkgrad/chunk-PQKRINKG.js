import {
  imagesOf,
  listed
} from "./chunk-OSAETKVO.js";
import {
  formatShape
} from "./chunk-KUENTTZU.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/digits/arrays.ts
var imageNames = /^(?:x|images?|imgs?|data|features?|inputs?|pixels?|digits)$/;
var labelNames = /^(?:y|labels?|targets?|class(?:es)?|digit)$/;
var testWords = /(?:^|[^a-z])(?:te|test|testing|t10k|heldout|val|valid|validation)(?:$|[^a-z])/;
var partWords = /(^|[^a-z])(?:tr|te|train|training|test|testing|t10k|heldout|val|valid|validation)(?=$|[^a-z])/g;
function namesTest(name) {
  return testWords.test(name.toLowerCase());
}
__name(namesTest, "namesTest");
function roleOf(name) {
  const words = name.toLowerCase().replace(partWords, "$1").split(/[^a-z0-9]+/);
  const word = words.filter((part) => part !== "").at(-1) ?? "";
  const bare = words.filter((part) => part !== "").join("_");
  if (labelNames.test(word) || labelNames.test(bare)) return "labels";
  return imageNames.test(word) || imageNames.test(bare) ? "images" : void 0;
}
__name(roleOf, "roleOf");
function pickParts(arrays, file, labels, byColumns = false) {
  const holds = /* @__PURE__ */ __name(() => listed(arrays.map(({ name, tensor }) => `${name} ${formatShape(tensor.shape)}`)), "holds");
  const refuse = /* @__PURE__ */ __name((expected) => new FormatError(file, expected, holds()), "refuse");
  if (labels !== void 0 && !arrays.some(({ name }) => name === labels)) throw refuse(`an array '${labels}'`);
  const named = arrays.map((array) => ({
    array,
    role: array.name === labels ? "labels" : roleOf(array.name),
    test: namesTest(array.name)
  }));
  const find = /* @__PURE__ */ __name((role, test2) => {
    const found = named.filter((candidate) => candidate.role === role && candidate.test === test2);
    const [only, other] = found.map(({ array }) => array);
    if (other && labels === void 0) throw refuse(`one array of ${role}${test2 ? " to test with" : ""}`);
    return only;
  }, "find");
  const pair = /* @__PURE__ */ __name((test2) => {
    const [x, y] = [find("images", test2), find("labels", test2)];
    return x && y ? partOf(x, y, file, byColumns) : void 0;
  }, "pair");
  const [train, test] = [pair(false), pair(true)];
  const spare = named.some(({ role, array }) => role === void 0 && array.tensor.shape.length > 1);
  if (train || test && !spare) return { train: train ?? test, test: train ? test : void 0 };
  const byShape = pairsByShape(arrays);
  const [first, second] = byShape;
  if (!first || byShape.length > 2) throw refuse("images and their labels, named x and y, or images and labels");
  return {
    train: partOf(...first, file, byColumns),
    test: second && partOf(...second, file, byColumns)
  };
}
__name(pickParts, "pickParts");
function pairsByShape(arrays) {
  const isLabels = /* @__PURE__ */ __name(({ tensor: { data, shape } }) => data.length > 0 && Math.max(...shape) === data.length, "isLabels");
  const free = arrays.filter(isLabels);
  return arrays.filter((array) => !isLabels(array) && array.tensor.shape.length > 1).flatMap((images) => {
    const { shape } = images.tensor;
    const place = free.findIndex(({ tensor }) => [shape[0], shape.at(-1)].includes(tensor.data.length));
    const [labels] = place < 0 ? [] : free.splice(place, 1);
    return labels ? [[images, labels]] : [];
  });
}
__name(pairsByShape, "pairsByShape");
function partOf(x, y, file, byColumns) {
  const [name, labelName] = [`${file}: ${x.name}`, `${file}: ${y.name}`];
  const { data } = x.tensor;
  if (Array.isArray(data)) throw new FormatError(name, "numbers", "text");
  const labels = labelsOf(y.tensor, labelName, x.tensor.shape);
  const tensor = { data, shape: x.tensor.shape };
  return { images: imagesOf(tensor, name, labels.length, byColumns), labels: { name: labelName, values: labels } };
}
__name(partOf, "partOf");
function labelsOf({ data, shape }, name, images) {
  const counts = [images[0], images.at(-1)];
  if (Math.max(...shape, 0) === data.length) return data;
  const [rows = 0, classes = 0] = shape;
  const oneHot = shape.length === 2 && counts.includes(rows) && typeof data[0] === "number";
  if (!oneHot) throw new FormatError(name, "a label for each image", `shape ${formatShape(shape)}`);
  return Float64Array.from({ length: rows }, (_, row) => {
    const line = Array.from({ length: classes }, (_2, k) => data[row * classes + k]);
    const hot = line.indexOf(1);
    if (hot < 0 || line.some((value, k) => value !== (k === hot ? 1 : 0))) {
      throw new FormatError(name, "one-hot rows of 0s and a 1", `something else in row ${row}`);
    }
    return hot;
  });
}
__name(labelsOf, "labelsOf");

export {
  namesTest,
  pickParts
};
//# sourceMappingURL=chunk-PQKRINKG.js.map