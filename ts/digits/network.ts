/** The trained network: 784-128-64-11, of which the last class is "no digit". Made by scripts/make-digits-model.mjs. */

const sizes = [784, 128, 64, 11] as const;

/** Classes of digits; the one behind them is what looks like none. */
export const digitClasses = 10;

/** Probabilities of the eleven classes for an image of 784 bytes. */
export type Network = (image: Uint8Array) => Float32Array;

interface Dense {
  /** Weights of each input for all units, one input after the other. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

let loaded: Promise<Network> | undefined;

/** Loaded when it is first asked for: 210 kB. */
export function loadNetwork(): Promise<Network> {
  loaded ??= import('./digits-weights.ts').then(async ({ weights }) => networkOf(fromHalves(await weights())));
  return loaded;
}

/** A digit takes 0.1 ms; to start an engine of its own would take longer than to read a page of them. */
function networkOf(weights: Float32Array): Network {
  let at = 0;
  const take = (length: number) => {
    at += length;
    return weights.subarray(at - length, at);
  };
  const layers: Dense[] = sizes.slice(1).map((units, layer) => {
    const kernel = take((sizes[layer] as number) * units);
    return { kernel, bias: take(units) };
  });
  return (image) => {
    let values: Float32Array = Float32Array.from(image, (byte) => byte / 255);
    layers.forEach((layer, i) => {
      values = dense(values, layer);
      if (i < layers.length - 1) for (let k = 0; k < values.length; k++) values[k] = Math.max(values[k] as number, 0);
    });
    return softmax(values);
  };
}

function dense(inputs: Float32Array, { kernel, bias }: Dense): Float32Array {
  const units = bias.length;
  const sums = bias.slice();
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i] as number;
    if (input === 0) continue; // most of an image is paper
    for (let unit = 0; unit < units; unit++) {
      sums[unit] = (sums[unit] as number) + input * (kernel[i * units + unit] as number);
    }
  }
  return sums;
}

function softmax(logits: Float32Array): Float32Array {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Numbers of 16 bits (IEEE 754), little-endian. */
function fromHalves(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => {
    const half = view.getUint16(2 * i, true);
    const [exponent, fraction] = [(half >> 10) & 31, half & 1023];
    const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
    return half & 0x8000 ? -size : size;
  });
}
