import {
  readHdf5,
  readStored,
  storedOf,
  writeHdf5
} from "./chunk-3ATGHKNC.js";
import {
  writeZip
} from "./chunk-O7YOKB6A.js";
import {
  readKerasConfig,
  writeKerasConfig
} from "./chunk-Q6H256SB.js";
import {
  unzip
} from "./chunk-UUPJ4JXK.js";
import {
  refuseLayers
} from "./chunk-WSJYEG7T.js";
import "./chunk-QQWWRHPM.js";
import "./chunk-POELT2VP.js";
import "./chunk-PUOJI7GF.js";
import "./chunk-3SLL6GEM.js";
import "./chunk-DX5EB35C.js";
import "./chunk-I5WC5DYT.js";
import "./chunk-I6GK2DSC.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-QBU7EWBH.js";
import "./chunk-2IK4R2EC.js";
import {
  parseText
} from "./chunk-IE7F6DWM.js";
import "./chunk-7RYQDM7G.js";
import "./chunk-VRC5S6MI.js";
import "./chunk-KUENTTZU.js";
import {
  TextDecoder,
  TextEncoder
} from "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/keras.ts
var CONFIG = "config.json";
var METADATA = "metadata.json";
var WEIGHTS = "model.weights.h5";
var WRITTEN_VERSION = "3.15.1";
async function read(file) {
  refuseLayers(file);
  const { bytes, source } = file;
  const entries = unzip(bytes, source);
  const json = /* @__PURE__ */ __name((name) => parseText(new TextDecoder().decode(entryOf(entries, name, source)), `${source}/${name}`), "json");
  const hasMetadata = entries.some(({ path }) => path === METADATA);
  const version = hasMetadata ? json(METADATA)?.keras_version : void 0;
  const config = readKerasConfig(json(CONFIG), `${source}/${CONFIG}`, generationOf(version));
  const stored = readHdf5(entryOf(entries, WEIGHTS, source), `${source}/${WEIGHTS}`);
  return readStored(stored, config, `${source}/${WEIGHTS}`);
}
__name(read, "read");
function generationOf(version) {
  return typeof version === "string" ? /^[01]\.|^2\./.test(version) ? 2 : 3 : void 0;
}
__name(generationOf, "generationOf");
function entryOf(entries, name, source) {
  const found = entries.filter(({ path }) => path === name);
  if (found.length === 1) return found[0].read();
  const names = entries.slice(0, 5).map(({ path }) => path);
  throw new FormatError(source, `one ${name} in it, as Keras 3 writes .keras`, names.join(", ") || "no files");
}
__name(entryOf, "entryOf");
async function write({ spec, variables, weights }) {
  const config = JSON.stringify(writeKerasConfig(spec, 3));
  const metadata = JSON.stringify({ keras_version: WRITTEN_VERSION });
  const files = [
    [METADATA, new TextEncoder().encode(metadata)],
    [CONFIG, new TextEncoder().encode(config)],
    [WEIGHTS, writeHdf5(storedOf(spec, variables, weights))]
  ];
  return [{ name: "", bytes: writeZip(files) }];
}
__name(write, "write");
export {
  read,
  write
};
//# sourceMappingURL=keras-D2HYH2PC.js.map