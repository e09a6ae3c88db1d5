import {
  namesTest,
  pickParts
} from "./chunk-PQKRINKG.js";
import {
  baseName,
  imagesOf,
  listed
} from "./chunk-OSAETKVO.js";
import {
  asRows,
  byChance,
  orderOfOnes,
  parseIdx,
  rowsByClass,
  splitByClass,
  takeRows,
  turnImages
} from "./chunk-URMAPDOV.js";
import {
  parseNpy
} from "./chunk-KDLKBDX6.js";
import {
  describeStart
} from "./chunk-Q32PY4DA.js";
import {
  turns
} from "./chunk-EHHOOHLW.js";
import {
  nodeFiles
} from "./chunk-WSVM6H2F.js";
import {
  ImageTensor
} from "./chunk-4CAN62I6.js";
import {
  checkDownloadOptions,
  download,
  parseUrl
} from "./chunk-AOWVJFG3.js";
import {
  gunzip,
  isGzip
} from "./chunk-VRC5S6MI.js";
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkOptions,
  checkText,
  describe,
  fileBytes,
  formatShape,
  isBlob
} from "./chunk-KUENTTZU.js";
import {
  DtypeError,
  FileError,
  FormatError,
  LabelError,
  NonFiniteError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/node.ts
import { basename, dirname, join } from "node:path";

// ts/data/digits/labels.ts
var MOST_CLASSES = 256;
function classLabels(parts, names2) {
  const numbers = parts.map(({ values }) => numbersIn(values));
  if (numbers.every((values) => values !== void 0)) return fromNumbers(parts, numbers, names2);
  const words2 = [...new Set(parts.flatMap(({ values }) => Array.from(values, String)))].sort();
  if (words2.length > MOST_CLASSES) {
    throw new LabelError(
      parts[0]?.name ?? "labels",
      `at most ${MOST_CLASSES} classes`,
      `${words2.length} different words`
    );
  }
  const places = new Map(words2.map((word, id) => [word, id]));
  const ids = parts.map(({ values }) => Uint8Array.from(values, (value) => places.get(String(value))));
  return { ids, classNames: words2, notices: [] };
}
__name(classLabels, "classLabels");
function numbersIn(values) {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === "string" && !/^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value)) return void 0;
    numbers[i] = Number(value);
  }
  return numbers;
}
__name(numbersIn, "numbersIn");
function fromNumbers(parts, numbers, names2) {
  numbers.forEach((values, i) => {
    const bad = values.findIndex((value) => !Number.isInteger(value) || value < 0 || value >= MOST_CLASSES);
    const expected = `whole numbers from 0 to ${MOST_CLASSES - 1}, or words`;
    if (bad >= 0) throw new LabelError(parts[i]?.name ?? "labels", expected, `${values[bad]} at row ${bad}`);
  });
  const present = new Set(numbers.flatMap((values) => [...new Set(values)]));
  const tenIsZero = present.size === 10 && !present.has(0) && Math.max(...present) === 10;
  const ids = numbers.map((values) => Uint8Array.from(values, (value) => tenIsZero && value === 10 ? 0 : value));
  const count = tenIsZero ? 10 : Math.max(...present) + 1;
  const classNames = Array.from({ length: Math.max(count, names2?.length ?? 0) }, (_, id) => names2?.[id] ?? String(id));
  return { ids, classNames, notices: tenIsZero ? ["the label 10 is taken for 0"] : [] };
}
__name(fromNumbers, "fromNumbers");

// ts/data/digits/options.ts
var names = ["order", "invert", "labels", "split", "limit", "signal", "timeout", "onProgress"];
function checkLoadOptions(options) {
  checkOptions("options", options, names);
  const { order, invert, labels, split, limit } = options;
  if (order !== void 0) checkName("order", order, ["rows", "columns"]);
  if (invert !== void 0) checkBoolean("invert", invert);
  if (labels !== void 0) checkText("labels", labels);
  if (limit !== void 0) checkInteger("limit", limit, 1, Number.MAX_SAFE_INTEGER);
  if (split !== void 0) splitOf(split);
  checkDownloadOptions(options);
}
__name(checkLoadOptions, "checkLoadOptions");
function splitOf(split) {
  if (typeof split === "object") checkOptions("split", split, ["fraction", "seed"]);
  const { fraction, seed = 42 } = typeof split === "object" && split !== null ? split : { fraction: split };
  const isShare = /* @__PURE__ */ __name((value) => value > 0 && value < 1, "isShare");
  checkNumber(
    typeof split === "object" ? "split.fraction" : "split",
    fraction,
    "a share, more than 0 and less than 1",
    isShare
  );
  return { fraction, seed: checkInteger("split.seed", seed, 0, 2 ** 32 - 1) };
}
__name(splitOf, "splitOf");

