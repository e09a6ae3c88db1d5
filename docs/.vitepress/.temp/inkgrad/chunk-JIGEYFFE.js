import {
  drawRunReport,
  lockFolder
} from "./chunk-I2KL4Y7T.js";
import {
  RunKeeper,
  allRunFiles,
  buildModel,
  configOf,
  filesOf,
  historyOf,
  judge,
  reportText,
  runFiles,
  secondsSince,
  train
} from "./chunk-KRWVDXEQ.js";
import {
  exitCodes
} from "./chunk-5DBKZEA7.js";
import {
  methodOf,
  tasks
} from "./chunk-LNVCGG7M.js";
import {
  bestEpochText
} from "./chunk-4WQ5SDXU.js";
import {
  checkPlaces,
  replaceFiles,
  settle
} from "./chunk-TB6CZO26.js";
import {
  plural,
  whole
} from "./chunk-DQW46KS4.js";
import {
  engineInfo
} from "./chunk-N2QLVIIQ.js";
import {
  version
} from "./chunk-FMMKAEOA.js";
import {
  performance
} from "./chunk-HLGL5JCD.js";
import {
  FileError,
  FormatError,
  InkgradError
} from "./chunk-MFJVB4OY.js";
import {
  __callDispose,
  __name,
  __using
} from "./chunk-SBSPZQJ4.js";

