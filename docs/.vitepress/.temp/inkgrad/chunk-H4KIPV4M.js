import {
  checkFields,
  decodeModel,
  encodeModel
} from "./chunk-TFQVJ53J.js";
import {
  readSafetensors
} from "./chunk-APGEXWCL.js";
import {
  version
} from "./chunk-FMMKAEOA.js";
import {
  checkBoolean,
  checkInteger,
  checkNumber,
  checkObject,
  checkText,
  describe
} from "./chunk-KUENTTZU.js";
import {
  ArgumentError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/model/fit/packed.ts
var ARRAY = "$array";
var NUMBER = "$number";
function pack(value) {
  const arrays = [];
  const text = JSON.stringify({ value: plain("state", value, arrays), arrays: arrays.length });
  return { text, arrays };
}
__name(pack, "pack");
function plain(place, value, arrays) {
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { [NUMBER]: Object.is(value, -0) ? "-0" : String(value) };
  }
  if (value === null || ["undefined", "number", "string", "boolean"].includes(typeof value)) return value;
  if (value instanceof Float32Array) {
    if (value.length === 0) return { [ARRAY]: null };
    return { [ARRAY]: arrays.push(value) - 1 };
  }
  if (Array.isArray(value)) return value.map((item, i) => plain(`${place}[${i}]`, item, arrays));
  const prototype = typeof value === "object" ? Object.getPrototypeOf(value) : void 0;
  if (prototype !== null && Object.getPrototypeOf(prototype ?? {}) !== null) return refuse(place, value);
  const entries = Object.entries(value);
  if (typeof value !== "object" || entries.some(([key]) => key.startsWith("$"))) return refuse(place, value);
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(`${place}.${key}`, item, arrays)]));
}
__name(plain, "plain");
function refuse(place, value) {
  const expected = "numbers, texts, arrays, Float32Arrays and plain objects without keys that begin with '$'";
  throw new ArgumentError(place, expected, describe(value));
}
__name(refuse, "refuse");
function unpack({ text, arrays }) {
  try {
    return JSON.parse(text, (_, value) => original(value, arrays)).value;
  } catch (error) {
    if (error instanceof ArgumentError) throw error;
    throw new ArgumentError("state", "JSON", error.message, { cause: error });
  }
}
__name(unpack, "unpack");
function original(value, arrays) {
  if (typeof value !== "object" || value === null) return value;
  if (Object.hasOwn(value, NUMBER)) return Number(value[NUMBER]);
  if (!Object.hasOwn(value, ARRAY)) return value;
  const index = value[ARRAY];
  if (index === null) return new Float32Array();
  const array = typeof index === "number" ? arrays[index] : void 0;
  if (!array) throw new ArgumentError(ARRAY, `one of ${arrays.length} arrays`, describe(index));
  return array;
}
__name(original, "original");

// ts/model/fit/checkpoint.ts
var CHECKPOINT_VERSION = 1;
function encodeCheckpoint(model, progress) {
  const training = pack({ version: CHECKPOINT_VERSION, inkgradVersion: version, ...progress });
  return encodeModel({ ...model, training });
}
__name(encodeCheckpoint, "encodeCheckpoint");
async function decodeCheckpoint(bytes, source) {
  const { weights, optimizer, training } = await decodeModel(readSafetensors(bytes, source), source);
  if (!training || !optimizer) throw new FormatError(source, "a checkpoint of a training", "a model alone");
  try {
    return { weights, optimizer, progress: readProgress(unpack(training)) };
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw new FormatError(`${source}: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}
__name(decodeCheckpoint, "decodeCheckpoint");
var most = Number.MAX_SAFE_INTEGER;
function readProgress(value) {
  const names = ["version", "inkgradVersion", "setup", "epoch", "begun?", "place", "logs?", "stopTraining"];
  const fields = checkFields("training", value, [...names, "history", "callbacks"]);
  checkInteger("version", fields.version, 1, CHECKPOINT_VERSION);
  checkText("inkgradVersion", fields.inkgradVersion);
  const { begun, logs, history } = fields;
  return {
    setup: checkObject("setup", fields.setup),
    epoch: checkInteger("epoch", fields.epoch, 0, most),
    begun: begun === void 0 ? void 0 : readBegun(begun),
    place: readPlace(fields.place),
    logs: logs === void 0 ? void 0 : readLogs("logs", logs),
    stopTraining: checkBoolean("stopTraining", fields.stopTraining),
    history: readHistory(history),
    callbacks: readList("callbacks", fields.callbacks, readCallback)
  };
}
__name(readProgress, "readProgress");
function readBegun(value) {
  const { batches, logs } = checkFields("begun", value, ["batches", "logs"]);
  return { batches: checkInteger("begun.batches", batches, 1, most), logs: readLogs("begun.logs", logs) };
}
__name(readBegun, "readBegun");
function readPlace(value) {
  const isArray = Object.hasOwn(checkObject("place", value), "orderOf");
  const fields = checkFields("place", value, [isArray ? "orderOf" : "taken", "engine"]);
  const engine = readList("place.engine", fields.engine, readNumber);
  if (isArray) return { orderOf: checkInteger("place.orderOf", fields.orderOf, 0, most), engine };
  return { taken: checkInteger("place.taken", fields.taken, 0, most), engine };
}
__name(readPlace, "readPlace");
function readHistory(value) {
  const { epoch, history } = checkFields("history", value, ["epoch", "history"]);
  const figures = Object.entries(checkObject("history.history", history)).map(
    ([name, values]) => [name, readList(`history.history.${name}`, values, readNumber)]
  );
  return {
    epoch: readList("history.epoch", epoch, (argument, item) => checkInteger(argument, item, 0, most)),
    history: { loss: [], ...Object.fromEntries(figures) }
  };
}
__name(readHistory, "readHistory");
function readLogs(argument, value) {
  const logs = checkObject(argument, value);
  for (const [name, figure] of Object.entries(logs)) readNumber(`${argument}.${name}`, figure);
  return logs;
}
__name(readLogs, "readLogs");
function readCallback(argument, value) {
  const { name, state } = checkFields(argument, value, ["name", "state?"]);
  return { name: checkText(`${argument}.name`, name), state };
}
__name(readCallback, "readCallback");
function readList(argument, value, read) {
  if (!Array.isArray(value)) throw new ArgumentError(argument, "an array", describe(value));
  return value.map((item, i) => read(`${argument}[${i}]`, item));
}
__name(readList, "readList");
function readNumber(argument, value) {
  return checkNumber(argument, value, "a number", () => true);
}
__name(readNumber, "readNumber");

export {
  encodeCheckpoint,
  decodeCheckpoint
};
//# sourceMappingURL=chunk-H4KIPV4M.js.map