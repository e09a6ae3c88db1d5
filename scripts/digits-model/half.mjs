/** IEEE 754 numbers of 16 bits, little-endian. */

/** Each number rounded to the nearest half, ties to even. */
export function encodeHalf(numbers) {
  const bytes = new DataView(new ArrayBuffer(2 * numbers.length));
  numbers.forEach((number, i) => {
    bytes.setUint16(2 * i, halfOf(number), true);
  });
  return new Uint8Array(bytes.buffer);
}

function halfOf(number) {
  const sign = number < 0 || Object.is(number, -0) ? 0x8000 : 0;
  const size = Math.abs(number);
  if (!(size < 65520)) throw new RangeError(`${number} has no finite half`);
  const exponent = Math.max(Math.floor(Math.log2(size)), -14);
  const step = 2 ** (exponent - 10);
  const steps = roundToEven(size / step); // 1024 to 2048, or fewer below 2^-14
  return sign | (((exponent + 14) << 10) + steps);
}

function roundToEven(number) {
  const below = Math.floor(number);
  const rest = number - below;
  if (rest !== 0.5) return Math.round(number);
  return below % 2 === 0 ? below : below + 1;
}
