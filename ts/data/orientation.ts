/** Whether images were unrolled by rows or, as MATLAB does, by columns: then each shows its digit mirrored and lying. */

/** How the pixels of an image follow each other: along its rows, as here and in Keras, or along its columns. */
export type PixelOrder = 'rows' | 'columns';

/** Images are looked at until there are so many; more say nothing new. */
const ENOUGH = 200;
/** A "1" that stands is at least so much taller than wide (standard deviations of its ink, squared); MNIST's: 4.5. */
const CLEAR = 1.5;

/**
 * Looks at the ones, which stand when they are upright and lie when rows and columns are exchanged.
 *
 * @param data images of `width` x `height`, ink high, paper low
 * @param ones the rows with a "1"
 * @returns undefined where it cannot be told
 */
export function orderOfOnes(
  data: ArrayLike<number>,
  width: number,
  height: number,
  ones: readonly number[],
): PixelOrder | undefined {
  let [across, down] = [0, 0];
  for (const row of ones.slice(0, ENOUGH)) {
    const spread = inkSpread(data, row * width * height, width, height);
    across += spread.across;
    down += spread.down;
  }
  if (across > CLEAR * down) return 'columns';
  return down > CLEAR * across ? 'rows' : undefined;
}

/** The variances of the ink's place in one image, in pixels squared. */
function inkSpread(data: ArrayLike<number>, start: number, width: number, height: number) {
  let [mass, x, y, xx, yy] = [0, 0, 0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const ink = Math.max(data[start + row * width + column] as number, 0);
      mass += ink;
      x += ink * column;
      y += ink * row;
      xx += ink * column * column;
      yy += ink * row * row;
    }
  }
  if (mass === 0) return { across: 0, down: 0 };
  return { across: xx / mass - (x / mass) ** 2, down: yy / mass - (y / mass) ** 2 };
}

/** Exchanges rows and columns of every image; `width` and `height` are those of the result. */
export function turnImages<Data extends Uint8Array | Float32Array>(data: Data, width: number, height: number): Data {
  const turned = data.slice() as Data;
  const pixels = width * height;
  for (let start = 0; start < data.length; start += pixels) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) turned[start + y * width + x] = data[start + x * height + y] as number;
    }
  }
  return turned;
}
