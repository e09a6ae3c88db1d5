/** The nodes of a layer. */

import type { ActivationSpec } from '../../activations.ts';
import type { LayerSpec } from '../../layers.ts';
import type { PlacedLayer } from '../../model/stack.ts';
import type { Constant, Operator } from './write.ts';

export interface Nodes {
  readonly operators: readonly Operator[];
  readonly constants: readonly Constant[];
}

/** Puts nodes one after the other, from the value that comes in on. */
class Chain implements Nodes {
  readonly operators: Operator[] = [];
  readonly constants: Constant[] = [];
  readonly #name: string;
  value: string;

  constructor(name: string, value: string) {
    this.#name = name;
    this.value = value;
  }

  /** A constant of the layer. */
  constant(name: string, data: Float32Array | BigInt64Array, dims: readonly number[] = [data.length]): string {
    const constant = { name: `${this.#name}/${name}`, dims, data };
    this.constants.push(constant);
    return constant.name;
  }

  number(name: string, value: number): string {
    return this.constant(name, Float32Array.of(value), []);
  }

  /** A node; by default of the value that the one before gave. */
  put(op: string, inputs: readonly string[] = [this.value], attributes: Operator['attributes'] = {}): string {
    const output = `${this.#name}/${op}_${this.operators.length}`;
    this.operators.push({ op, inputs, output, attributes });
    this.value = output;
    return output;
  }
}

type Weights = ReadonlyMap<string, Float32Array>;

/**
 * @param value what comes in
 * @param weights the layer's numbers, by the names of its variables
 */
export function layerOf({ spec, inputShape, outputShape }: PlacedLayer, value: string, weights: Weights): Nodes {
  const chain = new Chain(spec.name, value);
  putLayer(chain, spec, weights, { inputShape, outputShape });
  return chain;
}

interface Shapes {
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
}

function putLayer(chain: Chain, spec: LayerSpec, weights: Weights, { inputShape, outputShape }: Shapes): void {
  const [features = 0] = inputShape;
  const named = (name: string, initial: number) =>
    chain.constant(name, weights.get(name) ?? new Float32Array(features).fill(initial));
  switch (spec.type) {
    case 'dense':
      putDense(chain, weights, [features, spec.units]);
      putActivation(chain, spec.activation);
      return;
    case 'activation':
      putActivation(chain, spec.activation);
      return;
    case 'leakyReLU':
      putActivation(chain, { type: 'leakyRelu', negativeSlope: spec.negativeSlope });
      return;
    case 'elu':
      putActivation(chain, { type: 'elu', alpha: spec.alpha });
      return;
    case 'softmax':
      putActivation(chain, { type: 'softmax' });
      return;
    case 'prelu':
      chain.put('PRelu', [chain.value, named('alpha', 0)]);
      return;
    case 'batchNormalization': {
      const inputs = [named('gamma', 1), named('beta', 0), named('moving_mean', 0), named('moving_variance', 1)];
      chain.put('BatchNormalization', [chain.value, ...inputs], { epsilon: spec.epsilon, momentum: spec.momentum });
      return;
    }
    case 'layerNormalization': {
      const inputs = [chain.value, named('gamma', 1), ...(spec.center ? [named('beta', 0)] : [])];
      chain.put('LayerNormalization', inputs, { axis: -1n, epsilon: spec.epsilon });
      return;
    }
    case 'normalization': {
      const deviation = weights.get('variance')?.map((variance) => Math.max(Math.sqrt(variance), 1e-7));
      chain.put('Sub', [chain.value, named('mean', 0)]);
      chain.put('Div', [chain.value, chain.constant('deviation', deviation ?? new Float32Array(features).fill(1))]);
      return;
    }
    case 'rescaling':
      chain.put('Mul', [chain.value, chain.number('scale', spec.scale)]);
      chain.put('Add', [chain.value, chain.number('offset', spec.offset)]);
      return;
    case 'flatten':
      chain.put('Flatten', [chain.value], { axis: 1n });
      return;
    case 'reshape': {
      const shape = BigInt64Array.from([0, ...outputShape].map(BigInt)); // 0: as many rows as come in
      chain.put('Reshape', [chain.value, chain.constant('shape', shape)]);
      return;
    }
    default:
      // Dropout and noise act in training only.
      return;
  }
}

function putDense(chain: Chain, weights: Weights, dims: readonly number[]): void {
  const kernel = chain.constant('kernel', weights.get('kernel') ?? new Float32Array(), dims);
  const bias = weights.get('bias');
  if (bias) chain.put('Gemm', [chain.value, kernel, chain.constant('bias', bias)]);
  else chain.put('MatMul', [chain.value, kernel]);
}

/** Activations that are a node each. */
const nodes: Partial<Readonly<Record<ActivationSpec['type'], string>>> = {
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  relu: 'Relu',
  selu: 'Selu',
  softplus: 'Softplus',
  softsign: 'Softsign',
  exponential: 'Exp',
};

function putActivation(chain: Chain, spec: ActivationSpec): void {
  const x = chain.value;
  switch (spec.type) {
    case 'linear':
      return;
    case 'softmax':
    case 'logSoftmax':
      chain.put(spec.type === 'softmax' ? 'Softmax' : 'LogSoftmax', [x], { axis: -1n });
      return;
    case 'leakyRelu':
      chain.put('LeakyRelu', [x], { alpha: spec.negativeSlope });
      return;
    case 'elu':
      chain.put('Elu', [x], { alpha: spec.alpha });
      return;
    case 'hardSigmoid':
      chain.put('HardSigmoid', [x], { alpha: 1 / 6, beta: 0.5 });
      return;
    case 'relu6':
      chain.put('Clip', [x, chain.number('least', 0), chain.number('most', 6)]);
      return;
    case 'silu':
      chain.put('Mul', [x, chain.put('Sigmoid')]);
      return;
    case 'mish':
      chain.put('Softplus');
      chain.put('Mul', [x, chain.put('Tanh')]);
      return;
    case 'gelu':
      if (spec.approximate) putApproximateGelu(chain);
      else putGelu(chain);
      return;
    default:
      chain.put(nodes[spec.type] as string);
  }
}

/** x / 2 (1 + erf(x / sqrt(2))). */
function putGelu(chain: Chain): void {
  const x = chain.value;
  chain.put('Mul', [x, chain.number('inverse_sqrt_2', Math.SQRT1_2)]);
  chain.put('Erf');
  putHalf(chain, x);
}

/** x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))). */
function putApproximateGelu(chain: Chain): void {
  const x = chain.value;
  chain.put('Mul', [x, x]);
  chain.put('Mul', [chain.value, x]);
  chain.put('Mul', [chain.value, chain.number('cubic', 0.044715)]);
  chain.put('Add', [chain.value, x]);
  chain.put('Mul', [chain.value, chain.number('sqrt_2_pi', Math.sqrt(2 / Math.PI))]);
  chain.put('Tanh');
  putHalf(chain, x);
}

/** x / 2 (1 + y). */
function putHalf(chain: Chain, x: string): void {
  chain.put('Add', [chain.value, chain.number('one', 1)]);
  chain.put('Mul', [chain.value, x]);
  chain.put('Mul', [chain.value, chain.number('half', 0.5)]);
}
