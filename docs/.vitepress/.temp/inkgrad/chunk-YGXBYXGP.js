import {
  isEmptyZip,
  isHdf5,
  isOnnx,
  isSafetensors,
  isTfjs,
  jsonWith,
  zipWith
} from "./chunk-PUOJI7GF.js";
import {
  checkFinite
} from "./chunk-7RYQDM7G.js";
import {
  checkName,
  describe,
  quoted
} from "./chunk-KUENTTZU.js";
import {
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats.ts
var formats = [
  {
    name: "safetensors",
    title: "a safetensors file",
    extensions: [".safetensors"],
    keepsOptimizer: true,
    detects: isSafetensors,
    open: /* @__PURE__ */ __name(() => import("./safetensors-LD22T6WW.js"), "open")
  },
  {
    name: "keras",
    title: "a Keras model (.keras)",
    extensions: [".keras"],
    detects: zipWith(/metadata\.json|config\.json|model\.weights\.h5/),
    open: /* @__PURE__ */ __name(() => import("./keras-D2HYH2PC.js"), "open")
  },
  {
    name: "keras-h5",
    title: "a Keras model, or its weights, in HDF5 (.h5, .weights.h5)",
    extensions: [".h5", ".hdf5"],
    readOnly: true,
    detects: isHdf5,
    open: /* @__PURE__ */ __name(() => import("./keras-h5-P5KMV66W.js"), "open")
  },
  {
    name: "onnx",
    title: "an ONNX model (.onnx)",
    extensions: [".onnx"],
    detects: isOnnx,
    open: /* @__PURE__ */ __name(() => import("./onnx-HIBTV4XX.js"), "open")
  },
  {
    name: "npz",
    title: "NumPy's arrays (.npz)",
    extensions: [".npz"],
    detects: /* @__PURE__ */ __name((bytes) => isEmptyZip(bytes) || zipWith(/\.npy/)(bytes), "detects"),
    open: /* @__PURE__ */ __name(() => import("./npz-O7WBLWPK.js"), "open")
  },
  {
    name: "scikit-learn",
    title: "scikit-learn's coefs_ and intercepts_ (JSON)",
    extensions: [],
    readOnly: true,
    detects: jsonWith("coefs_"),
    open: /* @__PURE__ */ __name(() => import("./scikit-learn-J7SLVDVM.js"), "open")
  },
  {
    name: "tfjs",
    title: "TensorFlow.js's LayersModel (model.json and its weights)",
    extensions: [".json", ".zip"],
    detects: isTfjs,
    open: /* @__PURE__ */ __name(() => import("./tfjs-6EPTIYMG.js"), "open")
  },
  {
    name: "standalone",
    title: "a JavaScript module that predicts",
    extensions: [".mjs", ".js"],
    detects: /* @__PURE__ */ __name(() => false, "detects"),
    open: /* @__PURE__ */ __name(() => import("./standalone-YTK6P6VS.js"), "open")
  }
];
var standard = formats[0];
function byExtension(path) {
  const name = path.toLowerCase();
  return formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}
__name(byExtension, "byExtension");
async function readModel(file) {
  const entry = await formatOf(file);
  const { read } = await entry.open();
  if (!read) throw new OptionError("source", "a file of a format that is read", entry.title);
  return read(file);
}
__name(readModel, "readModel");
async function formatOf({ bytes, source }) {
  const found = formats.find(({ detects }) => detects(bytes));
  if (found) return found;
  const { refuseForeign } = await import("./foreign-XRZT7JYY.js");
  refuseForeign(bytes, source);
  return standard;
}
__name(formatOf, "formatOf");
function formatToWrite(format, path = "") {
  const entry = format === void 0 ? byExtension(path) : named(format);
  if (entry?.readOnly && format === void 0) {
    const got = `${describe(path)}: ${entry.title} is only read`;
    throw new OptionError("path", "another ending, such as '.keras', which Keras reads as well", got);
  }
  if (entry?.readOnly)
    throw new OptionError("format", quoted(writtenFormats), `${describe(entry.name)}, which is only read`);
  return entry ?? standard;
}
__name(formatToWrite, "formatToWrite");
var writtenFormats = formats.flatMap(({ name, readOnly }) => readOnly ? [] : [name]);
function named(format) {
  const found = formats.find(({ name }) => name === format);
  if (!found) checkName("format", format, writtenFormats);
  return found;
}
__name(named, "named");
async function writeModel(entry, model, stem) {
  const { write } = await entry.open();
  if (!write) throw new OptionError("format", quoted(writtenFormats), describe(entry.name));
  for (const [i, { data }] of model.weights.entries()) checkFinite(`weights[${i}]`, data);
  return write(model, stem);
}
__name(writeModel, "writeModel");

export {
  formats,
  readModel,
  formatOf,
  formatToWrite,
  writtenFormats,
  writeModel
};
//# sourceMappingURL=chunk-YGXBYXGP.js.map