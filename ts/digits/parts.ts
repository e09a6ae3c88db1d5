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

export function findParts({ width, height, data }: Mask): Part[] {
  const left = data.slice(); // what no part has yet
  const parts: Part[] = [];
  const stack: number[] = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    left[start] = 0;
    stack.push(start);
    const pixels: number[] = [];
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      pixels.push(pixel);
      const [x, y] = [pixel % width, (pixel / width) | 0];
      for (let v = y > 0 ? y - 1 : y; v <= y + 1 && v < height; v++) {
        for (let u = x > 0 ? x - 1 : x; u <= x + 1 && u < width; u++) {
          const next = v * width + u;
          if (left[next] === 0) continue;
          left[next] = 0;
          stack.push(next);
        }
      }
    }
    parts.push(partOf(Int32Array.from(pixels), width));
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
