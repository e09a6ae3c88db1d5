import {
  refuseLayers
} from "./chunk-WSJYEG7T.js";
import {
  inFile
} from "./chunk-QQWWRHPM.js";
import {
  stack
} from "./chunk-I6GK2DSC.js";
import {
  activations,
  checkShape,
  layerRoom,
  layers
} from "./chunk-2IK4R2EC.js";
import {
  checkFinite
} from "./chunk-7RYQDM7G.js";
import {
  version
} from "./chunk-FMMKAEOA.js";
import {
  formatShape,
  quoted,
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  TextDecoder as TextDecoder2
} from "./chunk-HLGL5JCD.js";
import {
  ArgumentError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// node_modules/pbf/index.js
var SHIFT_LEFT_32 = (1 << 16) * (1 << 16);
var SHIFT_RIGHT_32 = 1 / SHIFT_LEFT_32;
var TEXT_DECODER_MIN_LENGTH = 12;
var utf8TextDecoder = typeof TextDecoder === "undefined" ? null : new TextDecoder("utf-8");
var PBF_VARINT = 0;
var PBF_FIXED64 = 1;
var PBF_BYTES = 2;
var PBF_FIXED32 = 5;
var PbfReader = class {
  static {
    __name(this, "PbfReader");
  }
  /**
   * @param {Uint8Array | ArrayBuffer} buf
   */
  constructor(buf) {
    this.buf = ArrayBuffer.isView(buf) ? buf : new Uint8Array(buf);
    this.dataView = new DataView(this.buf.buffer, this.buf.byteOffset, this.buf.byteLength);
    this.pos = 0;
    this.type = 0;
    this._valueStart = -1;
    this.length = this.buf.length;
  }
  /**
   * @template T
   * @param {(tag: number, result: T, pbf: PbfReader) => void} readField
   * @param {T} result
   * @param {number} [end]
   */
  readFields(readField, result, end = this.length) {
    let field;
    while (field = this.nextField(end)) {
      readField(field, result, this);
    }
    return result;
  }
  /**
   * @template T
   * @param {(tag: number, result: T, pbf: PbfReader) => void} readField
   * @param {T} result
   */
  readMessage(readField, result) {
    return this.readFields(readField, result, this.readVarint() + this.pos);
  }
  readFixed32() {
    const val = this.dataView.getUint32(this.pos, true);
    this.pos += 4;
    return val;
  }
  readSFixed32() {
    const val = this.dataView.getInt32(this.pos, true);
    this.pos += 4;
    return val;
  }
  // 64-bit int handling is based on github.com/dpw/node-buffer-more-ints (MIT-licensed)
  readFixed64() {
    const val = this.dataView.getUint32(this.pos, true) + this.dataView.getUint32(this.pos + 4, true) * SHIFT_LEFT_32;
    this.pos += 8;
    return val;
  }
  readSFixed64() {
    const val = this.dataView.getUint32(this.pos, true) + this.dataView.getInt32(this.pos + 4, true) * SHIFT_LEFT_32;
    this.pos += 8;
    return val;
  }
  readFloat() {
    const val = this.dataView.getFloat32(this.pos, true);
    this.pos += 4;
    return val;
  }
  readDouble() {
    const val = this.dataView.getFloat64(this.pos, true);
    this.pos += 8;
    return val;
  }
  /**
   * @param {boolean} [isSigned]
   */
  readVarint(isSigned) {
    const buf = this.buf;
    const b0 = buf[this.pos++];
    if (b0 < 128) return b0;
    let val = b0 & 127, b;
    b = buf[this.pos++];
    val |= (b & 127) << 7;
    if (b < 128) return val;
    b = buf[this.pos++];
    val |= (b & 127) << 14;
    if (b < 128) return val;
    b = buf[this.pos++];
    val |= (b & 127) << 21;
    if (b < 128) return val;
    b = buf[this.pos];
    val |= (b & 15) << 28;
    return readVarintRemainder(val, isSigned, this);
  }
  readSVarint() {
    const num = this.readVarint();
    return num % 2 === 1 ? (num + 1) / -2 : num / 2;
  }
  readBoolean() {
    return Boolean(this.readVarint());
  }
  readString() {
    const end = this.readVarint() + this.pos;
    const pos = this.pos;
    this.pos = end;
    if (end - pos >= TEXT_DECODER_MIN_LENGTH && utf8TextDecoder) {
      return utf8TextDecoder.decode(this.buf.subarray(pos, end));
    }
    return readUtf8(this.buf, pos, end);
  }
  readBytes() {
    const end = this.readVarint() + this.pos, buffer = this.buf.subarray(this.pos, end);
    this.pos = end;
    return buffer;
  }
  // verbose for performance reasons; doesn't affect gzipped size
  /**
   * @param {number[]} [arr]
   * @param {boolean} [isSigned]
   */
  readPackedVarint(arr = [], isSigned) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readVarint(isSigned));
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedSVarint(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readSVarint());
    return arr;
  }
  /** @param {boolean[]} [arr] */
  readPackedBoolean(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readBoolean());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedFloat(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readFloat());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedDouble(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readDouble());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedFixed32(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readFixed32());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedSFixed32(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readSFixed32());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedFixed64(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readFixed64());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedSFixed64(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readSFixed64());
    return arr;
  }
  readPackedEnd() {
    return this.type === PBF_BYTES ? this.readVarint() + this.pos : this.pos + 1;
  }
  /**
   * Advance to the next field. Returns the field number, or 0 at end-of-message.
   * @param {number} [end]
   */
  nextField(end = this.length) {
    if (this.pos === this._valueStart) this.skip(this.type);
    if (this.pos >= end) return 0;
    const tag = this.readVarint();
    this.type = tag & 7;
    this._valueStart = this.pos;
    return tag >>> 3;
  }
  /** @param {number} val */
  skip(val) {
    const type = val & 7;
    if (type === PBF_VARINT) while (this.buf[this.pos++] > 127) {
    }
    else if (type === PBF_BYTES) this.pos = this.readVarint() + this.pos;
    else if (type === PBF_FIXED32) this.pos += 4;
    else if (type === PBF_FIXED64) this.pos += 8;
    else throw new Error(`Unimplemented type: ${type}`);
  }
};
var PbfWriter = class {
  static {
    __name(this, "PbfWriter");
  }
  /**
   * @param {Uint8Array | ArrayBuffer} [buf]
   */
  constructor(buf = new Uint8Array(16)) {
    this.buf = ArrayBuffer.isView(buf) ? buf : new Uint8Array(buf);
    this.dataView = new DataView(this.buf.buffer, this.buf.byteOffset, this.buf.byteLength);
    this.pos = 0;
    this.length = this.buf.length;
  }
  /**
   * @param {number} tag
   * @param {number} type
   */
  writeTag(tag, type) {
    this.writeVarint(tag << 3 | type);
  }
  /** @param {number} min */
  realloc(min) {
    let length = this.length || 16;
    while (length < this.pos + min) length *= 2;
    if (length !== this.length) {
      const buf = new Uint8Array(length);
      buf.set(this.buf);
      this.buf = buf;
      this.dataView = new DataView(buf.buffer);
      this.length = length;
    }
  }
  finish() {
    this.length = this.pos;
    this.pos = 0;
    return this.buf.subarray(0, this.length);
  }
  /** @param {number} val */
  writeFixed32(val) {
    this.realloc(4);
    this.dataView.setInt32(this.pos, val, true);
    this.pos += 4;
  }
  /** @param {number} val */
  writeSFixed32(val) {
    this.realloc(4);
    this.dataView.setInt32(this.pos, val, true);
    this.pos += 4;
  }
  /** @param {number} val */
  writeFixed64(val) {
    this.realloc(8);
    this.dataView.setInt32(this.pos, val & -1, true);
    this.dataView.setInt32(this.pos + 4, Math.floor(val * SHIFT_RIGHT_32), true);
    this.pos += 8;
  }
  /** @param {number} val */
  writeSFixed64(val) {
    this.realloc(8);
    this.dataView.setInt32(this.pos, val & -1, true);
    this.dataView.setInt32(this.pos + 4, Math.floor(val * SHIFT_RIGHT_32), true);
    this.pos += 8;
  }
  /** @param {number} val */
  writeVarint(val) {
    val = +val || 0;
    if (val >= 0 && val < 128) {
      if (this.pos >= this.length) this.realloc(1);
      this.buf[this.pos++] = val;
      return;
    }
    if (val > 268435455 || val < 0) {
      writeBigVarint(val, this);
      return;
    }
    this.realloc(4);
    this.buf[this.pos++] = val & 127 | (val > 127 ? 128 : 0);
    if (val <= 127) return;
    this.buf[this.pos++] = (val >>>= 7) & 127 | (val > 127 ? 128 : 0);
    if (val <= 127) return;
    this.buf[this.pos++] = (val >>>= 7) & 127 | (val > 127 ? 128 : 0);
    if (val <= 127) return;
    this.buf[this.pos++] = val >>> 7 & 127;
  }
  /** @param {number} val */
  writeSVarint(val) {
    this.writeVarint(val < 0 ? -val * 2 - 1 : val * 2);
  }
  /** @param {boolean} val */
  writeBoolean(val) {
    this.writeVarint(+val);
  }
  /** @param {string} str */
  writeString(str) {
    str = String(str);
    this.realloc(str.length * 4);
    this.pos++;
    const startPos = this.pos;
    this.pos = writeUtf8(this.buf, str, this.pos);
    const len = this.pos - startPos;
    if (len >= 128) makeRoomForExtraLength(startPos, len, this);
    this.pos = startPos - 1;
    this.writeVarint(len);
    this.pos += len;
  }
  /** @param {number} val */
  writeFloat(val) {
    this.realloc(4);
    this.dataView.setFloat32(this.pos, val, true);
    this.pos += 4;
  }
  /** @param {number} val */
  writeDouble(val) {
    this.realloc(8);
    this.dataView.setFloat64(this.pos, val, true);
    this.pos += 8;
  }
  /** @param {Uint8Array} buffer */
  writeBytes(buffer) {
    const len = buffer.length;
    this.writeVarint(len);
    this.realloc(len);
    this.buf.set(buffer, this.pos);
    this.pos += len;
  }
  /**
   * @template T
   * @param {(obj: T, pbf: PbfWriter) => void} fn
   * @param {T} obj
   */
  writeRawMessage(fn, obj) {
    this.pos++;
    const startPos = this.pos;
    fn(obj, this);
    const len = this.pos - startPos;
    if (len >= 128) makeRoomForExtraLength(startPos, len, this);
    this.pos = startPos - 1;
    this.writeVarint(len);
    this.pos += len;
  }
  /**
   * @template T
   * @param {number} tag
   * @param {(obj: T, pbf: PbfWriter) => void} fn
   * @param {T} obj
   */
  writeMessage(tag, fn, obj) {
    this.writeTag(tag, PBF_BYTES);
    this.writeRawMessage(fn, obj);
  }
  /**
   * @param {number} tag
   * @param {number[]} arr
   */
  writePackedVarint(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedVarint, arr);
  }
  /**
   * @param {number} tag
   * @param {number[]} arr
   */
  writePackedSVarint(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedSVarint, arr);
  }
  /**
   * @param {number} tag
   * @param {boolean[]} arr
   */
  writePackedBoolean(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedBoolean, arr);
  }
  /**
   * @param {number} tag
   * @param {number[]} arr
   */
  writePackedFloat(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedFloat, arr);
  }
  /**
   * @param {number} tag
   * @param {number[]} arr
   */
  writePackedDouble(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedDouble, arr);
  }
  /**
   * @param {number} tag
   * @param {number[]} arr
   */
  writePackedFixed32(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedFixed32, arr);
  }
  /**
   * @param {number} tag
   * @param {number[]} arr
   */
  writePackedSFixed32(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedSFixed32, arr);
  }
  /**
   * @param {number} tag
   * @param {number[]} arr
   */
  writePackedFixed64(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedFixed64, arr);
  }
  /**
   * @param {number} tag
   * @param {number[]} arr
   */
  writePackedSFixed64(tag, arr) {
    if (arr.length) this.writeMessage(tag, writePackedSFixed64, arr);
  }
  /**
   * @param {number} tag
   * @param {Uint8Array} buffer
   */
  writeBytesField(tag, buffer) {
    this.writeTag(tag, PBF_BYTES);
    this.writeBytes(buffer);
  }
  /**
   * @param {number} tag
   * @param {number} val
   */
  writeFixed32Field(tag, val) {
    this.writeTag(tag, PBF_FIXED32);
    this.writeFixed32(val);
  }
  /**
   * @param {number} tag
   * @param {number} val
   */
  writeSFixed32Field(tag, val) {
    this.writeTag(tag, PBF_FIXED32);
    this.writeSFixed32(val);
  }
  /**
   * @param {number} tag
   * @param {number} val
   */
  writeFixed64Field(tag, val) {
    this.writeTag(tag, PBF_FIXED64);
    this.writeFixed64(val);
  }
  /**
   * @param {number} tag
   * @param {number} val
   */
  writeSFixed64Field(tag, val) {
    this.writeTag(tag, PBF_FIXED64);
    this.writeSFixed64(val);
  }
  /**
   * @param {number} tag
   * @param {number} val
   */
  writeVarintField(tag, val) {
    this.writeTag(tag, PBF_VARINT);
    this.writeVarint(val);
  }
  /**
   * @param {number} tag
   * @param {number} val
   */
  writeSVarintField(tag, val) {
    this.writeTag(tag, PBF_VARINT);
    this.writeSVarint(val);
  }
  /**
   * @param {number} tag
   * @param {string} str
   */
  writeStringField(tag, str) {
    this.writeTag(tag, PBF_BYTES);
    this.writeString(str);
  }
  /**
   * @param {number} tag
   * @param {number} val
   */
  writeFloatField(tag, val) {
    this.writeTag(tag, PBF_FIXED32);
    this.writeFloat(val);
  }
  /**
   * @param {number} tag
   * @param {number} val
   */
  writeDoubleField(tag, val) {
    this.writeTag(tag, PBF_FIXED64);
    this.writeDouble(val);
  }
  /**
   * @param {number} tag
   * @param {boolean} val
   */
  writeBooleanField(tag, val) {
    this.writeVarintField(tag, +val);
  }
};
function readVarintRemainder(l, s, p) {
  const buf = p.buf;
  let h, b;
  b = buf[p.pos++];
  h = (b & 112) >> 4;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 127) << 3;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 127) << 10;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 127) << 17;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 127) << 24;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 1) << 31;
  if (b < 128) return toNum(l, h, s);
  throw new Error("Expected varint not more than 10 bytes");
}
__name(readVarintRemainder, "readVarintRemainder");
function toNum(low, high, isSigned) {
  return isSigned ? high * 4294967296 + (low >>> 0) : (high >>> 0) * 4294967296 + (low >>> 0);
}
__name(toNum, "toNum");
function writeBigVarint(val, pbf) {
  let low, high;
  if (val >= 0) {
    low = val % 4294967296 | 0;
    high = val / 4294967296 | 0;
  } else {
    low = ~(-val % 4294967296);
    high = ~(-val / 4294967296);
    if (low ^ 4294967295) {
      low = low + 1 | 0;
    } else {
      low = 0;
      high = high + 1 | 0;
    }
  }
  if (val >= 18446744073709552e3 || val < -18446744073709552e3) {
    throw new Error("Given varint doesn't fit into 10 bytes");
  }
  pbf.realloc(10);
  writeBigVarintLow(low, high, pbf);
  writeBigVarintHigh(high, pbf);
}
__name(writeBigVarint, "writeBigVarint");
function writeBigVarintLow(low, high, pbf) {
  pbf.buf[pbf.pos++] = low & 127 | 128;
  low >>>= 7;
  pbf.buf[pbf.pos++] = low & 127 | 128;
  low >>>= 7;
  pbf.buf[pbf.pos++] = low & 127 | 128;
  low >>>= 7;
  pbf.buf[pbf.pos++] = low & 127 | 128;
  low >>>= 7;
  pbf.buf[pbf.pos] = low & 127;
}
__name(writeBigVarintLow, "writeBigVarintLow");
function writeBigVarintHigh(high, pbf) {
  const lsb = (high & 7) << 4;
  pbf.buf[pbf.pos++] |= lsb | ((high >>>= 3) ? 128 : 0);
  if (!high) return;
  pbf.buf[pbf.pos++] = high & 127 | ((high >>>= 7) ? 128 : 0);
  if (!high) return;
  pbf.buf[pbf.pos++] = high & 127 | ((high >>>= 7) ? 128 : 0);
  if (!high) return;
  pbf.buf[pbf.pos++] = high & 127 | ((high >>>= 7) ? 128 : 0);
  if (!high) return;
  pbf.buf[pbf.pos++] = high & 127 | ((high >>>= 7) ? 128 : 0);
  if (!high) return;
  pbf.buf[pbf.pos++] = high & 127;
}
__name(writeBigVarintHigh, "writeBigVarintHigh");
function makeRoomForExtraLength(startPos, len, pbf) {
  const extraLen = len <= 16383 ? 1 : len <= 2097151 ? 2 : len <= 268435455 ? 3 : Math.floor(Math.log(len) / (Math.LN2 * 7));
  pbf.realloc(extraLen);
  pbf.buf.copyWithin(startPos + extraLen, startPos, pbf.pos);
}
__name(makeRoomForExtraLength, "makeRoomForExtraLength");
function writePackedVarint(arr, pbf) {
  const n = arr.length;
  let buf = pbf.buf, pos = pbf.pos, limit = pbf.length;
  for (let i = 0; i < n; i++) {
    let val = arr[i];
    if (val < 0 || pos + 10 > limit) {
      pbf.pos = pos;
      pbf.writeVarint(val);
      buf = pbf.buf;
      pos = pbf.pos;
      limit = pbf.length;
      continue;
    }
    while (val > 127) {
      buf[pos++] = val % 128 | 128;
      val = Math.floor(val / 128);
    }
    buf[pos++] = val;
  }
  pbf.pos = pos;
}
__name(writePackedVarint, "writePackedVarint");
function writePackedSVarint(arr, pbf) {
  for (let i = 0; i < arr.length; i++) pbf.writeSVarint(arr[i]);
}
__name(writePackedSVarint, "writePackedSVarint");
function writePackedFloat(arr, pbf) {
  for (let i = 0; i < arr.length; i++) pbf.writeFloat(arr[i]);
}
__name(writePackedFloat, "writePackedFloat");
function writePackedDouble(arr, pbf) {
  for (let i = 0; i < arr.length; i++) pbf.writeDouble(arr[i]);
}
__name(writePackedDouble, "writePackedDouble");
function writePackedBoolean(arr, pbf) {
  for (let i = 0; i < arr.length; i++) pbf.writeBoolean(arr[i]);
}
__name(writePackedBoolean, "writePackedBoolean");
function writePackedFixed32(arr, pbf) {
  for (let i = 0; i < arr.length; i++) pbf.writeFixed32(arr[i]);
}
__name(writePackedFixed32, "writePackedFixed32");
function writePackedSFixed32(arr, pbf) {
  for (let i = 0; i < arr.length; i++) pbf.writeSFixed32(arr[i]);
}
__name(writePackedSFixed32, "writePackedSFixed32");
function writePackedFixed64(arr, pbf) {
  for (let i = 0; i < arr.length; i++) pbf.writeFixed64(arr[i]);
}
__name(writePackedFixed64, "writePackedFixed64");
function writePackedSFixed64(arr, pbf) {
  for (let i = 0; i < arr.length; i++) pbf.writeSFixed64(arr[i]);
}
__name(writePackedSFixed64, "writePackedSFixed64");
function readUtf8(buf, pos, end) {
  let str = "";
  let i = pos;
  while (i < end) {
    const b0 = buf[i];
    let c = null;
    let bytesPerSequence = b0 > 239 ? 4 : b0 > 223 ? 3 : b0 > 191 ? 2 : 1;
    if (i + bytesPerSequence > end) break;
    let b1, b2, b3;
    if (bytesPerSequence === 1) {
      if (b0 < 128) {
        c = b0;
      }
    } else if (bytesPerSequence === 2) {
      b1 = buf[i + 1];
      if ((b1 & 192) === 128) {
        c = (b0 & 31) << 6 | b1 & 63;
        if (c <= 127) {
          c = null;
        }
      }
    } else if (bytesPerSequence === 3) {
      b1 = buf[i + 1];
      b2 = buf[i + 2];
      if ((b1 & 192) === 128 && (b2 & 192) === 128) {
        c = (b0 & 15) << 12 | (b1 & 63) << 6 | b2 & 63;
        if (c <= 2047 || c >= 55296 && c <= 57343) {
          c = null;
        }
      }
    } else if (bytesPerSequence === 4) {
      b1 = buf[i + 1];
      b2 = buf[i + 2];
      b3 = buf[i + 3];
      if ((b1 & 192) === 128 && (b2 & 192) === 128 && (b3 & 192) === 128) {
        c = (b0 & 15) << 18 | (b1 & 63) << 12 | (b2 & 63) << 6 | b3 & 63;
        if (c <= 65535 || c >= 1114112) {
          c = null;
        }
      }
    }
    if (c === null) {
      c = 65533;
      bytesPerSequence = 1;
    } else if (c > 65535) {
      c -= 65536;
      str += String.fromCharCode(c >>> 10 & 1023 | 55296);
      c = 56320 | c & 1023;
    }
    str += String.fromCharCode(c);
    i += bytesPerSequence;
  }
  return str;
}
__name(readUtf8, "readUtf8");
function writeUtf8(buf, str, pos) {
  for (let i = 0, c, lead; i < str.length; i++) {
    c = str.charCodeAt(i);
    if (c > 55295 && c < 57344) {
      if (lead) {
        if (c < 56320) {
          buf[pos++] = 239;
          buf[pos++] = 191;
          buf[pos++] = 189;
          lead = c;
          continue;
        } else {
          c = lead - 55296 << 10 | c - 56320 | 65536;
          lead = null;
        }
      } else {
        if (c > 56319 || i + 1 === str.length) {
          buf[pos++] = 239;
          buf[pos++] = 191;
          buf[pos++] = 189;
        } else {
          lead = c;
        }
        continue;
      }
    } else if (lead) {
      buf[pos++] = 239;
      buf[pos++] = 191;
      buf[pos++] = 189;
      lead = null;
    }
    if (c < 128) {
      buf[pos++] = c;
    } else {
      if (c < 2048) {
        buf[pos++] = c >> 6 | 192;
      } else {
        if (c < 65536) {
          buf[pos++] = c >> 12 | 224;
        } else {
          buf[pos++] = c >> 18 | 240;
          buf[pos++] = c >> 12 & 63 | 128;
        }
        buf[pos++] = c >> 6 & 63 | 128;
      }
      buf[pos++] = c & 63 | 128;
    }
  }
  return pos;
}
__name(writeUtf8, "writeUtf8");

