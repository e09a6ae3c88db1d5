import {
  describeStart,
  readElements
} from "./chunk-Q32PY4DA.js";
import {
  ImageTensor
} from "./chunk-4CAN62I6.js";
import {
  gunzip,
  isGzip
} from "./chunk-VRC5S6MI.js";
import {
  fileBytes
} from "./chunk-KUENTTZU.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/idx.ts
var TYPES = /* @__PURE__ */ new Map([
  [8, "u1"],
  [9, "i1"],
  [11, "i2"],
  [12, "i4"],
  [13, "f4"],
  [14, "f8"]
]);
async function parseIdx(bytes, name = "idx", rank) {
  const file = fileBytes(name, bytes, "the bytes of the file");
  const plain = isGzip(file) ? await gunzip(file, name) : file;
  const [zero0, zero1, code = 0, axes = 0] = plain;
  const type = TYPES.get(code);
  if (plain.length < 4 || zero0 !== 0 || zero1 !== 0 || type === void 0) {
    const types = Array.from(TYPES.keys(), (key) => `0${key.toString(16)}`).join(", ");
    throw new FormatError(name, `an IDX file, which begins 00 00 and a type of ${types}`, describeStart(plain));
  }
  if (rank !== void 0 && axes !== rank) {
    throw new FormatError(name, `an array of ${rank} dimension${rank === 1 ? "" : "s"}`, `${axes}`);
  }
  const headerLength = 4 + 4 * axes;
  if (plain.length < headerLength) {
    throw new FormatError(name, `a header of ${headerLength} bytes`, `${plain.length} bytes`);
  }
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const data = readElements(
    plain.subarray(headerLength),
    { type, shape, littleEndian: false, fortranOrder: false },
    name
  );
  return { data, shape };
}
__name(parseIdx, "parseIdx");

// ts/data/orientation.ts
var ENOUGH = 200;
var CLEAR = 1.5;
function orderOfOnes(data, width, height, ones) {
  let [across, down] = [0, 0];
  for (const row of ones.slice(0, ENOUGH)) {
    const spread = inkSpread(data, row * width * height, width, height);
    across += spread.across;
    down += spread.down;
  }
  if (across > CLEAR * down) return "columns";
  return down > CLEAR * across ? "rows" : void 0;
}
__name(orderOfOnes, "orderOfOnes");
function inkSpread(data, start, width, height) {
  let [mass, x, y, xx, yy] = [0, 0, 0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const ink = Math.max(data[start + row * width + column], 0);
      mass += ink;
      x += ink * column;
      y += ink * row;
      xx += ink * column * column;
      yy += ink * row * row;
    }
  }
  if (mass === 0) return { across: 0, down: 0 };
  return { across: xx / mass - (x / mass) ** 2, down: yy / mass - (y / mass) ** 2 };
}
__name(inkSpread, "inkSpread");
function turnImages(data, width, height) {
  const turned = data.slice();
  const pixels = width * height;
  for (let start = 0; start < data.length; start += pixels) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) turned[start + y * width + x] = data[start + x * height + y];
    }
  }
  return turned;
}
__name(turnImages, "turnImages");

// ts/data/split.ts
function rowsByClass(labels) {
  const classes = /* @__PURE__ */ new Map();
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    const rows = classes.get(label);
    if (rows) rows.push(row);
    else classes.set(label, [row]);
  }
  return classes;
}
__name(rowsByClass, "rowsByClass");
function splitByClass(labels, fraction, choose) {
  const heldOut = /* @__PURE__ */ new Set();
  for (const rows of rowsByClass(labels).values()) {
    const most = Math.max(rows.length - 1, 0);
    const count = fraction === 0 ? 0 : Math.min(Math.max(Math.round(rows.length * fraction), 1), most);
    for (const row of choose(rows, count)) heldOut.add(row);
  }
  const all = Array.from({ length: labels.length }, (_, row) => row);
  return { train: all.filter((row) => !heldOut.has(row)), test: all.filter((row) => heldOut.has(row)) };
}
__name(splitByClass, "splitByClass");
function evenly(rows, count) {
  return rows.filter((_, i) => Math.floor((i + 1) * count / rows.length) > Math.floor(i * count / rows.length));
}
__name(evenly, "evenly");
function byChance(seed) {
  let state = seed >>> 0;
  const random = /* @__PURE__ */ __name(() => {
    state = state + 1831565813 >>> 0;
    let bits = Math.imul(state ^ state >>> 15, state | 1);
    bits ^= bits + Math.imul(bits ^ bits >>> 7, bits | 61);
    return ((bits ^ bits >>> 14) >>> 0) / 2 ** 32;
  }, "random");
  return (rows, count) => {
    const shuffled = [...rows];
    for (let i = 0; i < count; i++) {
      const other = i + Math.floor(random() * (shuffled.length - i));
      [shuffled[i], shuffled[other]] = [shuffled[other], shuffled[i]];
    }
    return shuffled.slice(0, count);
  };
}
__name(byChance, "byChance");
function takeRows({ x, y }, rows) {
  const [, columns] = x.shape;
  const from = x instanceof ImageTensor ? x.bytes : x.data;
  const to = x instanceof ImageTensor ? new Uint8Array(rows.length * columns) : new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    to.set(from.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { x: asRows(to, columns), y: Uint8Array.from(rows, (row) => y[row]) };
}
__name(takeRows, "takeRows");
function asRows(pixels, columns) {
  const shape = [pixels.length / columns, columns];
  return pixels instanceof Uint8Array ? new ImageTensor(pixels, shape) : { data: pixels, shape };
}
__name(asRows, "asRows");

export {
  parseIdx,
  orderOfOnes,
  turnImages,
  rowsByClass,
  splitByClass,
  evenly,
  byChance,
  takeRows,
  asRows
};
//# sourceMappingURL=chunk-URMAPDOV.js.map