export const histogramBuckets = 30;

/**
 * How often numbers are how large, as TensorBoard's histogram plugin counts: buckets of equal width from the least to
 * the largest number. If all are the same, the last bucket has them.
 * @returns left edge, right edge and count of each bucket
 */
export function histogram(values: ArrayLike<number>): Float64Array {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i] as number);
    largest = Math.max(largest, values[i] as number);
  }
  const width = (largest - least) / histogramBuckets;
  const counts = new Float64Array(histogramBuckets);
  for (let i = 0; i < values.length; i++) {
    const bucket = width > 0 ? Math.floor(((values[i] as number) - least) / width) : histogramBuckets;
    const place = Math.min(bucket, histogramBuckets - 1);
    counts[place] = (counts[place] as number) + 1;
  }
  const edge = (i: number) => (i === histogramBuckets ? largest : least + i * width);
  return Float64Array.from({ length: 3 * histogramBuckets }, (_, i) => {
    const bucket = Math.floor(i / 3);
    return i % 3 === 2 ? (counts[bucket] as number) : edge(bucket + (i % 3));
  });
}