// ts/data/digits/pixels.ts
function scalePixels(parts) {
  const range = parts.map(rangeOf).reduce((a, b) => ({
    most: Math.max(a.most, b.most),
    whole: a.whole && b.whole,
    least: Math.min(a.least, b.least)
  }));
  const { most, least, whole } = range;
  if (whole && least >= 0 && most > 127 && most <= 255) {
    return {
      parts: parts.map(({ data }) => data instanceof Uint8Array ? data : Uint8Array.from(data)),
      most: 255,
      notices: []
    };
  }
  const divisor = divisorOf(most, least, whole);
  const scaled = parts.map(({ data }) => divisor === 1 ? Float32Array.from(data) : divided(data, divisor));
  const usual = divisor === 1 || divisor === 255 || divisor === 65535;
  return { parts: scaled, most: 1, notices: usual ? [] : [`pixels are divided by ${divisor}, the largest of them`] };
}
__name(scalePixels, "scalePixels");
function divided(data, divisor) {
  const scaled = new Float32Array(data.length);
  for (let i = 0; i < scaled.length; i++) scaled[i] = data[i] / divisor;
  return scaled;
}
__name(divided, "divided");
function divisorOf(most, least, whole) {
  if (most <= 2 && least >= -2) return whole && most === 2 ? 2 : 1;
  if (least < 0 && !whole) return 1;
  if (most > 127 && most <= 255) return 255;
  return most > 32767 && most <= 65535 ? 65535 : Math.max(most, -least);
}
__name(divisorOf, "divisorOf");
function rangeOf({ name, data, height, width }) {
  if (data instanceof Uint8Array && data.some((byte) => byte > 127)) return { most: 255, least: 0, whole: true };
  let [most, least, whole] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, true];
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (!Number.isFinite(Math.fround(value))) {
      const place = `image ${Math.floor(i / (height * width))}, pixel ${i % (height * width)}`;
      throw new NonFiniteError(name, "finite 32-bit floats", `${value} at ${place}`);
    }
    if (value > most) most = value;
    if (value < least) least = value;
    if (whole && !Number.isInteger(value)) whole = false;
  }
  return { most, least, whole };
}
__name(rangeOf, "rangeOf");
var ENOUGH = 500;
function isPaperLight(pixels, width, height, most) {
  const size = width * height;
  const count = Math.min(pixels.length / size, ENOUGH);
  let [edge, edges, inner] = [0, 0, 0];
  for (let i = 0; i < count * size; i++) {
    const [x, y] = [i % width, Math.floor(i / width) % height];
    const value = pixels[i];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) {
      edge += value;
      edges++;
    } else inner += value;
  }
  const [edgeMean, innerMean] = [edge / edges, inner / Math.max(count * size - edges, 1)];
  return edgeMean > 0.6 * most && edgeMean > innerMean;
}
__name(isPaperLight, "isPaperLight");
function invertPixels(pixels, most) {
  const inverted = pixels.slice();
  for (let i = 0; i < inverted.length; i++) inverted[i] = most - inverted[i];
  return inverted;
}
__name(invertPixels, "invertPixels");

