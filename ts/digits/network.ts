/** The trained network: 784-256-128-11, of which the last class is "no digit". Made by scripts/make-digits-model.mjs. */

const sizes = [784, 256, 128, 11] as const;

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

/** Loaded when it is first asked for: 150 kB. */
export function loadNetwork(): Promise<Network> {
  loaded ??= import('./digits-weights.ts').then(async ({ weights }) => networkOf(await weights()));
  return loaded;
}

/** A digit takes 0.2 ms; to start an engine of its own would take longer than to read a page of them. */
function networkOf(weights: Uint8Array): Network {
  const layers = decodeLayers(weights);
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

/** Weights in whole numbers of steps, of which each unit has one of its own: see scripts/digits-model/quantize.mjs. */
function decodeLayers(weights: Uint8Array): Dense[] {
  const bytes = new DataView(weights.buffer, weights.byteOffset, weights.byteLength);
  let at = 0;
  const floats = (length: number) => {
    const numbers = Float32Array.from({ length }, (_, i) => bytes.getFloat32(at + 4 * i, true));
    at += 4 * length;
    return numbers;
  };
  return sizes.slice(1).map((units, layer) => {
    const whole = new Int8Array(weights.buffer, weights.byteOffset + at, (sizes[layer] as number) * units);
    at += whole.length;
    const step = floats(units);
    return {
      kernel: Float32Array.from(whole, (weight, i) => weight * (step[i % units] as number)),
      bias: floats(units),
    };
  });
}
