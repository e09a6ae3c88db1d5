import {
  leaveAside
} from "./chunk-Q6H256SB.js";
import {
  inFile
} from "./chunk-QQWWRHPM.js";
import {
  isHdf5
} from "./chunk-PUOJI7GF.js";
import {
  kerasName,
  stack
} from "./chunk-I6GK2DSC.js";
import {
  MOST_UNITS,
  layerRoom
} from "./chunk-2IK4R2EC.js";
import {
  checkFinite
} from "./chunk-7RYQDM7G.js";
import {
  formatShape,
  quoted,
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  TextDecoder,
  TextEncoder
} from "./chunk-HLGL5JCD.js";
import {
  ArgumentError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/hdf5/checksum.ts
function lookup3(bytes) {
  const first = 3735928559 + bytes.length | 0;
  let [a, b, c] = [first, first, first];
  const word = /* @__PURE__ */ __name((at2) => (bytes[at2] ?? 0) | (bytes[at2 + 1] ?? 0) << 8 | (bytes[at2 + 2] ?? 0) << 16 | (bytes[at2 + 3] ?? 0) << 24, "word");
  let at = 0;
  for (; bytes.length - at > 12; at += 12) {
    a = a + word(at) | 0;
    b = b + word(at + 4) | 0;
    c = c + word(at + 8) | 0;
    a = (a - c | 0) ^ rotate(c, 4);
    c = c + b | 0;
    b = (b - a | 0) ^ rotate(a, 6);
    a = a + c | 0;
    c = (c - b | 0) ^ rotate(b, 8);
    b = b + a | 0;
    a = (a - c | 0) ^ rotate(c, 16);
    c = c + b | 0;
    b = (b - a | 0) ^ rotate(a, 19);
    a = a + c | 0;
    c = (c - b | 0) ^ rotate(b, 4);
    b = b + a | 0;
  }
  if (bytes.length === 0) return c >>> 0;
  a = a + word(at) | 0;
  b = b + word(at + 4) | 0;
  c = c + word(at + 8) | 0;
  c = (c ^ b) - rotate(b, 14) | 0;
  a = (a ^ c) - rotate(c, 11) | 0;
  b = (b ^ a) - rotate(a, 25) | 0;
  c = (c ^ b) - rotate(b, 16) | 0;
  a = (a ^ c) - rotate(c, 4) | 0;
  b = (b ^ a) - rotate(a, 14) | 0;
  c = (c ^ b) - rotate(b, 24) | 0;
  return c >>> 0;
}
__name(lookup3, "lookup3");
function rotate(value, by) {
  return value << by | value >>> 32 - by;
}
__name(rotate, "rotate");

// ts/formats/hdf5/messages.ts
var DATASPACE = 1;
var LINK_INFO = 2;
var DATATYPE = 3;
var FILL_VALUE = 5;
var LINK = 6;
var LAYOUT = 8;
var GROUP_INFO = 10;
var FILTERS = 11;
var ATTRIBUTE = 12;
var SYMBOL_TABLE = 17;
var ATTRIBUTE_INFO = 21;
var CONTINUATION = 16;
var SHARED = 2;
function messagesOf(file, at) {
  const found = file.u8(at) === 1 ? readVersion1(file, at) : readVersion2(file, at);
  return found.filter(({ type }) => type !== 0);
}
__name(messagesOf, "messagesOf");
function readVersion1(file, at) {
  const count = file.u16(at + 2);
  const messages = [];
  const blocks = [{ at: at + 16, end: at + 16 + file.u32(at + 8) }];
  for (let i = 0; i < blocks.length; i++) {
    let { at: next, end } = blocks[i];
    for (; next + 8 <= end && messages.length < count; ) {
      const message2 = checked(file, file.u16(next), next + 8, file.u16(next + 2), file.u8(next + 4));
      messages.push(message2);
      if (message2.type === CONTINUATION) blocks.push(continuation(file, message2));
      next = message2.at + message2.size;
    }
  }
  return messages;
}
__name(readVersion1, "readVersion1");
function readVersion2(file, at) {
  file.signature(at, "OHDR");
  const flags = file.u8(at + 5);
  const width = 1 << (flags & 3);
  const sizeAt = at + 6 + (flags & 32 ? 16 : 0) + (flags & 16 ? 4 : 0);
  const start = sizeAt + width;
  const head = flags & 4 ? 6 : 4;
  const messages = [];
  const end = start + file.whole(sizeAt, width);
  checkSum(file, at, end);
  const blocks = [{ at: start, end }];
  for (let i = 0; i < blocks.length; i++) {
    let { at: next, end: end2 } = blocks[i];
    for (; next + head <= end2; ) {
      const message2 = checked(file, file.u8(next), next + head, file.u16(next + 1), file.u8(next + 3));
      messages.push(message2);
      if (message2.type === CONTINUATION) {
        const block = continuation(file, message2);
        file.signature(block.at, "OCHK");
        checkSum(file, block.at, block.end - 4);
        blocks.push({ at: block.at + 4, end: block.end - 4 });
      }
      next = message2.at + message2.size;
    }
  }
  return messages;
}
__name(readVersion2, "readVersion2");
function checked(file, type, at, size, flags) {
  file.check(at, size);
  if (flags & SHARED && [DATASPACE, DATATYPE, LAYOUT, ATTRIBUTE].includes(type)) {
    file.fail("an HDF5 file as h5py writes it for Keras", "one with types that arrays share");
  }
  return { type, at, size };
}
__name(checked, "checked");
function continuation(file, { at }) {
  const start = file.length(at);
  const length = file.length(at + 8);
  file.check(start, length);
  return { at: start, end: start + length };
}
__name(continuation, "continuation");
function checkSum(file, at, end) {
  if (lookup3(file.slice(at, end - at)) !== file.u32(end)) file.damaged("the checksum of what is before it", end);
}
__name(checkSum, "checkSum");

// ts/formats/hdf5/types.ts
function readShape(file, at) {
  const version = file.u8(at);
  const rank = file.u8(at + 1);
  if (version !== 1 && version !== 2) file.damaged("a dataspace of version 1 or 2", at);
  if (version === 2 && file.u8(at + 3) === 2) return null;
  const first = at + (version === 1 ? 8 : 4);
  if (rank > 32) file.damaged("a dataspace of at most 32 axes", at);
  return Array.from({ length: rank }, (_, axis) => {
    const length = file.length(first + axis * 8);
    if (length > MOST_UNITS) file.fail(`axes of at most ${MOST_UNITS}`, `one of ${length}`);
    return length;
  });
}
__name(readShape, "readShape");
var floats = {
  2: [16, 10, 5, 0, 10, 15],
  4: [32, 23, 8, 0, 23, 127],
  8: [64, 52, 11, 0, 52, 1023]
};
function readType(file, at) {
  const kind = file.u8(at) & 15;
  const bits = file.u8(at + 1);
  const size = file.u32(at + 4);
  if (kind === 1 && isFloat(file, at, size) && (bits & 64) === 0) {
    return { kind: "float", size, littleEndian: (bits & 1) === 0 };
  }
  if (kind === 3 && size > 0) return { kind: "text", size };
  if (kind === 9 && (bits & 15) === 1 && size === 16) return { kind: "variable text", size };
  return { kind: "other", size };
}
__name(readType, "readType");
function isFloat(file, at, size) {
  const expected = floats[size];
  if (!expected) return false;
  const places = [12, 13, 14, 15].map((byte) => file.u8(at + byte));
  const found = [file.u16(at + 10), ...places, file.u32(at + 16)];
  return file.u16(at + 8) === 0 && found.every((value, i) => value === expected[i]);
}
__name(isFloat, "isFloat");
function countOf(shape) {
  return shape === null ? 0 : shape.reduce((product, length) => product * length, 1);
}
__name(countOf, "countOf");

// ts/formats/hdf5/attributes.ts
function attributesOf(file, messages) {
  const attributes = /* @__PURE__ */ new Map();
  for (const message2 of messages) {
    if (message2.type === ATTRIBUTE_INFO) refuseIndexed(file, message2);
    if (message2.type !== ATTRIBUTE) continue;
    const { name, texts } = readAttribute(file, message2);
    attributes.set(name, texts);
  }
  return attributes;
}
__name(attributesOf, "attributesOf");
function refuseIndexed(file, { at }) {
  const place = at + 2 + (file.u8(at + 1) & 1 ? 2 : 0);
  if (file.address(place) === void 0) return;
  file.fail("attributes as h5py writes them by itself, without libver='latest'", "attributes that have an index");
}
__name(refuseIndexed, "refuseIndexed");
function readAttribute(file, { at, size }) {
  const version = file.u8(at);
  if (version < 1 || version > 3) file.damaged("an attribute of version 1 to 3", at);
  const pad = /* @__PURE__ */ __name((length) => version === 1 ? Math.ceil(length / 8) * 8 : length, "pad");
  const [nameSize, typeSize, spaceSize] = [2, 4, 6].map((field) => file.u16(at + field));
  const nameAt = at + (version === 3 ? 9 : 8);
  const typeAt = nameAt + pad(nameSize);
  const spaceAt = typeAt + pad(typeSize);
  const dataAt = spaceAt + pad(spaceSize);
  const name = file.name(nameAt, nameSize);
  const type = readType(file, typeAt);
  const count = countOf(readShape(file, spaceAt));
  if (type.kind !== "text" && type.kind !== "variable text") return { name, texts: [] };
  if (dataAt + count * type.size > at + size) file.damaged(`the attribute '${name}'`, at);
  const heaps = /* @__PURE__ */ new Map();
  const texts = Array.from({ length: count }, (_, i) => {
    const place = dataAt + i * type.size;
    return type.kind === "text" ? file.name(place, type.size) : variableText(file, place, heaps);
  });
  return { name, texts };
}
__name(readAttribute, "readAttribute");
function variableText(file, at, heaps) {
  const length = file.u32(at);
  if (length === 0) return "";
  const heap = file.length(at + 4);
  const objects = heaps.get(heap) ?? objectsOf(file, heap);
  heaps.set(heap, objects);
  const object = objects.get(file.u32(at + 12));
  if (!object || length > object.size) return file.damaged("a text of the heap", at);
  return file.text(object.at, length);
}
__name(variableText, "variableText");
function objectsOf(file, heap) {
  file.signature(heap, "GCOL");
  const end = heap + file.length(heap + 8);
  file.check(heap, end - heap);
  const objects = /* @__PURE__ */ new Map();
  for (let at = heap + 16; at + 16 <= end; ) {
    const index = file.u16(at);
    if (index === 0) break;
    const size = file.length(at + 8);
    file.check(at + 16, size);
    objects.set(index, { at: at + 16, size });
    at += 16 + Math.ceil(size / 8) * 8;
  }
  return objects;
}
__name(objectsOf, "objectsOf");

// ts/formats/hdf5/links.ts
var DEEPEST_TREE = 8;
var ENTRY_BYTES = 40;
function linksOf(file, messages) {
  const links = /* @__PURE__ */ new Map();
  const add = /* @__PURE__ */ __name((name, address) => {
    if (links.has(name)) file.fail("a group that has each name once", `'${name}' twice`);
    links.set(name, address);
  }, "add");
  for (const message2 of messages) {
    if (message2.type === SYMBOL_TABLE) readTable(file, message2, add);
    if (message2.type === LINK) readLink(file, message2, add);
    if (message2.type === LINK_INFO) refuseIndexed2(file, message2);
  }
  return links;
}
__name(linksOf, "linksOf");
function refuseIndexed2(file, { at }) {
  const place = at + 2 + (file.u8(at + 1) & 1 ? 8 : 0);
  if (file.address(place) === void 0) return;
  file.fail("groups as h5py writes them by itself, without libver='latest'", "groups that have an index");
}
__name(refuseIndexed2, "refuseIndexed");
function readLink(file, { at }, add) {
  const flags = file.u8(at + 1);
  const type = flags & 8 ? file.u8(at + 2) : 0;
  const nameSize = at + 2 + (flags & 8 ? 1 : 0) + (flags & 4 ? 8 : 0) + (flags & 16 ? 1 : 0);
  const width = 1 << (flags & 3);
  const length = file.whole(nameSize, width);
  const name = file.text(nameSize + width, length);
  if (type === 0) add(name, file.length(nameSize + width + length));
}
__name(readLink, "readLink");
function readTable(file, { at }, add) {
  const heap = file.length(at + 8);
  file.signature(heap, "HEAP");
  const names = { at: file.length(heap + 24), length: file.length(heap + 8) };
  file.check(names.at, names.length);
  const nameAt = /* @__PURE__ */ __name((offset) => file.name(names.at + offset, names.length - offset), "nameAt");
  const walk = /* @__PURE__ */ __name((node, depth) => {
    if (depth > DEEPEST_TREE) file.fail("a group of at most 8 levels", "more");
    file.signature(node, "TREE");
    const level = file.u8(node + 5);
    const count = file.u16(node + 6);
    for (let i = 0; i < count; i++) {
      const child = file.length(node + 32 + i * 16);
      if (level > 0) walk(child, depth + 1);
      else readNode(file, child, nameAt, add);
    }
  }, "walk");
  walk(file.length(at), 0);
}
__name(readTable, "readTable");
function readNode(file, at, nameAt, add) {
  file.signature(at, "SNOD");
  const count = file.u16(at + 6);
  for (let i = 0; i < count; i++) {
    const entry = at + 8 + i * ENTRY_BYTES;
    const isSoft = file.u32(entry + 16) === 2;
    if (!isSoft) add(nameAt(file.length(entry)), file.length(entry + 8));
  }
}
__name(readNode, "readNode");

// ts/formats/hdf5/reader.ts
var NOWHERE = 2n ** 64n - 1n;
var FEWEST_FIELDS = 3e5;
var MOST_FIELDS = 2e6;
var LONGEST_NAME = 1024;
var Reader = class {
  static {
    __name(this, "Reader");
  }
  bytes;
  source;
  #view;
  /** What may still be read of structures, in fields, and of numbers, in bytes. */
  #fields;
  #numbers;
  constructor(bytes, source) {
    this.bytes = bytes;
    this.source = source;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#fields = Math.min(FEWEST_FIELDS + bytes.length, MOST_FIELDS);
    this.#numbers = bytes.length;
  }
  /** @throws FormatError */
  fail(expected, received) {
    throw new FormatError(this.source, expected, received);
  }
  /** @throws FormatError */
  damaged(what, at) {
    return this.fail(`an HDF5 file with ${what} at byte ${at}`, "other bytes: it is damaged or cut short");
  }
  /** That so many bytes are there. */
  check(at, length) {
    if (--this.#fields < 0) this.#endless();
    if (!(at >= 0 && length >= 0 && at + length <= this.bytes.length)) this.damaged(`${length} bytes`, at);
  }
  u8(at) {
    this.check(at, 1);
    return this.#view.getUint8(at);
  }
  u16(at) {
    this.check(at, 2);
    return this.#view.getUint16(at, true);
  }
  u32(at) {
    this.check(at, 4);
    return this.#view.getUint32(at, true);
  }
  /** A number of 1, 2, 4 or 8 bytes. */
  whole(at, width) {
    if (width === 1) return this.u8(at);
    if (width === 2) return this.u16(at);
    return width === 4 ? this.u32(at) : this.length(at);
  }
  /** A length or an address of 8 bytes; those that no file has are more than any file's length. */
  length(at) {
    return Number(this.#u64(at));
  }
  /** An address; undefined if there is nothing. */
  address(at) {
    const address = this.#u64(at);
    return address === NOWHERE ? void 0 : Number(address);
  }
  #u64(at) {
    this.check(at, 8);
    return this.#view.getBigUint64(at, true);
  }
  #endless() {
    return this.fail(
      "an HDF5 file whose parts stand for themselves",
      "one that leads to the same parts again and again"
    );
  }
  /** Bytes of a structure. */
  slice(at, length) {
    this.check(at, length);
    this.#fields -= Math.ceil(length / 16);
    return this.bytes.subarray(at, at + length);
  }
  /** Bytes of an array; all of them together are no more than the file has. */
  numbers(at, length) {
    this.check(at, length);
    this.#numbers -= length;
    if (this.#numbers < 0) this.#endless();
    return this.bytes.subarray(at, at + length);
  }
  text(at, length) {
    return new TextDecoder().decode(this.slice(at, length));
  }
  /** A name up to a zero, `most` bytes at the most. */
  name(at, most) {
    const bytes = this.slice(at, Math.min(most, LONGEST_NAME));
    const end = bytes.indexOf(0);
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  }
  /** Four letters that begin a structure. */
  signature(at, letters) {
    const found = [0, 1, 2, 3].every((i) => this.u8(at + i) === letters.charCodeAt(i));
    if (!found) this.damaged(`'${letters}'`, at);
  }
};

// ts/formats/hdf5/read.ts
var DEEPEST = 64;
function readHdf5(bytes, source) {
  const file = new Reader(bytes, source);
  if (!isHdf5(bytes)) file.damaged("the signature of HDF5", 0);
  return openGroup(file, messagesOf(file, rootOf(file)));
}
__name(readHdf5, "readHdf5");
function rootOf(file) {
  const version = file.u8(8);
  if (version > 3) file.fail("an HDF5 file whose superblock has version 0 to 3", `version ${version}`);
  const isOld = version < 2;
  const sizes = isOld ? 13 : 9;
  if (file.u8(sizes) !== 8 || file.u8(sizes + 1) !== 8) {
    file.fail("an HDF5 file with addresses of 8 bytes", `${file.u8(sizes)} bytes`);
  }
  const addresses = isOld ? 24 + (version === 1 ? 4 : 0) : 12;
  if (file.length(addresses) !== 0) file.fail("an HDF5 file that begins with itself", "one behind other data");
  const end = file.length(addresses + 16);
  if (end > file.bytes.length) {
    file.fail(`${end} bytes, as the file says`, `${file.bytes.length}: it is cut short`);
  }
  return isOld ? file.length(addresses + 40) : file.length(addresses + 24);
}
__name(rootOf, "rootOf");
function openGroup(file, messages) {
  const links = linksOf(file, messages);
  let attributes;
  const open = /* @__PURE__ */ __name((path) => {
    const names = path.split("/").filter((part) => part !== "");
    let inside;
    for (const name of names.length > DEEPEST ? [] : names) {
      const address = (inside ? linksOf(file, inside) : links).get(name);
      if (address === void 0) return void 0;
      inside = messagesOf(file, address);
    }
    return inside;
  }, "open");
  return {
    names: [...links.keys()],
    get attributes() {
      attributes ??= attributesOf(file, messages);
      return attributes;
    },
    group: /* @__PURE__ */ __name((path) => {
      const found = open(path);
      return found && !isDataset(found) ? openGroup(file, found) : void 0;
    }, "group"),
    dataset: /* @__PURE__ */ __name((path) => {
      const found = open(path);
      return found && isDataset(found) ? openDataset(file, path, found) : void 0;
    }, "dataset")
  };
}
__name(openGroup, "openGroup");
function isDataset(messages) {
  return messages.some(({ type }) => type === LAYOUT);
}
__name(isDataset, "isDataset");
function openDataset(file, path, messages) {
  const find = /* @__PURE__ */ __name((type2) => messages.find((message2) => message2.type === type2), "find");
  const [space, type, layout] = [find(DATASPACE), find(DATATYPE), find(LAYOUT)];
  if (!space || !type || !layout) return file.fail(`'${path}' with a shape, a type and a place`, "one without");
  const shape = readShape(file, space.at) ?? [0];
  return {
    shape,
    read: /* @__PURE__ */ __name(() => {
      if (find(FILTERS)) file.fail(`'${path}' as Keras writes it`, "a compressed array");
      const element = readType(file, type.at);
      if (element.kind !== "float") return file.fail(`'${path}' of floats`, "other elements");
      const count = countOf(shape);
      return toFloats(placeOf(file, path, layout, count * element.size), element, count);
    }, "read")
  };
}
__name(openDataset, "openDataset");
function placeOf(file, path, { at }, length) {
  const version = file.u8(at);
  const layout = file.u8(at + 1);
  if (version !== 3 && version !== 4) file.fail(`'${path}' with a layout of version 3 or 4`, `version ${version}`);
  if (layout === 0) {
    if (file.u16(at + 2) < length) file.damaged(`'${path}'`, at);
    return file.numbers(at + 4, length);
  }
  if (layout !== 1) return file.fail(`'${path}' in one piece, as Keras writes it`, "an array in chunks");
  const address = file.address(at + 2);
  if (length === 0) return new Uint8Array(0);
  if (address === void 0) return file.fail(`'${path}' with its numbers`, "none: they were never written");
  return file.numbers(address, length);
}
__name(placeOf, "placeOf");
function toFloats(bytes, type, count) {
  const values = new Float32Array(count);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { size, littleEndian } = type;
  for (let i = 0; i < count; i++) {
    if (size === 4) values[i] = view.getFloat32(i * 4, littleEndian);
    else values[i] = size === 8 ? view.getFloat64(i * 8, littleEndian) : half(view.getUint16(i * 2, littleEndian));
  }
  return values;
}
__name(toFloats, "toFloats");
function half(bits) {
  const sign = bits & 32768 ? -1 : 1;
  const [exponent, fraction] = [bits >> 10 & 31, bits & 1023];
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
__name(half, "half");

// ts/formats/hdf5/write.ts
var SUPERBLOCK_BYTES = 48;
function writeHdf5(root) {
  const parts = [];
  let end = SUPERBLOCK_BYTES;
  const put = /* @__PURE__ */ __name((bytes) => {
    const at = end;
    parts.push({ at, bytes });
    end = Math.ceil((at + bytes.length) / 8) * 8;
    return at;
  }, "put");
  const rootAt = putGroup(root, put);
  const file = new Uint8Array(end);
  file.set(superblock(rootAt, end));
  for (const { at, bytes } of parts) file.set(bytes, at);
  return file;
}
__name(writeHdf5, "writeHdf5");
function pack(...fields) {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) {
    for (let left = BigInt(value), i = 0; i < width; i++, left >>= 8n) bytes[at + i] = Number(left & 255n);
    at += width;
  }
  return bytes;
}
__name(pack, "pack");
function join(...pieces) {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
__name(join, "join");
var utf8 = /* @__PURE__ */ __name((text) => new TextEncoder().encode(text), "utf8");
var withChecksum = /* @__PURE__ */ __name((bytes) => join(bytes, pack([4, lookup3(bytes)])), "withChecksum");
function superblock(root, end) {
  const signature = Uint8Array.of(137, 72, 68, 70, 13, 10, 26, 10);
  const fields = pack([1, 2], [1, 8], [1, 8], [1, 0], [8, 0], [8, NOWHERE], [8, end], [8, root]);
  return withChecksum(join(signature, fields));
}
__name(superblock, "superblock");
function message(type, body) {
  return join(pack([1, type], [2, body.length], [1, 0]), body);
}
__name(message, "message");
function header(messages) {
  const length = messages.reduce((sum, bytes) => sum + bytes.length, 0);
  return withChecksum(join(utf8("OHDR"), pack([1, 2], [1, 2], [4, length]), ...messages));
}
__name(header, "header");
function putGroup(content, put) {
  const groups = [...content.groups ?? []].map(([name, group]) => link(name, putGroup(group, put)));
  const datasets = [...content.datasets ?? []].map(([name, numbers]) => link(name, putDataset(numbers, put)));
  const attributes = [...content.attributes ?? []].map(([name, text]) => attribute(name, text));
  const info = message(LINK_INFO, pack([1, 0], [1, 0], [8, NOWHERE], [8, NOWHERE]));
  return put(header([info, message(GROUP_INFO, pack([2, 0])), ...groups, ...datasets, ...attributes]));
}
__name(putGroup, "putGroup");
function link(name, address) {
  const letters = utf8(name);
  return message(LINK, join(pack([1, 1], [1, 17], [1, 1], [2, letters.length]), letters, pack([8, address])));
}
__name(link, "link");
function attribute(name, text) {
  const [letters, data] = [join(utf8(name), pack([1, 0])), join(utf8(text), pack([1, 0]))];
  const type = pack([1, 19], [1, 16], [2, 0], [4, data.length]);
  const space = pack([1, 2], [1, 0], [1, 0], [1, 0]);
  const sizes = pack([1, 3], [1, 0], [2, letters.length], [2, type.length], [2, space.length], [1, 1]);
  return message(ATTRIBUTE, join(sizes, letters, type, space, data));
}
__name(attribute, "attribute");
function putDataset({ shape, data }, put) {
  const numbers = new Uint8Array(data.length * 4);
  const view = new DataView(numbers.buffer);
  data.forEach((value, i) => {
    view.setFloat32(i * 4, value, true);
  });
  const at = put(numbers);
  const axes = shape.map((length) => [8, length]);
  const isScalar = shape.length === 0;
  const space = pack([1, 2], [1, shape.length], [1, 0], [1, isScalar ? 0 : 1], ...axes);
  const precision = pack([2, 0], [2, 32], [1, 23], [1, 8], [1, 0], [1, 23], [4, 127]);
  const type = join(pack([1, 17], [1, 32], [1, 31], [1, 0], [4, 4]), precision);
  const layout = pack([1, 3], [1, 1], [8, at], [8, numbers.length]);
  return put(
    header([
      message(DATASPACE, space),
      message(DATATYPE, type),
      message(FILL_VALUE, pack([1, 3], [1, 10])),
      // space is taken late, and filled if there is a value to fill it by
      message(LAYOUT, layout)
    ])
  );
}
__name(putDataset, "putDataset");

// ts/formats/keras/weights.ts
function wantedOf(layers, origins) {
  const { layers: placed } = stack(layers);
  const named = origins.filter(({ className }) => className !== "InputLayer");
  return placed.map((layer, i) => ({ ...layer, origin: named[i] }));
}
__name(wantedOf, "wantedOf");
function weightsOf(layer, arrays) {
  const { variables, origin } = layer;
  const argument = `layer '${origin.name}' (${origin.className})`;
  const given = origin.weights && Object.values(origin.weights).some((value) => value !== void 0);
  const found = given ? variables.map(({ name }) => constant(argument, origin.weights?.[name])) : arrays;
  const counts = origin.className === "Normalization" && found.length === variables.length + 1;
  if (found.length !== variables.length && !counts) {
    throw new ArgumentError(argument, `${variables.length} arrays of weights`, `${found.length}`);
  }
  return variables.map(({ name, shape }, i) => {
    const array = found[i];
    const isSpread = origin.className === "Normalization" && sizeOf(array.shape) === 1;
    const fits = sizeOf(array.shape) === sizeOf(shape) && array.shape.filter((n) => n > 1).every((n) => shape.includes(n));
    if (!fits && !isSpread) {
      throw new ArgumentError(`${argument}.${name}`, `shape ${formatShape(shape)}`, formatShape(array.shape));
    }
    const numbers = array.read();
    const data = isSpread ? new Float32Array(sizeOf(shape)).fill(numbers[0]) : numbers;
    checkFinite(`${argument}.${name}`, data);
    return { data, shape };
  });
}
__name(weightsOf, "weightsOf");
function constant(argument, value) {
  const numbers = [value].flat(8);
  if (!numbers.every((item) => typeof item === "number")) {
    throw new ArgumentError(`${argument}.mean`, "numbers, and a variance of as many", "others");
  }
  return { shape: [numbers.length], read: /* @__PURE__ */ __name(() => Float32Array.from(numbers), "read") };
}
__name(constant, "constant");

// ts/formats/keras/stored.ts
var containers = ["layers", "_layer_checkpoint_dependencies"];
function numbered() {
  const before = /* @__PURE__ */ new Map();
  return (className) => {
    const count = before.get(className) ?? 0;
    before.set(className, count + 1);
    return count === 0 ? kerasName(className) : `${kerasName(className)}_${count}`;
  };
}
__name(numbered, "numbered");
function readStored(root, config, source) {
  return inFile(source, () => {
    const container = containers.map((name) => root.group(name)).find((group) => group !== void 0);
    if (!container) throw new ArgumentError("weights", "a group 'layers', as Keras 3 writes .weights.h5", "none");
    const next = numbered();
    const used = /* @__PURE__ */ new Set();
    const weights = wantedOf(config.layers, config.origins).flatMap((layer) => {
      const name = next(layer.origin.className);
      used.add(name);
      const arrays = layer.variables.length === 0 ? [] : arraysOf(container.group(`${name}/vars`));
      return weightsOf(layer, arrays);
    });
    const unused = container.names.filter((name) => !used.has(name) && holdsArrays(container.group(name)));
    if (unused.length > 0) {
      throw new ArgumentError("weights", "a layer for each of its groups", `${quoted(unused)} besides`);
    }
    if (config.compile && (root.group("optimizer/vars")?.names.length ?? 0) > 2) leaveOptimizer(source);
    return { name: config.name, seed: 0, layers: config.layers, compile: config.compile, weights };
  });
}
__name(readStored, "readStored");
function leaveOptimizer(source) {
  leaveAside(source, "the optimizer's state; training goes on with a new one");
}
__name(leaveOptimizer, "leaveOptimizer");
function holdsArrays(group) {
  return (group?.group("vars")?.names.length ?? 0) > 0;
}
__name(holdsArrays, "holdsArrays");
function arraysOf(group) {
  const arrays = [];
  for (; ; ) {
    const array = group?.dataset(`${arrays.length}`);
    if (!array) return arrays;
    arrays.push(array);
  }
}
__name(arraysOf, "arraysOf");
function storedOf({ layers }, variables, weights) {
  const next = numbered();
  const groups = layers.map(({ type, name }) => {
    const own = variables.flatMap(({ layer }, i) => layer === name ? [weights[i]] : []);
    const count = type === "normalization" ? [{ shape: [], data: Float32Array.of(0) }] : [];
    const datasets = new Map([...own, ...count].map((tensor, i) => [`${i}`, tensor]));
    const { className } = layerRoom.named("type", type);
    return [next(className), { groups: /* @__PURE__ */ new Map([["vars", { datasets }]]) }];
  });
  return {
    groups: /* @__PURE__ */ new Map([
      ["layers", { groups: new Map(groups) }],
      ["vars", {}]
    ])
  };
}
__name(storedOf, "storedOf");

export {
  readHdf5,
  writeHdf5,
  wantedOf,
  weightsOf,
  readStored,
  leaveOptimizer,
  storedOf
};
//# sourceMappingURL=chunk-3ATGHKNC.js.map