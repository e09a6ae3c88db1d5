import {
  read
} from "./chunk-YRVOLPC5.js";
import {
  modelFile
} from "./chunk-CUZ4K65E.js";
import {
  refuseForeign
} from "./chunk-5JFPLIBU.js";
import {
  loadModel
} from "./chunk-CPCL3P5K.js";
import "./chunk-GHT33BIM.js";
import {
  percent
} from "./chunk-KRWVDXEQ.js";
import "./chunk-JWZWBQMU.js";
import "./chunk-PQM74CXD.js";
import "./chunk-OISQCGMQ.js";
import "./chunk-TZ2533CS.js";
import {
  sayWarnings
} from "./chunk-LYSR7YFA.js";
import {
  exitCodes
} from "./chunk-5DBKZEA7.js";
import "./chunk-LNVCGG7M.js";
import "./chunk-FZNN4J45.js";
import {
  cutMiddle
} from "./chunk-GD5DMI5A.js";
import {
  formats
} from "./chunk-YGXBYXGP.js";
import "./chunk-PUOJI7GF.js";
import "./chunk-F7EMQ7UK.js";
import "./chunk-PQKRINKG.js";
import "./chunk-OSAETKVO.js";
import "./chunk-URMAPDOV.js";
import "./chunk-KDLKBDX6.js";
import "./chunk-Q32PY4DA.js";
import "./chunk-TB6CZO26.js";
import "./chunk-TREOV5XE.js";
import "./chunk-QCQRSKF3.js";
import "./chunk-DQW46KS4.js";
import "./chunk-DRIDIUE7.js";
import "./chunk-6JW7BZHZ.js";
import "./chunk-HY3ATHB4.js";
import "./chunk-XINKDGYN.js";
import "./chunk-VOZ6YSSM.js";
import {
  openSource
} from "./chunk-QVPXVRJN.js";
import "./chunk-7WUOOSWB.js";
import "./chunk-FN22WE7V.js";
import "./chunk-UWQWDOMZ.js";
import "./chunk-3SAQMIBW.js";
import "./chunk-DX5EB35C.js";
import "./chunk-UITRSPAG.js";
import "./chunk-XCGUHHQE.js";
import "./chunk-I5WC5DYT.js";
import "./chunk-I6GK2DSC.js";
import "./chunk-N2QLVIIQ.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-AICGDGU5.js";
import "./chunk-QBU7EWBH.js";
import "./chunk-2IK4R2EC.js";
import "./chunk-EHHOOHLW.js";
import "./chunk-WSVM6H2F.js";
import "./chunk-7RYQDM7G.js";
import "./chunk-FMMKAEOA.js";
import "./chunk-G2PVEI2W.js";
import {
  ImageTensor
} from "./chunk-4CAN62I6.js";
import "./chunk-AOWVJFG3.js";
import "./chunk-VRC5S6MI.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  FormatError,
  InkgradError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __callDispose,
  __name,
  __using
} from "./chunk-SBSPZQJ4.js";

// ts/cli/commands/predict.ts
import { stat } from "node:fs/promises";
async function isModel(path, withPictures) {
  const status = await stat(path).catch(() => void 0);
  if (!status?.isFile()) return status?.isDirectory() ?? withPictures;
  const { isPicture, isRawPicture } = await import("./node-32S5BDK6.js");
  const { bytes } = await openSource(path);
  if (isPicture(bytes) || isRawPicture(bytes, path)) return false;
  if (formats.some(({ detects }) => detects(bytes))) return true;
  if (!withPictures) return false;
  refuseForeign(bytes, path);
  throw new FormatError(path, "a model file, a run folder or a picture", "none");
}
__name(isModel, "isModel");
var [whole, middle] = [784, 400];
var barLength = 30;
async function predict(paths, out) {
  var _stack = [];
  try {
    const [path = "", ...images] = paths;
    if (!await isModel(path, images.length > 0)) return read(paths, {}, out);
    if (images.length === 0) throw new OptionError("image", "a picture behind the model", "none");
    sayWarnings(out);
    const file = await modelFile(path);
    const model = __using(_stack, await loadModel(file), true);
    checkInputs(model, file);
    const results = [];
    for (const image of images) {
      try {
        const prediction = await predictOne(model, image, out);
        results.push(prediction);
        out.say(describePrediction(prediction));
      } catch (error) {
        if (!(error instanceof InkgradError)) throw error;
        results.push({ file: image, error: { name: error.name, message: error.message } });
        out.warn(error.message);
      }
    }
    const digits = results.map((result) => "digit" in result ? String(result.digit) : "?");
    return {
      json: { model: file, images: results },
      brief: digits.join("\n"),
      code: digits.includes("?") ? exitCodes.failed : exitCodes.done
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(predict, "predict");
async function predictOne(model, file, out) {
  const image = toInputs(await readDigit(file, out), inputsOf(model));
  const { data } = await model.predict(image);
  const [first = 0] = data;
  return decide(file, data.length === 1 ? [1 - first, first] : Array.from(data));
}
__name(predictOne, "predictOne");
async function readDigit(file, { warn }) {
  const { decodePicture, readPictureFile } = await import("./node-32S5BDK6.js");
  const { findDigit } = await import("./read-3SEB7HL6.js");
  const { loadNetwork } = await import("./network-L4YNCL4F.js");
  const picture = await decodePicture(await readPictureFile(file), file);
  const found = findDigit(picture, await loadNetwork());
  if (!found) {
    throw new FormatError(file, "a picture of one digit, dark on light or light on dark", "a blank one, as it seems");
  }
  if (found.sureDigits > 1) {
    warn(`${file}: seems to hold ${found.sureDigits} digits, of which one is told; \`inkgrad read\` reads them all`);
  }
  return found.image;
}
__name(readDigit, "readDigit");
function decide(file, probabilities) {
  const probability = Math.max(...probabilities);
  const digit = probabilities.length === 2 ? probabilities.lastIndexOf(probability) : probabilities.indexOf(probability);
  return { file, digit, probability, probabilities };
}
__name(decide, "decide");
function inputsOf(model) {
  return model.layers[0]?.inputs ?? 0;
}
__name(inputsOf, "inputsOf");
function checkInputs(model, file) {
  const inputs = inputsOf(model);
  if (inputs === whole || inputs === middle) return;
  throw new FormatError(file, "a model of 28 x 28 or 20 x 20 pixels", `one of ${inputs} inputs`);
}
__name(checkInputs, "checkInputs");
function toInputs(image, inputs) {
  if (inputs === whole) return new ImageTensor(image, [1, whole]);
  const cut = new Uint8Array(middle);
  cutMiddle(image, cut);
  return new ImageTensor(cut, [1, middle]);
}
__name(toInputs, "toInputs");
function describePrediction({ file, digit, probability, probabilities }) {
  const bars = probabilities.map((share, id) => `  ${id} ${bar(share)} ${percent(share, 1).padStart(7)}`);
  return [`${file}: ${digit}, ${percent(probability, 1)} sure`, ...bars].join("\n");
}
__name(describePrediction, "describePrediction");
function bar(share) {
  const eighths = Math.round(share * barLength * 8);
  const [full, part] = [Math.floor(eighths / 8), eighths % 8];
  return ("\u2588".repeat(full) + (part === 0 ? "" : "\u258F\u258E\u258D\u258C\u258B\u258A\u2589"[part - 1])).padEnd(barLength);
}
__name(bar, "bar");
export {
  predict
};
//# sourceMappingURL=predict-AVGPIYLP.js.map