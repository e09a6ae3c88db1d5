import {
  inFile
} from "./chunk-QQWWRHPM.js";
import {
  writeSafetensors
} from "./chunk-APGEXWCL.js";
import {
  checkCompileOptions
} from "./chunk-UITRSPAG.js";
import {
  shapesOf,
  variablesOf
} from "./chunk-XCGUHHQE.js";
import {
  stack
} from "./chunk-I6GK2DSC.js";
import {
  sha256
} from "./chunk-AICGDGU5.js";
import {
  checkShape,
  layerRoom,
  layers
} from "./chunk-2IK4R2EC.js";
import {
  toWeights
} from "./chunk-7RYQDM7G.js";
import {
  version
} from "./chunk-FMMKAEOA.js";
import {
  checkInteger,
  checkNumber,
  checkObject,
  checkOptions,
  checkText,
  describe,
  quoted,
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  TextEncoder,
  webcrypto
} from "./chunk-HLGL5JCD.js";
import {
  ArgumentError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/safetensors/fields.ts
function parseJson(argument, json) {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ArgumentError(argument, "JSON", error.message, { cause: error });
  }
}
__name(parseJson, "parseJson");
function checkFields(argument, value, fields) {
  checkOptions(
    argument,
    value,
    fields.map((field) => field.replace("?", ""))
  );
  for (const field of fields) {
    if (!field.endsWith("?") && !Object.hasOwn(value, field)) {
      throw new ArgumentError(argument, `an object with the field '${field}'`, "one without");
    }
  }
  return value;
}
__name(checkFields, "checkFields");

// ts/formats/safetensors/parts.ts
var partNames = ["optimizer", "training"];
function encodeParts({ variables, optimizer, training }) {
  const texts = /* @__PURE__ */ new Map();
  const tensors = [];
  if (optimizer) {
    const { numbers, ...scalars } = optimizer;
    texts.set("optimizer", JSON.stringify(scalars));
    const ends = placesOf(optimizer.slots, variables);
    for (const { name, shape, first, end } of ends) tensors.push([name, { data: numbers.slice(first, end), shape }]);
  }
  if (training) {
    texts.set("training", training.text);
    training.arrays.forEach((data, i) => {
      tensors.push([`training/${i}`, { data, shape: [data.length] }]);
    });
  }
  return { texts, tensors };
}
__name(encodeParts, "encodeParts");
function placesOf(slots, variables) {
  let end = 0;
  return slots.flatMap(
    (slot) => variables.filter(({ trainable }) => trainable).map(({ path, shape }) => {
      const first = end;
      end += sizeOf(shape);
      return { name: `optimizer/${slot}/${path}`, shape, first, end };
    })
  );
}
__name(placesOf, "placesOf");
function decodeParts(texts, variables) {
  const [optimizerText, trainingText] = partNames.map((name) => texts.get(name));
  const scalars = optimizerText === void 0 ? void 0 : readScalars(optimizerText);
  const places = placesOf(scalars?.slots ?? [], variables);
  const arrays = trainingText === void 0 ? 0 : countArrays(trainingText);
  return {
    names: [...places.map(({ name }) => name), ...Array.from({ length: arrays }, (_, i) => `training/${i}`)],
    read: /* @__PURE__ */ __name((tensors) => ({
      ...scalars && { optimizer: { ...scalars, numbers: joined(tensors, places) } },
      ...trainingText !== void 0 && { training: trainingPart(trainingText, tensors.slice(places.length)) }
    }), "read")
  };
}
__name(decodeParts, "decodeParts");
function readScalars(text) {
  const fields = checkFields("optimizer", parseJson("optimizer", text), [
    "version",
    "iterations",
    "momentumProduct",
    "learningRate",
    "slots"
  ]);
  const { learningRate, slots } = fields;
  const isRate = /* @__PURE__ */ __name((rate) => rate >= 0 && Number.isFinite(rate), "isRate");
  return {
    version: checkInteger("optimizer.version", fields.version, 1, Number.MAX_SAFE_INTEGER),
    iterations: checkInteger("optimizer.iterations", fields.iterations, 0, Number.MAX_SAFE_INTEGER),
    momentumProduct: checkNumber(
      "optimizer.momentumProduct",
      fields.momentumProduct,
      "a number from 0 to 1",
      (product) => product >= 0 && product <= 1
    ),
    learningRate: learningRate === null ? null : checkNumber("optimizer.learningRate", learningRate, "null or a finite number of at least 0", isRate),
    slots: readSlots(slots)
  };
}
__name(readScalars, "readScalars");
var MOST_SLOTS = 8;
var MOST_ARRAYS = 1e5;
function readSlots(slots) {
  if (!Array.isArray(slots) || slots.length > MOST_SLOTS || new Set(slots).size < slots.length) {
    throw new ArgumentError("optimizer.slots", `an array of at most ${MOST_SLOTS} names, each once`, describe(slots));
  }
  return slots.map((slot, i) => checkText(`optimizer.slots[${i}]`, slot));
}
__name(readSlots, "readSlots");
function joined(tensors, places) {
  const numbers = new Float32Array(places.at(-1)?.end ?? 0);
  places.forEach(({ name, shape, first }, i) => {
    const { data, shape: given } = tensors[i];
    if (given.join() !== shape.join()) throw new ArgumentError(name, `the shape [${shape}]`, `[${given}]`);
    if (data.some(Number.isNaN)) throw new ArgumentError(name, "numbers", "NaN");
    numbers.set(data, first);
  });
  return numbers;
}
__name(joined, "joined");
function countArrays(text) {
  const { arrays = 0 } = checkObject("training", parseJson("training", text));
  return checkInteger("training.arrays", arrays, 0, MOST_ARRAYS);
}
__name(countArrays, "countArrays");
function trainingPart(text, tensors) {
  return { text, arrays: tensors.map(({ data }) => data) };
}
__name(trainingPart, "trainingPart");