// ts/data/digits/arrange.ts
var COURSE_SIDE = 20;
async function arrange(raw, options, turn) {
  const parts = raw.test ? [raw.train, raw.test] : [raw.train];
  const { height, width } = checkParts(parts);
  const {
    ids,
    classNames,
    notices: labelNotices
  } = classLabels(
    parts.map(({ labels }) => labels),
    raw.classNames
  );
  await turn();
  const scaled = scalePixels(parts.map(({ images }) => images));
  await turn();
  const [first] = scaled.parts;
  const inverted = options.invert ?? isPaperLight(first, width, height, scaled.most);
  const upright = inverted ? scaled.parts.map((pixels) => invertPixels(pixels, scaled.most)) : scaled.parts;
  await turn();
  const ones = classNames[1] === "1" ? rowsByClass(ids[0]).get(1) ?? [] : [];
  const seen = orderOfOnes(upright[0], width, height, ones);
  const { order, why, notice } = chooseOrder(
    raw,
    seen,
    options.order,
    first instanceof Float32Array && width === COURSE_SIDE
  );
  const [columns, rows] = order === "columns" ? [height, width] : [width, height];
  const turned = order === "columns" ? upright.map((pixels) => turnImages(pixels, columns, rows)) : upright;
  await turn();
  const whole = turned.map((pixels, i) => ({ x: asRows(pixels, height * width), y: ids[i] }));
  const { limit = Number.POSITIVE_INFINITY } = options;
  const limited = whole.map((part) => part.y.length > limit ? takeRows(part, fairRows(part.y, limit)) : part);
  const { all, trainRows } = options.split === void 0 ? joinParts(limited) : splitRows(limited, options.split);
  const slice = /* @__PURE__ */ __name((start, end) => {
    const { x, y } = all;
    const columns2 = height * width;
    if (x instanceof ImageTensor) return { x: x.slice(start, end), y: y.subarray(start, end) };
    return { x: asRows(x.data.subarray(start * columns2, end * columns2), columns2), y: y.subarray(start, end) };
  }, "slice");
  const count = all.y.length;
  const test = trainRows < count ? slice(trainRows, count) : void 0;
  const number = /* @__PURE__ */ __name((n) => n.toLocaleString("en-US"), "number");
  const sizes = `${number(count)} images of ${rows} x ${columns}, ${classNames.length} classes`;
  const held = test ? `, ${number(count - trainRows)} of them held out` : "";
  const done = [why, ...inverted ? ["light and dark exchanged"] : []].filter((part) => part !== "");
  return {
    images: all.x,
    labels: all.y,
    height: rows,
    width: columns,
    classNames,
    train: slice(0, trainRows),
    test,
    order,
    inverted,
    description: [`${raw.what}: ${sizes}${held}`, ...done].join("; "),
    notices: [...raw.notices ?? [], ...labelNotices, ...scaled.notices, ...notice]
  };
}
__name(arrange, "arrange");
function checkParts(parts) {
  const [{ images: first }] = parts;
  for (const { images, labels } of parts) {
    if (images.height !== first.height || images.width !== first.width) {
      const expected = `images of ${first.height} x ${first.width}, as in ${first.name}`;
      throw new FormatError(images.name, expected, `${images.height} x ${images.width}`);
    }
    if (labels.values.length !== images.count) {
      throw new FormatError(labels.name, `${images.count} labels, one for each image`, `${labels.values.length}`);
    }
  }
  return first;
}
__name(checkParts, "checkParts");
function chooseOrder({ order: known = "rows" }, seen, wanted, likeTheCourse) {
  const turned = "turned, since it has its pixels by columns";
  if (wanted !== void 0)
    return { order: wanted, why: wanted === "columns" ? "turned from columns to rows" : "", notice: [] };
  if (known === "columns") {
    if (seen !== "rows") return { order: "columns", why: turned, notice: [] };
    const notice2 = "such data usually have their pixels by columns, but the ones stand: the images are left as they are";
    return { order: "rows", why: "", notice: [notice2] };
  }
  if (known === "perhaps columns") {
    if (seen === "rows") return { order: "rows", why: "", notice: [] };
    const notice2 = seen ? [] : ["turned, as MATLAB's matrices usually have pixels by columns; { order: 'rows' } if these do not"];
    return { order: "columns", why: turned, notice: notice2 };
  }
  if (seen !== "columns") return { order: "rows", why: "", notice: [] };
  const why = likeTheCourse ? "turned, since these are the course's digits, which have their pixels by columns" : turned;
  const notice = "the images are turned, since their ones lie down; { order: 'rows' } leaves them as they are";
  return { order: "columns", why, notice: likeTheCourse ? [] : [notice] };
}
__name(chooseOrder, "chooseOrder");
function fairRows(labels, limit) {
  const ranked = [...rowsByClass(labels).values()].flatMap((rows) => rows.map((row, rank) => ({ row, rank })));
  const least = ranked.sort((a, b) => a.rank - b.rank || a.row - b.row).slice(0, limit);
  return least.map(({ row }) => row).sort((a, b) => a - b);
}
__name(fairRows, "fairRows");
function joinParts([first, second]) {
  const train = first;
  if (!second) return { all: train, trainRows: train.y.length };
  const [a, b] = [train, second].map(({ x }) => x instanceof ImageTensor ? x.bytes : x.data);
  const pixels = new a.constructor(a.length + b.length);
  pixels.set(a);
  pixels.set(b, a.length);
  const y = new Uint8Array(train.y.length + second.y.length);
  y.set(train.y);
  y.set(second.y, train.y.length);
  return { all: { x: asRows(pixels, train.x.shape[1]), y }, trainRows: train.y.length };
}
__name(joinParts, "joinParts");
function splitRows(parts, split) {
  const { all } = joinParts(parts);
  const { fraction, seed } = splitOf(split);
  const { train, test } = splitByClass(all.y, fraction, byChance(seed));
  return { all: takeRows(all, [...train, ...test]), trainRows: train.length };
}
__name(splitRows, "splitRows");

