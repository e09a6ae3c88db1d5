import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/numbers.ts
var elementTypes = {
  b1: { size: 1, array: Uint8Array, read: /* @__PURE__ */ __name((view, offset) => view.getUint8(offset), "read") },
  u1: { size: 1, array: Uint8Array, read: /* @__PURE__ */ __name((view, offset) => view.getUint8(offset), "read") },
  i1: { size: 1, array: Int8Array, read: /* @__PURE__ */ __name((view, offset) => view.getInt8(offset), "read") },
  u2: { size: 2, array: Uint16Array, read: /* @__PURE__ */ __name((view, offset, little) => view.getUint16(offset, little), "read") },
  i2: { size: 2, array: Int16Array, read: /* @__PURE__ */ __name((view, offset, little) => view.getInt16(offset, little), "read") },
  u4: { size: 4, array: Uint32Array, read: /* @__PURE__ */ __name((view, offset, little) => view.getUint32(offset, little), "read") },
  i4: { size: 4, array: Int32Array, read: /* @__PURE__ */ __name((view, offset, little) => view.getInt32(offset, little), "read") },
  u8: { size: 8, array: Float64Array, read: /* @__PURE__ */ __name((view, offset, little) => Number(view.getBigUint64(offset, little)), "read") },
  i8: { size: 8, array: Float64Array, read: /* @__PURE__ */ __name((view, offset, little) => Number(view.getBigInt64(offset, little)), "read") },
  f2: { size: 2, array: Float32Array, read: /* @__PURE__ */ __name((view, offset, little) => halfToNumber(view.getUint16(offset, little)), "read") },
  f4: { size: 4, array: Float32Array, read: /* @__PURE__ */ __name((view, offset, little) => view.getFloat32(offset, little), "read") },
  f8: { size: 8, array: Float64Array, read: /* @__PURE__ */ __name((view, offset, little) => view.getFloat64(offset, little), "read") }
};
function readElements(bytes, layout, name) {
  const { size, array, read } = elementTypes[layout.type];
  const count = elementCount(layout.shape);
  if (count * size !== bytes.length) {
    throw new FormatError(
      name,
      `${count * size} bytes of data for shape (${layout.shape.join(", ")}) of ${size}-byte elements`,
      `${bytes.length} bytes`
    );
  }
  if (array === Uint8Array && !layout.fortranOrder) return bytes;
  const data = new array(count);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (layout.fortranOrder) {
    const next = columnMajorPlaces(layout.shape);
    for (let i = 0; i < count; i++) data[i] = read(view, next() * size, layout.littleEndian);
  } else {
    for (let i = 0; i < count; i++) data[i] = read(view, i * size, layout.littleEndian);
  }
  if (layout.type === "i8" || layout.type === "u8") checkIntegers(data, name);
  return data;
}
__name(readElements, "readElements");
function columnMajorPlaces(shape) {
  const axes = shape.map((length, axis) => ({ length, stride: elementCount(shape.slice(0, axis)), index: 0 })).filter(({ length }) => length > 1).reverse();
  let following = 0;
  return () => {
    const place = following;
    for (const axis of axes) {
      axis.index++;
      following += axis.stride;
      if (axis.index < axis.length) break;
      following -= axis.index * axis.stride;
      axis.index = 0;
    }
    return place;
  };
}
__name(columnMajorPlaces, "columnMajorPlaces");
function halfToNumber(bits) {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = bits >> 10 & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}
__name(halfToNumber, "halfToNumber");
function elementCount(shape) {
  return shape.includes(0) ? 0 : shape.reduce((product, length) => product * length, 1);
}
__name(elementCount, "elementCount");
function checkIntegers(data, name) {
  const bad = data.findIndex((value) => !Number.isSafeInteger(value));
  if (bad >= 0) throw new FormatError(name, "64-bit integers within \xB1(2^53 - 1)", `${data[bad]} at element ${bad}`);
}
__name(checkIntegers, "checkIntegers");
function describeStart(bytes) {
  if (bytes.length === 0) return "an empty file";
  const start = bytes.subarray(0, 6);
  if (/^\s*<(?:!doc|html)/i.test(String.fromCharCode(...start))) return "an HTML page, perhaps of an error";
  return `bytes ${Array.from(start, (byte) => byte.toString(16).padStart(2, "0")).join(" ")}`;
}
__name(describeStart, "describeStart");

export {
  elementTypes,
  readElements,
  describeStart
};
//# sourceMappingURL=chunk-Q32PY4DA.js.map