import {
  TextDecoder
} from "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/json/duplicates.ts
function hasDuplicateKeys(json) {
  const open = [];
  let text = "";
  for (let i = 0; i < json.length; i++) {
    const mark = json[i];
    if (mark === "{") {
      open.push(/* @__PURE__ */ new Set());
    } else if (mark === "}") {
      open.pop();
    } else if (mark === '"') {
      const start = i++;
      while (json[i] !== '"') i += json[i] === "\\" ? 2 : 1;
      text = json.slice(start, i + 1);
    } else if (mark === ":") {
      const keys = open.at(-1);
      const key = JSON.parse(text);
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}
__name(hasDuplicateKeys, "hasDuplicateKeys");

// ts/json.ts
var OF_LIST = 64;
var OF_VALUE = 16;
var HARMLESS = 2 ** 24;
function parseJson(bytes, source, what) {
  let size = 0;
  for (const byte of bytes) size += sizeFrom(byte);
  if (size > 2 * bytes.length + HARMLESS) {
    throw new FormatError(source, `${what} of fewer lists and values`, `${bytes.length} bytes that are little else`);
  }
  const json = decode(bytes, source, what);
  const value = parseText(json, source, `${what} in JSON`);
  if (hasDuplicateKeys(json)) throw new FormatError(source, `${what} in which each name stands once`, "one twice");
  return value;
}
__name(parseJson, "parseJson");
function sizeFrom(byte) {
  if (byte === 123 || byte === 91) return OF_LIST;
  return byte === 44 ? OF_VALUE : 0;
}
__name(sizeFrom, "sizeFrom");
function decode(bytes, source, what) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new FormatError(source, `${what} in UTF-8`, "other bytes", { cause: error });
  }
}
__name(decode, "decode");
function parseText(json, source, expected = "JSON") {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new FormatError(source, expected, error.message, { cause: error });
  }
}
__name(parseText, "parseText");
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
__name(isRecord, "isRecord");

export {
  parseJson,
  parseText,
  isRecord
};
//# sourceMappingURL=chunk-IE7F6DWM.js.map