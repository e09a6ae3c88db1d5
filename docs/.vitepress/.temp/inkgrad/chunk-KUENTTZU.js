import {
  DtypeError,
  OptionError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/options.ts
function describe(value) {
  if (value === null || value === void 0) return String(value);
  if (typeof value === "string") return value.length > 60 ? `'${value.slice(0, 57)}...'` : `'${value}'`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object") return typeof value === "bigint" ? `${value}n` : String(value);
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  const kind = value.constructor?.name ?? "Object";
  if (ArrayBuffer.isView(value) && "length" in value) return `${kind} of length ${value.length}`;
  return kind === "Object" ? "an object" : `an object of class ${kind}`;
}
__name(describe, "describe");
var MOST_ITEMS = 2 ** 20;
function isList(value) {
  return Array.isArray(value) && value.length <= MOST_ITEMS;
}
__name(isList, "isList");
function quoted(names) {
  const all = names.map((name) => `'${name}'`);
  return all.length < 2 ? all[0] ?? "none" : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}
__name(quoted, "quoted");
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
__name(distance, "distance");
function nearest(name, names) {
  const letters = /* @__PURE__ */ __name((word) => word.toLowerCase().replaceAll(/[_\s-]/g, "").slice(0, 64), "letters");
  const [best] = names.map((candidate) => ({ candidate, edits: distance(letters(name), letters(candidate)) })).sort((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(2, best.candidate.length / 3) ? best.candidate : void 0;
}
__name(nearest, "nearest");
function suggestion(name, names) {
  const meant = nearest(name, names);
  return meant === void 0 ? "" : `; did you mean '${meant}'?`;
}
__name(suggestion, "suggestion");
function checkObject(argument, options) {
  if (typeof options === "object" && options !== null && !Array.isArray(options)) return options;
  throw new OptionError(argument, "an object with options", describe(options));
}
__name(checkObject, "checkObject");
function checkOptions(argument, options, known) {
  for (const key of Object.keys(checkObject(argument, options))) {
    if (!known.includes(key)) {
      throw new OptionError(`${argument}.${key}`, `one of ${known.join(", ")}`, `'${key}'${suggestion(key, known)}`);
    }
  }
}
__name(checkOptions, "checkOptions");
function checkName(argument, value, names, spellings = names) {
  const found = names.find((name) => name === value);
  if (found !== void 0) return found;
  const hint = typeof value === "string" ? suggestion(value, spellings) : "";
  throw new OptionError(argument, quoted(names), `${describe(value)}${hint}`);
}
__name(checkName, "checkName");
function checkInteger(argument, value, least, most) {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new OptionError(argument, `a whole number ${range}`, describe(value));
}
__name(checkInteger, "checkInteger");
function checkNumber(argument, value, expected, holds) {
  if (typeof value === "number" && holds(value)) return value;
  throw new OptionError(argument, expected, describe(value));
}
__name(checkNumber, "checkNumber");
function checkNumbers(argument, values, expected, holds) {
  if (!isList(values)) throw new OptionError(argument, "an array of numbers", describe(values));
  return Array.from(values, (value, i) => checkNumber(`${argument}[${i}]`, value, expected, holds));
}
__name(checkNumbers, "checkNumbers");
function checkText(argument, value) {
  if (typeof value === "string" && value !== "") return value;
  throw new OptionError(argument, "a text that is not empty", describe(value));
}
__name(checkText, "checkText");
function checkBoolean(argument, value) {
  if (typeof value === "boolean") return value;
  throw new OptionError(argument, "true or false", describe(value));
}
__name(checkBoolean, "checkBoolean");
function checkNoMore(name, more) {
  if (more.length > 0) throw new OptionError(name, "no further arguments", more.map(describe).join(", "));
}
__name(checkNoMore, "checkNoMore");

// ts/inputs/arrays.ts
var kinds = {
  Float32Array,
  Float64Array,
  Uint8Array,
  Uint8ClampedArray,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array
};
var typedArray = Object.getPrototypeOf(Uint8Array.prototype);
function kindOf(value) {
  return ArrayBuffer.isView(value) ? Reflect.get(typedArray, Symbol.toStringTag, value) : void 0;
}
__name(kindOf, "kindOf");
function numericArray(argument, value) {
  const kind = kindOf(value);
  if (kind === void 0) return void 0;
  if (kind in kinds) {
    const Kind = kinds[kind];
    const array = value;
    const { buffer, byteOffset, length } = array;
    if (length === 0) return new Kind(0);
    return array.constructor === Kind ? array : new Kind(buffer, byteOffset, length);
  }
  return kind === "Float16Array" ? Float32Array.from(value) : wholeNumbers(argument, value);
}
__name(numericArray, "numericArray");
function wholeNumbers(argument, integers) {
  const numbers = new Float64Array(integers.length);
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = Number(integers[i]);
    if (!Number.isSafeInteger(numbers[i])) {
      throw new DtypeError(`${argument}[${i}]`, "an integer within \xB1(2^53 - 1)", describe(integers[i]));
    }
  }
  return numbers;
}
__name(wholeNumbers, "wholeNumbers");
function fileBytes(argument, value, expected) {
  const view = viewOf(value);
  if (!view) throw new DtypeError(argument, expected, describe(value));
  return isShared(view.buffer) ? new Uint8Array(view) : view;
}
__name(fileBytes, "fileBytes");
function viewOf(value) {
  if (isBuffer(value)) return new Uint8Array(value);
  if (!ArrayBuffer.isView(value)) return void 0;
  if (value.byteLength === 0) return new Uint8Array();
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}
__name(viewOf, "viewOf");
function tagOf(value) {
  return Object.prototype.toString.call(value);
}
__name(tagOf, "tagOf");
function isShared(value) {
  return tagOf(value) === "[object SharedArrayBuffer]";
}
__name(isShared, "isShared");
function isBuffer(value) {
  return tagOf(value) === "[object ArrayBuffer]" || isShared(value);
}
__name(isBuffer, "isBuffer");
function isBlob(value) {
  return /^\[object (?:Blob|File)\]$/.test(tagOf(value));
}
__name(isBlob, "isBlob");
function isUrl(value) {
  return value instanceof URL || tagOf(value) === "[object URL]";
}
__name(isUrl, "isUrl");

// ts/inputs/tensor.ts
var accepted = "a typed array, { data, shape } or nested arrays of numbers";
var MOST_AXES = 8;
var MOST_NUMBERS = 2 ** 28;
function formatShape(shape) {
  const shown = shape.slice(0, MOST_AXES).map((length) => typeof length === "number" ? length : describe(length)).join(", ");
  return shape.length > MOST_AXES ? `[${shown}, ...]` : `[${shown}]`;
}
__name(formatShape, "formatShape");
function sizeOf(shape) {
  return shape.reduce((size, length) => size * length, 1);
}
__name(sizeOf, "sizeOf");
function toTensor(argument, value) {
  const data = numericArray(argument, value);
  if (data) return { data, shape: [data.length] };
  if (Array.isArray(value)) return flatten(argument, value);
  if (typeof value === "object" && value !== null && "data" in value && "shape" in value) {
    return checkTensor(argument, value.data, value.shape);
  }
  throw new DtypeError(argument, accepted, describe(value));
}
__name(toTensor, "toTensor");
function checkTensor(argument, numbers, shape) {
  const data = flatNumbers(`${argument}.data`, numbers);
  const lengths = checkLengths(`${argument}.shape`, shape);
  if (sizeOf(lengths) !== data.length) {
    const received = `${formatShape(lengths)}, which is ${sizeOf(lengths)}`;
    throw new ShapeError(`${argument}.shape`, `a shape of ${data.length} numbers, as data has`, received);
  }
  return { data, shape: lengths };
}
__name(checkTensor, "checkTensor");
function checkLengths(argument, shape) {
  if (Array.isArray(shape) && shape.length <= MOST_AXES && shape.every((length) => Number.isSafeInteger(length) && length >= 0))
    return [...shape];
  const received = Array.isArray(shape) ? formatShape(shape) : describe(shape);
  throw new ShapeError(argument, "an array of whole numbers", received);
}
__name(checkLengths, "checkLengths");
function flatNumbers(argument, numbers) {
  const typed = numericArray(argument, numbers);
  if (typed) return typed;
  if (!Array.isArray(numbers)) {
    throw new DtypeError(argument, "a typed array or an array of numbers", describe(numbers));
  }
  const { data, shape } = flatten(argument, numbers);
  if (shape.length === 1) return data;
  throw new ShapeError(argument, "flat numbers, as shape tells their axes", `shape ${formatShape(shape)}`);
}
__name(flatNumbers, "flatNumbers");
function flatten(argument, nested) {
  const shape = shapeOf(argument, nested);
  if (sizeOf(shape) > MOST_NUMBERS) {
    throw new ShapeError(argument, `at most ${MOST_NUMBERS} numbers`, `nested arrays of shape ${formatShape(shape)}`);
  }
  const data = new Float64Array(sizeOf(shape));
  const last = shape.length - 1;
  const path = [];
  const place = /* @__PURE__ */ __name(() => argument + path.map((index) => `[${index}]`).join(""), "place");
  let filled = 0;
  const fill = /* @__PURE__ */ __name((value, axis) => {
    const typed = numericArray(argument, value);
    const values = typed ?? value;
    if (!typed && !Array.isArray(values)) {
      const wrong = typeof value === "number" ? ShapeError : DtypeError;
      throw new wrong(place(), `an array of ${shape[axis]} numbers`, describe(value));
    }
    const items = values;
    if (items.length !== shape[axis]) {
      throw new ShapeError(place(), `length ${shape[axis]}, as the arrays before it`, `length ${items.length}`);
    }
    if (axis === last && typed) {
      data.set(typed, filled);
      filled += typed.length;
      return;
    }
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      path[axis] = i;
      if (axis < last) {
        fill(item, axis + 1);
      } else {
        if (typeof item !== "number" && typeof item !== "boolean") {
          throw new DtypeError(place(), "a number", describe(item));
        }
        data[filled++] = item;
      }
    }
    path.length = axis;
  }, "fill");
  fill(nested, 0);
  return { data, shape };
}
__name(flatten, "flatten");
function shapeOf(argument, nested) {
  const shape = [];
  let level = nested;
  while (Array.isArray(level)) {
    shape.push(level.length);
    if (shape.length > MOST_AXES) throw new ShapeError(argument, `at most ${MOST_AXES} axes`, "deeper nested arrays");
    level = level[0];
  }
  const typed = numericArray(argument, level);
  if (typed) shape.push(typed.length);
  return shape;
}
__name(shapeOf, "shapeOf");

export {
  describe,
  isList,
  quoted,
  nearest,
  checkObject,
  checkOptions,
  checkName,
  checkInteger,
  checkNumber,
  checkNumbers,
  checkText,
  checkBoolean,
  checkNoMore,
  numericArray,
  fileBytes,
  isBlob,
  isUrl,
  formatShape,
  sizeOf,
  toTensor,
  checkLengths
};
//# sourceMappingURL=chunk-KUENTTZU.js.map