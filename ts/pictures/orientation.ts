/** Which side of a photo is up, as cameras note it in Exif instead of turning the pixels. */

import type { Picture } from './picture.ts';

/**
 * The tag 0x0112 of Exif's first directory, 1 to 8; 1 where there is none.
 * @param tiff what follows `Exif\0\0`
 */
export function orientationOf(tiff: DataView): number {
  try {
    const little = tiff.getUint16(0) === 0x4949;
    const directory = tiff.getUint32(4, little);
    for (let entry = 0; entry < tiff.getUint16(directory, little); entry++) {
      const place = directory + 2 + 12 * entry;
      if (tiff.getUint16(place, little) !== 0x0112) continue;
      const value = tiff.getUint16(place + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // of a directory that is cut short
  }
  return 1;
}

/** The image as it is to be seen. From 5 on rows and columns change places; the rest is mirrored. */
export function orient({ width, height, data }: Picture, orientation: number): Picture {
  if (orientation === 1) return { width, height, data };
  const swapped = orientation >= 5;
  const [columns, rows] = swapped ? [height, width] : [width, height];
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const [across, down] = swapped ? [y, x] : [x, y];
      const sourceX = fromRight ? width - 1 - across : across;
      const sourceY = fromBottom ? height - 1 - down : down;
      turned[y * columns + x] = data[sourceY * width + sourceX] as number;
    }
  }
  return { width: columns, height: rows, data: turned };
}
