import {
  layOnPaper,
  luminance
} from "./chunk-W6C2DTAD.js";
import {
  PictureFault,
  checkSize
} from "./chunk-XINKDGYN.js";
import {
  Buffer
} from "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/pictures/png.ts
import { inflateSync } from "node:zlib";

// ts/pictures/png/chunks.ts
var signatureLength = 8;
var colourTypes = {
  0: ["grey", [1, 2, 4, 8, 16]],
  2: ["rgb", [8, 16]],
  3: ["palette", [1, 2, 4, 8]],
  4: ["grey-alpha", [8, 16]],
  6: ["rgba", [8, 16]]
};
function readChunks(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header;
  let palette;
  let transparency;
  const idat = [];
  for (let at = signatureLength; ; ) {
    if (at + 12 > bytes.length) throw new PictureFault("it is cut short");
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw new PictureFault("it is cut short");
    const data = bytes.subarray(at + 8, end);
    if (["IHDR", "PLTE", "tRNS", "IEND"].includes(type) && crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) {
      throw new PictureFault(`its ${type} has another checksum than it says`);
    }
    if (type === "IHDR" === (header !== void 0)) {
      throw new PictureFault(header ? "it has two headers" : "it does not begin with its header");
    }
    if (type === "IHDR") header = readHeader(data);
    else if (type === "PLTE") palette = data;
    else if (type === "tRNS") transparency = data;
    else if (type === "IDAT") idat.push(data);
    else if (type === "IEND") return { ...header, palette, transparency, idat };
    else if (/^[A-Z]/.test(type)) throw new PictureFault(`it has a chunk of the unknown kind ${JSON.stringify(type)}`);
    at = end + 4;
  }
}
__name(readChunks, "readChunks");
function readHeader(data) {
  if (data.length !== 13) throw new PictureFault(`its header has ${data.length} bytes`);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, type, compression, filter, interlace] = data.subarray(8);
  checkSize(width, height);
  const [colours, depths] = colourTypes[type] ?? [];
  if (!colours || !depths?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) {
    throw new PictureFault(`its header says ${[depth, type, compression, filter, interlace].join(", ")}`);
  }
  return { width, height, depth, colours, interlaced: interlace === 1 };
}
__name(readHeader, "readHeader");
var crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 3988292384 ^ crc >>> 1 : crc >>> 1;
  return crc;
});
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255] ^ crc >>> 8;
  return ~crc >>> 0;
}
__name(crc32, "crc32");

// ts/pictures/png/scanlines.ts
var adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2]
];
function passesOf(width, height, interlaced) {
  return (interlaced ? adam7 : [[0, 0, 1, 1]]).map(([left, top, stepX, stepY]) => {
    const [columns, rows] = [Math.ceil((width - left) / stepX), Math.ceil((height - top) / stepY)];
    return { left, top, stepX, stepY, columns, rows };
  }).filter(({ columns, rows }) => columns > 0 && rows > 0);
}
__name(passesOf, "passesOf");
function rowBytes(columns, bitsPerPixel) {
  return Math.ceil(columns * bitsPerPixel / 8);
}
__name(rowBytes, "rowBytes");
function unfilter(data, start, length, above, distance) {
  const filter = data[start - 1];
  const end = start + length;
  if (filter === 0) return;
  if (filter > 4) throw new PictureFault(`a row has the filter ${filter}`);
  if (filter === 1 || filter === 4 && above < 0) {
    for (let i = start + distance; i < end; i++) data[i] = data[i] + data[i - distance];
    return;
  }
  if (above < 0) {
    if (filter === 3) {
      for (let i = start + distance; i < end; i++)
        data[i] = data[i] + (data[i - distance] >> 1);
    }
    return;
  }
  const up = above - start;
  const second = Math.min(start + distance, end);
  if (filter === 2) {
    for (let i = start; i < end; i++) data[i] = data[i] + data[i + up];
  } else if (filter === 3) {
    for (let i = start; i < second; i++) data[i] = data[i] + (data[i + up] >> 1);
    for (let i = second; i < end; i++) {
      data[i] = data[i] + (data[i - distance] + data[i + up] >> 1);
    }
  } else {
    for (let i = start; i < second; i++) data[i] = data[i] + data[i + up];
    for (let i = second; i < end; i++) {
      const a = data[i - distance];
      const b = data[i + up];
      const c = data[i + up - distance];
      const fromA = Math.abs(b - c);
      const fromB = Math.abs(a - c);
      const fromC = Math.abs(a + b - 2 * c);
      data[i] = data[i] + (fromA <= fromB && fromA <= fromC ? a : fromB <= fromC ? b : c);
    }
  }
}
__name(unfilter, "unfilter");

