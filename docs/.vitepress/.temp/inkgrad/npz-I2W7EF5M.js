import {
  pickParts
} from "./chunk-PQKRINKG.js";
import "./chunk-OSAETKVO.js";
import {
  parseNpy
} from "./chunk-KDLKBDX6.js";
import "./chunk-Q32PY4DA.js";
import "./chunk-7RYQDM7G.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/digits/formats/npz.ts
function isNpz(entries) {
  return entries.length > 0 && entries.every(({ path }) => path.endsWith(".npy"));
}
__name(isNpz, "isNpz");
async function readNpz(entries, name, { labels, turn }) {
  const arrays = [];
  for (const entry of entries) {
    await turn();
    arrays.push({ name: entry.path.replace(/\.npy$/, ""), tensor: parseNpy(entry.read(), `${name}/${entry.path}`) });
  }
  return { what: `NumPy arrays (${name})`, ...pickParts(arrays, name, labels) };
}
__name(readNpz, "readNpz");
export {
  isNpz,
  readNpz
};
//# sourceMappingURL=npz-I2W7EF5M.js.map