import {
  addressOf,
  isStore
} from "./chunk-UWQWDOMZ.js";
import {
  platform
} from "./chunk-Z5QVBAGM.js";
import {
  download
} from "./chunk-AOWVJFG3.js";
import {
  describe,
  fileBytes,
  isBlob,
  isUrl
} from "./chunk-KUENTTZU.js";
import {
  DtypeError,
  FileError,
  FormatError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/load-model/source.ts
var expected = "a path, a URL, the bytes of a file, a File, a Blob or several Files";
async function openSource(source) {
  if (typeof source === "string" || isUrl(source)) return openNamed(source);
  if (isBlob(source)) return openBlobs([source]);
  if (isListOfBlobs(source)) return openBlobs(Array.from(source));
  return { bytes: fileBytes("source", source, expected), source: "bytes" };
}
__name(openSource, "openSource");
function isListOfBlobs(source) {
  const list = source;
  return !ArrayBuffer.isView(source) && typeof list?.length === "number" && list.length > 0 && isBlob(list[0]);
}
__name(isListOfBlobs, "isListOfBlobs");
async function openNamed(source) {
  const { files } = platform();
  const text = String(source);
  const address = addressOf(text);
  if (address && isStore(address.scheme)) return openStored(text, address);
  if (!files || /^https?$/.test(address?.scheme ?? "")) return openUrl(text);
  if (address && address.scheme !== "file")
    throw new OptionError("source", "a path or an http address", describe(text));
  const path = address ? new URL(text) : text;
  const beside = /* @__PURE__ */ __name(async (name) => readPath(files.beside(path, checkBeside(name, text))), "beside");
  return { bytes: await readPath(path), source: text, beside };
}
__name(openNamed, "openNamed");
async function readPath(path) {
  const bytes = await platform().files?.read(path);
  if (!bytes) throw new FileError(`${path}: there is no such file`);
  return bytes;
}
__name(readPath, "readPath");
async function openUrl(url) {
  const beside = /* @__PURE__ */ __name(async (name) => {
    const path = checkBeside(name, url).split("/").map(encodeURIComponent).join("/");
    return download(new URL(path, new URL(url, globalThis.location?.href)).href);
  }, "beside");
  return { bytes: await download(url), source: url, beside };
}
__name(openUrl, "openUrl");
async function openStored(source, { scheme, name }) {
  const store = platform().stores?.[scheme];
  if (!store) throw new OptionError("source", "a path or an http address", `${describe(source)}, which pages have`);
  const bytes = await store.read(name);
  if (!bytes) throw new FileError(`${source}: there is no such file`);
  return { bytes, source };
}
__name(openStored, "openStored");
async function openBlobs(blobs) {
  const wrong = blobs.find((blob) => !isBlob(blob));
  if (wrong !== void 0) throw new DtypeError("source", expected, describe(wrong));
  const nameOf = /* @__PURE__ */ __name((blob) => blob.name ?? "blob", "nameOf");
  const main = blobs.find((blob) => /\.json$/i.test(nameOf(blob))) ?? blobs[0];
  const bytesOf = /* @__PURE__ */ __name(async (blob) => {
    try {
      return new Uint8Array(await blob.arrayBuffer());
    } catch (error) {
      throw new FileError(`${nameOf(blob)}: cannot be read (${error.message})`, { cause: error });
    }
  }, "bytesOf");
  const file = { bytes: await bytesOf(main), source: nameOf(main) };
  if (blobs.length === 1) return file;
  const beside = /* @__PURE__ */ __name(async (name) => {
    const found = blobs.find((blob) => nameOf(blob) === checkBeside(name, file.source).replace(/^.*\//, ""));
    if (!found) throw new FileError(`${name}: there is no such file among those that were given`);
    return bytesOf(found);
  }, "beside");
  return { ...file, beside };
}
__name(openBlobs, "openBlobs");
function checkBeside(name, source) {
  const safe = !/[\\:\0]/.test(name) && name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (safe) return name;
  throw new FormatError(source, "names of files in its own folder", describe(name));
}
__name(checkBeside, "checkBeside");

export {
  openSource
};
//# sourceMappingURL=chunk-QVPXVRJN.js.map