// ts/pictures/png.ts
var samplesOfPixel = { grey: 1, palette: 1, "grey-alpha": 2, rgb: 3, rgba: 4 };
var mostBytes = 101e6;
function decodePng(bytes) {
  const png = readChunks(bytes);
  const { width, height, depth, interlaced } = png;
  const bits = depth * samplesOfPixel[png.colours];
  const passes = passesOf(width, height, interlaced);
  const size = passes.reduce((sum, { columns, rows }) => sum + rows * (1 + rowBytes(columns, bits)), 0);
  if (size > mostBytes) throw new PictureFault(`it unpacks to ${size} bytes; at most ${mostBytes} are read`);
  const data = inflate(png.idat, size);
  const grey = new Uint8Array(width * height);
  const alpha = hasAlpha(png) ? new Uint8Array(width * height) : void 0;
  const readRow = rowReader(png);
  let start = 1;
  for (const { left, top, stepX, stepY, columns, rows } of passes) {
    const length = rowBytes(columns, bits);
    for (let row = 0; row < rows; row++) {
      unfilter(data, start, length, row === 0 ? -1 : start - length - 1, Math.max(bits >> 3, 1));
      readRow(data, start, columns, grey, alpha, (top + row * stepY) * width + left, stepX);
      start += length + 1;
    }
  }
  if (alpha) layOnPaper(grey, (i) => alpha[i]);
  return { width, height, data: grey };
}
__name(decodePng, "decodePng");
function inflate(idat, size) {
  let data;
  try {
    data = inflateSync(Buffer.concat(idat), { maxOutputLength: size, chunkSize: Math.max(size + 1, 64) });
  } catch (error) {
    const tooMany = error.code === "ERR_BUFFER_TOO_LARGE";
    throw tooMany ? new PictureFault("it holds more than its pixels", { cause: error }) : error;
  }
  if (data.length !== size) throw new PictureFault("it has too few pixels");
  return data;
}
__name(inflate, "inflate");
function hasAlpha({ colours, transparency }) {
  return colours === "rgba" || colours === "grey-alpha" || transparency !== void 0;
}
__name(hasAlpha, "hasAlpha");
function rowReader(png) {
  const { colours, depth } = png;
  const most = 2 ** depth - 1;
  const sample = sampleReader(depth);
  const toByte = depth === 8 ? (value) => value : (value) => value * 255 / most + 0.5 | 0;
  if (colours === "palette") return paletteReader(png, sample);
  const samples = samplesOfPixel[colours];
  const coloured = samples >= 3;
  const withAlpha = colours === "rgba" || colours === "grey-alpha";
  const key = withAlpha ? void 0 : transparentSamples(png, samples);
  return (data, start, columns, grey, alpha, at, step) => {
    for (let x = 0, to = at; x < columns; x++, to += step) {
      const first = x * samples;
      const red = sample(data, start, first);
      const green = coloured ? sample(data, start, first + 1) : red;
      const blue = coloured ? sample(data, start, first + 2) : red;
      grey[to] = coloured ? luminance(toByte(red), toByte(green), toByte(blue)) : toByte(red);
      if (!alpha) continue;
      if (withAlpha) alpha[to] = toByte(sample(data, start, first + samples - 1));
      else alpha[to] = key?.[0] === red && (!coloured || key[1] === green && key[2] === blue) ? 0 : 255;
    }
  };
}
__name(rowReader, "rowReader");
function sampleReader(depth) {
  if (depth === 8) return (data, start, index) => data[start + index];
  if (depth === 16) {
    return (data, start, index) => data[start + 2 * index] << 8 | data[start + 2 * index + 1];
  }
  const mask = 2 ** depth - 1;
  return (data, start, index) => {
    const bit = index * depth;
    return data[start + (bit >> 3)] >> 8 - depth - (bit & 7) & mask;
  };
}
__name(sampleReader, "sampleReader");
function paletteReader({ palette, transparency }, sample) {
  if (!palette || palette.length % 3 !== 0) throw new PictureFault("its palette is missing or cut short");
  const entries = Uint8Array.from({ length: palette.length / 3 }, (_, i) => {
    return luminance(palette[3 * i], palette[3 * i + 1], palette[3 * i + 2]);
  });
  return (data, start, columns, grey, alpha, at, step) => {
    for (let x = 0, to = at; x < columns; x++, to += step) {
      const entry = sample(data, start, x);
      if (entry >= entries.length) throw new PictureFault(`it has no colour ${entry}`);
      grey[to] = entries[entry];
      if (alpha) alpha[to] = transparency?.[entry] ?? 255;
    }
  };
}
__name(paletteReader, "paletteReader");
function transparentSamples({ transparency }, samples) {
  if (!transparency) return void 0;
  if (transparency.length !== 2 * samples) throw new PictureFault("its transparent colour is cut short");
  const view = new DataView(transparency.buffer, transparency.byteOffset, transparency.byteLength);
  return Array.from({ length: samples }, (_, i) => view.getUint16(2 * i));
}
__name(transparentSamples, "transparentSamples");
export {
  decodePng
};
//# sourceMappingURL=png-P7OFR43M.js.map