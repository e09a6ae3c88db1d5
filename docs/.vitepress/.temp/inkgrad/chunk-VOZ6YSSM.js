import {
  ImageTensor
} from "./chunk-4CAN62I6.js";
import {
  formatShape,
  toTensor
} from "./chunk-KUENTTZU.js";
import {
  EmptyDataError,
  NonFiniteError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/resample.ts
function resample({ width, height, data }, columns, rows) {
  const across = weights(width, columns);
  const narrow = new Float32Array(columns * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < columns; x++) {
      const { first, shares } = across[x];
      let sum = 0;
      for (let i = 0; i < shares.length; i++) sum += shares[i] * data[y * width + first + i];
      narrow[y * columns + x] = sum;
    }
  }
  const resampled = new Float32Array(columns * rows);
  weights(height, rows).forEach(({ first, shares }, y) => {
    for (let i = 0; i < shares.length; i++) {
      const share = shares[i];
      const line = (first + i) * columns;
      for (let x = 0; x < columns; x++) {
        const at = y * columns + x;
        resampled[at] = resampled[at] + share * narrow[line + x];
      }
    }
  });
  return { width: columns, height: rows, data: resampled };
}
__name(resample, "resample");
function weights(old, wanted) {
  const scale = old / wanted;
  const reach = Math.max(scale, 1);
  return Array.from({ length: wanted }, (_, i) => {
    const centre2 = (i + 0.5) * scale;
    const first = Math.max(Math.floor(centre2 - reach), 0);
    const end = Math.min(Math.ceil(centre2 + reach), old);
    const shares = new Float64Array(end - first);
    let sum = 0;
    for (let k = 0; k < shares.length; k++) {
      shares[k] = Math.max(0, 1 - Math.abs(first + k + 0.5 - centre2) / reach);
      sum += shares[k];
    }
    for (let k = 0; k < shares.length; k++) shares[k] = shares[k] / sum;
    return { first, shares };
  });
}
__name(weights, "weights");

// ts/data/centre-digit.ts
var SIDE = 28;
var INK_SIDE = 20;
var BOX_INK = 0.25;
function centreDigit(ink) {
  const { data, shape } = toTensor("ink", ink);
  const [height = 0, width = 0] = shape;
  if (shape.length !== 2) throw new ShapeError("ink", "shape [height, width]", formatShape(shape));
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (!Number.isFinite(value)) {
      throw new NonFiniteError(`ink[${Math.floor(i / width)}, ${i % width}]`, "a finite number", `${value}`);
    }
    if (value > most) most = value;
  }
  if (most === 0) throw new EmptyDataError("ink", "a number above 0 somewhere", "no ink");
  const strength = new Float32Array(data.length);
  for (let i = 0; i < strength.length; i++) strength[i] = Math.max(data[i], 0) / most;
  return new ImageTensor(centreInk({ width, height, data: strength }), [1, SIDE * SIDE]);
}
__name(centreDigit, "centreDigit");
function centreInk(ink) {
  return centre(scaleInk(ink));
}
__name(centreInk, "centreInk");
function scaleInk(ink) {
  const box = cutBox(ink);
  const scale = INK_SIDE / Math.max(box.width, box.height);
  const scaled = /* @__PURE__ */ __name((length) => Math.max(Math.round(length * scale), 1), "scaled");
  const small = resample(box, scaled(box.width), scaled(box.height));
  const most = small.data.reduce((a, b) => Math.max(a, b));
  return { ...small, data: small.data.map((value) => 255 * value / most) };
}
__name(scaleInk, "scaleInk");
function cutBox({ width, height, data }) {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] < BOX_INK) continue;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
  }
  const [columns, rows] = [right - left + 1, bottom - top + 1];
  const cut = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const start = (top + row) * width + left;
    cut.set(data.subarray(start, start + columns), row * columns);
  }
  return { width: columns, height: rows, data: cut };
}
__name(cutBox, "cutBox");
function centre({ width, height, data }) {
  let [mass, massX, massY] = [0, 0, 0];
  data.forEach((value, i) => {
    mass += value;
    massX += value * (i % width);
    massY += value * Math.floor(i / width);
  });
  const place = /* @__PURE__ */ __name((moment, length) => {
    const first = Math.round(SIDE / 2 - moment / mass);
    return Math.min(Math.max(first, 0), SIDE - length);
  }, "place");
  const [left, top] = [place(massX, width), place(massY, height)];
  const image = new Uint8Array(SIDE * SIDE);
  data.forEach((value, i) => {
    image[(top + Math.floor(i / width)) * SIDE + left + i % width] = Math.round(value);
  });
  return image;
}
__name(centre, "centre");

export {
  centreDigit,
  centreInk
};
//# sourceMappingURL=chunk-VOZ6YSSM.js.map