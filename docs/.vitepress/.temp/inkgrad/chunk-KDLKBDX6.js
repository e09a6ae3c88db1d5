import {
  describeStart,
  elementTypes,
  readElements
} from "./chunk-Q32PY4DA.js";
import {
  fileBytes
} from "./chunk-KUENTTZU.js";
import {
  TextDecoder
} from "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/npy.ts
var MAGIC = [147, 78, 85, 77, 80, 89];
var MAX_HEADER_BYTES = 65536;
var MAX_DIMENSIONS = 64;
function parseNpy(bytes, name = "npy") {
  const file = fileBytes(name, bytes, "the bytes of the file");
  const { layout, end } = readHeader(file, name);
  return { data: readElements(file.subarray(end), layout, name), shape: layout.shape };
}
__name(parseNpy, "parseNpy");
function readHeader(bytes, name) {
  if (bytes.length < 10 || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new FormatError(name, "an .npy file, which begins with \\x93NUMPY", describeStart(bytes));
  }
  const [major, minor] = [bytes[6], bytes[7]];
  if (major === void 0 || major < 1 || major > 3 || minor !== 0) {
    throw new FormatError(name, ".npy format 1.0, 2.0 or 3.0", `${major}.${minor}`);
  }
  const start = major === 1 ? 10 : 12;
  if (bytes.length < start) throw new FormatError(name, `a header of at least ${start} bytes`, `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER_BYTES) {
    throw new FormatError(name, `a header of at most ${MAX_HEADER_BYTES} bytes`, `${length} bytes`);
  }
  if (start + length > bytes.length) {
    throw new FormatError(name, `a header of ${length} bytes`, `${bytes.length - start} bytes`);
  }
  const end = start + length;
  const text = new TextDecoder(major === 3 ? "utf-8" : "latin1").decode(bytes.subarray(start, end));
  return { layout: new HeaderParser(text, name).parse(), end };
}
__name(readHeader, "readHeader");
var HeaderParser = class {
  static {
    __name(this, "HeaderParser");
  }
  #text;
  #name;
  #token = /[ \t\r\n\f]*(?:'([^'\\]*)'|"([^"\\]*)"|(\d+)L?|(True|False)|([{}():,])|$)/y;
  constructor(text, name) {
    this.#text = text;
    this.#name = name;
  }
  parse() {
    const fields = this.#dictionary();
    const descr = fields.get("descr");
    const fortranOrder = fields.get("fortran_order");
    const shape = fields.get("shape");
    if (fields.size !== 3 || typeof descr !== "string" || typeof fortranOrder !== "boolean" || !Array.isArray(shape)) {
      throw this.#error("the keys 'descr' (a string), 'fortran_order' (a boolean) and 'shape' (a tuple)");
    }
    return { ...this.#elementType(descr), fortranOrder, shape };
  }
  #elementType(descr) {
    const [, order, type = ""] = /^([<>|]?)([a-z]\d)$/.exec(descr) ?? [];
    if (!isElementName(type) || elementTypes[type].size > 1 && order !== "<" && order !== ">") {
      const names = Object.keys(elementTypes).join(", ");
      const pickled = /^\|?O/.test(descr) ? " (objects, which are a pickle; save arrays of numbers)" : "";
      throw new FormatError(
        this.#name,
        `elements of type ${names}, with < or > for the byte order`,
        `'${descr}'${pickled}`
      );
    }
    return { type, littleEndian: order !== ">" };
  }
  #dictionary() {
    const fields = /* @__PURE__ */ new Map();
    this.#expect("{");
    let token = this.#next();
    while (token !== "}") {
      if (typeof token !== "object" || typeof token.value !== "string") throw this.#error("a key in quotes");
      const key = token.value;
      if (fields.has(key)) throw this.#error(`the key '${key}' once`);
      this.#expect(":");
      fields.set(key, this.#value());
      token = this.#next();
      if (token === ",") token = this.#next();
      else if (token !== "}") throw this.#error(", or }");
    }
    this.#expect("");
    return fields;
  }
  #value() {
    const token = this.#next();
    if (token === "(") return this.#tuple();
    if (typeof token === "object" && typeof token.value !== "number") return token.value;
    throw this.#error("a string, True, False or a tuple");
  }
  /** `()`, `(3,)`, `(3, 4)`, but not `(3)`. */
  #tuple() {
    const numbers = [];
    let token = this.#next();
    while (token !== ")") {
      if (typeof token !== "object" || !Number.isSafeInteger(token.value)) throw this.#error("a whole number");
      if (numbers.push(token.value) > MAX_DIMENSIONS)
        throw this.#error(`at most ${MAX_DIMENSIONS} dimensions`);
      token = this.#next();
      if (token === ",") token = this.#next();
      else if (token !== ")" || numbers.length === 1) throw this.#error("a tuple such as (3,) or (3, 4)");
    }
    return numbers;
  }
  /** A literal as an object, a sign as itself, the end as ''. */
  #next() {
    const match = this.#token.exec(this.#text);
    if (!match) throw this.#error("a Python dictionary literal");
    const [, single, double, digits, truth, sign] = match;
    const text = single ?? double;
    if (text !== void 0) return { value: text };
    if (digits !== void 0) return { value: Number(digits) };
    if (truth !== void 0) return { value: truth === "True" };
    return sign ?? "";
  }
  #expect(sign) {
    if (this.#next() !== sign) throw this.#error(sign || "nothing after the dictionary");
  }
  #error(expected) {
    const header = this.#text.trimEnd();
    const shown = header.length > 120 ? `${header.slice(0, 120)}...` : header;
    return new FormatError(`${this.#name}: header`, expected, JSON.stringify(shown));
  }
};
function isElementName(type) {
  return Object.hasOwn(elementTypes, type);
}
__name(isElementName, "isElementName");

export {
  parseNpy
};
//# sourceMappingURL=chunk-KDLKBDX6.js.map