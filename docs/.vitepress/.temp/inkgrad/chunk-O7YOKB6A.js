import {
  zipSync
} from "./chunk-3SLL6GEM.js";
import {
  TextDecoder,
  TextEncoder
} from "./chunk-HLGL5JCD.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/write-zip.ts
var END_BYTES = 22;
var MOST_COMMENT = 65535;
function writeZip(files, comment = "") {
  const options = { level: 0, mtime: new Date(1980, 0, 1) };
  const entries = Array.from(files, ([path, bytes]) => [path, [bytes, options]]);
  return withComment(zipSync(Object.fromEntries(entries)), new TextEncoder().encode(comment));
}
__name(writeZip, "writeZip");
function withComment(archive, comment) {
  if (comment.length === 0 || comment.length > MOST_COMMENT) return archive;
  const bytes = new Uint8Array(archive.length + comment.length);
  bytes.set(archive);
  new DataView(bytes.buffer).setUint16(archive.length - 2, comment.length, true);
  bytes.set(comment, archive.length);
  return bytes;
}
__name(withComment, "withComment");
function commentOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let end = bytes.length - END_BYTES; end >= Math.max(0, bytes.length - END_BYTES - MOST_COMMENT); end--) {
    if (view.getUint32(end, true) === 101010256 && view.getUint16(end + 20, true) === bytes.length - end - END_BYTES) {
      return new TextDecoder().decode(bytes.subarray(end + END_BYTES));
    }
  }
  return "";
}
__name(commentOf, "commentOf");

export {
  writeZip,
  commentOf
};
//# sourceMappingURL=chunk-O7YOKB6A.js.map