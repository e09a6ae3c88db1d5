/** Colours to grey. */

/** Greys lighter than this are light, of 255. */
const light = 200;

/**
 * Luminance (ITU-R BT.601), laid on white paper where it is transparent; on black if all that shows is light.
 * @param data bytes of RGBA pixels
 */
export function rgbaToGrey(data: Uint8Array | Uint8ClampedArray, pixels: number): Uint8Array {
  const grey = new Uint8Array(pixels);
  let opaque = 255;
  for (let i = 0, from = 0; i < pixels; i++, from += 4) {
    grey[i] = luminance(data[from] as number, data[from + 1] as number, data[from + 2] as number);
    opaque &= data[from + 3] as number;
  }
  if (opaque !== 255) layOnPaper(grey, (i) => data[4 * i + 3] as number);
  return grey;
}

/** Of bytes; a grey one is its own. */
export function luminance(red: number, green: number, blue: number): number {
  return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
}

/** @param alphaOf from 0, where nothing of a pixel shows, to 255 */
export function layOnPaper(grey: Uint8Array, alphaOf: (pixel: number) => number): void {
  let [onlyLight, opaque] = [true, true];
  for (let i = 0; i < grey.length; i++) {
    const shows = alphaOf(i) >= 128;
    if (!shows) opaque = false;
    else if ((grey[i] as number) <= light) onlyLight = false;
  }
  const paper = onlyLight && !opaque ? 0 : 255;
  for (let i = 0; i < grey.length; i++) {
    const alpha = alphaOf(i);
    grey[i] = Math.round(((grey[i] as number) * alpha + paper * (255 - alpha)) / 255);
  }
}