// ts/formats/onnx/proto.ts
var MOST_FIELDS = 2e5;
var Message = class _Message {
  static {
    __name(this, "Message");
  }
  #fields = /* @__PURE__ */ new Map();
  /** @throws FormatError */
  constructor(bytes, file) {
    try {
      const reader = new PbfReader(bytes);
      for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
        const value = readValue(reader);
        if (reader.pos > bytes.length || --file.left < 0) throw new RangeError("a field is longer than its message");
        const values = this.#fields.get(field);
        if (values) values.push(value);
        else this.#fields.set(field, [value]);
      }
    } catch (error) {
      throw file.damaged(error);
    }
  }
  all(field) {
    return this.#fields.get(field) ?? [];
  }
  /** The last one counts. */
  number(field) {
    const value = this.all(field).at(-1);
    return typeof value === "number" ? value : void 0;
  }
  bytes(field) {
    const value = this.all(field).at(-1);
    return typeof value === "number" ? void 0 : value;
  }
  text(field) {
    const bytes = this.bytes(field);
    return bytes && new TextDecoder2().decode(bytes);
  }
  texts(field) {
    return this.all(field).map((value) => typeof value === "number" ? "" : new TextDecoder2().decode(value));
  }
  messages(field, file) {
    return this.all(field).map((value) => {
      if (typeof value === "number") throw file.damaged();
      return new _Message(value, file);
    });
  }
  /** Whole numbers, whether they are packed or not. */
  wholes(field) {
    return this.all(field).flatMap((value) => typeof value === "number" ? [value] : unpackWholes(value));
  }
};
function readValue(reader) {
  switch (reader.type) {
    case 0:
      return reader.readVarint(true);
    case 1:
      return reader.readDouble();
    case 2:
      return reader.readBytes();
    case 5:
      return reader.readFloat();
    default:
      throw new RangeError("an unknown type of field");
  }
}
__name(readValue, "readValue");
function unpackWholes(bytes) {
  const reader = new PbfReader(bytes);
  const numbers2 = [];
  while (reader.pos < bytes.length) numbers2.push(reader.readVarint(true));
  return numbers2;
}
__name(unpackWholes, "unpackWholes");
function unpackFloats(values) {
  return values.flatMap((value) => {
    if (typeof value === "number") return [value];
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
    return Array.from({ length: Math.floor(value.length / 4) }, (_, i) => view.getFloat32(i * 4, true));
  });
}
__name(unpackFloats, "unpackFloats");
var ProtoFile = class {
  static {
    __name(this, "ProtoFile");
  }
  left = MOST_FIELDS;
  #source;
  constructor(source) {
    this.#source = source;
  }
  damaged(cause) {
    if (cause instanceof FormatError) return cause;
    return new FormatError(this.#source, "an ONNX model", "bytes that are none, or a damaged one", { cause });
  }
};
function readProto(bytes, source) {
  const file = new ProtoFile(source);
  try {
    const model = new Message(bytes, file);
    const [graph] = model.messages(7, file);
    if (!graph) throw new FormatError(source, "an ONNX model, with a graph in it", "one without, or other bytes");
    const opsets = model.messages(8, file).map((set) => [set.text(1) ?? "", set.number(2) ?? 1]);
    const metadata = model.messages(14, file).map((entry) => [entry.text(1) ?? "", entry.text(2) ?? ""]);
    return { graph: readGraph(graph, file), opsets: new Map(opsets), metadata: new Map(metadata) };
  } catch (error) {
    throw file.damaged(error);
  }
}
__name(readProto, "readProto");
function readGraph(graph, file) {
  const initializers = graph.messages(5, file).map((tensor) => [tensor.text(8) ?? "", readTensor(tensor, file)]);
  return {
    name: graph.text(2) ?? "",
    nodes: graph.messages(1, file).map((node) => readNode(node, file)),
    initializers: new Map(initializers),
    inputs: graph.messages(11, file).map((input) => readInput(input, file)),
    outputs: graph.messages(12, file).map((output) => output.text(1) ?? "")
  };
}
__name(readGraph, "readGraph");
function readNode(node, file) {
  const attributes = node.messages(5, file).map((attribute) => {
    const [tensor] = attribute.messages(5, file);
    return [
      attribute.text(1) ?? "",
      {
        number: attribute.number(2),
        whole: attribute.number(3),
        text: attribute.text(4),
        tensor: tensor && readTensor(tensor, file),
        numbers: unpackFloats(attribute.all(7)),
        wholes: attribute.wholes(8)
      }
    ];
  });
  return {
    op: node.text(4) ?? "",
    domain: node.text(7) ?? "",
    name: node.text(3) ?? "",
    inputs: node.texts(1),
    outputs: node.texts(2),
    attributes: new Map(attributes)
  };
}
__name(readNode, "readNode");
var typedFields = /* @__PURE__ */ new Map([
  [1, 4],
  [11, 10],
  [7, 7]
]);
function readTensor(tensor, file) {
  const type = tensor.number(2) ?? 0;
  const entries = tensor.messages(13, file).map((entry) => [entry.text(1) ?? "", entry.text(2) ?? ""]);
  return {
    dims: tensor.wholes(1),
    type,
    raw: tensor.bytes(9),
    typed: tensor.all(typedFields.get(type) ?? 5),
    external: tensor.number(14) === 1 ? new Map(entries) : void 0
  };
}
__name(readTensor, "readTensor");
function readInput(input, file) {
  const [type] = input.messages(2, file);
  const [tensor] = type?.messages(1, file) ?? [];
  const [shape] = tensor?.messages(2, file) ?? [];
  const dims = shape?.messages(1, file) ?? [];
  return { name: input.text(1) ?? "", shape: dims.map((dim) => dim.number(1)) };
}
__name(readInput, "readInput");

// ts/formats/onnx/erf.ts
function erf(x) {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  return size < 2.5 ? series(x) : Math.sign(x) * (1 - complement(size));
}
__name(erf, "erf");
function series(x) {
  let [term, sum] = [x, x];
  for (let n = 1; n < 80; n++) {
    term *= 2 * x * x / (2 * n + 1);
    sum += term;
  }
  return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
}
__name(series, "series");
function complement(x) {
  let fraction = x;
  for (let n = 60; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
__name(complement, "complement");

// ts/formats/onnx/evaluate.ts
var MOST_NUMBERS = 2 ** 21;
var elementwise = /* @__PURE__ */ new Map([
  ["Add", (a, b) => a + b],
  ["Sub", (a, b) => a - b],
  ["Mul", (a, b) => a * b],
  ["Div", (a, b) => a / b],
  ["Mod", (a, b) => a - b * Math.floor(a / b)],
  ["Pow", (a, b) => a ** b],
  ["Min", (...values) => Math.min(...values)],
  ["Max", (...values) => Math.max(...values)],
  ["Sum", (...values) => values.reduce((sum, value) => sum + value, 0)],
  ["Neg", (x) => -x],
  ["Abs", (x) => Math.abs(x)],
  ["Sign", (x) => Math.sign(x)],
  ["Sqrt", (x) => Math.sqrt(x)],
  ["Reciprocal", (x) => 1 / x],
  ["Exp", (x) => Math.exp(x)],
  ["Log", (x) => Math.log(x)],
  ["Erf", (x) => erf(x)],
  ["Tanh", (x) => Math.tanh(x)],
  ["Sigmoid", (x) => 1 / (1 + Math.exp(-x))],
  ["Softplus", (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))],
  ["Softsign", (x) => x / (1 + Math.abs(x))],
  ["Relu", (x) => Math.max(x, 0)],
  ["Identity", (x) => x],
  ["Dropout", (x) => x],
  ["Greater", (a, b) => Number(a > b)],
  ["GreaterOrEqual", (a, b) => Number(a >= b)],
  ["Less", (a, b) => Number(a < b)],
  ["LessOrEqual", (a, b) => Number(a <= b)],
  ["Equal", (a, b) => Number(a === b)],
  ["Not", (x) => Number(!x)],
  ["And", (a, b) => Number(a && b)],
  ["Or", (a, b) => Number(a || b)],
  ["Where", (condition, a, b) => condition ? a : b],
  ["PRelu", (x, slope) => x < 0 ? x * slope : x]
]);
var withAttributes = /* @__PURE__ */ new Map([
  ["Elu", (node) => (x) => x < 0 ? number(node, "alpha", 1) * Math.expm1(x) : x],
  ["LeakyRelu", (node) => (x) => x < 0 ? number(node, "alpha", 0.01) * x : x],
  [
    "Selu",
    (node) => (x) => number(node, "gamma", SELU_GAMMA) * (x < 0 ? number(node, "alpha", SELU_ALPHA) * Math.expm1(x) : x)
  ],
  [
    "HardSigmoid",
    (node) => (x) => Math.min(Math.max(number(node, "alpha", 0.2) * x + number(node, "beta", 0.5), 0), 1)
  ],
  [
    "Clip",
    (node) => (x, least = number(node, "min", -Infinity), most = number(node, "max", Infinity)) => Math.min(Math.max(x, least), most)
  ],
  ["Cast", castTo]
]);
var SELU_ALPHA = 1.6732632423543772;
var SELU_GAMMA = 1.0507009873554805;
function castTo(node) {
  const type = node.attributes.get("to")?.whole ?? 1;
  if (type === 1 || type === 10 || type === 11) return (x) => x;
  return type === 9 ? (x) => Number(x !== 0) : (x) => Math.trunc(x);
}
__name(castTo, "castTo");
function number(node, name, initial) {
  return node.attributes.get(name)?.number ?? initial;
}
__name(number, "number");
function whole(node, name, initial) {
  return node.attributes.get(name)?.whole ?? initial;
}
__name(whole, "whole");
function isArithmetic({ op, domain }) {
  return isOwn(domain) && (elementwise.has(op) || withAttributes.has(op) || op in reductions);
}
__name(isArithmetic, "isArithmetic");
function isOwn(domain) {
  return domain === "" || domain === "ai.onnx";
}
__name(isOwn, "isOwn");
var reductions = Object.assign(/* @__PURE__ */ Object.create(null), {
  ReduceMean: /* @__PURE__ */ __name((values) => values.reduce((sum, value) => sum + value, 0) / values.length, "ReduceMean"),
  ReduceSum: /* @__PURE__ */ __name((values) => values.reduce((sum, value) => sum + value, 0), "ReduceSum"),
  ReduceMax: /* @__PURE__ */ __name((values) => values.reduce((most, value) => Math.max(most, value), -Infinity), "ReduceMax")
});
var isReduction = /* @__PURE__ */ __name(({ op }) => op in reductions, "isReduction");
function evaluate(node, inputs) {
  const scalar = elementwise.get(node.op) ?? withAttributes.get(node.op)?.(node);
  if (scalar) return mapValues(node, scalar, inputs);
  const [x, axes] = inputs;
  const reduce = reductions[node.op];
  if (reduce === void 0 || x === void 0) return void 0;
  const along = node.attributes.get("axes")?.wholes ?? Array.from(axes?.data ?? []);
  const keeps = whole(node, "keepdims", 1) === 1;
  const [axis] = along;
  if (along.length !== 1 || !keeps || axis !== -1 && axis !== x.dims.length - 1) {
    throw new ArgumentError(`node ${node.op} '${node.name}'`, "a sum over the last axis, which stays", "another");
  }
  const length = x.dims.at(-1) ?? 1;
  const rows = sizeOf(x.dims) / length;
  const data = Float64Array.from(
    { length: rows },
    (_, row) => reduce(Float64Array.from(x.data.subarray(row * length, (row + 1) * length)))
  );
  return { dims: [...x.dims.slice(0, -1), 1], data };
}
__name(evaluate, "evaluate");
function mapValues(node, scalar, inputs) {
  const rank = Math.max(0, ...inputs.map((values) => values?.dims.length ?? 0));
  const dims = Array.from(
    { length: rank },
    (_, axis) => inputs.reduce((most, values) => {
      const length = values?.dims[axis - rank + (values?.dims.length ?? 0)] ?? 1;
      if (length !== 1 && most !== 1 && length !== most) {
        throw new ArgumentError(`node ${node.op} '${node.name}'`, `axes of ${most}`, `${length}`);
      }
      return most === 1 ? length : most;
    }, 1)
  );
  if (sizeOf(dims) > MOST_NUMBERS) {
    throw new ArgumentError(`node ${node.op} '${node.name}'`, `at most ${MOST_NUMBERS} numbers`, `${sizeOf(dims)}`);
  }
  const data = new Float64Array(sizeOf(dims));
  const strides = inputs.map((values) => stridesOf(values?.dims ?? [], rank));
  const place = new Array(rank).fill(0);
  for (let i = 0; i < data.length; i++) {
    const values = inputs.map((input, k) => {
      if (!input) return void 0;
      const at = place.reduce((sum, index, axis) => sum + index * strides[k]?.[axis], 0);
      return input.data[at];
    });
    data[i] = scalar(...values);
    for (let axis = rank - 1; axis >= 0; axis--) {
      place[axis] = place[axis] + 1;
      if (place[axis] < dims[axis]) break;
      place[axis] = 0;
    }
  }
  return { dims, data };
}
__name(mapValues, "mapValues");
function stridesOf(dims, rank) {
  const strides = new Array(rank).fill(0);
  let step = 1;
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    const length = dims[axis];
    strides[rank - dims.length + axis] = length === 1 ? 0 : step;
    step *= length;
  }
  return strides;
}
__name(stridesOf, "stridesOf");

// ts/formats/onnx/tensors.ts
var types = /* @__PURE__ */ new Map([
  [1, [4, (view, at) => view.getFloat32(at, true)]],
  [2, [1, (view, at) => view.getUint8(at)]],
  [3, [1, (view, at) => view.getInt8(at)]],
  [6, [4, (view, at) => view.getInt32(at, true)]],
  [7, [8, (view, at) => Number(view.getBigInt64(at, true))]],
  [9, [1, (view, at) => view.getUint8(at)]],
  [11, [8, (view, at) => view.getFloat64(at, true)]]
]);
var FLOAT = 1;
var DOUBLE = 11;
function valuesOf(name, tensor, external, swap = false) {
  const argument = `tensor '${name}'`;
  const { dims, type } = tensor;
  const known = types.get(type);
  if (!known) throw new ArgumentError(argument, "numbers of 32 or 64 bits", `ONNX's type ${type}`);
  if (!dims.every((length) => Number.isSafeInteger(length) && length >= 0)) {
    throw new ArgumentError(argument, "axes of at least 0", formatShape(dims));
  }
  const [bytes, read2] = known;
  const count = sizeOf(dims);
  const raw = tensor.external ? externalBytes(argument, tensor.external, external) : tensor.raw;
  const there = raw ? raw.length / bytes : typedCount(tensor);
  if (there !== count) {
    throw new ArgumentError(argument, `${count} numbers, as its shape ${formatShape(dims)} asks`, `${there}`);
  }
  const data = type === FLOAT ? new Float32Array(count) : new Float64Array(count);
  if (raw) {
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    const [rows = 1, columns = 1] = dims;
    for (let i = 0; i < count; i++) {
      const at = swap ? i % columns * rows + Math.floor(i / columns) : i;
      data[at] = read2(view, i * bytes);
    }
    return { dims: swap ? [columns, rows] : dims, data };
  }
  fillTyped(data, tensor);
  return swap ? swapped({ dims, data }) : { dims, data };
}
__name(valuesOf, "valuesOf");
function swapped({ dims, data }) {
  const [rows = 1, columns = 1] = dims;
  const result = data.slice();
  for (let i = 0; i < data.length; i++) result[i % columns * rows + Math.floor(i / columns)] = data[i];
  return { dims: [columns, rows], data: result };
}
__name(swapped, "swapped");
var isFloating = /* @__PURE__ */ __name((type) => type === FLOAT || type === DOUBLE, "isFloating");
function typedCount({ typed, type }) {
  return typed.reduce((sum, value) => {
    if (typeof value === "number") return sum + 1;
    if (isFloating(type)) return sum + value.length / (type === FLOAT ? 4 : 8);
    return sum + value.reduce((count, byte) => count + Number(byte < 128), 0);
  }, 0);
}
__name(typedCount, "typedCount");
function fillTyped(data, { typed, type }) {
  let at = 0;
  for (const value of typed) {
    if (typeof value === "number") data[at++] = value;
    else if (isFloating(type)) {
      const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
      const bytes = type === FLOAT ? 4 : 8;
      for (let i = 0; i < value.length; i += bytes) {
        data[at++] = type === FLOAT ? view.getFloat32(i, true) : view.getFloat64(i, true);
      }
    } else for (const whole2 of unpackWholes(value)) data[at++] = whole2;
  }
}
__name(fillTyped, "fillTyped");
function externalBytes(argument, entries, external) {
  const file = external.get(entries.get("location") ?? "") ?? new Uint8Array(0);
  const offset = Number(entries.get("offset") ?? 0);
  const length = Number(entries.get("length") ?? file.length - offset);
  if (![offset, length].every((value) => Number.isSafeInteger(value) && value >= 0) || offset + length > file.length) {
    throw new ArgumentError(argument, `a place in the ${file.length} bytes of its file`, `${length} at ${offset}`);
  }
  return file.subarray(offset, offset + length);
}
__name(externalBytes, "externalBytes");

// ts/formats/onnx/graph.ts
var DEEPEST = 64;
var MOST_WORK = 2 ** 25;
var Graph = class {
  static {
    __name(this, "Graph");
  }
  outputs;
  /** Rows of a graph that takes always as many. */
  rows;
  /** Axes of rows of the values that were come by, NaN in front for the number of rows. */
  shapes = /* @__PURE__ */ new Map();
  #graph;
  #external;
  #makers = /* @__PURE__ */ new Map();
  #takers = /* @__PURE__ */ new Map();
  #constant = /* @__PURE__ */ new Map();
  #work = MOST_WORK;
  /** @throws ArgumentError for a value that is made twice */
  constructor(graph, external, rows) {
    this.rows = rows;
    this.#graph = graph;
    this.#external = external;
    this.outputs = new Set(graph.outputs);
    for (const node of graph.nodes) {
      for (const output of node.outputs) {
        if (output !== "" && this.#makers.has(output)) {
          throw new ArgumentError("graph", "each value made by one node", `'${output}' by two`);
        }
        this.#makers.set(output, node);
      }
      if (node.op === "Shape") continue;
      for (const input of new Set(node.inputs)) {
        const takers = this.#takers.get(input);
        if (takers) takers.push(node);
        else this.#takers.set(input, [node]);
      }
    }
  }
  /** The nodes that take a value. */
  takers(name) {
    return this.#takers.get(name) ?? [];
  }
  /** Whether a value is the same for all rows. */
  isConstant(name, depth = 0) {
    if (name === "" || depth > DEEPEST) return name === "";
    const known = this.#constant.get(name);
    if (known !== void 0) return known;
    const node = this.#makers.get(name);
    const found = this.#graph.initializers.has(name) || node !== void 0 && (node.op === "Constant" || node.op === "Shape" && this.shapes.has(node.inputs[0] ?? "") || node.inputs.length > 0 && node.inputs.every((input) => this.isConstant(input, depth + 1)));
    if (found) this.#constant.set(name, true);
    return found;
  }
  /** A constant's numbers; undefined for what depends on the rows. @throws ArgumentError */
  constant(name, depth = 0) {
    if (name === void 0 || name === "" || !this.isConstant(name)) return void 0;
    const tensor = this.#graph.initializers.get(name);
    if (tensor) return valuesOf(name, tensor, this.#external);
    const node = this.#makers.get(name);
    if (depth > DEEPEST) throw new ArgumentError(`value '${name}'`, `one made by at most ${DEEPEST} nodes`, "by more");
    const values = node.op === "Constant" ? this.#literal(name, node) : this.#fold(node, depth);
    if (values) return values;
    throw new ArgumentError(`node ${node.op} '${node.name}'`, "constants made by arithmetic", `'${name}' made by it`);
  }
  /** A constant matrix, or that with its axes swapped; undefined for anything else. @throws ArgumentError */
  matrix(name, swap) {
    const tensor = this.#graph.initializers.get(name ?? "");
    if (tensor) return tensor.dims.length === 2 ? valuesOf(name, tensor, this.#external, swap) : void 0;
    const values = this.constant(name);
    if (values?.dims.length !== 2) return void 0;
    return swap ? swapped(values) : values;
  }
  /** Says that so many numbers are computed. @throws ArgumentError when it has been too many */
  spend(count) {
    this.#work -= count;
    if (this.#work < 0)
      throw new ArgumentError("graph", "layers that are told by their nodes", "arithmetic without end");
  }
  #literal(name, { attributes }) {
    const tensor = attributes.get("value")?.tensor;
    if (tensor) return valuesOf(name, tensor, this.#external);
    const single = attributes.get("value_float")?.number ?? attributes.get("value_int")?.whole;
    if (single !== void 0) return { dims: [], data: Float64Array.of(single) };
    const list = attributes.get("value_floats")?.numbers ?? attributes.get("value_ints")?.wholes;
    if (list) return { dims: [list.length], data: Float64Array.from(list) };
    throw new ArgumentError(`value '${name}'`, "numbers", "texts or others");
  }
  #fold(node, depth) {
    if (!isOwn(node.domain)) return void 0;
    if (node.op === "Shape") {
      const shape = this.shapes.get(node.inputs[0] ?? "");
      if (shape) return { dims: [shape.length], data: Float64Array.from(shape) };
    }
    const inputs = node.inputs.map((input) => this.constant(input, depth + 1));
    const [x] = inputs;
    const count = inputs.reduce((most, values) => Math.max(most, values?.data.length ?? 0), 0);
    this.spend(count);
    if (x === void 0) return void 0;
    return rearrange(node, x, inputs.slice(1)) ?? evaluate(node, inputs);
  }
};
function rearrange(node, x, others) {
  const list = /* @__PURE__ */ __name((name, input) => node.attributes.get(name)?.wholes ?? Array.from(others[input]?.data ?? []), "list");
  switch (node.op) {
    case "Identity":
      return x;
    case "Transpose":
      return transpose(node, x);
    case "Reshape":
      return { ...x, dims: reshaped(node, x.data.length, x.dims, Array.from(others[0]?.data ?? [])) };
    case "Flatten":
    case "Squeeze":
    case "Unsqueeze":
      return {
        ...x,
        dims: [...node.op === "Unsqueeze" && x.dims.length === 0 ? [1] : x.dims.filter((n) => n !== 1)]
      };
    case "Concat":
      return { dims: [], data: Float64Array.from([x, ...others].flatMap((values) => Array.from(values?.data ?? []))) };
    case "Gather": {
      const places = Array.from(others[0]?.data ?? []);
      return { dims: others[0]?.dims ?? [], data: Float64Array.from(places, (at) => x.data.at(at) ?? Number.NaN) };
    }
    case "Slice": {
      const [start = 0, end = x.data.length] = [list("starts", 0)[0], list("ends", 1)[0]];
      const data = Float64Array.from(x.data.slice(start, Math.min(end, x.data.length)));
      return { dims: [data.length], data };
    }
    default:
      return void 0;
  }
}
__name(rearrange, "rearrange");
function transpose(node, values) {
  const axes = node.attributes.get("perm")?.wholes ?? [];
  if (values.dims.length === 2 && (axes.length === 0 || axes.join() === "1,0")) return swapped(values);
  throw new ArgumentError(`node Transpose '${node.name}'`, "a matrix", `${values.dims.length} axes`);
}
__name(transpose, "transpose");
function reshaped(node, count, before, target) {
  const keeps = whole(node, "allowzero", 0) === 0;
  const kept = target.map((length, axis) => length === 0 && keeps ? before[axis] ?? 0 : length);
  const rest = count / sizeOf(kept.filter((length) => length !== -1));
  const dims = kept.map((length) => length === -1 ? rest : length);
  if (dims.every((length) => Number.isInteger(length) && length >= 0) && sizeOf(dims) === count) return dims;
  throw new ArgumentError(`node Reshape '${node.name}'`, `a shape of ${count} numbers`, `[${target.join(", ")}]`);
}
__name(reshaped, "reshaped");

// ts/formats/onnx/step.ts
function vector(numbers2) {
  return { data: Float32Array.from(numbers2), shape: [numbers2.length] };
}
__name(vector, "vector");

// ts/formats/onnx/nodes.ts
function described({ op, name }) {
  return name === "" ? `node ${op}` : `node ${op} '${name}'`;
}
__name(described, "described");
function readNode2(at) {
  const { op, domain } = at.node;
  if (domain === "ai.onnx.ml") return op === "Scaler" ? scaler(at) : void 0;
  const reader = isOwn(domain) ? readers.get(op) : void 0;
  if (!reader || at.node.inputs[0] !== at.value) return void 0;
  return reader(at);
}
__name(readNode2, "readNode");
var to = /* @__PURE__ */ __name(({ outputs }) => outputs[0] ?? "", "to");
function activation(read2) {
  return (at) => {
    const found = read2(at);
    return found && { layer: layers.activation(found), to: to(at.node) };
  };
}
__name(activation, "activation");
var near = /* @__PURE__ */ __name((a, b) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)), "near");
function isLastAxis({ node, opset, shape }) {
  const axis = whole(node, "axis", opset >= 13 ? -1 : 1);
  return shape.length === 1 && (axis === -1 || axis === 1);
}
__name(isLastAxis, "isLastAxis");
var readers = /* @__PURE__ */ new Map([
  ["Gemm", gemm],
  ["MatMul", matMul],
  ["BatchNormalization", batchNormalization],
  ["LayerNormalization", layerNormalization],
  ["Relu", activation(() => activations.relu())],
  ["Sigmoid", activation(() => activations.sigmoid())],
  ["Tanh", activation(() => activations.tanh())],
  ["Softplus", activation(() => activations.softplus())],
  ["Softsign", activation(() => activations.softsign())],
  ["Mish", activation(() => activations.mish())],
  ["Exp", activation(() => activations.exponential())],
  ["Elu", activation(({ node }) => activations.elu(number(node, "alpha", 1)))],
  ["LeakyRelu", activation(({ node }) => activations.leakyRelu(number(node, "alpha", 0.01)))],
  [
    "Gelu",
    activation(({ node }) => activations.gelu({ approximate: node.attributes.get("approximate")?.text === "tanh" }))
  ],
  [
    "Selu",
    activation(({ node }) => {
      const usual = near(number(node, "alpha", SELU_ALPHA), SELU_ALPHA) && near(number(node, "gamma", SELU_GAMMA), SELU_GAMMA);
      return usual ? activations.selu() : void 0;
    })
  ],
  ["Softmax", activation((at) => isLastAxis(at) ? activations.softmax() : void 0)],
  ["LogSoftmax", activation((at) => isLastAxis(at) ? activations.logSoftmax() : void 0)],
  ["PRelu", prelu],
  ["Dropout", dropout],
  ["Identity", ({ node }) => ({ to: to(node) })],
  ["Cast", cast],
  ["Flatten", ({ node, shape }) => whole(node, "axis", 1) === 1 ? reshape(node, shape, [sizeOf(shape)]) : void 0],
  ["Reshape", readReshape],
  ["Unsqueeze", unsqueeze],
  [
    "Squeeze",
    ({ node, shape }) => reshape(node, shape, shape.length > 1 ? shape.filter((length) => length > 1) : shape)
  ]
]);
function scaler({ node, shape: [features = 0] }) {
  const list = /* @__PURE__ */ __name((name, initial) => {
    const numbers2 = node.attributes.get(name)?.numbers ?? [];
    const [one = initial] = numbers2;
    if (numbers2.length > 1 && numbers2.length !== features) {
      throw new ArgumentError(`${described(node)}: ${name}`, `${features} numbers`, `${numbers2.length}`);
    }
    return numbers2.length > 1 ? numbers2 : new Array(features).fill(one);
  }, "list");
  const variances = list("scale", 1).map((scale) => 1 / scale ** 2);
  return { layer: layers.normalization(), weights: [vector(list("offset", 0)), vector(variances)], to: to(node) };
}
__name(scaler, "scaler");
function gemm({ graph, node, shape }) {
  if (whole(node, "transA", 0) !== 0) return void 0;
  const bias = graph.constant(node.inputs[2]);
  if ((node.inputs[2] ?? "") !== "" && !bias) return void 0;
  const beta = number(node, "beta", 1);
  const scaled2 = bias?.data.map((value) => value * beta);
  return dense(graph, node, shape, {
    isTransposed: whole(node, "transB", 0) === 1,
    alpha: number(node, "alpha", 1),
    bias: scaled2
  });
}
__name(gemm, "gemm");
function matMul({ graph, node, shape }) {
  return dense(graph, node, shape, { isTransposed: false, alpha: 1, bias: void 0 });
}
__name(matMul, "matMul");
function dense(graph, node, shape, product) {
  const matrix = graph.matrix(node.inputs[1], product.isTransposed);
  if (!matrix) return void 0;
  const [inputs, units] = matrix.dims;
  if (shape.length !== 1 || shape[0] !== inputs) {
    throw new ArgumentError(described(node), `rows of ${inputs} numbers`, formatShape(shape));
  }
  const kernel = matrix.data instanceof Float32Array ? matrix.data : Float32Array.from(matrix.data);
  if (product.alpha !== 1) for (let i = 0; i < kernel.length; i++) kernel[i] = kernel[i] * product.alpha;
  const added = product.bias ? { bias: product.bias, to: to(node) } : biasOf(graph, to(node), units);
  const bias = added?.bias;
  if (bias && bias.length !== units && bias.length !== 1) {
    throw new ArgumentError(described(node), `a bias of ${units} numbers`, `${bias.length}`);
  }
  const all = bias && (bias.length === units ? bias : new Float32Array(units).fill(bias[0]));
  return {
    layer: layers.dense(units, { useBias: bias !== void 0 }),
    weights: [{ data: kernel, shape: [inputs, units] }, ...all ? [vector(all)] : []],
    to: added?.to ?? to(node)
  };
}
__name(dense, "dense");
function biasOf(graph, product, units) {
  const [add, ...others] = graph.takers(product);
  if (add?.op !== "Add" || !isOwn(add.domain) || others.length > 0 || graph.outputs.has(product)) return void 0;
  const values = graph.constant(add.inputs.find((input) => input !== product));
  const isVector = values && values.data.length === units && (values.dims.at(-1) ?? 1) === units;
  return isVector ? { bias: values.data, to: to(add) } : void 0;
}
__name(biasOf, "biasOf");
function vectors({ graph, node, shape }, names) {
  const found = names.map((_, i) => graph.constant(node.inputs[i + 1]));
  if (found.some((values) => !values)) return void 0;
  return found.map((values, i) => {
    const count = values?.data.length;
    if (shape.length === 1 && count === shape[0]) return vector(values?.data ?? []);
    throw new ArgumentError(`${described(node)}: ${names[i]}`, `${formatShape(shape)} numbers`, `${count}`);
  });
}
__name(vectors, "vectors");
function batchNormalization(at) {
  const { node } = at;
  const weights = vectors(at, ["scale", "B", "mean", "var"]);
  if (!weights || whole(node, "training_mode", 0) !== 0) return void 0;
  const momentum = number(node, "momentum", 0.9);
  const layer = layers.batchNormalization({ epsilon: number(node, "epsilon", 1e-5), momentum });
  return { layer, weights, to: to(node) };
}
__name(batchNormalization, "batchNormalization");
function layerNormalization(at) {
  const { node, shape } = at;
  const center = (node.inputs[2] ?? "") !== "";
  const weights = vectors(at, center ? ["scale", "B"] : ["scale"]);
  const axis = whole(node, "axis", -1);
  if (!weights || axis !== -1 && axis !== shape.length) return void 0;
  const layer = layers.layerNormalization({ epsilon: number(node, "epsilon", 1e-5), center });
  return { layer, weights, to: to(node) };
}
__name(layerNormalization, "layerNormalization");
function prelu({ graph, node, shape: [features = 0, ...others] }) {
  const slope = graph.constant(node.inputs[1])?.data;
  if (!slope || others.length > 0 || slope.length !== 1 && slope.length !== features) return void 0;
  const alpha = slope.length === features ? slope : new Float32Array(features).fill(slope[0]);
  return { layer: layers.prelu(), weights: [vector(alpha)], to: to(node) };
}
__name(prelu, "prelu");
function dropout({ graph, node }) {
  const rate = node.attributes.get("ratio")?.number ?? graph.constant(node.inputs[1])?.data[0] ?? 0.5;
  return { layer: layers.dropout(rate), to: to(node) };
}
__name(dropout, "dropout");
function cast({ node }) {
  return [1, 10, 11, 16].includes(whole(node, "to", 1)) ? { to: to(node) } : void 0;
}
__name(cast, "cast");
function reshape(node, shape, target) {
  if (formatShape(shape) === formatShape(target)) return { to: to(node) };
  return { layer: target.length === 1 ? layers.flatten() : layers.reshape(target), to: to(node) };
}
__name(reshape, "reshape");
function unsqueeze({ graph, node, shape }) {
  const axes = node.attributes.get("axes")?.wholes ?? Array.from(graph.constant(node.inputs[1])?.data ?? []);
  const rank = shape.length + 1 + axes.length;
  const places = axes.map((axis) => axis < 0 ? axis + rank : axis);
  if (places.some((axis) => axis < 1 || axis >= rank)) return void 0;
  const rest = [...shape];
  return reshape(
    node,
    shape,
    Array.from({ length: rank - 1 }, (_, i) => places.includes(i + 1) ? 1 : rest.shift() ?? 1)
  );
}
__name(unsqueeze, "unsqueeze");
function readReshape({ graph, node, shape }) {
  const target = graph.constant(node.inputs[1]);
  if (!target || target.data.length < 2) return void 0;
  const [rows = 0, ...axes] = target.data;
  const known = Array.from(axes, (length, i) => length === 0 ? shape[i] ?? 0 : length);
  const isRows = Number.isNaN(rows) || rows === -1 || rows === 0 || rows === graph.rows;
  const rest = sizeOf(shape) / sizeOf(known.filter((length) => length !== -1));
  const given = known.map((length) => length === -1 ? rest : length);
  const fits = isRows && sizeOf(given) === sizeOf(shape) && given.every((length) => Number.isInteger(length));
  return fits ? reshape(node, shape, given) : void 0;
}
__name(readReshape, "readReshape");

// ts/formats/onnx/identify.ts
function identify(tried) {
  const { x, y, reduces } = tried;
  if (formatShape(x.dims) !== formatShape(y.dims)) return void 0;
  if (reduces) return ofRows(tried);
  return affine(tried) ?? activation2(tried) ?? prelu2(tried);
}
__name(identify, "identify");
function alike(a, b, tolerance = 1e-6) {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
}
__name(alike, "alike");
function affine({ x, y, shape, isUniform, nodes: nodes2 }) {
  const count = sizeOf(x.dims.slice(1));
  const offset = Array.from(y.data.subarray(0, count));
  const scale = Array.from(y.data.subarray(count, 2 * count), (value, i) => value - offset[i]);
  const holds = y.data.every((value, i) => {
    const k = i % count;
    return alike(value, x.data[i] * scale[k] + offset[k], 1e-9);
  });
  if (!holds || scale.some((value) => value === 0 || !Number.isFinite(Math.fround(value)))) return void 0;
  const [first = 0] = scale;
  const [start = 0] = offset;
  if (isUniform || scale.every((value) => value === first) && offset.every((value) => value === start)) {
    return first === 1 && start === 0 ? {} : { layer: layers.rescaling(first, { offset: start }) };
  }
  if (shape.length !== 1) return void 0;
  if (nodes2[0]?.op === "Sub" && scale.every((value) => value > 0)) {
    const mean = offset.map((value, i) => -value / scale[i]);
    return { layer: layers.normalization(), weights: [vector(mean), vector(scale.map((value) => 1 / value ** 2))] };
  }
  return scaled(scale, offset);
}
__name(affine, "affine");
function scaled(scale, offset) {
  const epsilon = 2 ** -10;
  const ones = scale.map(() => 1 - epsilon);
  const weights = [scale, offset, scale.map(() => 0), ones].map(vector);
  return { layer: layers.batchNormalization({ epsilon }), weights };
}
__name(scaled, "scaled");
var sigmoid = /* @__PURE__ */ __name((x) => 1 / (1 + Math.exp(-x)), "sigmoid");
var softplus = /* @__PURE__ */ __name((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), "softplus");
var clip = /* @__PURE__ */ __name((x, least, most) => Math.min(Math.max(x, least), most), "clip");
var functions = [
  [activations.relu(), (x) => Math.max(x, 0)],
  [activations.relu6(), (x) => clip(x, 0, 6)],
  [activations.sigmoid(), sigmoid],
  [activations.hardSigmoid(), (x) => clip(x / 6 + 0.5, 0, 1)],
  [activations.tanh(), Math.tanh],
  [activations.silu(), (x) => x * sigmoid(x)],
  [activations.mish(), (x) => x * Math.tanh(softplus(x))],
  [activations.softplus(), softplus],
  [activations.softsign(), (x) => x / (1 + Math.abs(x))],
  [activations.gelu(), (x) => x / 2 * (1 + erf(x * Math.SQRT1_2))],
  [
    activations.gelu({ approximate: true }),
    (x) => x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))
  ],
  [activations.selu(), (x) => SELU_GAMMA * (x < 0 ? SELU_ALPHA * Math.expm1(x) : x)],
  [activations.exponential(), Math.exp]
];
function activation2({ x, y }) {
  const is = /* @__PURE__ */ __name((f) => y.data.every((value, i) => alike(value, f(x.data[i]))), "is");
  const known = functions.find(([, f]) => is(f));
  if (known) return { layer: layers.activation(known[0]) };
  const atMinusOne = y.data[2 * sizeOf(x.dims.slice(1))] ?? 0;
  const slope = Math.fround(-atMinusOne);
  if (slope >= 0 && is((value) => value < 0 ? slope * value : value)) {
    return { layer: layers.activation(activations.leakyRelu(slope)) };
  }
  const alpha = Math.fround(atMinusOne / Math.expm1(-1));
  return is((value) => value < 0 ? alpha * Math.expm1(value) : value) ? { layer: layers.activation(activations.elu(alpha)) } : void 0;
}
__name(activation2, "activation");
function prelu2({ x, y, shape: [features = 0, ...others] }) {
  if (others.length > 0 || x.dims[1] !== features) return void 0;
  const alpha = Array.from(y.data.subarray(2 * features, 3 * features), (value) => -value);
  const holds = y.data.every((value, i) => {
    const given = x.data[i];
    return alike(value, given < 0 ? given * alpha[i % features] : given);
  });
  return holds ? { layer: layers.prelu(), weights: [vector(alpha)] } : void 0;
}
__name(prelu2, "prelu");
function ofRows(tried) {
  if (tried.shape.length !== 1) return void 0;
  return softmaxes(tried) ?? layerNormalization2(tried);
}
__name(ofRows, "ofRows");
function byRow({ x, shape: [features = 0] }, f) {
  const rows = Array.from(
    { length: x.dims[0] ?? 0 },
    (_, i) => Array.from(f(x.data.subarray(i * features, (i + 1) * features)))
  );
  return Float64Array.from(rows.flat());
}
__name(byRow, "byRow");
function softmaxes(tried) {
  const logs = byRow(tried, (row) => {
    const total = Math.log(row.reduce((sum, value) => sum + Math.exp(value), 0));
    return row.map((value) => value - total);
  });
  const is = /* @__PURE__ */ __name((f) => tried.y.data.every((value, i) => alike(value, f(logs[i]))), "is");
  if (is((log) => log)) return { layer: layers.activation("logSoftmax") };
  return is(Math.exp) ? { layer: layers.activation("softmax") } : void 0;
}
__name(softmaxes, "softmaxes");
function layerNormalization2(tried) {
  const {
    y,
    nodes: nodes2,
    constants,
    shape: [features = 0]
  } = tried;
  const single = nodes2.flatMap(({ inputs }) => inputs.map((input) => constants.get(input)));
  const epsilons = new Set(single.flatMap((values) => values?.data.length === 1 ? [...values.data] : []));
  for (const epsilon of epsilons) {
    if (!(epsilon > 0 && epsilon < 1)) continue;
    const normal = byRow(tried, (row) => {
      const mean = row.reduce((sum, value) => sum + value, 0) / features;
      const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / features;
      return row.map((value) => (value - mean) / Math.sqrt(variance + epsilon));
    });
    const at = /* @__PURE__ */ __name((data, row, k) => data[row * features + k], "at");
    const gamma = Array.from({ length: features }, (_, k) => {
      const run = at(normal, 0, k) - at(normal, 1, k);
      return (at(y.data, 0, k) - at(y.data, 1, k)) / run;
    });
    const beta = gamma.map((value, k) => at(y.data, 0, k) - value * at(normal, 0, k));
    const holds = y.data.every((value, i) => {
      const k = i % features;
      return alike(value, gamma[k] * normal[i] + beta[k]);
    });
    if (!holds) continue;
    return { layer: layers.layerNormalization({ epsilon }), weights: [vector(gamma), vector(beta)] };
  }
  return void 0;
}
__name(layerNormalization2, "layerNormalization");

