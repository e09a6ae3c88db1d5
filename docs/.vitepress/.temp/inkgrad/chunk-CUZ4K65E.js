import {
  loadModel
} from "./chunk-CPCL3P5K.js";
import {
  allRunFiles,
  epochColumns,
  runFiles,
  unfinishedConfig
} from "./chunk-KRWVDXEQ.js";
import {
  checkCheckpointEvery,
  taskNames
} from "./chunk-LNVCGG7M.js";
import {
  recipeNames
} from "./chunk-FZNN4J45.js";
import {
  settle
} from "./chunk-TB6CZO26.js";
import {
  checkAugment
} from "./chunk-N2QLVIIQ.js";
import {
  scheduleRoom
} from "./chunk-QBU7EWBH.js";
import {
  nodeFiles
} from "./chunk-WSVM6H2F.js";
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkText,
  describe
} from "./chunk-KUENTTZU.js";
import {
  TextDecoder
} from "./chunk-HLGL5JCD.js";
import {
  ArgumentError,
  FileError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/cli/read-run.ts
import { stat } from "node:fs/promises";
import { join } from "node:path";

// ts/cli/check-run.ts
function checkConfig(content) {
  const config = checkObject("contents", content);
  checkName("task", config.task, taskNames);
  checkModel(checkObject("model", config.model));
  const training = checkObject("training", config.training);
  checkText("training.loss", training.loss);
  for (const name of ["epochs", "batchSize"]) checkCount(`training.${name}`, training[name]);
  const { learningRate } = checkObject("training.optimizer", training.optimizer);
  if (typeof learningRate === "object") scheduleRoom.read("training.optimizer.learningRate", learningRate);
  else checkNumber("training.optimizer.learningRate", learningRate, "a number", Number.isFinite);
  if (training.recipe !== void 0) checkName("training.recipe", training.recipe, recipeNames);
  checkAugment("training.augment", training.augment);
  checkInteger("seed", config.seed, 0, Number.MAX_SAFE_INTEGER);
  checkData(checkObject("data", config.data));
  if (config.checkpointEvery !== void 0) checkCheckpointEvery("checkpointEvery", config.checkpointEvery);
  const engine = checkObject("engine", config.engine);
  checkCount("engine.threads", engine.threads);
  for (const name of ["simd", "relaxed"]) checkBoolean(`engine.${name}`, engine[name]);
  checkTexts("versions", config.versions, ["inkgrad", "node"]);
  checkTexts("system", config.system, ["platform", "arch"]);
  return content;
}
__name(checkConfig, "checkConfig");
function checkModel({ name, parameters, layers }) {
  checkText("model.name", name);
  checkCount("model.parameters", parameters);
  if (!Array.isArray(layers)) throw new ArgumentError("model.layers", "an array", describe(layers));
  layers.forEach((layer, i) => {
    checkText(`model.layers[${i}].name`, checkObject(`model.layers[${i}]`, layer).name);
  });
}
__name(checkModel, "checkModel");
function checkData(data) {
  for (const part of ["train", "test"]) {
    const { rows, columns, sha256 } = checkObject(`data.${part}`, data[part]);
    checkCount(`data.${part}.rows`, rows);
    checkCount(`data.${part}.columns`, columns);
    checkText(`data.${part}.sha256`, sha256);
  }
  if (data.directory !== void 0) checkText("data.directory", data.directory);
}
__name(checkData, "checkData");
function checkHistory(content) {
  const history = checkObject("contents", content);
  checkBoolean("completed", history.completed);
  checkText("weightsSha256", history.weightsSha256);
  for (const name of ["totalSeconds", "peakResidentBytes"]) {
    checkNumber(name, history[name], "a number", Number.isFinite);
  }
  const epochs = Array.isArray(history.epoch) ? history.epoch.length : 0;
  for (const name of epochColumns) {
    const column = history[name];
    if (!Array.isArray(column) || column.length !== epochs) {
      throw new ArgumentError(name, "a number for each epoch", describe(column));
    }
    column.forEach((value, i) => {
      checkNumber(`${name}[${i}]`, value, "a number", Number.isFinite);
    });
  }
  return content;
}
__name(checkHistory, "checkHistory");
function checkEpochs({ config, history }) {
  const { epochs } = config.training;
  if (history.epoch.length > epochs) {
    throw new ArgumentError("epoch", `at most the ${epochs} epochs of the recipe`, `${history.epoch.length}`);
  }
  history.epoch.forEach((epoch, i) => {
    checkInteger(`epoch[${i}]`, epoch, i, i);
  });
}
__name(checkEpochs, "checkEpochs");
function checkCount(argument, value) {
  checkInteger(argument, value, 1, Number.MAX_SAFE_INTEGER);
}
__name(checkCount, "checkCount");
function checkTexts(argument, value, names) {
  const texts = checkObject(argument, value);
  for (const name of names) checkText(`${argument}.${name}`, texts[name]);
}
__name(checkTexts, "checkTexts");
function checkObject(argument, value) {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new ArgumentError(argument, "an object", describe(value));
}
__name(checkObject, "checkObject");

// ts/cli/read-run.ts
var advice = "name a run folder, as `inkgrad train` writes them";
async function openRun(folder) {
  await checkFolder(folder);
  settle(folder, allRunFiles);
  await checkBegun(folder, runFiles.config);
  try {
    return await readRun(folder);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return readRun(folder);
  }
}
__name(openRun, "openRun");
async function readRun(folder) {
  const config = await readJson(join(folder, runFiles.config), checkConfig);
  const history = await readJson(join(folder, runFiles.history), (content) => {
    const checked = checkHistory(content);
    checkEpochs({ config, history: checked });
    return checked;
  });
  const path = join(folder, runFiles.model);
  const model = await loadModel(path);
  const [trained, loaded] = [history.weightsSha256, await model.weightsHash()];
  if (trained === loaded) return { config, history, model };
  await model.dispose();
  throw new FormatError(path, `the run's weights, with the SHA-256 ${trained}`, loaded);
}
__name(readRun, "readRun");
async function modelFile(path) {
  const status = await stat(path).catch(() => void 0);
  if (!status?.isDirectory()) return path;
  settle(path, allRunFiles);
  await checkBegun(path, runFiles.model);
  return join(path, runFiles.model);
}
__name(modelFile, "modelFile");
async function checkFolder(path) {
  const status = await stat(path).catch(() => void 0);
  if (status && !status.isDirectory()) throw new FileError(`${path}: is no folder; ${advice}`);
}
__name(checkFolder, "checkFolder");
async function checkBegun(folder, file) {
  const isThere = /* @__PURE__ */ __name((path) => stat(path).then(Boolean, () => false), "isThere");
  if (await isThere(join(folder, file)) || !await isThere(unfinishedConfig(folder))) return;
  throw new FileError(`${folder}: its training was interrupted; go on with it: inkgrad train --resume ${folder}`);
}
__name(checkBegun, "checkBegun");
async function readJson(path, check) {
  const bytes = await nodeFiles.read(path);
  if (!bytes) throw new FileError(`${path}: there is no such file; ${advice}`);
  try {
    return check(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (error instanceof ArgumentError) {
      throw new FormatError(`${path}: ${error.argument}`, error.expected, error.received, { cause: error });
    }
    if (!(error instanceof SyntaxError)) throw error;
    throw new FormatError(path, "JSON", error.message, { cause: error });
  }
}
__name(readJson, "readJson");

export {
  checkConfig,
  openRun,
  modelFile,
  checkFolder,
  readJson
};
//# sourceMappingURL=chunk-CUZ4K65E.js.map