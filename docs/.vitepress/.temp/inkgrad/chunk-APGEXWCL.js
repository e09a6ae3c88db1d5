import {
  elementTypes,
  readElements
} from "./chunk-Q32PY4DA.js";
import {
  isRecord,
  parseJson
} from "./chunk-IE7F6DWM.js";
import {
  describe,
  quoted
} from "./chunk-KUENTTZU.js";
import {
  TextEncoder
} from "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/safetensors/dtypes.ts
function shared(type) {
  const read = /* @__PURE__ */ __name((bytes, count, name) => readElements(bytes, { type, littleEndian: true, fortranOrder: false, shape: [count] }, name), "read");
  return { size: elementTypes[type].size, read };
}
__name(shared, "shared");
var copied = /* @__PURE__ */ __name((array) => ({
  size: array.BYTES_PER_ELEMENT,
  read: /* @__PURE__ */ __name((bytes) => new array(new Uint8Array(bytes).buffer), "read")
}), "copied");
var bfloat16 = {
  size: 2,
  read: /* @__PURE__ */ __name((bytes, count) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const bits = new Uint32Array(count);
    for (let i = 0; i < count; i++) bits[i] = view.getUint16(2 * i, true) << 16;
    return new Float32Array(bits.buffer);
  }, "read")
};
function float8(magnitude) {
  const numberOf = /* @__PURE__ */ __name((byte) => (byte < 128 ? 1 : -1) * magnitude(byte & 127), "numberOf");
  const table = Float32Array.from({ length: 256 }, (_, byte) => numberOf(byte));
  return { size: 1, read: /* @__PURE__ */ __name((bytes) => Float32Array.from(bytes, (byte) => table[byte]), "read") };
}
__name(float8, "float8");
var e4m3 = float8((bits) => {
  if (bits === 127) return Number.NaN;
  const [exponent, fraction] = [bits >> 3, bits & 7];
  return exponent === 0 ? fraction * 2 ** -9 : (8 + fraction) * 2 ** (exponent - 10);
});
var e5m2 = float8((bits) => {
  const [exponent, fraction] = [bits >> 2, bits & 3];
  if (exponent === 31) return fraction === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? fraction * 2 ** -16 : (4 + fraction) * 2 ** (exponent - 17);
});
var dtypes = {
  F64: copied(Float64Array),
  F32: copied(Float32Array),
  F16: shared("f2"),
  BF16: bfloat16,
  F8_E4M3: e4m3,
  F8_E5M2: e5m2,
  I64: shared("i8"),
  I32: shared("i4"),
  I16: shared("i2"),
  I8: shared("i1"),
  U64: shared("u8"),
  U32: shared("u4"),
  U16: shared("u2"),
  U8: copied(Uint8Array),
  BOOL: copied(Uint8Array)
};

