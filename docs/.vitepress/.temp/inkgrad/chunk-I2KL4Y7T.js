import {
  summaryText
} from "./chunk-NMFFGAL2.js";
import {
  tasks
} from "./chunk-LNVCGG7M.js";
import {
  plural,
  whole
} from "./chunk-DQW46KS4.js";
import {
  FileError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/node/lock.ts
import { existsSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function lockFolder(folder) {
  const address = addressOf(await stat(folder, { bigint: true }));
  const server = await listen(address) ?? (await removeDead(address) ? await listen(address) : void 0);
  if (!server) {
    throw new FileError(`${folder}: another process is writing there; wait for it to end, or name another folder`);
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}
__name(lockFolder, "lockFolder");
function addressOf({ dev, ino }) {
  const name = `inkgrad-${dev}-${ino}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return hasAbstractSockets() ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}
__name(addressOf, "addressOf");
function hasAbstractSockets() {
  const [major = 0, minor = 0] = process.versions.uv.split(".").map(Number);
  return process.platform === "linux" && (major > 1 || minor >= 46);
}
__name(hasAbstractSockets, "hasAbstractSockets");
function listen(address) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE") resolve(void 0);
      else reject(new FileError(`a lock cannot be had (${error.message})`, { cause: error }));
    });
    server.listen(address, () => resolve(server));
  });
}
__name(listen, "listen");
async function removeDead(address) {
  if (address.startsWith("\0") || !existsSync(address)) return false;
  const answers = await new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    }).once("error", () => resolve(false));
  });
  if (!answers) await rm(address, { force: true });
  return !answers;
}
__name(removeDead, "removeDead");

// ts/cli/run-report.ts
async function drawRunReport(shown) {
  const { drawReport } = await import("./files-DWFWG7FF.js");
  return drawReport(await reportRun(shown));
}
__name(drawRunReport, "drawRunReport");
async function writeRunReport(folder, shown) {
  const { writeReport } = await import("./report-node.js");
  return writeReport(folder, await reportRun(shown));
}
__name(writeRunReport, "writeRunReport");
async function reportRun({ config, history, model, heldOut, judgement }) {
  const { epoch, loss, accuracy, val_loss, val_accuracy, seconds } = history;
  const { train, test } = config.data;
  const [firstKernel] = await model.getWeights();
  return {
    title: tasks[config.task].title,
    subtitle: `Trained for ${plural(epoch.length, "epoch")} on ${plural(train.rows, "digit")}, evaluated on ${whole(heldOut.y.length)} others.`,
    history: { epoch, history: { loss, accuracy, val_loss, val_accuracy } },
    labels: heldOut.y,
    probabilities: judgement.probabilities,
    images: heldOut.x,
    model: {
      name: model.name,
      summary: summaryText(model),
      seed: config.seed,
      weightsHash: history.weightsSha256,
      ...firstKernel && { firstKernel }
    },
    timings: { seconds, samples: train.rows },
    recipe: {
      task: config.task,
      "images to learn from": train.rows,
      "their SHA-256": train.sha256,
      "images held out": test.rows,
      "SHA-256 of those": test.sha256,
      loss: config.training.loss,
      optimizer: "Adam",
      ...methodFacts(config.training),
      "batch size": config.training.batchSize,
      epochs: history.completed ? config.training.epochs : `${epoch.length} of ${config.training.epochs}, then stopped`
    },
    engine: {
      threads: config.engine.threads,
      SIMD: config.engine.simd,
      "relaxed SIMD": config.engine.relaxed,
      inkgrad: config.versions.inkgrad,
      Node: config.versions.node,
      system: `${config.system.platform} ${config.system.arch}`
    },
    command: commandOf(config, model)
  };
}
__name(reportRun, "reportRun");
function methodFacts({ recipe, optimizer, augment }) {
  const { learningRate, weightDecay } = optimizer;
  const amounts = Object.entries(augment ?? {}).filter(([name, amount]) => name !== "type" && amount);
  return {
    ...recipe && { recipe },
    "learning rate": typeof learningRate === "number" ? learningRate : settingsText(learningRate),
    ...weightDecay && { "weight decay": weightDecay },
    ...amounts.length > 0 && { augmentation: settingsText(Object.fromEntries(amounts)) }
  };
}
__name(methodFacts, "methodFacts");
function settingsText({ type, ...settings }) {
  const text = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null ? `(${settingsText(value)})` : String(value), "text");
  const told = Object.entries(settings).filter(([name]) => name !== "type");
  return `${type ? `${type}: ` : ""}${told.map(([name, value]) => `${name} ${text(value)}`).join(", ")}`;
}
__name(settingsText, "settingsText");
function commandOf({ task, training, seed, data }, { layers }) {
  const hidden = layers.slice(0, -1).map(({ units }) => units);
  const { recipe, augment, epochs, batchSize, optimizer } = training;
  return [
    `npx inkgrad train ${task} --epochs ${epochs}`,
    recipe === void 0 ? `--batch ${batchSize} --learning-rate ${optimizer.learningRate}${augment ? " --augment" : ""}` : `--recipe ${recipe}`,
    `--layers ${hidden.join(",") || "none"} --seed ${seed}`,
    ...data.directory === void 0 ? [] : [`--data ${shellWord(data.directory)}`]
  ].join(" ");
}
__name(commandOf, "commandOf");
function shellWord(text) {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
__name(shellWord, "shellWord");

export {
  lockFolder,
  drawRunReport,
  writeRunReport
};
//# sourceMappingURL=chunk-I2KL4Y7T.js.map