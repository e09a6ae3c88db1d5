/** The layers that models are built of: descriptions only, the numbers live in an engine. */

import type { Activation } from './engine/engine.ts';
import { OptionError } from './errors.ts';
import { checkInteger, checkName, checkOptions, checkText, describe } from './options.ts';

const activations: readonly Activation[] = ['linear', 'relu', 'sigmoid', 'tanh', 'softmax'];

/** Units and inputs that one layer may have. */
const MOST_UNITS = 2 ** 24;

export interface DenseOptions {
  /** Numbers that come out. */
  readonly units: number;
  /** What is done to each sum. Default: 'linear'. */
  readonly activation?: Activation;
  /** `[numbers in one row]`: for the first layer, which needs it. */
  readonly inputShape?: readonly [number];
  /** Default: 'dense', and 'dense_1' and so on for the next unnamed ones of a model. */
  readonly name?: string;
}

/** A layer in which every output depends on every input: `activation(x . kernel + bias)`. */
export class DenseLayer {
  readonly units: number;
  readonly activation: Activation;
  readonly inputShape: readonly [number] | undefined;
  readonly name: string | undefined;

  /** @throws OptionError */
  constructor(options: DenseOptions) {
    checkOptions('dense', options, ['units', 'activation', 'inputShape', 'name']);
    const { units, activation = 'linear', inputShape, name } = options;
    this.units = checkInteger('units', units, 1, MOST_UNITS);
    this.activation = checkName('activation', activation, activations);
    this.inputShape = inputShape === undefined ? undefined : checkInputShape(inputShape);
    this.name = name === undefined ? undefined : checkLayerName(name);
    Object.freeze(this);
  }
}

function checkInputShape(shape: unknown): readonly [number] {
  if (!Array.isArray(shape) || shape.length !== 1) {
    const received = Array.isArray(shape) ? `[${shape.join(', ')}]` : describe(shape);
    throw new OptionError('inputShape', 'one axis, [numbers in one row], such as [784]', received);
  }
  return [checkInteger('inputShape[0]', shape[0], 1, MOST_UNITS)];
}

/** Weights are saved as `<layer>/kernel`, so a name has no slash. */
function checkLayerName(name: unknown): string {
  if (checkText('name', name).includes('/')) throw new OptionError('name', "a name without '/'", describe(name));
  return name as string;
}

/**
 * A fully connected layer, as Keras's `Dense`: its kernel starts Glorot-uniform, its bias at zero.
 * @throws OptionError
 */
function dense(options: DenseOptions): DenseLayer {
  return new DenseLayer(options);
}

export const layers = { dense } as const;
