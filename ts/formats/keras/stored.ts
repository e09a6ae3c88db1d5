/** `model.weights.h5` of Keras 3: arrays by the classes of layers, numbered: layers/dense_1/vars/0. */

import { ArgumentError } from '../../errors.ts';
import type { WeightTensor } from '../../inputs.ts';
import { layerRoom } from '../../layers.ts';
import { kerasName } from '../../model/stack.ts';
import { quoted } from '../../options.ts';
import type { ModelContent, SavedModel } from '../format.ts';
import type { Hdf5Content, Hdf5Dataset, Hdf5Group, Hdf5Numbers } from '../hdf5.ts';
import { inFile } from '../in-file.ts';
import type { Nested } from '../keras-config/chain.ts';
import type { KerasConfig, Origin } from '../keras-config.ts';
import { readOptimizer, storedOptimizer } from './optimizer.ts';
import { wantedOf, weightsOf } from './weights.ts';

/** Where the layers are; the first versions of the format had the other name. */
const containers = ['layers', '_layer_checkpoint_dependencies'];

/** dense, dense_1, ... for the layers of a class. */
function numbered(): (className: string) => string {
  const before = new Map<string, number>();
  return (className) => {
    const count = before.get(className) ?? 0;
    before.set(className, count + 1);
    return count === 0 ? kerasName(className) : `${kerasName(className)}_${count}`;
  };
}

/** Where a layer is, from the group of the model's layers: dense_1, or sequential/layers/dense in a model in the model. */
function places(): (layer: Pick<Origin, 'className' | 'inside'>) => string {
  const counts = new Map<string, (className: string) => string>();
  const found = new Map<Nested, string>();
  const placeIn = (folder: string, className: string) => {
    const next = counts.get(folder) ?? numbered();
    counts.set(folder, next);
    return folder + next(className);
  };
  return ({ className, inside }) => {
    let folder = '';
    for (const model of inside) {
      const place = found.get(model) ?? placeIn(folder, model.className);
      found.set(model, place);
      folder = `${place}/layers/`;
    }
    return placeIn(folder, className);
  };
}

/** @throws FormatError */
export function readStored(root: Hdf5Group, config: KerasConfig, source: string): SavedModel {
  return inFile(source, () => {
    const container = containers.map((name) => root.group(name)).find((group) => group !== undefined);
    if (!container) throw new ArgumentError('weights', "a group 'layers', as Keras 3 writes .weights.h5", 'none');
    const placeOf = places();
    const used = new Set<string>();
    const weights = wantedOf(config.layers, config.origins).flatMap((layer) => {
      const name = placeOf(layer.origin);
      used.add(name.replace(/\/.*/, ''));
      const arrays = layer.variables.length === 0 ? [] : arraysOf(container.group(`${name}/vars`));
      return weightsOf(layer, arrays);
    });
    const unused = container.names.filter((name) => !used.has(name) && holdsArrays(container.group(name)));
    if (unused.length > 0) {
      throw new ArgumentError('weights', 'a layer for each of its groups', `${quoted(unused)} besides`);
    }
    const model = { name: config.name, seed: 0, layers: config.layers, compile: config.compile, weights };
    return { ...model, ...readOptimizer(arraysOf(root.group('optimizer/vars')), model, source) };
  });
}

/** A layer's own arrays, not those of what it has in it: a Dropout's random state. */
function holdsArrays(group: Hdf5Group | undefined): boolean {
  return (group?.group('vars')?.names.length ?? 0) > 0;
}

/** Those called 0, 1, 2, ... */
function arraysOf(group: Hdf5Group | undefined): Hdf5Dataset[] {
  const arrays: Hdf5Dataset[] = [];
  for (;;) {
    const array = group?.dataset(`${arrays.length}`);
    if (!array) return arrays;
    arrays.push(array);
  }
}

/** Layers of what Keras calls by the names of their classes, and what the optimizer keeps. */
export function storedOf({ spec, variables, weights, optimizer }: ModelContent): Hdf5Content {
  const { layers, compile } = spec;
  const placeOf = places();
  const groups = layers.map(({ type, name }) => {
    const own = variables.flatMap(({ layer }, i) => (layer === name ? [weights[i] as WeightTensor] : []));
    // It counts the rows that it has seen, for adapting further.
    const count = type === 'normalization' ? [{ shape: [], data: Float32Array.of(0) }] : [];
    const { className } = layerRoom.named('type', type);
    return [placeOf({ className, inside: [] }), varsOf([...own, ...count])] as const;
  });
  const kept = optimizer && compile ? storedOptimizer(optimizer, compile.optimizer, variables) : [];
  return {
    groups: new Map<string, Hdf5Content>([
      ['layers', { groups: new Map(groups) }],
      ...(kept.length > 0 ? [['optimizer', varsOf(kept)] as const] : []),
      ['vars', {}],
    ]),
  };
}

/** Arrays called 0, 1, 2, ... */
function varsOf(arrays: readonly Hdf5Numbers[]): Hdf5Content {
  const datasets = new Map(arrays.map((array, i) => [`${i}`, array]));
  return { groups: new Map([['vars', { datasets }]]) };
}
