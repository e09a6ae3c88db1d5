/** Weights by the names that programs give them. */

import { FormatError } from '../../errors.ts';
import type { WeightTensor } from '../../inputs.ts';
import { describe } from '../../options.ts';
import type { Tensor } from '../../tensor.ts';
import { type Block, block, toFloats, transposed } from './block.ts';
import { byNumbers } from './order.ts';

type Tensors = ReadonlyMap<string, Tensor>;

/** `dense/kernel`, as Keras and we have them; `:0` behind it, as TensorFlow has. */
const ours = /^(.+)\/(kernel|bias|gamma|beta|alpha|moving_mean|moving_variance)(?::0)?$/;
/** `fc1.weight`, as PyTorch has them in a state dict. */
const torch = /^(?:(.*)\.)?(weight|bias|running_mean|running_var|num_batches_tracked)$/;

export function hasOurNames(tensors: Tensors): boolean {
  return tensors.size > 0 && [...tensors.keys()].every((name) => ours.test(name));
}

export function hasTorchNames(tensors: Tensors): boolean {
  return tensors.size > 0 && [...tensors.keys()].every((name) => torch.test(name));
}

/** In the file's order. */
export function blocksByOurNames(tensors: Tensors, source: string): Block[] {
  const groups = grouped(tensors, ours, (variable, tensor) => [variable, toFloats(tensor)]);
  return groups.map(({ name, variables }) => block(name, variables, source));
}

/**
 * In the order of the numbers in their names. Linear.weight is `[outputs, inputs]` there.
 * @throws FormatError for weights of more axes
 */
export function blocksOfStateDict(tensors: Tensors, source: string): Block[] {
  const groups = grouped(tensors, torch, (parameter, tensor, name) => {
    if (parameter === 'num_batches_tracked') return undefined;
    const { length: axes } = tensor.shape;
    if (axes === 0 || axes > 2 || (axes === 2 && parameter !== 'weight')) {
      const expected = 'weights of Linear, BatchNorm1d, LayerNorm and PReLU';
      throw new FormatError(source, expected, `${describe(name)} of shape [${tensor.shape}]`);
    }
    return [parameter, axes === 2 ? transposed(toFloats(tensor)) : toFloats(tensor)];
  });
  const sorted = byNumbers(groups).map(({ name, variables }) => block(name, renamed(variables), source));
  return sorted.map((one, i) => ({ ...one, gapBehind: hasGap(one.name, sorted[i + 1]?.name) }));
}

/** What a module's parameters are to us depends on which of them it has. */
function renamed(parameters: ReadonlyMap<string, WeightTensor>): Map<string, WeightTensor> {
  const { shape = [] } = parameters.get('weight') ?? {};
  const [weight, bias] = shape.length === 2 ? ['kernel', 'bias'] : [parameters.has('bias') ? 'gamma' : 'alpha', 'beta'];
  const names = new Map([
    ['weight', parameters.has('running_mean') ? 'gamma' : weight],
    ['bias', parameters.has('running_mean') ? 'beta' : bias],
    ['running_mean', 'moving_mean'],
    ['running_var', 'moving_variance'],
  ]);
  return new Map(Array.from(parameters, ([name, tensor]) => [names.get(name) ?? name, tensor]));
}

/** Places in a Sequential that are not next to each other: what is between has no weights. */
function hasGap(name: string, next = ''): boolean {
  const place = (text: string) => Number(/(?:^|\.)(\d+)$/.exec(text)?.[1] ?? Number.NaN);
  return place(next) > place(name) + 1;
}

interface Group {
  readonly name: string;
  readonly variables: Map<string, WeightTensor>;
}

/** @param take the variable's name and numbers, or undefined for what is left aside */
function grouped(
  tensors: Tensors,
  pattern: RegExp,
  take: (variable: string, tensor: Tensor, name: string) => readonly [string, WeightTensor] | undefined,
): Group[] {
  const groups = new Map<string, Map<string, WeightTensor>>();
  for (const [name, tensor] of tensors) {
    const [, group = '', variable = ''] = pattern.exec(name) ?? [];
    const taken = take(variable, tensor, name);
    const variables = groups.get(group) ?? new Map();
    groups.set(group, variables);
    if (taken) variables.set(...taken);
  }
  return Array.from(groups, ([name, variables]) => ({ name, variables }));
}
