/** Weights in six bits each: more make no difference to the answers. */

/** Of each unit, the largest weight is so many steps. */
const steps = 31;

/**
 * Dense layers, one after the other: the kernel as whole numbers of steps (int8, the weights of one input for all units,
 * then those of the next), each unit's step and each unit's bias (float32, little-endian).
 * @param weights kernel and bias of each layer in turn, as `getWeights` gives them
 */
export function encodeLayers(weights) {
  const parts = [];
  for (let i = 0; i < weights.length; i += 2) {
    const [kernel, bias] = [weights[i].data, weights[i + 1].data];
    const step = new Float32Array(bias.length);
    kernel.forEach((weight, at) => {
      const unit = at % bias.length;
      step[unit] = Math.max(step[unit], Math.abs(weight) / steps);
    });
    const whole = Int8Array.from(kernel, (weight, at) => Math.round(weight / step[at % bias.length]));
    parts.push(whole, littleEndian(step), littleEndian(bias));
  }
  return Buffer.concat(parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));
}

function littleEndian(numbers) {
  const bytes = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, i) => {
    bytes.setFloat32(4 * i, number, true);
  });
  return bytes;
}