// ts/cli/run.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// ts/cli/run-place.ts
import { access, constants, mkdir, readdir, readFile, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
async function claimRunFolder(folder) {
  let made;
  try {
    made = await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const unlock = await lockFolder(folder);
    try {
      settle(folder, allRunFiles);
      await checkOwn(folder);
      checkPlaces(folder, allRunFiles);
    } catch (error) {
      await unlock();
      throw error;
    }
    return {
      replace: /* @__PURE__ */ __name((files) => replaceFiles(folder, files, allRunFiles), "replace"),
      async [Symbol.asyncDispose]() {
        await removeEmpty(folder, made);
        await unlock();
      }
    };
  } catch (error) {
    await removeEmpty(folder, made);
    if (error instanceof InkgradError) throw error;
    throw new FileError(`${folder}: cannot be written to (${error.message})`, { cause: error });
  }
}
__name(claimRunFolder, "claimRunFolder");
async function checkOwn(folder) {
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  if (names.length === 0 || await holdsRun(folder)) return;
  const some = names.slice(0, 3).join(", ") + (names.length > 3 ? ", ..." : "");
  throw new FileError(`${folder}: holds files (${some}) but no run of inkgrad; name an empty or another folder`);
}
__name(checkOwn, "checkOwn");
async function holdsRun(folder) {
  try {
    const config = JSON.parse(await readFile(join(folder, runFiles.config), "utf8"));
    const { task, versions } = config;
    return typeof task === "string" && typeof versions?.inkgrad === "string";
  } catch {
    return false;
  }
}
__name(holdsRun, "holdsRun");
async function removeEmpty(folder, top) {
  if (top === void 0) return;
  for (let path = resolve(folder); path.startsWith(resolve(top)); path = dirname(path)) {
    const removed = await rmdir(path).then(
      () => true,
      () => false
    );
    if (!removed) return;
  }
}
__name(removeEmpty, "removeEmpty");

// ts/cli/run.ts
async function runTask(order) {
  var _stack = [];
  try {
    const { task: name, recipe, directory, folder, signal, out, kept } = order;
    const task = tasks[name];
    out.say(`
\u2500\u2500 ${name}: ${task.title}
`);
    const place = __using(_stack, await claimRunFolder(folder), true);
    const start = performance.now();
    const data = await task.load({ signal, ...directory !== void 0 && { directory } });
    const loading = secondsSince(start);
    for (const line of data.lines) out.say(line);
    const [learnt, heldOut] = [data.train, data.test].map(({ y }) => whole(y.length));
    out.say(`${learnt} training digits and ${heldOut} held-out digits, loaded in ${loading.toFixed(2)} s
`);
    const method = methodOf(recipe, data.train.y.length);
    const model = __using(_stack, buildModel(task, recipe, method), true);
    model.summary({ print: out.say });
    out.say();
    const engine = await engineInfo();
    signal.throwIfAborted();
    const checkpointEvery = order.checkpointEvery ?? kept?.config.checkpointEvery ?? "auto";
    const parts = { task: name, recipe, method, data, directory, engine, model, checkpointEvery };
    const config = configOf(parts);
    if (kept) checkDigits(kept.config, config, folder, out);
    const keeper = __using(_stack, await openKeeper({ ...order, checkpointEvery }, config), true);
    if (kept) out.say(goesOn(kept, recipe));
    signal.throwIfAborted();
    const training = await train(model, data, { method, signal, verbose: out.verbose, keeper });
    const judgement = training.completed ? await judge(model, data.test) : void 0;
    const run = { ...parts, training, judgement };
    const record = { config, history: await historyOf(run) };
    const { epoch, ...history } = training.epochs;
    if (judgement) out.say(`
${reportText(judgement)}
${bestEpochText({ epoch, history })}`);
    const report = judgement && await tryReport({ ...record, model, heldOut: data.test, judgement }, out);
    const modelFile = keeper?.newest ?? await model.toBytes({ includeOptimizer: false });
    await writeRun(place, folder, filesOf(run, record, report ?? /* @__PURE__ */ new Map(), modelFile));
    await keeper?.clear();
    const page = report && join2(folder, runFiles.page);
    if (judgement) {
      out.say(`Model and figures: ${folder}`);
      if (page) out.say(`Report: ${page}`);
    } else {
      out.say(`
Stopped in epoch ${training.epochs.epoch.length + 1} of ${method.fit.epochs}.`);
      out.say(`The model so far: ${folder}`);
      if (keeper) out.say(`To go on: inkgrad train --resume ${folder}`);
    }
    return { ...record, judgement, page, seconds: { loading, training: training.seconds } };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(runTask, "runTask");
async function openKeeper({ folder, checkpointEvery, kept, out }, config) {
  if (checkpointEvery === "none" && !kept) return void 0;
  const keeper = new RunKeeper(folder, checkpointEvery, out);
  await keeper.open(config, kept && (kept.state ?? "here"));
  return keeper;
}
__name(openKeeper, "openKeeper");
function checkDigits(kept, { data }, folder, { warn }) {
  if (kept.data.train.sha256 !== data.train.sha256) {
    throw new FormatError(folder, "the digits that the run was trained on; --data names their folder", "others");
  }
  if (kept.data.test.sha256 !== data.test.sha256) warn("These are not the held-out digits that the run had so far.");
  if (kept.versions.inkgrad !== version) warn(`The run was begun by inkgrad ${kept.versions.inkgrad}.`);
}
__name(checkDigits, "checkDigits");
function goesOn({ progress }, { epochs }) {
  if (!progress) return "Begins anew, since nothing of the training was kept.";
  if (!progress.begun && progress.epoch >= epochs) return `All ${plural(epochs, "epoch")} have been trained.`;
  const batches = progress.begun ? `, after ${plural(progress.begun.batches, "batch", "batches")} of it` : "";
  return `Goes on in epoch ${progress.epoch + 1} of ${epochs}${batches}.`;
}
__name(goesOn, "goesOn");
async function tryReport(shown, { warn }) {
  try {
    return await drawRunReport(shown);
  } catch (error) {
    warn(`The run has no report: ${error.message}`);
    return void 0;
  }
}
__name(tryReport, "tryReport");
async function writeRun(place, folder, files) {
  try {
    await place.replace(files);
  } catch (error) {
    const { message } = error;
    const refuge = await mkdtemp(join2(tmpdir(), "inkgrad-run-")).then(async (elsewhere) => {
      await replaceFiles(elsewhere, files, allRunFiles);
      return elsewhere;
    }).catch(() => void 0);
    if (refuge === void 0) throw error;
    throw new FileError(`${message}; ${folder} is as it was before, and the new run is in ${refuge}`, { cause: error });
  }
}
__name(writeRun, "writeRun");

// ts/cli/signals.ts
var samePress = 500;
var codes = {
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
  SIGHUP: exitCodes.hangup
};
var Stopped = class extends Error {
  static {
    __name(this, "Stopped");
  }
  exitCode;
  constructor(name) {
    super(`stopped by ${name}`);
    this.exitCode = codes[name];
  }
};
function abortOnSignals() {
  const controller = new AbortController();
  let pressed = 0;
  for (const name of Object.keys(codes)) {
    process.on(name, () => {
      if (!controller.signal.aborted) pressed = performance.now();
      else if (name === "SIGINT" && performance.now() - pressed > samePress) process.exit(exitCodes.interrupted);
      controller.abort(new Stopped(name));
    });
  }
  return controller.signal;
}
__name(abortOnSignals, "abortOnSignals");
function codeAfter({ aborted, reason }) {
  return aborted ? reason.exitCode : exitCodes.done;
}
__name(codeAfter, "codeAfter");

export {
  runTask,
  abortOnSignals,
  codeAfter
};
//# sourceMappingURL=chunk-JIGEYFFE.js.map