// ts/data/contents.ts
var others = [
  [/^\s*(?:<!doctype html|<html)/i, "an HTML page, perhaps of an error, saved under the name of the data"],
  [/^\s*<(?:\?xml|svg)/, "XML"],
  [/^\x89HDF/, 'an HDF5 file; inkgrad reads NumPy and MATLAB level 5: numpy.savez(...), or save(..., "-v7") in MATLAB'],
  [
    /^\x80[␂-␅]|^\(?[dlc](?:p\d|__builtin__|numpy)|^c[a-z_]+\n/,
    `a pickle, which is a program and is never run; where it is trusted, convert it: python -c "import pickle, numpy; numpy.savez('digits.npz', **pickle.load(open('FILE', 'rb')))"`
  ],
  [/^%PDF/, "a PDF document"],
  [/^[{[]/, "JSON"],
  [/^Rar!/, "a RAR archive; unpack it"],
  [/^7z\xbc\xaf/, "a 7z archive; unpack it"],
  [/^BZh/, "a bzip2 file; unpack it"],
  [/^\xfd7zXZ/, "an xz file; unpack it"],
  [/^.{257}ustar/s, "a tar archive; unpack it"],
  [/^ARROW1|^\xff{4}.{3}␀/s, "an Arrow file; write Parquet"],
  [/^SQLite format/, "an SQLite database"],
  [/^version https:\/\/git-lfs/, "a Git LFS pointer; fetch the file itself: git lfs pull"]
];
var pictures = /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}␀{4}|RIFF.{4}WEBP|II\*␀|MM␀\*)/s;
var text = /^(?:\xef\xbb\xbf)?[\t\n\r\x20-\x7e\x80-\xff]+$/;
function startOf(bytes) {
  const shown = /* @__PURE__ */ __name((byte) => byte < 32 && ![9, 10, 13].includes(byte) ? 9216 + byte : byte, "shown");
  return String.fromCharCode(...Array.from(bytes.subarray(0, 264), shown));
}
__name(startOf, "startOf");
function kindOf(bytes) {
  if (bytes[0] === 31 && bytes[1] === 139) return "gzip";
  const [zero0, zero1, type = 0, axes = 0] = bytes;
  if (zero0 === 0 && zero1 === 0 && type >= 8 && type <= 14 && type !== 10 && axes >= 1 && axes <= 8) return "idx";
  const start = startOf(bytes);
  if (/^PK(?:␃␄|␅␆)/.test(start)) return "zip";
  if (/^\x93NUMPY/.test(start)) return "npy";
  if (/^MATLAB 5\.0/.test(start)) return "mat";
  if (/^PAR1/.test(start)) return "parquet";
  if (pictures.test(start)) return "picture";
  if (others.some(([pattern]) => pattern.test(start))) return void 0;
  return text.test(start) ? "csv" : void 0;
}
__name(kindOf, "kindOf");
var words = {
  gzip: "a gzip file",
  zip: "a ZIP archive",
  npy: "a .npy file",
  mat: "a MATLAB file",
  parquet: "a Parquet file",
  picture: "a picture",
  idx: "an IDX file",
  csv: "text"
};
function describeBytes(bytes) {
  const start = startOf(bytes);
  const other = others.find(([pattern]) => pattern.test(start))?.[1];
  const kind = kindOf(bytes);
  return other ?? (kind === void 0 ? describeStart(bytes) : words[kind]);
}
__name(describeBytes, "describeBytes");

// ts/data/digits/plan.ts
var hidden = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$|README|LICEN[CS]E|sample_submission)/i;
var pictureNames = /\.(?:png|jpe?g|webp|gif|bmp|tiff?)$/i;
var containerNames = /\.(?:npz|mat|parquet|csv|tsv|zip)(?:\.gz)?$/i;
var idxNames = /^(?:(.+?)[-_.])??(?:(train|training|t10k|test)[-_.])?(images|labels)[-.]idx[13][-.]ubyte$/i;
function visible(files) {
  return files.filter(({ path }) => !hidden.test(path));
}
__name(visible, "visible");
function planFolder(files, name) {
  const pictures2 = classPictures(files);
  if (pictures2.length > 0) return { kind: "pictures", pictures: pictures2 };
  const idx = idxSets(files);
  const containers = files.filter(({ path }) => containerNames.test(path));
  const npy = files.filter(({ path }) => /\.npy(?:\.gz)?$/i.test(path));
  const kinds = [idx.size > 0, containers.length > 0, npy.length > 0].filter(Boolean).length;
  if (kinds > 1 || idx.size > 1) throw ambiguous(name, idx.size > 1 ? [...idx.keys()] : files.map(({ path }) => path));
  if (idx.size > 0) return idxPlan([...idx.entries()][0], name);
  if (npy.length > 0) return { kind: "npy", files: npy };
  if (containers.length > 0) return { kind: "pieces", pieces: piecesOf(containers, name) };
  return { kind: "unknown", files };
}
__name(planFolder, "planFolder");
function ambiguous(name, found) {
  return new FormatError(name, "one data set (name its file)", `several: ${listed(found)}`);
}
__name(ambiguous, "ambiguous");
function classPictures(files) {
  return files.filter(({ path }) => pictureNames.test(path) && path.includes("/")).map((file) => {
    const folders = file.path.split("/").slice(0, -1);
    return { file, className: folders.at(-1), test: folders.slice(0, -1).some(namesTest) };
  });
}
__name(classPictures, "classPictures");
function idxSets(files) {
  const sets = /* @__PURE__ */ new Map();
  const byDepth = [...files].sort((a, b) => a.path.split("/").length - b.path.split("/").length);
  for (const file of byDepth) {
    const stem = baseName(file.path).replace(/\.gz$/i, "");
    const [match, prefix = "", part = "train", kind = ""] = idxNames.exec(stem) ?? [];
    if (match === void 0) continue;
    const folders = file.path.split("/").slice(0, -1);
    if (folders.at(-1) === stem) folders.pop();
    const key = [...folders, prefix].join("/");
    const set = sets.get(key) ?? /* @__PURE__ */ new Map();
    const role = `${namesTest(part) ? "test" : "train"} ${kind.toLowerCase()}`;
    if (!set.has(role)) set.set(role, file);
    sets.set(key, set);
  }
  return sets;
}
__name(idxSets, "idxSets");
function idxPlan([prefix, set], name) {
  const pair = /* @__PURE__ */ __name((part) => {
    const [images, labels] = [set.get(`${part} images`), set.get(`${part} labels`)];
    if (!images !== !labels) {
      const found = images ?? labels;
      throw new FormatError(name, `images and labels to ${part}`, `${baseName(found.path)} alone`);
    }
    return images && labels && { images, labels };
  }, "pair");
  const [train, test] = [pair("train"), pair("test")];
  return { kind: "idx", name: baseName(prefix), train: train ?? test, test: train && test };
}
__name(idxPlan, "idxPlan");
function piecesOf(files, name) {
  const sorted = [...files].sort((a, b) => a.path < b.path ? -1 : 1);
  const test = sorted.filter(({ path }) => namesTest(path));
  const train = sorted.filter(({ path }) => !namesTest(path));
  if (train.length === 0) return { train: test, test: [] };
  const one = /* @__PURE__ */ __name((part) => part.length < 2 || part.every(({ path }) => /-of-\d+\.parquet$/.test(path)), "one");
  if (one(train) && one(test)) return { train, test };
  throw ambiguous(
    name,
    sorted.map(({ path }) => path)
  );
}
__name(piecesOf, "piecesOf");