// ts/formats/onnx/try-rows.ts
var numbers = [
  0,
  1,
  -1,
  0.5,
  -0.5,
  0.1,
  -0.1,
  2,
  -2,
  3,
  -3,
  1.5,
  -1.5,
  2.5,
  -2.5,
  2.9,
  -2.9,
  3.1,
  -3.1,
  4,
  -4,
  5.5,
  -5.5,
  6.5,
  -6.5,
  8,
  -8,
  12,
  -12,
  20.5,
  -20.5
];
var ROWS = 8;
function rowsToTry(shape, asWhole) {
  const count = sizeOf(shape);
  const rows = asWhole ? ROWS : numbers.length;
  const data = new Float64Array(rows * count);
  let state = 1;
  for (let i = 0; i < data.length; i++) {
    state = Math.imul(state, 1664525) + 1013904223 >>> 0;
    data[i] = asWhole ? state / 2 ** 32 * 6 - 3 : numbers[Math.floor(i / count)];
  }
  return { dims: [rows, ...shape], data };
}
__name(rowsToTry, "rowsToTry");

// ts/formats/onnx/stretch.ts
var MOST_NODES = 64;
function readStretch(graph, value, shape) {
  const { nodes: nodes2, ends } = stretchFrom(graph, value);
  const first = nodes2.findIndex(isReduction);
  const isPlain = /* @__PURE__ */ __name((end) => first < 0 || end.nodes <= first, "isPlain");
  const asWhole = ends.filter((end) => !isPlain(end));
  const each = ends.filter(isPlain);
  return tryRows(graph, value, shape, nodes2, asWhole) ?? tryRows(graph, value, shape, first < 0 ? nodes2 : nodes2.slice(0, first), each);
}
__name(readStretch, "readStretch");
function tryRows(graph, value, shape, nodes2, ends) {
  if (ends.length === 0) return void 0;
  const constants = constantsOf(graph, nodes2);
  const reduces = nodes2.some(isReduction);
  const isUniform = !reduces && [...constants.values()].every(({ data }) => data.length === 1);
  const x = rowsToTry(isUniform ? shape.map(() => 1) : shape, reduces);
  const made = new Map([...constants, [value, x]]);
  for (const node of nodes2) {
    graph.spend(x.data.length);
    const inputs = node.inputs.map((input) => made.get(input));
    const result = evaluate(node, inputs);
    if (result && result.data.length <= x.data.length) made.set(node.outputs[0] ?? "", result);
  }
  for (const end of [...ends].reverse()) {
    const y = made.get(end.value);
    const own = nodes2.slice(0, end.nodes);
    const found = y && identify({ x, y, shape, isUniform, nodes: own, constants, reduces });
    if (found) return { ...found, to: end.value };
  }
  return void 0;
}
__name(tryRows, "tryRows");
function constantsOf(graph, nodes2) {
  const constants = /* @__PURE__ */ new Map();
  for (const input of nodes2.flatMap(({ inputs }) => inputs)) {
    const values = constants.has(input) ? void 0 : graph.constant(input);
    if (values) constants.set(input, values);
  }
  return constants;
}
__name(constantsOf, "constantsOf");
function stretchFrom(graph, value) {
  const nodes2 = [];
  const inside = /* @__PURE__ */ new Set();
  const known = /* @__PURE__ */ new Set([value]);
  const ends = [];
  const isReady = /* @__PURE__ */ __name((node) => !inside.has(node) && isArithmetic(node) && node.inputs.every((input) => known.has(input) || graph.isConstant(input)), "isReady");
  for (; ; ) {
    const next = [...known].flatMap((name) => graph.takers(name)).find(isReady);
    if (!next || nodes2.length === MOST_NODES) return { nodes: nodes2, ends };
    nodes2.push(next);
    inside.add(next);
    const made = next.outputs[0] ?? "";
    known.add(made);
    const isOpen = /* @__PURE__ */ __name((name) => name === made || graph.outputs.has(name) || graph.takers(name).some((taker) => !inside.has(taker)), "isOpen");
    const open = [...known].filter(isOpen);
    if (open.length === 1) ends.push({ value: made, nodes: nodes2.length });
    if (graph.outputs.has(made)) return { nodes: nodes2, ends };
  }
}
__name(stretchFrom, "stretchFrom");