// ts/safetensors.ts
var LENGTH_BYTES = 8;
var MOST_HEADER_BYTES = 1e7;
var FLOAT_BYTES = 4;
var METADATA = "__metadata__";
function writeSafetensors({ tensors, metadata }) {
  const header = [[METADATA, Object.fromEntries(metadata)]];
  let end = 0;
  for (const [name, { data, shape }] of tensors) {
    const begin = end;
    end += FLOAT_BYTES * data.length;
    header.push([name, { dtype: "F32", shape, data_offsets: [begin, end] }]);
  }
  const json = JSON.stringify(Object.fromEntries(header));
  const text = new TextEncoder().encode(json);
  const padded = Math.ceil(text.length / LENGTH_BYTES) * LENGTH_BYTES;
  const bytes = new Uint8Array(LENGTH_BYTES + padded + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(padded), true);
  bytes.fill(32, LENGTH_BYTES, LENGTH_BYTES + padded);
  bytes.set(text, LENGTH_BYTES);
  const floats = new Float32Array(bytes.buffer, LENGTH_BYTES + padded);
  let filled = 0;
  for (const { data } of tensors.values()) {
    floats.set(data, filled);
    filled += data.length;
  }
  return bytes;
}
__name(writeSafetensors, "writeSafetensors");
function readSafetensors(bytes, source) {
  const header = readHeader(bytes, source);
  const start = LENGTH_BYTES + headerLength(bytes, source);
  const entries = [...header].filter(([name]) => name !== METADATA).map(([name, entry]) => readEntry(name, entry, source));
  checkCover(entries, bytes.length - start, source);
  const tensors = entries.map(({ name, dtype, shape, begin, end }) => {
    const { size, read } = dtypes[dtype];
    const data = read(bytes.subarray(start + begin, start + end), (end - begin) / size, `${source}: tensor '${name}'`);
    return [name, { data, shape, dtype }];
  });
  return { tensors: new Map(tensors), metadata: readMetadata(header.get(METADATA), source) };
}
__name(readSafetensors, "readSafetensors");
function headerLength(bytes, source) {
  if (bytes.length < LENGTH_BYTES) {
    throw new FormatError(source, "the 8 bytes of a header length", `${bytes.length} bytes`);
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > MOST_HEADER_BYTES) {
    throw new FormatError(source, `a header of at most ${MOST_HEADER_BYTES} bytes`, `a length of ${length}`);
  }
  if (LENGTH_BYTES + Number(length) > bytes.length) {
    throw new FormatError(
      source,
      `a header of ${length} bytes`,
      `${bytes.length - LENGTH_BYTES}: the file is cut short`
    );
  }
  return Number(length);
}
__name(headerLength, "headerLength");
function readHeader(bytes, source) {
  const text = bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headerLength(bytes, source));
  if (text[0] !== "{".charCodeAt(0)) {
    throw new FormatError(source, "a header that starts with '{'", text.length === 0 ? "none" : `byte ${text[0]}`);
  }
  return new Map(Object.entries(parseJson(text, source, "a header")));
}
__name(readHeader, "readHeader");
function readEntry(name, entry, source) {
  const fail = /* @__PURE__ */ __name((expected, received) => {
    throw new FormatError(`${source}: tensor '${name}'`, expected, excerpt(received));
  }, "fail");
  if (!isRecord(entry)) return fail("an object", entry);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (Object.keys(entry).sort().join() !== "data_offsets,dtype,shape") {
    fail("the fields dtype, shape and data_offsets", Object.keys(entry));
  }
  if (!isDtype(dtype)) return fail(`dtype ${quoted(Object.keys(dtypes))}`, dtype);
  if (!isNaturals(shape)) return fail("a shape of whole numbers", shape);
  if (!isNaturals(offsets) || offsets.length !== 2) return fail("data_offsets [begin, end]", offsets);
  const [begin, end] = offsets;
  const size = shape.reduce((product, length) => product * length, dtypes[dtype].size);
  if (end - begin !== size)
    fail(`data_offsets ${size} bytes apart, as the shape ${JSON.stringify(shape)} asks`, offsets);
  return { name, dtype, shape, begin, end };
}
__name(readEntry, "readEntry");
function checkCover(entries, length, source) {
  let covered = 0;
  for (const { name, begin, end } of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== covered) {
      throw new FormatError(
        `${source}: tensor '${name}'`,
        `to begin at ${covered}, where the one before ends`,
        `${begin}`
      );
    }
    covered = end;
  }
  if (covered !== length) {
    throw new FormatError(source, `${covered} bytes after the header, as it says`, `${length}`);
  }
}
__name(checkCover, "checkCover");
function readMetadata(metadata, source) {
  if (metadata === void 0) return /* @__PURE__ */ new Map();
  if (!isRecord(metadata) || !Object.values(metadata).every((value) => typeof value === "string")) {
    throw new FormatError(`${source}: ${METADATA}`, "an object of texts", excerpt(metadata));
  }
  return new Map(Object.entries(metadata));
}
__name(readMetadata, "readMetadata");
function excerpt(value) {
  try {
    const text = String(JSON.stringify(value));
    return text.length > 100 ? `${text.slice(0, 97)}...` : text;
  } catch {
    return describe(value);
  }
}
__name(excerpt, "excerpt");
function isDtype(value) {
  return typeof value === "string" && Object.hasOwn(dtypes, value);
}
__name(isDtype, "isDtype");
function isNaturals(value) {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}
__name(isNaturals, "isNaturals");

export {
  writeSafetensors,
  readSafetensors
};
//# sourceMappingURL=chunk-APGEXWCL.js.map