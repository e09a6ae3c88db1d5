/** Images at other sizes. */

/** Grey values, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/**
 * Resamples to `columns` x `rows`: each new pixel is a mean of the old ones around it, weighted by a triangle two new
 * pixels wide (two old ones when enlarging), so that shrinking is anti-aliased.
 */
export function resample({ width, height, data }: GreyImage, columns: number, rows: number): GreyImage {
  const across = weights(width, columns);
  const narrow = new Float32Array(columns * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < columns; x++) {
      const { first, shares } = across[x] as Weights;
      let sum = 0;
      for (let i = 0; i < shares.length; i++) sum += (shares[i] as number) * (data[y * width + first + i] as number);
      narrow[y * columns + x] = sum;
    }
  }
  const resampled = new Float32Array(columns * rows);
  weights(height, rows).forEach(({ first, shares }, y) => {
    for (let i = 0; i < shares.length; i++) {
      const share = shares[i] as number;
      const line = (first + i) * columns;
      for (let x = 0; x < columns; x++) {
        const at = y * columns + x;
        resampled[at] = (resampled[at] as number) + share * (narrow[line + x] as number);
      }
    }
  });
  return { width: columns, height: rows, data: resampled };
}

/** Which old samples a new one is made of; `shares` add up to 1. */
interface Weights {
  readonly first: number;
  readonly shares: Float64Array;
}

function weights(old: number, wanted: number): Weights[] {
  const scale = old / wanted;
  const reach = Math.max(scale, 1);
  return Array.from({ length: wanted }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const first = Math.max(Math.floor(centre - reach), 0);
    const end = Math.min(Math.ceil(centre + reach), old);
    const shares = new Float64Array(end - first);
    let sum = 0;
    for (let k = 0; k < shares.length; k++) {
      shares[k] = Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / reach);
      sum += shares[k] as number;
    }
    for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] as number) / sum;
    return { first, shares };
  });
}
