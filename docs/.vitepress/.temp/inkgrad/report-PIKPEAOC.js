import {
  judgeRun
} from "./chunk-AOQZ2SOF.js";
import {
  checkFolder
} from "./chunk-CUZ4K65E.js";
import "./chunk-CPCL3P5K.js";
import "./chunk-GHT33BIM.js";
import {
  lockFolder,
  writeRunReport
} from "./chunk-I2KL4Y7T.js";
import "./chunk-NMFFGAL2.js";
import "./chunk-KRWVDXEQ.js";
import "./chunk-JWZWBQMU.js";
import "./chunk-PQM74CXD.js";
import "./chunk-OISQCGMQ.js";
import "./chunk-TZ2533CS.js";
import "./chunk-LNVCGG7M.js";
import "./chunk-FZNN4J45.js";
import "./chunk-GD5DMI5A.js";
import "./chunk-YGXBYXGP.js";
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
import "./chunk-4CAN62I6.js";
import "./chunk-AOWVJFG3.js";
import "./chunk-VRC5S6MI.js";
import "./chunk-KUENTTZU.js";
import "./chunk-HLGL5JCD.js";
import {
  FileError
} from "./chunk-MFJVB4OY.js";
import {
  __callDispose,
  __name,
  __using
} from "./chunk-SBSPZQJ4.js";

// ts/cli/commands/report.ts
import { mkdir } from "node:fs/promises";
async function report(folder, { data, output = folder }, out) {
  await checkFolder(folder);
  await mkdir(output, { recursive: true }).catch((error) => {
    throw new FileError(`${output}: cannot be written to (${error.message})`, { cause: error });
  });
  const unlock = await lockFolder(output);
  try {
    var _stack = [];
    try {
      const run = await judgeRun(folder, data, out);
      const _2 = __using(_stack, run.model, true);
      if (run.history.epoch.length === 0) {
        throw new FileError(`${folder}: stopped in its first epoch, so there is no training to report on`);
      }
      const { html, figures } = await writeRunReport(output, run);
      out.say(`Report: ${html}
Figures: ${figures}`);
      return { json: { run: folder, html, figures, sameDigits: run.sameDigits }, brief: html };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } finally {
    await unlock();
  }
}
__name(report, "report");
export {
  report
};
//# sourceMappingURL=report-PIKPEAOC.js.map