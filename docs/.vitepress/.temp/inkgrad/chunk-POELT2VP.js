import {
  Inflate
} from "./chunk-3SLL6GEM.js";
import {
  MAX_BYTES,
  inflatedLimit
} from "./chunk-VRC5S6MI.js";
import {
  TextDecoder
} from "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/zip.ts
var END = 101010256;
var DIRECTORY = 33639248;
var LOCAL = 67324752;
var MOST_COMMENT = 65535;
var PIECE = 2 ** 14;
function readZip(bytes, name, most = MAX_BYTES) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const places = readDirectory(bytes, view, name);
    const total = places.reduce((sum, { unpackedSize }) => sum + unpackedSize, 0);
    if (total > most) throw new FormatError(name, `at most ${most} bytes when unpacked`, `${total}`);
    return places.filter(({ path }) => !path.endsWith("/")).map((place) => ({ path: place.path, read: /* @__PURE__ */ __name(() => unpack(bytes, view, place, `${name}/${place.path}`), "read") }));
  } catch (error) {
    if (error instanceof RangeError) throw damaged(name, error);
    throw error;
  }
}
__name(readZip, "readZip");
function damaged(name, cause) {
  return new FormatError(name, "a whole and sound ZIP archive", "one that is cut short or damaged", { cause });
}
__name(damaged, "damaged");
function readDirectory(bytes, view, name) {
  let end = bytes.length - 22;
  const last = Math.max(end - MOST_COMMENT, 0);
  while (end >= last && view.getUint32(end, true) !== END) end--;
  if (end < last) throw damaged(name);
  const count = view.getUint16(end + 10, true);
  const directorySize = view.getUint32(end + 12, true);
  let place = view.getUint32(end + 16, true);
  if (count === 65535 || place === 4294967295) {
    throw new FormatError(name, "an archive of less than 65,535 files and 4 GiB", "a larger one (ZIP64); unpack it");
  }
  if (view.getUint16(end + 8, true) !== count || place + directorySize !== end) throw damaged(name);
  const places = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(place, true) !== DIRECTORY) throw damaged(name);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) => view.getUint16(place + at, true));
    const path = nameAt(bytes, view, place + 46, place + 28);
    const start = view.getUint32(place + 42, true);
    if (view.getUint32(start, true) !== LOCAL || nameAt(bytes, view, start + 30, start + 26) !== path)
      throw damaged(name);
    places.push({
      path,
      locked: (view.getUint16(place + 8, true) & 1) === 1,
      method: view.getUint16(place + 10, true),
      crc: view.getUint32(place + 16, true),
      size: view.getUint32(place + 20, true),
      unpackedSize: view.getUint32(place + 24, true),
      start
    });
    place += 46 + nameLength + extraLength + commentLength;
  }
  return places;
}
__name(readDirectory, "readDirectory");
function nameAt(bytes, view, start, lengthAt) {
  const name = bytes.subarray(start, start + view.getUint16(lengthAt, true));
  return new TextDecoder().decode(name).replaceAll("\\", "/");
}
__name(nameAt, "nameAt");
function unpack(bytes, view, place, name) {
  const { method, locked, size, unpackedSize, start } = place;
  if (locked) throw new FormatError(name, "a file without a password", "one with a password");
  if (method !== 0 && method !== 8) throw new FormatError(name, "a stored or deflated file", `method ${method}`);
  if (unpackedSize > inflatedLimit(size)) {
    throw new FormatError(name, `at most ${inflatedLimit(size)} bytes when unpacked`, `${unpackedSize}`);
  }
  const first = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (first + size > bytes.length) throw damaged(name);
  const packed = bytes.subarray(first, first + size);
  const unpacked = method === 0 ? packed : inflate(packed, unpackedSize, name);
  if (unpacked.length !== unpackedSize || crc32(unpacked) !== place.crc) throw damaged(name);
  return unpacked;
}
__name(unpack, "unpack");
function inflate(packed, size, name) {
  const unpacked = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) throw damaged(name);
    unpacked.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    throw error instanceof FormatError ? error : damaged(name, error);
  }
  return unpacked.subarray(0, length);
}
__name(inflate, "inflate");
var crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 3988292384 : crc >>> 1;
  return crc;
});
function crc32(bytes) {
  let crc = 4294967295;
  for (let i = 0; i < bytes.length; i++) {
    crc = crc >>> 8 ^ crcTable[(crc ^ bytes[i]) & 255];
  }
  return (crc ^ 4294967295) >>> 0;
}
__name(crc32, "crc32");

export {
  readZip
};
//# sourceMappingURL=chunk-POELT2VP.js.map