import {
  commentOf,
  writeZip
} from "./chunk-O7YOKB6A.js";
import {
  scikitLearn,
  weightsOfScikitLearn
} from "./chunk-KSOLXKZT.js";
import {
  unzip
} from "./chunk-UUPJ4JXK.js";
import {
  keras,
  namedWeights
} from "./chunk-ZYAWIWN5.js";
import {
  block,
  modelOf,
  toFloats,
  withInput
} from "./chunk-3SANXJED.js";
import {
  refuseLayers
} from "./chunk-WSJYEG7T.js";
import {
  readDescription,
  writeDescription
} from "./chunk-TFQVJ53J.js";
import {
  inFile
} from "./chunk-QQWWRHPM.js";
import "./chunk-POELT2VP.js";
import {
  parseNpy
} from "./chunk-KDLKBDX6.js";
import "./chunk-APGEXWCL.js";
import "./chunk-Q32PY4DA.js";
import "./chunk-3SLL6GEM.js";
import "./chunk-DX5EB35C.js";
import "./chunk-UITRSPAG.js";
import {
  shapesOf,
  variablesOf
} from "./chunk-XCGUHHQE.js";
import "./chunk-I5WC5DYT.js";
import {
  stack
} from "./chunk-I6GK2DSC.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-AICGDGU5.js";
import "./chunk-QBU7EWBH.js";
import "./chunk-2IK4R2EC.js";
import "./chunk-IE7F6DWM.js";
import {
  toWeights
} from "./chunk-7RYQDM7G.js";
import "./chunk-FMMKAEOA.js";
import "./chunk-VRC5S6MI.js";
import {
  quoted
} from "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/npz/by-place.ts
function weightsByPlace(arrays, { layers, source }) {
  const places = Array.from(arrays.keys(), (name) => /^arr_(\d+)$/.exec(name)?.[1]);
  if (places.length === 0 || places.includes(void 0)) return void 0;
  const sorted = [...arrays].toSorted(([a], [b]) => Number(a.slice(4)) - Number(b.slice(4)));
  const tensors = sorted.map(([, array]) => toFloats(array));
  const pairs = kernelsThenBiases(tensors);
  const groups = pairs ?? (layers ? asTold(tensors, layers, source) : inRuns(tensors, source));
  const blocks = groups.map((variables, i) => block(String(i), variables, source));
  return { blocks, order: "given", habits: pairs ? scikitLearn(blocks) : keras };
}
__name(weightsByPlace, "weightsByPlace");
var axesOf = /* @__PURE__ */ __name(({ shape }) => shape.length, "axesOf");
function kernelsThenBiases(tensors) {
  const layers = tensors.length / 2;
  const fits = layers > 1 && tensors.every((tensor, i) => axesOf(tensor) === (i < layers ? 2 : 1));
  return fits ? tensors.slice(0, layers).map((kernel, i) => named(["kernel", "bias"], [kernel, tensors[layers + i]])) : void 0;
}
__name(kernelsThenBiases, "kernelsThenBiases");
function asTold(tensors, layers, source) {
  const placed = stack(withInput(layers, tensors[0]?.shape[0] ?? 1)).layers;
  let end = 0;
  const groups = placed.map(({ variables }) => {
    const start = end;
    end += variables.length;
    return named(
      variables.map(({ name }) => name),
      tensors.slice(start, end)
    );
  });
  if (end === tensors.length) return groups.filter(({ size }) => size > 0);
  throw new FormatError(source, `${end} arrays, as the layers have variables`, `${tensors.length}`);
}
__name(asTold, "asTold");
var normalization = ["gamma", "beta", "moving_mean", "moving_variance"];
function inRuns(tensors, source) {
  const starts = tensors.flatMap((tensor, i) => axesOf(tensor) === 2 || i === 0 ? [i] : []);
  return starts.flatMap((start, i) => {
    const [first, ...vectors] = tensors.slice(start, starts[i + 1]);
    if (axesOf(first) !== 2) return afterKernel([first, ...vectors], source).slice(-1);
    const [bias, ...others] = afterKernel(vectors, source);
    return [new Map([["kernel", first], ...bias ?? []]), ...others];
  });
}
__name(inRuns, "inRuns");
function afterKernel(vectors, source) {
  const rest = vectors.length % normalization.length;
  if (rest > 1 || vectors.length > 5) {
    throw new FormatError(
      source,
      "layers to be told: loadModel(..., { layers })",
      `${vectors.length} vectors in a row`
    );
  }
  const bias = named(["bias"], vectors.slice(0, rest));
  return vectors.length < normalization.length ? [bias] : [bias, named(normalization, vectors.slice(rest))];
}
__name(afterKernel, "afterKernel");
function named(names, tensors) {
  return new Map(tensors.map((tensor, i) => [names[i] ?? "", tensor]));
}
__name(named, "named");

// ts/formats/npz/write-npy.ts
var PREAMBLE = 10;
var ALIGNMENT = 64;
function writeNpy({ data, shape }) {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${axes}), }`;
  const start = Math.ceil((PREAMBLE + header.length + 1) / ALIGNMENT) * ALIGNMENT;
  const text = `\x93NUMPY\0\0\0${header.padEnd(start - PREAMBLE - 1)}
`;
  const bytes = new Uint8Array(start + data.byteLength);
  bytes.set(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  new DataView(bytes.buffer).setUint16(8, start - PREAMBLE, true);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), start);
  return bytes;
}
__name(writeNpy, "writeNpy");

// ts/formats/npz.ts
async function read(file) {
  const { bytes, source } = file;
  const arrays = readArrays(bytes, source);
  const description = commentOf(bytes);
  if (description.startsWith("{")) {
    refuseLayers(file);
    return readOwn(arrays, description, source);
  }
  const weights = weightsOfScikitLearn(arrays, source) ?? namedWeights(arrays, source, true) ?? weightsByPlace(arrays, file);
  if (weights) return modelOf(file, weights);
  const expected = "arrays named as 'dense/kernel', '0.weight', 'coefs_0' or 'arr_0'";
  throw new FormatError(source, expected, quoted([...arrays.keys()].slice(0, 5)));
}
__name(read, "read");
function readArrays(bytes, source) {
  const arrays = /* @__PURE__ */ new Map();
  for (const { path, read: read2 } of unzip(bytes, source)) {
    const name = path.replace(/\.npy$/, "");
    if (arrays.has(name)) throw new FormatError(source, "an archive in which each name stands once", `'${name}' twice`);
    arrays.set(name, parseNpy(read2(), `${source}/${path}`));
  }
  return arrays;
}
__name(readArrays, "readArrays");
function readOwn(arrays, description, source) {
  return inFile(source, () => {
    const model = readDescription(description);
    const variables = variablesOf(stack(model.layers).layers);
    const paths = variables.map(({ path }) => path);
    const weights = paths.map((path) => arrays.get(path)).filter((array) => array !== void 0);
    if (weights.length < paths.length || arrays.size > paths.length) {
      throw new FormatError("arrays", quoted(paths), quoted([...arrays.keys()]));
    }
    toWeights(weights, shapesOf(variables));
    return { ...model, weights: weights.map((array) => toFloats(array)) };
  });
}
__name(readOwn, "readOwn");
async function write({ spec, variables, weights }) {
  const arrays = variables.map(({ path }, i) => [`${path}.npy`, writeNpy(weights[i])]);
  return [{ name: "", bytes: writeZip(arrays, writeDescription(spec)) }];
}
__name(write, "write");
export {
  read,
  write
};
//# sourceMappingURL=npz-O7WBLWPK.js.map