import {
  checkSize,
  decoded
} from "./chunk-XINKDGYN.js";
import {
  FileError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/pictures/file.ts
import { constants, open } from "node:fs/promises";
var largest = 128e6;
async function readPictureFile(path) {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error) => {
    const { code, message } = error;
    const missing = code === "ENOENT" || code === "ENOTDIR";
    throw new FileError(missing ? `${path}: there is no such file` : `${path}: cannot be read (${message})`, {
      cause: error
    });
  });
  try {
    const status = await file.stat();
    if (status.isDirectory()) throw new FileError(`${path}: is a folder, not a picture`);
    if (!status.isFile()) throw new FileError(`${path}: is no regular file`);
    if (status.size > largest) throw new FileError(`${path}: has ${status.size} bytes; no picture needs so many`);
    return await file.readFile().catch((error) => {
      throw new FileError(`${path}: cannot be read (${error.message})`, { cause: error });
    });
  } finally {
    await file.close();
  }
}
__name(readPictureFile, "readPictureFile");

// ts/pictures/node.ts
var formats = [
  {
    name: "PNG",
    begins: /* @__PURE__ */ __name((start) => start.startsWith("\x89PNG\r\n\n"), "begins"),
    load: /* @__PURE__ */ __name(async () => (await import("./png-P7OFR43M.js")).decodePng, "load")
  },
  {
    name: "JPEG",
    begins: /* @__PURE__ */ __name((start) => start.startsWith("\xFF\xD8\xFF"), "begins"),
    load: /* @__PURE__ */ __name(async () => (await import("./jpeg-YG32AQ7V.js")).decodeJpeg, "load")
  },
  {
    name: "WebP",
    begins: /* @__PURE__ */ __name((start) => /^RIFF....WEBP/s.test(start), "begins"),
    load: /* @__PURE__ */ __name(async () => (await import("./webp-CC3W2V7P.js")).decodeWebp, "load")
  },
  { name: "GIF", begins: /* @__PURE__ */ __name((start) => /^GIF8[79]a/.test(start), "begins"), load: /* @__PURE__ */ __name(async () => (await import("./gif-7KA4K5EE.js")).decodeGif, "load") },
  {
    name: "BMP",
    begins: /* @__PURE__ */ __name((start) => start.startsWith("BM") && start.slice(15, 18) === "\0\0\0", "begins"),
    load: /* @__PURE__ */ __name(async () => (await import("./bmp-D57QC2XH.js")).decodeBmp, "load")
  }
];
var others = [
  [/^%PDF/, "a PDF document"],
  [/^(?:II\*\0|MM\0\*)/, "a TIFF image"],
  [/^....ftyp(?:hei|mif|avi)/s, "a HEIC or AVIF image"],
  [/^\s*<(?:\?xml|svg)/, "an SVG image or other XML"],
  [/^PK/, "a ZIP archive"]
];
function isPicture(bytes) {
  return formatOf(bytes) !== void 0;
}
__name(isPicture, "isPicture");
function isRawPicture({ length }, name) {
  return /\.(?:raw|gr[ae]y|bin)$/i.test(name) && length > 0 && Number.isInteger(Math.sqrt(length));
}
__name(isRawPicture, "isRawPicture");
async function decodePicture(bytes, name) {
  const format = formatOf(bytes);
  if (format) return decoded(name, format.name, async () => (await format.load())(bytes));
  const start = startOf(bytes);
  const other = others.find(([pattern]) => pattern.test(start))?.[1];
  if (other === void 0 && isRawPicture(bytes, name)) {
    const side = Math.sqrt(bytes.length);
    await decoded(name, "raw", () => checkSize(side, side));
    return { width: side, height: side, data: bytes.slice() };
  }
  const expected = "a PNG, JPEG, WebP, GIF or BMP image (or, named .raw, the bytes of a square grey one)";
  throw new FormatError(name, expected, other ?? (bytes.length === 0 ? "an empty file" : "something else"));
}
__name(decodePicture, "decodePicture");
function formatOf(bytes) {
  const start = startOf(bytes);
  return formats.find(({ begins }) => begins(start));
}
__name(formatOf, "formatOf");
function startOf(bytes) {
  return String.fromCharCode(...bytes.subarray(0, 32));
}
__name(startOf, "startOf");

export {
  readPictureFile,
  isPicture,
  isRawPicture,
  decodePicture
};
//# sourceMappingURL=chunk-DRIDIUE7.js.map