import {
  checkConfig,
  checkFolder,
  readJson
} from "./chunk-CUZ4K65E.js";
import {
  decodeCheckpoint
} from "./chunk-H4KIPV4M.js";
import "./chunk-TFQVJ53J.js";
import "./chunk-QQWWRHPM.js";
import "./chunk-CPCL3P5K.js";
import "./chunk-GHT33BIM.js";
import {
  abortOnSignals,
  codeAfter,
  runTask
} from "./chunk-JIGEYFFE.js";
import "./chunk-I2KL4Y7T.js";
import "./chunk-NMFFGAL2.js";
import {
  allRunFiles,
  metricsOf,
  runFiles,
  unfinishedConfig,
  unfinishedStates
} from "./chunk-KRWVDXEQ.js";
import "./chunk-JWZWBQMU.js";
import "./chunk-PQM74CXD.js";
import "./chunk-OISQCGMQ.js";
import "./chunk-TZ2533CS.js";
import "./chunk-5DBKZEA7.js";
import {
  epochsOf
} from "./chunk-LNVCGG7M.js";
import "./chunk-FZNN4J45.js";
import "./chunk-GD5DMI5A.js";
import "./chunk-YGXBYXGP.js";
import "./chunk-PUOJI7GF.js";
import "./chunk-F7EMQ7UK.js";
import "./chunk-PQKRINKG.js";
import "./chunk-OSAETKVO.js";
import "./chunk-URMAPDOV.js";
import "./chunk-KDLKBDX6.js";
import "./chunk-APGEXWCL.js";
import "./chunk-Q32PY4DA.js";
import "./chunk-4WQ5SDXU.js";
import {
  settle
} from "./chunk-TB6CZO26.js";
import "./chunk-TREOV5XE.js";
import "./chunk-QCQRSKF3.js";
import "./chunk-DQW46KS4.js";
import "./chunk-VOZ6YSSM.js";
import "./chunk-7WUOOSWB.js";
import "./chunk-FN22WE7V.js";
import "./chunk-UWQWDOMZ.js";
import "./chunk-3SAQMIBW.js";
import "./chunk-DX5EB35C.js";
import "./chunk-UITRSPAG.js";
import "./chunk-XCGUHHQE.js";
import "./chunk-I5WC5DYT.js";
import "./chunk-I6GK2DSC.js";
import {
  init
} from "./chunk-N2QLVIIQ.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-AICGDGU5.js";
import "./chunk-QBU7EWBH.js";
import "./chunk-2IK4R2EC.js";
import "./chunk-EHHOOHLW.js";
import {
  nodeFiles
} from "./chunk-WSVM6H2F.js";
import "./chunk-IE7F6DWM.js";
import "./chunk-7RYQDM7G.js";
import "./chunk-FMMKAEOA.js";
import "./chunk-G2PVEI2W.js";
import "./chunk-4CAN62I6.js";
import "./chunk-AOWVJFG3.js";
import "./chunk-VRC5S6MI.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  FileError,
  FormatError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/cli/commands/train.ts
import { join as join2 } from "node:path";

// ts/cli/resume.ts
import { stat } from "node:fs/promises";
import { join } from "node:path";
async function readKeptTraining(folder, { warn }) {
  await checkFolder(folder);
  settle(folder, allRunFiles);
  const unfinished = unfinishedConfig(folder);
  if (await exists(unfinished)) {
    const config2 = await readJson(unfinished, checkConfig);
    const kept = await unfinishedStates(folder).read(decodeCheckpoint, warn);
    return { config: config2, progress: kept?.progress, state: void 0 };
  }
  const config = await readJson(join(folder, runFiles.config), checkConfig);
  const path = join(folder, runFiles.model);
  const state = await nodeFiles.read(path);
  if (!state) throw new FileError(`${path}: there is no such file`);
  const { progress } = await decodeCheckpoint(state, path).catch((error) => {
    if (!(error instanceof FormatError) || !error.expected.startsWith("a checkpoint")) throw error;
    const reason = "it was written by an earlier version, or with --checkpoint-every none";
    throw new FormatError(path, error.expected, `${error.received}: ${reason}`, { cause: error });
  });
  return { config, progress, state };
}
__name(readKeptTraining, "readKeptTraining");
function recipeOf({ config, progress, state }, epochs) {
  const { training, seed, model } = config;
  const all = epochs ?? training.epochs;
  const done = progress?.epoch ?? 0;
  const least = done + (progress?.begun ? 1 : 0);
  if (all < least) throw new OptionError("--epochs", `at least ${least}, where the run is`, `${all}`);
  if (state && all === done) {
    throw new OptionError(
      "--epochs",
      `more than the ${done} that the run has had`,
      epochs === void 0 ? "none" : `${all}`
    );
  }
  const { batchSize, optimizer, recipe, augment } = training;
  const hiddenUnits = model.layers.slice(0, -1).map(({ units }) => units);
  const learningRate = optimizer.learningRate;
  const plain = { epochs: all, batchSize, learningRate, seed, hiddenUnits };
  if (recipe === void 0) return { ...plain, ...augment && { augment: true } };
  if (all !== training.epochs) {
    throw new OptionError("--epochs", `the ${training.epochs} that the recipe's schedule was made for`, `${all}`);
  }
  return { ...plain, recipe };
}
__name(recipeOf, "recipeOf");
async function exists(path) {
  return stat(path).then(
    () => true,
    () => false
  );
}
__name(exists, "exists");

// ts/cli/commands/train.ts
async function train(task, options, out) {
  const { threads: _threads, data, checkpointEvery: _every, output = join2("runs", task), ...rest } = options;
  const recipe = { ...rest, epochs: options.epochs ?? epochsOf(options.recipe) };
  return run({ task, recipe, folder: output, ...data !== void 0 && { directory: data } }, options, out);
}
__name(train, "train");
async function resume(folder, { epochs, ...options }, out) {
  const kept = await readKeptTraining(folder, out);
  const recipe = recipeOf(kept, epochs);
  const { task, data } = kept.config;
  const directory = options.data ?? data.directory;
  return run({ task, recipe, folder, kept, ...directory !== void 0 && { directory } }, options, out);
}
__name(resume, "resume");
async function run(order, { threads, checkpointEvery }, out) {
  const signal = abortOnSignals();
  try {
    const { reason } = await init(threads === void 0 ? {} : { threads });
    out.say(`Engine: ${reason}`);
    const { config, history, judgement, page } = await runTask({
      ...order,
      signal,
      out,
      ...checkpointEvery !== void 0 && { checkpointEvery }
    });
    return {
      json: {
        completed: history.completed,
        folder: order.folder,
        model: join2(order.folder, runFiles.model),
        report: page ?? null,
        config,
        history,
        metrics: judgement ? metricsOf(judgement) : null
      },
      code: codeAfter(signal)
    };
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    out.say("Stopped before training began.");
    return { json: { completed: false, folder: null }, code: codeAfter(signal) };
  }
}
__name(run, "run");
export {
  resume,
  train
};
//# sourceMappingURL=train-CX3YLAQX.js.map