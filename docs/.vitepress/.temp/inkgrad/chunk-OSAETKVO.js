import {
  formatShape
} from "./chunk-KUENTTZU.js";
import {
  EmptyDataError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/digits/raw.ts
var MOST_SIDE = 1024;
function imagesOf(tensor, name, count, byColumns = false) {
  const { shape } = tensor;
  const n = count ?? (byColumns && shape.length > 2 ? shape.at(-1) : shape[0]) ?? 0;
  if (n === 0) throw new EmptyDataError(name, "at least one image", `shape ${formatShape(shape)}`);
  const wrong = /* @__PURE__ */ __name(() => new ShapeError(name, `${count ?? "n"} images, [n, pixels] or [n, height, width]`, `shape ${formatShape(shape)}`), "wrong");
  if (shape.length < 2 || shape.length > 4) throw wrong();
  const inLast = shape.at(-1) === n && (shape[0] !== n || byColumns && shape.length > 2);
  if (!inLast && shape[0] !== n) throw wrong();
  const ordered = inLast ? lastAxisFirst(tensor) : tensor;
  const [, ...axes] = ordered.shape;
  const { data, sides } = toGrey(ordered.data, axes, n);
  const [height, width] = sides.length === 1 ? squareSides(sides[0], name) : sides;
  if (height === void 0 || width === void 0) throw wrong();
  if (Math.min(height, width) < 1 || Math.max(height, width) > MOST_SIDE) {
    throw new ShapeError(name, `images of 1 to ${MOST_SIDE} pixels a side`, `${height} x ${width}`);
  }
  return { name, data, count: n, height, width };
}
__name(imagesOf, "imagesOf");
function squareSides(pixels, name) {
  const side = Math.sqrt(pixels);
  if (Number.isInteger(side)) return [side, side];
  throw new ShapeError(name, "square images, such as [n, 784] or [n, 400]", `${pixels} pixels an image`);
}
__name(squareSides, "squareSides");
function lastAxisFirst({ data, shape }) {
  const n = shape.at(-1);
  const size = data.length / n;
  const moved = data.slice();
  for (let i = 0; i < size; i++) for (let k = 0; k < n; k++) moved[k * size + i] = data[i * n + k];
  return { data: moved, shape: [n, ...shape.slice(0, -1)] };
}
__name(lastAxisFirst, "lastAxisFirst");
function toGrey(data, axes, count) {
  if (axes.length < 3) return { data, sides: axes };
  const first = [1, 3, 4].includes(axes[0]) && ![1, 3, 4].includes(axes[2]);
  const colours = first ? axes[0] : axes[2];
  const sides = first ? axes.slice(1) : axes.slice(0, 2);
  if (colours === 1) return { data, sides };
  if (colours !== 3 && colours !== 4) return { data, sides: [] };
  const pixels = data.length / count / colours;
  const grey = new Float32Array(count * pixels);
  for (let image = 0; image < count; image++) {
    for (let pixel = 0; pixel < pixels; pixel++) {
      const start = image * pixels * colours;
      const at = /* @__PURE__ */ __name((colour) => data[start + (first ? colour * pixels + pixel : pixel * colours + colour)], "at");
      grey[image * pixels + pixel] = 0.299 * at(0) + 0.587 * at(1) + 0.114 * at(2);
    }
  }
  return { data: grey, sides };
}
__name(toGrey, "toGrey");

// ts/data/digits/source.ts
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
__name(baseName, "baseName");
function listed(names) {
  if (names.length === 0) return "nothing";
  return names.length > 8 ? `${names.slice(0, 8).join(", ")} and ${names.length - 8} more` : names.join(", ");
}
__name(listed, "listed");

export {
  imagesOf,
  baseName,
  listed
};
//# sourceMappingURL=chunk-OSAETKVO.js.map