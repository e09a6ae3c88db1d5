import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/detect.ts
function starts(...magic) {
  const wanted = magic.flatMap(
    (part) => typeof part === "number" ? [part] : Array.from(part, (letter) => letter.charCodeAt(0))
  );
  return (bytes) => wanted.every((byte, i) => bytes[i] === byte);
}
__name(starts, "starts");
function textOf(bytes, length) {
  return String.fromCharCode(...bytes.subarray(0, length));
}
__name(textOf, "textOf");
var isHdf5 = starts(137, "HDF\r\n", 26, "\n");
var isZip = starts("PK", 3, 4);
var isEmptyZip = starts("PK", 5, 6);
function zipWith(name) {
  return (bytes) => isZip(bytes) && [bytes, bytes.subarray(-2048)].some((part) => name.test(textOf(part, 2048)));
}
__name(zipWith, "zipWith");
function jsonWith(...keys) {
  const pattern = new RegExp(`^(\\xef\\xbb\\xbf)?\\s*\\{[\\s\\S]*"(${keys.join("|")})"`);
  return (bytes) => pattern.test(textOf(bytes, 4096));
}
__name(jsonWith, "jsonWith");
function isSafetensors(bytes) {
  return bytes[8] === 123 && bytes.subarray(4, 8).every((byte) => byte === 0);
}
__name(isSafetensors, "isSafetensors");
function isOnnx(bytes) {
  return bytes[0] === 8 && (bytes[1] ?? 16) < 16 && [18, 26, 34, 40, 50, 58, 66].includes(bytes[2] ?? 0);
}
__name(isOnnx, "isOnnx");
function isTfjs(bytes) {
  return jsonWith("modelTopology", "weightsManifest")(bytes) || zipWith(/\.json[\s\S]*\.bin|\.bin[\s\S]*\.json/)(bytes);
}
__name(isTfjs, "isTfjs");

export {
  starts,
  textOf,
  isHdf5,
  isZip,
  isEmptyZip,
  zipWith,
  jsonWith,
  isSafetensors,
  isOnnx,
  isTfjs
};
//# sourceMappingURL=chunk-PUOJI7GF.js.map