import {
  modelFile
} from "./chunk-CUZ4K65E.js";
import {
  modelFrom
} from "./chunk-CPCL3P5K.js";
import "./chunk-GHT33BIM.js";
import "./chunk-KRWVDXEQ.js";
import "./chunk-JWZWBQMU.js";
import "./chunk-PQM74CXD.js";
import "./chunk-OISQCGMQ.js";
import {
  saveModel,
  trainableOf
} from "./chunk-TZ2533CS.js";
import {
  sayWarnings
} from "./chunk-LYSR7YFA.js";
import "./chunk-LNVCGG7M.js";
import "./chunk-FZNN4J45.js";
import "./chunk-GD5DMI5A.js";
import {
  formatOf,
  formatToWrite,
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

// ts/cli/commands/convert.ts
async function convert(from, to, options, out) {
  var _stack = [];
  try {
    sayWarnings(out);
    const { format, layers } = options;
    const target = formatToWrite(format, to);
    const source = await openSource(await modelFile(from));
    const origin = await formatOf(source);
    const model = __using(_stack, await modelFrom(await readModel({ ...source, ...layers && { layers } }), {}, from), true);
    const { content } = trainableOf(model);
    const [written, ...beside] = await saveModel(to, { format: target.name }, content);
    const { bytes = 0 } = written ?? {};
    const parameters = model.countParams();
    out.say(`${from}: ${origin.title}, ${whole(parameters)} parameters`);
    out.say(`${to}: ${target.title}, ${whole(bytes)} bytes`);
    for (const file of beside) out.say(`${file.file}: its weights, ${whole(file.bytes)} bytes; keep both together`);
    return {
      json: {
        from: { file: source.source, format: origin.name },
        to: { file: to, format: target.name, bytes, ...beside.length > 0 && { beside } },
        name: model.name,
        parameters,
        weightsSha256: await model.weightsHash()
      },
      brief: to
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(convert, "convert");
export {
  convert
};
//# sourceMappingURL=convert-2DXCZPKC.js.map