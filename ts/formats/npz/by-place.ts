/** Arrays that are numbered and not named, as `numpy.savez(path, *arrays)` writes them: arr_0, arr_1, ... */

import { FormatError } from '../../errors.ts';
import type { WeightTensor } from '../../inputs.ts';
import type { LayerDescription } from '../../layers.ts';
import { stack } from '../../model/stack.ts';
import type { Tensor } from '../../tensor.ts';
import type { ModelFile } from '../format.ts';
import { scikitLearn } from '../scikit-learn/habits.ts';
import { block, toFloats } from '../weights-only/block.ts';
import { keras } from '../weights-only/named.ts';
import { withInput } from '../weights-only/with-input.ts';
import type { WeightsOnly } from '../weights-only.ts';

type Group = ReadonlyMap<string, WeightTensor>;

/** Undefined if the names are others. @throws FormatError */
export function weightsByPlace(
  arrays: ReadonlyMap<string, Tensor>,
  { layers, source }: ModelFile,
): WeightsOnly | undefined {
  const places = Array.from(arrays.keys(), (name) => /^arr_(\d+)$/.exec(name)?.[1]);
  if (places.length === 0 || places.includes(undefined)) return undefined;
  const sorted = [...arrays].toSorted(([a], [b]) => Number(a.slice(4)) - Number(b.slice(4)));
  const tensors = sorted.map(([, array]) => toFloats(array));
  const pairs = kernelsThenBiases(tensors);
  const groups = pairs ?? (layers ? asTold(tensors, layers, source) : inRuns(tensors, source));
  const blocks = groups.map((variables, i) => block(String(i), variables, source));
  return { blocks, order: 'given', habits: pairs ? scikitLearn(blocks) : keras };
}

const axesOf = ({ shape }: WeightTensor) => shape.length;

/** All kernels and then all biases, as `numpy.savez(path, *coefs_, *intercepts_)` has them. */
function kernelsThenBiases(tensors: readonly WeightTensor[]): Group[] | undefined {
  const layers = tensors.length / 2;
  const fits = layers > 1 && tensors.every((tensor, i) => axesOf(tensor) === (i < layers ? 2 : 1));
  return fits
    ? tensors
        .slice(0, layers)
        .map((kernel, i) => named(['kernel', 'bias'], [kernel, tensors[layers + i] as WeightTensor]))
    : undefined;
}

/** As many to each layer as it has variables. */
function asTold(tensors: readonly WeightTensor[], layers: readonly LayerDescription[], source: string): Group[] {
  const placed = stack(withInput(layers, tensors[0]?.shape[0] ?? 1)).layers;
  let end = 0;
  const groups = placed.map(({ variables }) => {
    const start = end;
    end += variables.length;
    return named(
      variables.map(({ name }) => name),
      tensors.slice(start, end),
    );
  });
  if (end === tensors.length) return groups.filter(({ size }) => size > 0);
  throw new FormatError(source, `${end} arrays, as the layers have variables`, `${tensors.length}`);
}

/** What may follow a kernel: its bias, and what a batch normalization has. */
const normalization = ['gamma', 'beta', 'moving_mean', 'moving_variance'];

/** Each kernel with the vectors behind it. */
function inRuns(tensors: readonly WeightTensor[], source: string): Group[] {
  const starts = tensors.flatMap((tensor, i) => (axesOf(tensor) === 2 || i === 0 ? [i] : []));
  return starts.flatMap((start, i) => {
    const [first, ...vectors] = tensors.slice(start, starts[i + 1]) as [WeightTensor, ...WeightTensor[]];
    if (axesOf(first) !== 2) return afterKernel([first, ...vectors], source).slice(-1);
    const [bias, ...others] = afterKernel(vectors, source);
    return [new Map([['kernel', first], ...(bias ?? [])]), ...others];
  });
}

/** The bias, if there is one, and a normalization, if there is one. */
function afterKernel(vectors: readonly WeightTensor[], source: string): Group[] {
  const rest = vectors.length % normalization.length;
  if (rest > 1 || vectors.length > 5) {
    throw new FormatError(
      source,
      'layers to be told: loadModel(..., { layers })',
      `${vectors.length} vectors in a row`,
    );
  }
  const bias = named(['bias'], vectors.slice(0, rest));
  return vectors.length < normalization.length ? [bias] : [bias, named(normalization, vectors.slice(rest))];
}

function named(names: readonly string[], tensors: readonly WeightTensor[]): Group {
  return new Map(tensors.map((tensor, i) => [names[i] ?? '', tensor]));
}