// ts/data/digits/read.ts
var readable = "IDX, .npy or .npz, CSV, MATLAB 5 .mat, Parquet, pictures in a folder for each class, or a ZIP archive of one of these";
var MOST_UNKNOWN = 16;
async function readSource(source, reading) {
  const files = visible(source.files);
  const [only, another] = files;
  if (!only) throw new FileError(`${source.name}: holds no data`);
  if (!another && !only.path.includes("/")) return readFile(only, source, reading);
  return readFolder({ ...source, files }, reading);
}
__name(readSource, "readSource");
async function contents(file) {
  const bytes = await file.read();
  return isGzip(bytes) ? gunzip(bytes, file.name) : bytes;
}
__name(contents, "contents");
async function readFile(file, source, reading) {
  const bytes = await contents(file);
  const { name } = file;
  const kind = kindOf(bytes);
  await reading.turn();
  switch (kind) {
    case "zip":
      return readArchive(bytes, name, reading);
    case "mat":
      return (await import("./mat-XJA24V7T.js")).readMat(bytes, name, reading);
    case "csv":
      return (await import("./csv-BPHMBFWW.js")).readCsv(bytes, name, reading);
    case "parquet": {
      const { what, part, classNames } = await (await import("./parquet-AYJHPAD7.js")).readParquet(bytes, name, reading);
      return { what, train: part, classNames };
    }
    case "idx":
    case "npy":
      return readWithPartner(file, kind, source, reading);
    case "picture":
      throw new FormatError(name, "pictures in a folder for each class, each named by it", "one picture");
    default:
      throw new FormatError(name, readable, describeBytes(bytes));
  }
}
__name(readFile, "readFile");
async function readArchive(bytes, name, reading) {
  const [{ readZip }, { isNpz, readNpz }] = await Promise.all([import("./zip-YWYWNYFZ.js"), import("./npz-I2W7EF5M.js")]);
  const entries = readZip(bytes, name);
  if (isNpz(entries)) return readNpz(entries, name, reading);
  const files = entries.map(({ path, read }) => ({ path, name: `${name}/${path}`, read: /* @__PURE__ */ __name(async () => read(), "read") }));
  const raw = await readSource({ name, files }, reading);
  return { ...raw, what: `${raw.what}, in a ZIP archive` };
}
__name(readArchive, "readArchive");
async function readWithPartner(file, kind, source, reading) {
  const beside = visible(await source.beside?.() ?? []);
  const own = baseName(file.path);
  const partner = reading.labels ?? partnerOf(own);
  const bare = /* @__PURE__ */ __name((name) => name.toLowerCase().replace(/\.gz$/, ""), "bare");
  const found = beside.find(({ path }) => bare(path) === bare(partner));
  if (!found || bare(partner) === bare(own)) {
    const expected = `its ${isLabelName(own) ? "images" : "labels"} beside it${partner === own ? "" : `, named ${partner}`}`;
    throw new FormatError(file.name, expected, kind === "idx" ? "an IDX file alone" : "a .npy file alone");
  }
  const [first, second] = isLabelName(own) && reading.labels === void 0 ? [found, file] : [file, found];
  if (kind === "idx") return readIdx(baseName(own), { images: first, labels: second }, void 0, reading);
  const arrays = await Promise.all([first, second].map(readArray));
  return { what: `NumPy arrays (${first.name})`, ...pickParts(arrays, first.name, arrays[1]?.name) };
}
__name(readWithPartner, "readWithPartner");
var letter = /(?<![a-z])[xy](?![a-z])/i;
var isLabelName = /* @__PURE__ */ __name((name) => /label/i.test(name) || letter.exec(name)?.[0].toLowerCase() === "y", "isLabelName");
function partnerOf(name) {
  if (/images/i.test(name)) return name.replace(/images/i, "labels").replace("idx3", "idx1");
  if (/labels/i.test(name)) return name.replace(/labels/i, "images").replace("idx1", "idx3");
  return name.replace(letter, (found) => found.toLowerCase() === "x" ? "y" : "X");
}
__name(partnerOf, "partnerOf");
async function readFolder(source, reading) {
  const plan = planFolder(source.files, source.name);
  switch (plan.kind) {
    case "pictures":
      return readClassPictures(plan.pictures, source.name, reading);
    case "idx":
      return readIdx(plan.name, plan.train, plan.test, reading);
    case "npy": {
      const arrays = [];
      for (const file of plan.files) {
        arrays.push(await readArray(file));
        await reading.turn();
      }
      const labels = reading.labels?.replace(/\.npy(?:\.gz)?$/i, "");
      return { what: `NumPy arrays (${source.name})`, ...pickParts(arrays, source.name, labels) };
    }
    case "pieces":
      return readPieces(plan.pieces, source, reading);
    case "unknown":
      return readUnknown(plan.files, source, reading);
  }
}
__name(readFolder, "readFolder");
async function readArray(file) {
  const bytes = await contents(file);
  const tensor = kindOf(bytes) === "idx" ? await parseIdx(bytes, file.name) : parseNpy(bytes, file.name);
  return {
    name: baseName(file.path).replace(/\.gz$/i, "").replace(/\.npy$/i, ""),
    tensor
  };
}
__name(readArray, "readArray");
async function readIdx(title, train, test, { turn }) {
  const part = /* @__PURE__ */ __name(async ({ images, labels }) => {
    await turn();
    const y = await parseIdx(await contents(labels), labels.name, 1);
    await turn();
    const x = await parseIdx(await contents(images), images.name);
    if (x.shape.length < 2) throw new FormatError(images.name, "images", `an array of shape ${formatShape(x.shape)}`);
    if (x.shape[0] !== y.data.length) {
      throw new FormatError(labels.name, `${x.shape[0]} labels, one for each image`, `${y.data.length}`);
    }
    return { images: imagesOf(x, images.name, y.data.length), labels: { name: labels.name, values: y.data } };
  }, "part");
  const emnist = /^emnist/i.test(title);
  return {
    what: `${emnist ? "EMNIST's" : "IDX"} files${title === "" || emnist ? "" : ` (${title})`}`,
    train: await part(train),
    test: test && await part(test),
    ...emnist && { order: "columns" }
  };
}
__name(readIdx, "readIdx");
async function readPieces({ train, test }, source, reading) {
  const learnt = await readAll(train, source, reading);
  if (test.length === 0) return learnt;
  try {
    return { ...learnt, test: (await readAll(test, source, reading)).train };
  } catch (error) {
    const { UnlabelledError } = await import("./csv-BPHMBFWW.js");
    if (!(error instanceof UnlabelledError)) throw error;
    return { ...learnt, notices: [...learnt.notices ?? [], `${test[0]?.name} has no labels and is left out`] };
  }
}
__name(readPieces, "readPieces");
async function readAll(files, source, reading) {
  const pieces = [];
  for (const file of files) pieces.push(await readFile(file, { name: source.name, files: [file] }, reading));
  const [first, ...others2] = pieces;
  return others2.length === 0 ? first : { ...first, train: joined(pieces.map(({ train }) => train)) };
}
__name(readAll, "readAll");
function joined(parts) {
  const [first] = parts;
  const { width, height, name } = first.images;
  const count = parts.reduce((sum, { images }) => sum + images.count, 0);
  const bytes = parts.every(({ images }) => images.data instanceof Uint8Array);
  const data = bytes ? new Uint8Array(count * width * height) : new Float32Array(count * width * height);
  let start = 0;
  for (const { images } of parts) {
    if (images.width !== width || images.height !== height) {
      const expected = `images of ${height} x ${width}, as in ${name}`;
      throw new FormatError(images.name, expected, `${images.height} x ${images.width}`);
    }
    data.set(images.data, start);
    start += images.data.length;
  }
  const values = parts.flatMap(({ labels }) => Array.from(labels.values));
  return { images: { name, data, count, width, height }, labels: { name: first.labels.name, values } };
}
__name(joined, "joined");
async function readClassPictures(pictures2, name, reading) {
  const { readPictures } = await import("./pictures-BIP7N67Z.js");
  const part = /* @__PURE__ */ __name(async (test2) => {
    const all = pictures2.filter((picture) => picture.test === test2);
    const chosen = fairShare(all, reading.limit);
    if (chosen.length === 0) return void 0;
    const images = await readPictures(
      chosen.map(({ file }) => file),
      name,
      reading
    );
    return { images, labels: { name: `${name}: its folders`, values: chosen.map(({ className }) => className) } };
  }, "part");
  const [train, test] = [await part(false), await part(true)];
  const what = `pictures in a folder for each class (${name})`;
  return { what, train: train ?? test, test: train && test, order: "rows" };
}
__name(readClassPictures, "readClassPictures");
function fairShare(pictures2, limit) {
  const seen = /* @__PURE__ */ new Map();
  const ranked = pictures2.map((picture) => {
    const rank = seen.get(picture.className) ?? 0;
    seen.set(picture.className, rank + 1);
    return { picture, rank };
  });
  const least = [...ranked].sort((a, b) => a.rank - b.rank).slice(0, limit);
  const chosen = new Set(least.map(({ picture }) => picture));
  return pictures2.filter((picture) => chosen.has(picture));
}
__name(fairShare, "fairShare");
async function readUnknown(files, source, reading) {
  const found = /* @__PURE__ */ __name(() => listed(files.map(({ path }) => path)), "found");
  if (files.length > MOST_UNKNOWN) throw new FormatError(source.name, readable, found());
  const kinds = [];
  for (const file of files) {
    kinds.push({ file, kind: kindOf(await contents(file)) });
    await reading.turn();
  }
  const arrays = kinds.filter(({ kind }) => kind === "idx" || kind === "npy").map(({ file }) => file);
  const others2 = kinds.filter(({ kind }) => kind && kind !== "idx" && kind !== "npy" && kind !== "picture");
  if (arrays.length > 1 && others2.every(({ kind }) => kind === "csv")) {
    const named = await Promise.all(arrays.map(readArray));
    return { what: `arrays (${source.name})`, ...pickParts(named, source.name, reading.labels) };
  }
  const [only, another] = others2;
  if (only && !another && arrays.length === 0) return readFile(only.file, source, reading);
  throw new FormatError(source.name, readable, found());
}
__name(readUnknown, "readUnknown");