// ts/formats/onnx/read.ts
var MOST_STEPS = 1e4;
function modelOf({ graph: given, opsets }, external) {
  const inputs = given.inputs.filter(({ name }) => !given.initializers.has(name));
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    const received = quoted(inputs.map(({ name }) => name));
    throw new ArgumentError("graph.input", "one input, of rows", received);
  }
  const shape = rowShape(input);
  const graph = new Graph(given, external, input.shape[0]);
  const opset = opsets.get("") ?? opsets.get("ai.onnx");
  if (opset === void 0) throw new ArgumentError("opset_import", "a version of ONNX's operators", "none");
  const steps = walk(graph, input.name, shape, opset);
  const list = steps.flatMap(({ layer }) => layer ? [layer] : []);
  if (list.length === 0) throw new ArgumentError("graph", "at least one layer", "none");
  const weights = steps.flatMap((step) => step.weights ?? []);
  for (const [i, { data }] of weights.entries()) checkFinite(`weights[${i}]`, data);
  return {
    name: given.name.replaceAll("/", "_") || "sequential",
    seed: 0,
    layers: [layers.input({ shape }), ...list],
    compile: void 0,
    weights
  };
}
__name(modelOf, "modelOf");
function rowShape({ name, shape }) {
  const axes = shape.slice(1);
  if (axes.length > 0 && axes.every((length) => length !== void 0)) return checkShape("graph.input", axes);
  const received = `[${shape.map((length) => length ?? "any").join(", ")}]`;
  throw new ArgumentError(`input '${name}'`, "rows whose axes are all fixed", received);
}
__name(rowShape, "rowShape");
function walk(graph, input, inputShape, opset) {
  const steps = [];
  let value = input;
  let shape = inputShape;
  while (!isEnd(graph, value)) {
    if (steps.length === MOST_STEPS) throw new ArgumentError("graph", `at most ${MOST_STEPS} steps`, "more");
    graph.shapes.set(value, [Number.NaN, ...shape]);
    const takers = graph.takers(value);
    const [node] = takers;
    if (!node)
      throw new ArgumentError("graph.output", "a chain from input to output", `'${value}', which nobody takes`);
    const alone = takers.length === 1 ? readNode2({ graph, node, value, shape, opset }) : void 0;
    const step = alone ?? readStretch(graph, value, shape);
    if (!step) throw unknown(node, takers);
    if (step.layer) shape = shapeAfter(step.layer, shape);
    const before = steps.at(-1);
    const joined = before && joinedTo(before, step);
    if (joined) steps.pop();
    steps.push(joined ?? step);
    value = step.to;
  }
  return steps;
}
__name(walk, "walk");
function joinedTo(before, { layer, to: to2 }) {
  const dense2 = before.layer;
  if (dense2?.type !== "dense" || dense2.activation.type !== "linear" || layer?.type !== "activation") return void 0;
  const { units, useBias } = dense2;
  return { ...before, layer: layers.dense(units, { useBias, activation: layer.activation }), to: to2 };
}
__name(joinedTo, "joinedTo");
function shapeAfter(layer, shape) {
  return stack([layers.input({ shape }), layer]).layers.at(-1)?.outputShape ?? shape;
}
__name(shapeAfter, "shapeAfter");
function unknown(node, takers) {
  const expected = "nodes that are layers in a chain: dense ones, normalizations, activations, reshaping, rescaling";
  const others = takers.length > 1 ? `, with ${quoted([...new Set(takers.slice(1).map(({ op }) => op))])} beside it` : "";
  return new ArgumentError(described(node), expected, `'${node.op}'${node.domain && ` of ${node.domain}`}${others}`);
}
__name(unknown, "unknown");
var naming = ["ArgMax", "ZipMap", "ArrayFeatureExtractor"];
var besides = ["Sub", "Concat", "Cast", "Reshape", "Identity"];
function isEnd(graph, value) {
  if (graph.outputs.has(value)) return true;
  const after = /* @__PURE__ */ new Set();
  const values = [value];
  for (let next = values.pop(); next !== void 0; next = values.pop()) {
    for (const node of graph.takers(next)) {
      if (after.has(node)) continue;
      if (![...naming, ...besides].includes(node.op)) return false;
      after.add(node);
      values.push(...node.outputs);
    }
  }
  return [...after].some(({ op }) => naming.includes(op));
}
__name(isEnd, "isEnd");

