import {
  judgeRun
} from "./chunk-AOQZ2SOF.js";
import "./chunk-CUZ4K65E.js";
import "./chunk-CPCL3P5K.js";
import "./chunk-GHT33BIM.js";
import {
  metricsOf,
  reportText
} from "./chunk-KRWVDXEQ.js";
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
import "./chunk-MFJVB4OY.js";
import {
  __callDispose,
  __name,
  __using
} from "./chunk-SBSPZQJ4.js";

// ts/cli/commands/evaluate.ts
async function evaluate(folder, { data }, out) {
  var _stack = [];
  try {
    const { model, config, sameDigits, judgement } = await judgeRun(folder, data, out);
    const _ = __using(_stack, model, true);
    out.say(reportText(judgement).trimEnd());
    const metrics = metricsOf(judgement);
    return {
      json: { run: folder, task: config.task, sameDigits, ...metrics },
      brief: String(metrics.accuracy)
    };
  } catch (_2) {
    var _error = _2, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(evaluate, "evaluate");
export {
  evaluate
};
//# sourceMappingURL=evaluate-C47D5GAH.js.map