// ts/data/digits/load.ts
async function loadFrom(host2, source, options = {}) {
  checkLoadOptions(options);
  const { signal, labels, limit = Number.POSITIVE_INFINITY } = options;
  const giveTurn = turns();
  const turn = /* @__PURE__ */ __name(async () => {
    signal?.throwIfAborted();
    await giveTurn();
  }, "turn");
  await turn();
  const opened = await openSource(host2, source, options);
  const raw = await readSource(opened, { host: host2, labels, limit, turn });
  await turn();
  return arrange(raw, options, turn);
}
__name(loadFrom, "loadFrom");
async function openSource(host2, source, options) {
  if (typeof source === "string" && source === "") throw new OptionError("source", "a path or an address", "''");
  if (source instanceof URL && source.protocol === "file:")
    return host2.open(decodeURIComponent(source.pathname), options);
  if (source instanceof URL || typeof source === "string" && /^https?:/i.test(source)) {
    return openUrl(source, options);
  }
  if (typeof source === "string") return host2.open(source, options);
  if (isContents(source)) return { name: "source", files: [fileOf("source", source)] };
  if (typeof source === "object" && source !== null) return filesOf(source);
  throw new DtypeError(
    "source",
    "a path, an address, bytes, a File or Blob, or files by their names",
    describe(source)
  );
}
__name(openSource, "openSource");
function openUrl(address, options) {
  const { href, pathname } = parseUrl("source", address);
  const { signal, timeout, onProgress } = options;
  const read = /* @__PURE__ */ __name(() => download(href, { signal, timeout, onProgress }), "read");
  return { name: href, files: [{ path: baseName(pathname), name: href, read }] };
}
__name(openUrl, "openUrl");
function filesOf(source) {
  const listed2 = "length" in source ? listOf(source) : void 0;
  const named = listed2?.map((file, i) => [pathOf(file) ?? `[${i}]`, file]) ?? Object.entries(source);
  const wrong = named.find(([, file]) => !isContents(file));
  if (wrong) throw new DtypeError(`source: ${wrong[0]}`, "bytes, a File or a Blob", describe(wrong[1]));
  return { name: "source", files: named.map(([path, file]) => fileOf(path, file)) };
}
__name(filesOf, "filesOf");
var MOST_FILES = 2 ** 20;
function listOf(files) {
  if (files.length <= MOST_FILES) return Array.from(files);
  throw new DtypeError("source", `at most ${MOST_FILES} files`, `${files.length}`);
}
__name(listOf, "listOf");
function isContents(value) {
  return ArrayBuffer.isView(value) || isBuffer(value) || isBlob(value);
}
__name(isContents, "isContents");
var tagOf = /* @__PURE__ */ __name((value) => Object.prototype.toString.call(value).slice(8, -1), "tagOf");
var isBuffer = /* @__PURE__ */ __name((value) => /^(?:Shared)?ArrayBuffer$/.test(tagOf(value)), "isBuffer");
function pathOf(file) {
  const { webkitRelativePath, name } = Object(file);
  return webkitRelativePath ? webkitRelativePath.replace(/^[^/]*\//, "") : name;
}
__name(pathOf, "pathOf");
function fileOf(path, contents2) {
  const name = isBlob(contents2) && pathOf(contents2) || path;
  return { path: name, name, read: /* @__PURE__ */ __name(async () => bytesOf(contents2), "read") };
}
__name(fileOf, "fileOf");
async function bytesOf(contents2) {
  if (isBlob(contents2)) return new Uint8Array(await contents2.arrayBuffer());
  return fileBytes("source", contents2, "the bytes of a file");
}
__name(bytesOf, "bytesOf");

// ts/data/digits/sample.ts
var TRAIN = 2500;
var TEST = 500;
var PIXELS = 28 * 28;
async function loadSampleDigits() {
  const { packed } = await import("./sample-digits.js");
  const name = "inkgrad's sample digits";
  const bytes = await gunzip(
    Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)),
    name
  );
  const pixels = new Uint8Array((TRAIN + TEST) * PIXELS);
  for (let i = 0; i < pixels.length / 2; i++) {
    const two = bytes[TRAIN + TEST + i];
    pixels[2 * i] = (two >> 4) * 17;
    pixels[2 * i + 1] = (two & 15) * 17;
  }
  const rows = /* @__PURE__ */ __name((start, end) => ({
    x: new ImageTensor(pixels.subarray(start * PIXELS, end * PIXELS), [end - start, PIXELS]),
    y: bytes.slice(start, end)
  }), "rows");
  return { train: rows(0, TRAIN), test: rows(TRAIN, TRAIN + TEST) };
}
__name(loadSampleDigits, "loadSampleDigits");