// ts/formats/safetensors/version-1.ts
function upgradeVersion1(description) {
  const { layers: layers2, ...fields } = description;
  if (!Array.isArray(layers2)) return description;
  const [first, ...others] = layers2;
  if (typeof first !== "object" || first === null) return description;
  const { inputShape, ...layer } = first;
  return { ...fields, inputShape, layers: [layer, ...others] };
}
__name(upgradeVersion1, "upgradeVersion1");

// ts/formats/safetensors/own-model.ts
var FORMAT_VERSION = 2;
async function encodeModel(model) {
  const { spec, variables, weights } = model;
  toWeights(weights, shapesOf(variables));
  const description = writeDescription(spec);
  const parts = encodeParts(model);
  const tensors = new Map([
    ...variables.map(({ path }, i) => [path, weights[i]]),
    ...parts.tensors
  ]);
  const checksum = await checksumOf([description, ...parts.texts.values()], tensors.values());
  const metadata = new Map([["inkgrad", description], ...parts.texts]);
  if (checksum !== void 0) metadata.set("sha256", checksum);
  return writeSafetensors({ tensors, metadata });
}
__name(encodeModel, "encodeModel");
function writeDescription(spec) {
  return JSON.stringify({ formatVersion: FORMAT_VERSION, inkgradVersion: version, ...spec });
}
__name(writeDescription, "writeDescription");
async function checksumOf(texts, tensors) {
  if (!webcrypto?.subtle) return void 0;
  const encoder = new TextEncoder();
  const parts = [
    ...texts.map((text) => encoder.encode(text)),
    ...Array.from(tensors, ({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  ];
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    all.set(part, filled);
    filled += part.length;
  }
  return sha256(all);
}
__name(checksumOf, "checksumOf");
async function decodeModel({ tensors, metadata }, source) {
  const { description, texts, checksum } = readMetadata(metadata, source);
  const { saved, ordered } = inFile(source, () => {
    const model = readDescription(description);
    const variables = variablesOf(stack(model.layers).layers);
    const parts = decodeParts(texts, variables);
    const names = [...variables.map(({ path }) => path), ...parts.names];
    const ordered2 = pickTensors(tensors, names);
    const weights = ordered2.slice(0, variables.length);
    toWeights(weights, shapesOf(variables));
    return { saved: { ...model, weights, ...parts.read(ordered2.slice(variables.length)) }, ordered: ordered2 };
  });
  const actual = checksum === void 0 ? void 0 : await checksumOf([description, ...texts.values()], ordered);
  if (actual !== void 0 && actual !== checksum) {
    throw new FormatError(source, `contents with the SHA-256 ${checksum}`, `${actual}: the file was changed`);
  }
  return saved;
}
__name(decodeModel, "decodeModel");
function readMetadata(metadata, source) {
  const description = metadata.get("inkgrad");
  if (description === void 0) {
    throw new FormatError(source, "a model saved by inkgrad, with its description in the metadata 'inkgrad'", "none");
  }
  const known = ["inkgrad", "sha256", ...partNames];
  for (const key of metadata.keys()) {
    if (!known.includes(key)) throw new FormatError(source, `no metadata but ${quoted(known)}`, describe(key));
  }
  const texts = new Map(
    partNames.flatMap((name) => metadata.has(name) ? [[name, metadata.get(name)]] : [])
  );
  return { description, texts, checksum: metadata.get("sha256") };
}
__name(readMetadata, "readMetadata");
function readDescription(json) {
  const given = parseJson("description", json);
  const { formatVersion } = checkObject("description", given);
  const description = checkFields("description", formatVersion === 1 ? upgradeVersion1(given) : given, [
    "formatVersion",
    "inkgradVersion",
    "name",
    "seed",
    "inputShape",
    "layers",
    "inputScale?",
    "compile?"
  ]);
  checkInteger("formatVersion", description.formatVersion, 1, FORMAT_VERSION);
  checkText("inkgradVersion", description.inkgradVersion);
  const layers2 = checkArray("layers", description.layers).map(readLayer);
  if (layers2.length === 0) throw new ArgumentError("layers", "an array of at least one layer", "none");
  return {
    name: checkText("name", description.name),
    seed: checkInteger("seed", description.seed, 0, Number.MAX_SAFE_INTEGER),
    layers: [layers.input({ shape: checkShape("inputShape", description.inputShape) }), ...layers2],
    ...description.inputScale !== void 0 && { inputScale: readScale(description.inputScale) },
    compile: description.compile === void 0 ? void 0 : readCompile(description.compile)
  };
}
__name(readDescription, "readDescription");
function readScale(scale) {
  return checkNumber("inputScale", scale, "a finite number of at least 0", (value) => value >= 0 && value < Infinity);
}
__name(readScale, "readScale");
function readLayer(layer, index) {
  const argument = `layers[${index}]`;
  return layerRoom.read(argument, checkObject(argument, layer));
}
__name(readLayer, "readLayer");
function readCompile(compile) {
  const fields = checkFields("compile", compile, ["optimizer", "loss", "metrics", "weightedMetrics?"]);
  const { optimizer, loss, metrics, weightedMetrics = [] } = fields;
  return checkCompileOptions({ optimizer, loss, metrics, weightedMetrics });
}
__name(readCompile, "readCompile");
function checkArray(argument, value) {
  if (Array.isArray(value)) return value;
  throw new ArgumentError(argument, "an array", describe(value));
}
__name(checkArray, "checkArray");
function pickTensors(tensors, names) {
  const others = [...tensors.keys()].filter((name) => !names.includes(name));
  if (others.length > 0) throw new ArgumentError("tensors", `only ${quoted(names)}`, quoted(others));
  return names.map((name) => {
    const { data, shape } = tensors.get(name) ?? {};
    if (!data || !shape) throw new ArgumentError("tensors", `the tensor '${name}'`, "none");
    if (!(data instanceof Float32Array)) throw new ArgumentError(`tensor '${name}'`, "dtype 'F32'", "another");
    return { data, shape };
  });
}
__name(pickTensors, "pickTensors");

export {
  checkFields,
  encodeModel,
  writeDescription,
  decodeModel,
  readDescription
};
//# sourceMappingURL=chunk-TFQVJ53J.js.map