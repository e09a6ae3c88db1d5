/** What the hidden units of a network answer to an image: computed in the page, at each change of what is drawn. */

import type { ActivationName, ImageTensor, Sequential, WeightTensor } from 'inkgrad';

/** The activations that a hidden layer of the page may have. */
export const functions = {
  relu: (sum: number) => Math.max(sum, 0),
  tanh: Math.tanh,
  sigmoid: (sum: number) => 1 / (1 + Math.exp(-sum)),
  linear: (sum: number) => sum,
} satisfies Partial<Record<ActivationName, (sum: number) => number>>;

/** A hidden layer and its weights of the moment. */
export interface HiddenUnits {
  readonly activation: keyof typeof functions;
  /** A row for each input, a column for each unit. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** The hidden layers of a model; of one from a file, those before the first that the page could not have made. */
export async function hiddenUnitsOf({ layers }: Sequential): Promise<HiddenUnits[]> {
  const hidden: HiddenUnits[] = [];
  for (const layer of layers.slice(0, -1)) {
    const { type, activation } = layer;
    if (type !== 'dense' || !(activation in functions)) break;
    const [kernel, bias] = await layer.getWeights();
    hidden.push({
      activation: activation as keyof typeof functions,
      kernel: (kernel as WeightTensor).data,
      bias: bias?.data ?? new Float32Array(layer.units), // a file's layer may have none
    });
  }
  return hidden;
}

/** The activations of each layer. */
export function activationsOf(hidden: readonly HiddenUnits[], image: ImageTensor): Float32Array[] {
  let inputs = image.data;
  return hidden.map(({ activation, kernel, bias }) => {
    const sums = bias.slice();
    for (const [i, input] of inputs.entries()) {
      if (input === 0) continue;
      for (let unit = 0; unit < sums.length; unit++) {
        sums[unit] = (sums[unit] as number) + input * (kernel[i * sums.length + unit] as number);
      }
    }
    inputs = sums.map(functions[activation]);
    return inputs;
  });
}
