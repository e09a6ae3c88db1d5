import {
  modelFile
} from "./chunk-CUZ4K65E.js";
import {
  modelFrom
} from "./chunk-CPCL3P5K.js";
import "./chunk-GHT33BIM.js";
import {
  summaryText
} from "./chunk-NMFFGAL2.js";
import "./chunk-KRWVDXEQ.js";
import "./chunk-JWZWBQMU.js";
import "./chunk-PQM74CXD.js";
import "./chunk-OISQCGMQ.js";
import "./chunk-TZ2533CS.js";
import {
  sayWarnings
} from "./chunk-LYSR7YFA.js";
import "./chunk-LNVCGG7M.js";
import "./chunk-FZNN4J45.js";
import "./chunk-GD5DMI5A.js";
import {
  formatOf,
  readModel
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
import {
  plural,
  whole
} from "./chunk-DQW46KS4.js";
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

// ts/cli/commands/inspect.ts
async function inspect(path, out) {
  var _stack = [];
  try {
    sayWarnings(out);
    const file = await modelFile(path);
    const source = await openSource(file);
    const { bytes } = source;
    const { name: format, title } = await formatOf(source);
    const saved = await readModel(source);
    const model = __using(_stack, await modelFrom(saved, {}, file), true);
    const { compile } = model.toJSON();
    const weightsSha256 = await model.weightsHash();
    const parameters = model.countParams();
    const inputs = model.layers[0]?.inputs;
    out.say(summaryText(model));
    const facts = {
      File: `${file}, ${whole(bytes.length)} bytes`,
      Format: title,
      Inputs: `${inputs} numbers`,
      Parameters: `${whole(parameters)}, ${whole(4 * parameters)} bytes of weights`,
      Seed: model.seed,
      Loss: compile?.loss.type ?? "not compiled",
      Optimizer: compile ? optimizerText(compile.optimizer) : "not compiled",
      "Optimizer state": saved.optimizer ? `after ${plural(saved.optimizer.iterations, "batch", "batches")}` : "none",
      "SHA-256 of the weights": weightsSha256
    };
    const width = Math.max(...Object.keys(facts).map((name2) => name2.length));
    for (const [name2, value] of Object.entries(facts)) out.say(`${name2.padEnd(width)}  ${value}`);
    const { name, seed, layers } = model;
    return {
      json: {
        file,
        bytes: bytes.length,
        format,
        name,
        seed,
        parameters,
        layers,
        compiled: compile ?? null,
        weightsSha256
      },
      brief: weightsSha256
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(inspect, "inspect");
function optimizerText({ type, learningRate }) {
  return `${type}, learning rate ${typeof learningRate === "number" ? learningRate : `by ${learningRate.type}`}`;
}
__name(optimizerText, "optimizerText");
export {
  inspect
};
//# sourceMappingURL=inspect-NI2I24D5.js.map