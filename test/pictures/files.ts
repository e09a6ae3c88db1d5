/** Pictures made chunk by chunk, to be wrong in ways that no program writes. */

import { deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';

const table = Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

export function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  out.writeUInt32BE(data.length, 0);
  const crc = out.subarray(4, -4).reduce((sum, byte) => (table[(sum ^ byte) & 255] as number) ^ (sum >>> 8), ~0);
  out.writeUInt32BE(~crc >>> 0, out.length - 4);
  return out;
}

export function header(width: number, height: number, depth = 8, type = 0, interlace = 0): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, type, 0, 0, interlace], 8);
  return chunk('IHDR', data);
}

/** The signature, the chunks, the end. */
export function png(...chunks: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

export const pixels = (bytes: number) => chunk('IDAT', deflateSync(Buffer.alloc(bytes), { level: 9 }));

/** A small photo whose header says another size, and whose scan comes `scans` times. */
export function photo(width: number, height: number, scans = 1): Buffer {
  const side = 16;
  const file = Buffer.from(
    jpeg.encode({ width: side, height: side, data: Buffer.alloc(side * side * 4, 200) }, 80).data,
  );
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  const scan = file.indexOf(Buffer.from([0xff, 0xda]));
  const body = file.subarray(scan, -2);
  return Buffer.concat([file.subarray(0, scan), ...new Array<Buffer>(scans).fill(body), file.subarray(-2)]);
}
