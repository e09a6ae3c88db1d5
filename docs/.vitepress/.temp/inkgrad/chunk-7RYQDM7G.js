import {
  checkLengths,
  describe,
  formatShape,
  isList,
  numericArray,
  sizeOf,
  toTensor
} from "./chunk-KUENTTZU.js";
import {
  DtypeError,
  EmptyDataError,
  LabelError,
  NonFiniteError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/inputs/rows.ts
function toRows(argument, x, columns) {
  if (isImages(x)) return imageRows(argument, x, columns);
  const { data, shape } = toTensor(argument, x);
  const count = isFlat(x) ? checkLength(argument, data.length, columns) : checkShape(argument, shape, columns);
  if (data instanceof Float32Array) return { floats: data, count };
  const bytes = asBytes(data);
  return bytes ? { bytes, divisor: 1, count } : { floats: new Float32Array(data), count };
}
__name(toRows, "toRows");
function isImages(x) {
  return typeof x === "object" && x !== null && "bytes" in x && "shape" in x;
}
__name(isImages, "isImages");
function imageRows(argument, x, columns) {
  const shape = checkLengths(`${argument}.shape`, x.shape);
  const count = checkShape(argument, shape, columns);
  const bytes = asBytes(numericArray(`${argument}.bytes`, x.bytes));
  if (!bytes) throw new DtypeError(`${argument}.bytes`, "a Uint8Array", describe(x.bytes));
  if (bytes.length !== sizeOf(shape)) {
    throw new ShapeError(argument, `${sizeOf(shape)} bytes for ${formatShape(shape)}`, `${bytes.length}`);
  }
  return { bytes, divisor: 255, count };
}
__name(imageRows, "imageRows");
function asBytes(data) {
  if (data instanceof Uint8Array) return data;
  return data instanceof Uint8ClampedArray ? new Uint8Array(data.buffer, data.byteOffset, data.length) : void 0;
}
__name(asBytes, "asBytes");
function isFlat(x) {
  return ArrayBuffer.isView(x) || Array.isArray(x) && typeof x[0] !== "object";
}
__name(isFlat, "isFlat");
function checkLength(argument, length, columns) {
  if (length === 0) throw new EmptyDataError(argument, "at least one row", "none");
  if (length % columns !== 0) {
    throw new ShapeError(argument, `a multiple of the model's row length ${columns}`, `length ${length}`);
  }
  return length / columns;
}
__name(checkLength, "checkLength");
function checkShape(argument, shape, columns) {
  const [rows = 0, ...row] = shape;
  if (rows === 0) throw new EmptyDataError(argument, "at least one row", formatShape(shape));
  if (sizeOf(row) !== columns) {
    throw new ShapeError(argument, `shape [rows, ${columns}]`, formatShape(shape));
  }
  return rows;
}
__name(checkShape, "checkShape");
function checkFinite(argument, numbers) {
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) throw new NonFiniteError(argument, "finite numbers", `${numbers[i]} at ${i}`);
  }
}
__name(checkFinite, "checkFinite");

// ts/inputs/weights.ts
function toWeights(weights, shapes) {
  if (!isList(weights)) throw new DtypeError("weights", "an array of tensors", describe(weights));
  if (weights.length !== shapes.length) {
    throw new ShapeError("weights", `${shapes.length} tensors, one for each variable`, `${weights.length}`);
  }
  const all = new Float32Array(shapes.reduce((sum, shape) => sum + sizeOf(shape), 0));
  let filled = 0;
  for (const [index, expected] of shapes.entries()) {
    const { data, shape } = toTensor(`weights[${index}]`, weights[index]);
    if (formatShape(shape) !== formatShape(expected)) {
      throw new ShapeError(`weights[${index}]`, `shape ${formatShape(expected)}`, formatShape(shape));
    }
    all.set(data, filled);
    checkFinite(`weights[${index}]`, all.subarray(filled, filled + data.length));
    filled += data.length;
  }
  return all;
}
__name(toWeights, "toWeights");

// ts/inputs/targets.ts
var SUM_TOLERANCE = 1e-3;
function toTargets(argument, y, rows, kind, units) {
  const { data, shape } = toTensor(argument, y);
  const [count = 0, width = 1, ...more] = shape;
  if (count !== rows) throw new ShapeError(argument, `${rows} labels, one for each row of x`, `${count}`);
  const ids = kind === "classes" && width === 1;
  if (more.length > 0 || !(ids || width === units)) {
    const one = kind === "classes" || units === 1 ? `[${rows}] or ` : "";
    throw new ShapeError(argument, `shape ${one}[${rows}, ${units}]`, formatShape(shape));
  }
  if (ids) return { classes: classIds(argument, data, units) };
  checkFinite(argument, data);
  if (kind === "numbers") return { values: asFloats(data) };
  if (kind === "signs") return { values: asSigns(argument, data) };
  checkRange(argument, data, 0);
  if (kind === "shares") return { values: asFloats(data) };
  const classes = oneHotClasses(data, units);
  if (classes) return { classes };
  checkSums(argument, data, units);
  return { values: asFloats(data) };
}
__name(toTargets, "toTargets");
function asFloats(data) {
  return data instanceof Float32Array ? data : new Float32Array(data);
}
__name(asFloats, "asFloats");
function classIds(argument, data, classes) {
  for (let i = 0; i < data.length; i++) {
    const label = data[i];
    if (label >= 0 && label < classes && Number.isInteger(label)) continue;
    const wrong = Number.isFinite(label) ? LabelError : NonFiniteError;
    throw new wrong(`${argument}[${i}]`, `a class id from 0 to ${classes - 1}`, `${label}`);
  }
  return data instanceof Uint32Array ? data : new Uint32Array(data);
}
__name(classIds, "classIds");
function checkRange(argument, data, least) {
  const wrong = data.findIndex((value) => value < least || value > 1);
  if (wrong >= 0) throw new LabelError(`${argument}[${wrong}]`, `a number from ${least} to 1`, `${data[wrong]}`);
}
__name(checkRange, "checkRange");
function asSigns(argument, data) {
  checkRange(argument, data, -1);
  if (data.some((value) => value !== 0 && value !== 1)) return asFloats(data);
  return Float32Array.from(data, (value) => 2 * value - 1);
}
__name(asSigns, "asSigns");
function oneHotClasses(data, units) {
  const classes = new Uint32Array(data.length / units);
  for (let row = 0; row < classes.length; row++) {
    const values = data.subarray(row * units, (row + 1) * units);
    const hot = values.indexOf(1);
    if (hot < 0 || values.some((value, unit) => unit !== hot && value !== 0)) return void 0;
    classes[row] = hot;
  }
  return classes;
}
__name(oneHotClasses, "oneHotClasses");
function checkSums(argument, data, units) {
  for (let first = 0; first < data.length; first += units) {
    let sum = 0;
    for (let i = first; i < first + units; i++) sum += data[i];
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new LabelError(`${argument}[${first / units}]`, "probabilities that sum to 1", `a sum of ${sum}`);
    }
  }
}
__name(checkSums, "checkSums");

export {
  toRows,
  checkFinite,
  toTargets,
  toWeights
};
//# sourceMappingURL=chunk-7RYQDM7G.js.map