/** Files that hold weights and nothing of the layers: these are told, or guessed from names and shapes. */

import { FormatError } from '../errors.ts';
import { formatShape, sizeOf } from '../inputs/tensor.ts';
import { checkFinite, type WeightTensor } from '../inputs.ts';
import type { LayerDescription } from '../layers.ts';
import { type PlacedLayer, stack } from '../model/stack.ts';
import { quoted } from '../options.ts';
import { platform } from '../platform.ts';
import { InkgradWarning } from '../warnings.ts';
import type { ModelFile, SavedModel } from './format.ts';
import { type Block, widthsOf } from './weights-only/block.ts';
import { guessLayers, type Habits, layersText } from './weights-only/guess.ts';
import { inOrder, type Order } from './weights-only/order.ts';
import { withInput } from './weights-only/with-input.ts';

export interface WeightsOnly {
  readonly blocks: readonly Block[];
  readonly order: Order;
  readonly habits: Habits;
  /** The habits are not guessed: the file says its activations. */
  readonly told?: boolean;
}

/**
 * A model of the layers that `file.layers` tells, or else of those that the blocks look like, which a warning says.
 * @throws FormatError if the weights are not those of the layers
 */
export function modelOf(
  { layers: told, source }: ModelFile,
  { blocks, order, habits, told: known }: WeightsOnly,
): SavedModel {
  if (blocks.length === 0) throw new FormatError(source, 'weights of at least one layer', 'none');
  const named = told && byName(told, blocks);
  const chain = named ?? inOrder(blocks, order, source);
  const layers = withInput(told ?? guessLayers(chain, habits), widthsOf(chain[0] as Block)[0]);
  const placed = stack(layers).layers.filter(({ variables }) => variables.length > 0);
  if (placed.length !== chain.length) {
    const names = ({ name }: { readonly name: string }) => name;
    const expected = `weights of ${placed.length} layers: ${quoted(placed.map(({ spec }) => spec.name))}`;
    throw new FormatError(source, expected, `${chain.length}: ${quoted(chain.map(names))}`);
  }
  const weights = placed.flatMap((layer, i) => weightsOf(layer, chain[i] as Block, source));
  if (!told && !known) tell(layers, source);
  return { name: 'sequential', seed: 0, layers, compile: undefined, weights };
}

function tell(layers: readonly LayerDescription[], source: string): void {
  const message = `${source}: weights without layers, taken for ${layersText(layers)}; if they are others, say so: loadModel(..., { layers })`;
  platform().warn(new InkgradWarning('GUESSED_LAYERS', message));
}

/** The blocks of layers that have names in the file. */
function byName(told: readonly LayerDescription[], blocks: readonly Block[]): Block[] | undefined {
  const wanted = new Set(told.map(({ name }) => name));
  const found = told.flatMap(({ name }) => blocks.filter((block) => block.name === name));
  return blocks.every(({ name }) => wanted.has(name)) ? found : undefined;
}

function weightsOf({ spec, variables }: PlacedLayer, block: Block, source: string): WeightTensor[] {
  const names = variables.map(({ name }) => name);
  const others = [...block.variables.keys()].filter((name) => !names.includes(name));
  const fail = (expected: string, received: string): never => {
    throw new FormatError(`${source}: ${block.name}`, `${expected} for the layer '${spec.name}'`, received);
  };
  if (others.length > 0) fail(`nothing but ${quoted(names)}`, quoted(others));
  return variables.map(({ name, shape }) => {
    const tensor = block.variables.get(name) ?? fail(`a ${name}`, quoted([...block.variables.keys()]));
    checkNumbers(`${source}: ${block.name}: ${name}`, tensor.data);
    if (formatShape(tensor.shape) === formatShape(shape)) return tensor;
    // PyTorch's PReLU may have one slope for all.
    const [slope] = tensor.data;
    if (block.type === 'prelu' && tensor.data.length === 1 && slope !== undefined) {
      return { data: new Float32Array(sizeOf(shape)).fill(slope), shape };
    }
    return fail(`a ${name} of shape ${formatShape(shape)}`, formatShape(tensor.shape));
  });
}

function checkNumbers(argument: string, numbers: Float32Array): void {
  try {
    checkFinite(argument, numbers);
  } catch (error) {
    const { expected, received } = error as FormatError;
    throw new FormatError(argument, expected, received, { cause: error });
  }
}
