import jpeg from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { decodePicture } from '../../ts/pictures/node.ts';
import { orient } from '../../ts/pictures/orientation.ts';

/** What a camera stores of the picture 12 / 34 / 56, by the Exif standard's "row 0 is ..., column 0 is ...". */
// biome-ignore format: a picture a line
const stored: readonly (readonly [orientation: number, rows: readonly (readonly number[])[]])[] = [
  [1, [[1, 2], [3, 4], [5, 6]]], // top, left
  [2, [[2, 1], [4, 3], [6, 5]]], // top, right
  [3, [[6, 5], [4, 3], [2, 1]]], // bottom, right
  [4, [[5, 6], [3, 4], [1, 2]]], // bottom, left
  [5, [[1, 3, 5], [2, 4, 6]]], // left, top
  [6, [[2, 4, 6], [1, 3, 5]]], // right, top
  [7, [[6, 4, 2], [5, 3, 1]]], // right, bottom
  [8, [[5, 3, 1], [6, 4, 2]]], // left, bottom
];

describe('pictures stand upright', () => {
  test.each(stored)('from orientation %i', (orientation, rows) => {
    const [first = []] = rows;
    const image = { width: first.length, height: rows.length, data: Uint8Array.from(rows.flat()) };
    expect(orient(image, orientation)).toEqual({ width: 2, height: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  });

  test.each(['little', 'big'])('from a photo whose Exif is %s-endian', async (order) => {
    const [width, height] = [32, 16];
    // Dark on its left half as it is stored; the camera was turned, so that is the upper half.
    const data = Uint8Array.from({ length: width * height * 4 }, (_, i) => {
      return i % 4 === 3 || (i >> 2) % width >= width / 2 ? 255 : 0;
    });
    const plain = jpeg.encode({ width, height, data }, 95).data;
    const tiff = new DataView(new ArrayBuffer(26));
    const little = order === 'little';
    tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
    tiff.setUint16(2, 42, little);
    tiff.setUint32(4, 8, little); // where the directory is
    tiff.setUint16(8, 1, little); // its entries
    tiff.setUint16(10, 0x0112, little); // orientation
    tiff.setUint16(12, 3, little); // a short
    tiff.setUint32(14, 1, little); // one of them
    tiff.setUint16(18, 6, little);
    const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff.buffer)]);
    const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    const photo = Buffer.concat([plain.subarray(0, 2), app1, plain.subarray(2)]);
    const upright = await decodePicture(photo, 'photo.jpg');
    expect([upright.width, upright.height]).toEqual([height, width]);
    const [top, bottom] = [upright.data[5 * height + 8], upright.data[27 * height + 8]];
    expect(top).toBeLessThan(30);
    expect(bottom).toBeGreaterThan(225);
    expect(await decodePicture(plain, 'plain.jpg')).toMatchObject({ width, height });
  });
});
