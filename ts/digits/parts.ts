/** Connected parts of ink. */

/** A rectangle of pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels of ink that touch, at corners too. */
export interface Part extends Box {
  /** Where its pixels are: `y * width + x` of the picture. */
  readonly pixels: Int32Array;
}

/** Which pixels are ink. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  /** 1 where there is ink. */
  readonly data: Uint8Array;
}

export function findParts({ width, data }: Mask): Part[] {
  const left = data.slice(); // what no part has yet
  const parts: Part[] = [];
  const found = new Int32Array(data.length); // all parts' pixels, one part after the other
  let end = 0;
  const take = (pixel: number) => {
    if (left[pixel] === 0) return;
    left[pixel] = 0;
    found[end++] = pixel;
  };
  for (let start = left.indexOf(1); start >= 0; start = left.indexOf(1, start + 1)) {
    const first = end;
    take(start);
    for (let i = first; i < end; i++) {
      const pixel = found[i] as number;
      const x = pixel % width;
      const [above, below] = [pixel - width, pixel + width];
      const [hasAbove, hasBelow] = [above >= 0, below < left.length];
      if (hasAbove) take(above);
      if (hasBelow) take(below);
      if (x > 0) {
        if (hasAbove) take(above - 1);
        take(pixel - 1);
        if (hasBelow) take(below - 1);
      }
      if (x < width - 1) {
        if (hasAbove) take(above + 1);
        take(pixel + 1);
        if (hasBelow) take(below + 1);
      }
    }
    parts.push(partOf(found.slice(first, end), width));
  }
  return parts;
}

export function partOf(pixels: Int32Array, width: number): Part {
  let [left, right, top, bottom] = [width, 0, Number.MAX_SAFE_INTEGER, 0];
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i] as number;
    const [x, y] = [pixel % width, (pixel / width) | 0];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { pixels, left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Several parts as one. */
export function join(parts: readonly Part[], width: number): Part {
  const pixels = new Int32Array(parts.reduce((sum, part) => sum + part.pixels.length, 0));
  let at = 0;
  for (const part of parts) {
    pixels.set(part.pixels, at);
    at += part.pixels.length;
  }
  return partOf(pixels, width);
}