// ts/formats/onnx/write-layer.ts
var Chain = class {
  static {
    __name(this, "Chain");
  }
  operators = [];
  constants = [];
  #name;
  value;
  constructor(name, value) {
    this.#name = name;
    this.value = value;
  }
  /** A constant of the layer. */
  constant(name, data, dims = [data.length]) {
    const constant = { name: `${this.#name}/${name}`, dims, data };
    this.constants.push(constant);
    return constant.name;
  }
  number(name, value) {
    return this.constant(name, Float32Array.of(value), []);
  }
  /** A node; by default of the value that the one before gave. */
  put(op, inputs = [this.value], attributes = {}) {
    const output = `${this.#name}/${op}_${this.operators.length}`;
    this.operators.push({ op, inputs, output, attributes });
    this.value = output;
    return output;
  }
};
function layerOf({ spec, inputShape, outputShape }, value, weights) {
  const chain = new Chain(spec.name, value);
  putLayer(chain, spec, weights, { inputShape, outputShape });
  return chain;
}
__name(layerOf, "layerOf");
function putLayer(chain, spec, weights, { inputShape, outputShape }) {
  const [features = 0] = inputShape;
  const named = /* @__PURE__ */ __name((name, initial) => chain.constant(name, weights.get(name) ?? new Float32Array(features).fill(initial)), "named");
  switch (spec.type) {
    case "dense":
      putDense(chain, weights, [features, spec.units]);
      putActivation(chain, spec.activation);
      return;
    case "activation":
      putActivation(chain, spec.activation);
      return;
    case "leakyReLU":
      putActivation(chain, { type: "leakyRelu", negativeSlope: spec.negativeSlope });
      return;
    case "elu":
      putActivation(chain, { type: "elu", alpha: spec.alpha });
      return;
    case "softmax":
      putActivation(chain, { type: "softmax" });
      return;
    case "prelu":
      chain.put("PRelu", [chain.value, named("alpha", 0)]);
      return;
    case "batchNormalization": {
      const inputs = [named("gamma", 1), named("beta", 0), named("moving_mean", 0), named("moving_variance", 1)];
      chain.put("BatchNormalization", [chain.value, ...inputs], { epsilon: spec.epsilon, momentum: spec.momentum });
      return;
    }
    case "layerNormalization": {
      const inputs = [chain.value, named("gamma", 1), ...spec.center ? [named("beta", 0)] : []];
      chain.put("LayerNormalization", inputs, { axis: -1n, epsilon: spec.epsilon });
      return;
    }
    case "normalization": {
      const deviation = weights.get("variance")?.map((variance) => Math.max(Math.sqrt(variance), 1e-7));
      chain.put("Sub", [chain.value, named("mean", 0)]);
      chain.put("Div", [chain.value, chain.constant("deviation", deviation ?? new Float32Array(features).fill(1))]);
      return;
    }
    case "rescaling":
      chain.put("Mul", [chain.value, chain.number("scale", spec.scale)]);
      chain.put("Add", [chain.value, chain.number("offset", spec.offset)]);
      return;
    case "flatten":
      chain.put("Flatten", [chain.value], { axis: 1n });
      return;
    case "reshape": {
      const shape = BigInt64Array.from([0, ...outputShape].map(BigInt));
      chain.put("Reshape", [chain.value, chain.constant("shape", shape)]);
      return;
    }
    default:
      return;
  }
}
__name(putLayer, "putLayer");
function putDense(chain, weights, dims) {
  const kernel = chain.constant("kernel", weights.get("kernel") ?? new Float32Array(), dims);
  const bias = weights.get("bias");
  if (bias) chain.put("Gemm", [chain.value, kernel, chain.constant("bias", bias)]);
  else chain.put("MatMul", [chain.value, kernel]);
}
__name(putDense, "putDense");
var nodes = {
  sigmoid: "Sigmoid",
  tanh: "Tanh",
  relu: "Relu",
  selu: "Selu",
  softplus: "Softplus",
  softsign: "Softsign",
  exponential: "Exp"
};
function putActivation(chain, spec) {
  const x = chain.value;
  switch (spec.type) {
    case "linear":
      return;
    case "softmax":
    case "logSoftmax":
      chain.put(spec.type === "softmax" ? "Softmax" : "LogSoftmax", [x], { axis: -1n });
      return;
    case "leakyRelu":
      chain.put("LeakyRelu", [x], { alpha: spec.negativeSlope });
      return;
    case "elu":
      chain.put("Elu", [x], { alpha: spec.alpha });
      return;
    case "hardSigmoid":
      chain.put("HardSigmoid", [x], { alpha: 1 / 6, beta: 0.5 });
      return;
    case "relu6":
      chain.put("Clip", [x, chain.number("least", 0), chain.number("most", 6)]);
      return;
    case "silu":
      chain.put("Mul", [x, chain.put("Sigmoid")]);
      return;
    case "mish":
      chain.put("Softplus");
      chain.put("Mul", [x, chain.put("Tanh")]);
      return;
    case "gelu":
      if (spec.approximate) putApproximateGelu(chain);
      else putGelu(chain);
      return;
    default:
      chain.put(nodes[spec.type]);
  }
}
__name(putActivation, "putActivation");
function putGelu(chain) {
  const x = chain.value;
  chain.put("Mul", [x, chain.number("inverse_sqrt_2", Math.SQRT1_2)]);
  chain.put("Erf");
  putHalf(chain, x);
}
__name(putGelu, "putGelu");
function putApproximateGelu(chain) {
  const x = chain.value;
  chain.put("Mul", [x, x]);
  chain.put("Mul", [chain.value, x]);
  chain.put("Mul", [chain.value, chain.number("cubic", 0.044715)]);
  chain.put("Add", [chain.value, x]);
  chain.put("Mul", [chain.value, chain.number("sqrt_2_pi", Math.sqrt(2 / Math.PI))]);
  chain.put("Tanh");
  putHalf(chain, x);
}
__name(putApproximateGelu, "putApproximateGelu");
function putHalf(chain, x) {
  chain.put("Add", [chain.value, chain.number("one", 1)]);
  chain.put("Mul", [chain.value, x]);
  chain.put("Mul", [chain.value, chain.number("half", 0.5)]);
}
__name(putHalf, "putHalf");