// ts/data/node.ts
var MOST_DEPTH = 6;
var MOST_FILES2 = 2e6;
var host = {
  async open(path) {
    const entries = await nodeFiles.list(path);
    if (entries === void 0) throw new FileError(`${path}: there is no such file or folder`);
    if (entries === "file") return openFile(path);
    return { name: path, files: await filesBelow(path) };
  },
  async decodePicture(bytes, name) {
    const { decodePicture } = await import("./node-32S5BDK6.js");
    return decodePicture(bytes, name);
  }
};
function loadDigits(source, options = {}) {
  return loadFrom(host, source, options);
}
__name(loadDigits, "loadDigits");
function openFile(path) {
  const folder = dirname(path);
  const siblings = /* @__PURE__ */ __name(async () => {
    const entries = await nodeFiles.list(folder);
    return Array.isArray(entries) ? entries.filter(({ kind }) => kind === "file").map(({ name }) => fileAt(folder, name)) : [];
  }, "siblings");
  return { name: path, files: [{ ...fileAt(folder, basename(path)), name: path }], beside: siblings };
}
__name(openFile, "openFile");
function fileAt(folder, path) {
  const name = join(folder, path);
  const read = /* @__PURE__ */ __name(async () => {
    const bytes = await nodeFiles.read(name);
    if (!bytes) throw new FileError(`${name}: there is no such file`);
    return bytes;
  }, "read");
  return { path, name, read };
}
__name(fileAt, "fileAt");
async function filesBelow(folder) {
  const files = [];
  const add = /* @__PURE__ */ __name(async (below, depth) => {
    const entries = await nodeFiles.list(join(folder, below));
    if (!Array.isArray(entries)) return;
    for (const { name, kind } of entries) {
      const path = below === "" ? name : `${below}/${name}`;
      if (kind === "file") files.push(fileAt(folder, path));
      if (kind === "folder" && depth < MOST_DEPTH) await add(path, depth + 1);
      if (files.length > MOST_FILES2) throw new FileError(`${folder}: holds more than ${MOST_FILES2} files`);
    }
  }, "add");
  await add("", 0);
  return files.sort((a, b) => a.path < b.path ? -1 : 1);
}
__name(filesBelow, "filesBelow");

export {
  loadSampleDigits,
  loadDigits
};
//# sourceMappingURL=chunk-F7EMQ7UK.js.map