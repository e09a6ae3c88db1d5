import {
  pickParts
} from "./chunk-PQKRINKG.js";
import "./chunk-OSAETKVO.js";
import {
  elementTypes,
  readElements
} from "./chunk-Q32PY4DA.js";
import {
  unzlib
} from "./chunk-VRC5S6MI.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/digits/formats/mat.ts
var numberTypes = /* @__PURE__ */ new Map([
  [1, "i1"],
  [2, "u1"],
  [3, "i2"],
  [4, "u2"],
  [5, "i4"],
  [6, "u4"],
  [7, "f4"],
  [9, "f8"],
  [12, "i8"],
  [13, "u8"]
]);
var MATRIX = 14;
var COMPRESSED = 15;
var STRUCT = 2;
var CHAR = 4;
var isNumeric = /* @__PURE__ */ __name((arrayClass) => arrayClass >= 6 && arrayClass <= 15, "isNumeric");
var MOST_DEPTH = 4;
var MOST_AXES = 8;
async function readMat(bytes, name, { labels, turn }) {
  const arrays = [];
  for await (const array of readArrays(bytes, name)) {
    arrays.push(array);
    await turn();
  }
  const parts = pickParts(arrays, name, labels, true);
  const flat = arrays.some(
    ({ name: array, tensor }) => parts.train.images.name.endsWith(`: ${array}`) && tensor.shape.length < 3
  );
  return { what: `MATLAB arrays (${name})`, order: flat ? "perhaps columns" : "rows", ...parts };
}
__name(readMat, "readMat");
async function* readArrays(bytes, name) {
  const mark = String.fromCharCode(...bytes.subarray(126, 128));
  if (mark !== "IM" && mark !== "MI") throw new FormatError(name, "a MATLAB file of level 5", "one without its mark");
  const little = mark === "IM";
  const file = new Elements(bytes.subarray(128), little, name);
  while (!file.atEnd) {
    const { type, data } = file.next(COMPRESSED);
    if (type === MATRIX) yield* arraysIn(data, "", little, name, 0);
    if (type !== COMPRESSED) continue;
    const inner = new Elements(await unzlib(data, name), little, name).next(MATRIX);
    if (inner.type === MATRIX) yield* arraysIn(inner.data, "", little, name, 0);
  }
}
__name(readArrays, "readArrays");
var Elements = class {
  static {
    __name(this, "Elements");
  }
  #bytes;
  #view;
  #little;
  #name;
  #place = 0;
  constructor(bytes, little, name) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = little;
    this.#name = name;
  }
  get atEnd() {
    return this.#place >= this.#bytes.length;
  }
  /** @param unpadded the type whose elements are followed by the next one at once, and not at a multiple of 8 bytes */
  next(unpadded) {
    const start = this.#place;
    if (start + 8 > this.#bytes.length) throw cutShort(this.#name);
    const first = this.#view.getUint32(start, this.#little);
    if (first >>> 16 !== 0) {
      const length2 = first >>> 16;
      if (length2 > 4) throw new FormatError(this.#name, "small elements of at most 4 bytes", `${length2}`);
      this.#place = start + 8;
      return { type: first & 65535, data: this.#bytes.subarray(start + 4, start + 4 + length2) };
    }
    const length = this.#view.getUint32(start + 4, this.#little);
    const end = start + 8 + length;
    if (end > this.#bytes.length) throw cutShort(this.#name);
    this.#place = first === unpadded ? end : start + 8 + Math.ceil(length / 8) * 8;
    return { type: first, data: this.#bytes.subarray(start + 8, end) };
  }
  number(data, index) {
    if (4 * index + 4 > data.length) throw cutShort(this.#name);
    return new DataView(data.buffer, data.byteOffset).getInt32(4 * index, this.#little);
  }
  text() {
    return String.fromCharCode(...this.next().data.subarray(0, 256));
  }
};
function cutShort(name) {
  return new FormatError(name, "a whole MATLAB file", "one that is cut short or damaged");
}
__name(cutShort, "cutShort");
function* arraysIn(matrix, field, little, name, depth) {
  if (matrix.length === 0) return;
  const elements = new Elements(matrix, little, name);
  const flags = elements.number(elements.next().data, 0);
  const dimensions = elements.next().data;
  const axes = dimensions.length / 4;
  if (axes > MOST_AXES) throw new FormatError(name, `at most ${MOST_AXES} axes`, `${axes}`);
  const shape = Array.from({ length: axes }, (_, axis) => elements.number(dimensions, axis));
  if (shape.some((length) => length < 0)) throw cutShort(name);
  const own = elements.text();
  const path = field || own;
  const arrayClass = flags & 255;
  if (arrayClass === STRUCT) {
    if (depth === MOST_DEPTH || shape.some((length) => length !== 1)) return;
    yield* fieldsOf(elements, path, little, name, depth);
  } else if (arrayClass === CHAR || isNumeric(arrayClass)) {
    const { type, data } = elements.next();
    const tensor = numbersOf(type, data, shape, little, `${name}: ${path}`);
    if (arrayClass !== CHAR) yield { name: path, tensor };
    else if (shape.length === 2) yield { name: path, tensor: rowsOfText(tensor) };
  }
}
__name(arraysIn, "arraysIn");
function* fieldsOf(elements, path, little, name, depth) {
  const nameLength = elements.number(elements.next().data, 0);
  const names = elements.next().data;
  if (nameLength < 1) throw cutShort(name);
  for (let start = 0; start + nameLength <= names.length; start += nameLength) {
    const [fieldName] = String.fromCharCode(...names.subarray(start, start + nameLength)).split("\0");
    const { type, data } = elements.next();
    if (type === MATRIX) yield* arraysIn(data, `${path}.${fieldName}`, little, name, depth + 1);
  }
}
__name(fieldsOf, "fieldsOf");
function numbersOf(type, bytes, shape, littleEndian, name) {
  const element = numberTypes.get(type === 16 ? 2 : type === 17 ? 4 : type);
  if (element === void 0) throw new FormatError(name, "numbers", `elements of type ${type}`);
  const data = readElements(bytes, { type: element, shape, littleEndian, fortranOrder: true }, name);
  if (data.length * elementTypes[element].size !== bytes.length) throw cutShort(name);
  return { data, shape };
}
__name(numbersOf, "numbersOf");
function rowsOfText({ data, shape }) {
  const [rows = 0, columns = 0] = shape;
  const texts = Array.from({ length: rows }, (_, row) => {
    return String.fromCharCode(...data.subarray(row * columns, (row + 1) * columns)).trim();
  });
  return { data: texts, shape: [rows] };
}
__name(rowsOfText, "rowsOfText");
export {
  readArrays,
  readMat
};
//# sourceMappingURL=mat-XJA24V7T.js.map