// ts/formats/onnx/write.ts
var OPSET = 17;
var IR_VERSION = 8;
var FLOAT2 = 1;
var INT64 = 7;
var INPUT = "input";
var OUTPUT = "output";
var ROWS2 = "rows";
function writeModel({ spec, variables, weights }) {
  const { layers: placed, inputShape } = stack([
    layers.input({ shape: spec.inputShape }),
    ...spec.layers.map((layer) => layerRoom.read("layer", layer))
  ]);
  const operators = [];
  const constants = [];
  let value = INPUT;
  for (const layer of placed) {
    const own = variables.flatMap(
      (variable, i) => variable.layer === layer.spec.name ? [[variable.name, weights[i]?.data ?? new Float32Array()]] : []
    );
    const made = layerOf(layer, value, new Map(own));
    operators.push(...made.operators);
    constants.push(...made.constants);
    value = made.operators.at(-1)?.output ?? value;
  }
  const last = operators.pop() ?? { op: "Identity", inputs: [INPUT], output: OUTPUT };
  operators.push({ ...last, output: OUTPUT });
  const writer = new PbfWriter();
  writer.writeVarintField(1, IR_VERSION);
  writer.writeStringField(2, "inkgrad");
  writer.writeStringField(3, version);
  writer.writeMessage(7, writeGraph, {
    name: spec.name,
    operators,
    constants,
    inputShape,
    outputShape: placed.at(-1)?.outputShape ?? inputShape
  });
  writer.writeMessage(8, (_, set) => set.writeVarintField(2, OPSET), void 0);
  writer.writeMessage(14, writeEntry, ["inkgrad", JSON.stringify(spec)]);
  return writer.finish().slice();
}
__name(writeModel, "writeModel");
function writeGraph(content, writer) {
  for (const operator of content.operators) writer.writeMessage(1, writeOperator, operator);
  writer.writeStringField(2, content.name);
  for (const constant of content.constants) writer.writeMessage(5, writeConstant, constant);
  writer.writeMessage(11, writeValue, { name: INPUT, shape: content.inputShape });
  writer.writeMessage(12, writeValue, { name: OUTPUT, shape: content.outputShape });
}
__name(writeGraph, "writeGraph");
function writeOperator({ op, inputs, output, attributes = {} }, writer) {
  for (const input of inputs) writer.writeStringField(1, input);
  writer.writeStringField(2, output);
  writer.writeStringField(3, output);
  writer.writeStringField(4, op);
  for (const attribute of Object.entries(attributes)) writer.writeMessage(5, writeAttribute, attribute);
}
__name(writeOperator, "writeOperator");
function writeAttribute([name, value], writer) {
  const isWhole = typeof value === "bigint";
  writer.writeStringField(1, name);
  if (isWhole) writer.writeVarintField(3, Number(value));
  else writer.writeFloatField(2, value);
  writer.writeVarintField(20, isWhole ? 2 : 1);
}
__name(writeAttribute, "writeAttribute");
function writeConstant({ name, dims, data }, writer) {
  writer.writePackedVarint(1, [...dims]);
  writer.writeVarintField(2, data instanceof Float32Array ? FLOAT2 : INT64);
  writer.writeStringField(8, name);
  writer.writeBytesField(9, littleEndian(data));
}
__name(writeConstant, "writeConstant");
function littleEndian(data) {
  const bytes = new Uint8Array(data.byteLength);
  const view = new DataView(bytes.buffer);
  data.forEach((value, i) => {
    if (typeof value === "bigint") view.setBigInt64(i * 8, value, true);
    else view.setFloat32(i * 4, value, true);
  });
  return bytes;
}
__name(littleEndian, "littleEndian");
function writeValue({ name, shape }, writer) {
  writer.writeStringField(1, name);
  writer.writeMessage(
    2,
    (_, type) => {
      type.writeMessage(
        1,
        (_2, tensor) => {
          tensor.writeVarintField(1, FLOAT2);
          tensor.writeMessage(
            2,
            (_3, axes) => {
              axes.writeMessage(1, (_4, axis) => axis.writeStringField(2, ROWS2), void 0);
              for (const length of shape)
                axes.writeMessage(1, (_4, axis) => axis.writeVarintField(1, length), void 0);
            },
            void 0
          );
        },
        void 0
      );
    },
    void 0
  );
}
__name(writeValue, "writeValue");
function writeEntry([key, value], writer) {
  writer.writeStringField(1, key ?? "");
  writer.writeStringField(2, value ?? "");
}
__name(writeEntry, "writeEntry");

// ts/formats/onnx.ts
async function read(file) {
  refuseLayers(file);
  const model = readProto(file.bytes, file.source);
  const external = await externalOf(model, file);
  return inFile(file.source, () => modelOf(model, external));
}
__name(read, "read");
async function externalOf({ graph }, { source, beside }) {
  const names = [...graph.initializers.values()].flatMap(({ external }) => external?.get("location") ?? []);
  const files = /* @__PURE__ */ new Map();
  for (const name of new Set(names)) {
    if (!beside) {
      const expected = "a model whose numbers are in it: load it by its path, or export it with external_data=False";
      throw new FormatError(source, expected, `one with numbers in '${name}' beside it`);
    }
    files.set(name, await beside(name));
  }
  return files;
}
__name(externalOf, "externalOf");
async function write(model) {
  return [{ name: "", bytes: writeModel(model) }];
}
__name(write, "write");
export {
  read,
  write
};
//# sourceMappingURL=onnx-HIBTV4XX.js.map