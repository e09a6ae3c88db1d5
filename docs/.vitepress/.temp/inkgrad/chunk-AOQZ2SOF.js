import {
  openRun
} from "./chunk-CUZ4K65E.js";
import {
  dataConfig,
  judge
} from "./chunk-KRWVDXEQ.js";
import {
  tasks
} from "./chunk-LNVCGG7M.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/cli/judge-run.ts
async function judgeRun(folder, directory, { warn }) {
  const run = await openRun(folder);
  try {
    const { task, data } = run.config;
    const source = directory ?? data.directory;
    const { test: heldOut } = await tasks[task].load(source === void 0 ? {} : { directory: source });
    const inputs = run.model.layers[0]?.inputs;
    if (inputs !== heldOut.x.shape[1]) {
      throw new FormatError(folder, `a model of ${heldOut.x.shape[1]} pixels, as the task has`, `one of ${inputs}`);
    }
    const sameDigits = dataConfig(heldOut).sha256 === data.test.sha256;
    if (!sameDigits) warn("These are not the digits that the run was evaluated on.");
    return { ...run, heldOut, sameDigits, judgement: await judge(run.model, heldOut) };
  } catch (error) {
    await run.model.dispose();
    throw error;
  }
}
__name(judgeRun, "judgeRun");

export {
  judgeRun
};
//# sourceMappingURL=chunk-AOQZ2SOF.js.map