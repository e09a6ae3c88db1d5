/** `.h5` of Keras 2 (Keras 3 writes it too), and files of weights alone. */

import { ArgumentError } from '../errors.ts';
import { isRecord, parseText } from '../json.ts';
import type { LayerDescription } from '../layers.ts';
import { stack } from '../model/stack.ts';
import { quoted } from '../options.ts';
import type { ModelFile, SavedModel } from './format.ts';
import { type Hdf5Dataset, type Hdf5Group, readHdf5 } from './hdf5.ts';
import { inFile } from './in-file.ts';
import { readOptimizer } from './keras/optimizer.ts';
import { readStored } from './keras/stored.ts';
import { type Wanted, wantedOf, weightsOf } from './keras/weights.ts';
import { type KerasConfig, type KerasGeneration, readKerasConfig } from './keras-config.ts';
import { refuseLayers } from './own-layers.ts';

/** @throws FormatError */
export async function read(file: ModelFile): Promise<SavedModel> {
  const { bytes, source, layers } = file;
  const root = readHdf5(bytes, source);
  const text = root.attributes.get('model_config')?.[0];
  if (text !== undefined) refuseLayers(file);
  const config = text === undefined ? configOf(layers, source) : readConfig(root, text, source);
  const legacy = root.group('model_weights') ?? root;
  if (!legacy.attributes.has('layer_names') && !legacy.attributes.has('layer_names0')) {
    return readStored(root, config, source);
  }
  const model = readLegacy(legacy, config, source);
  const kept = root.group('optimizer_weights');
  if (!kept) return model;
  const isOld = namesOf(kept, 'weight_names').some((name) => /\/iter(?::0)?$/.test(name)); // before Keras 2.11
  const arrays = () => namedArrays(kept, 'optimizer_weights');
  return { ...model, ...inFile(source, () => readOptimizer(arrays(), model, source, isOld)) };
}

function readConfig(root: Hdf5Group, text: string, source: string): KerasConfig {
  const model = parseText(text, `${source}: model_config`);
  const training = root.attributes.get('training_config')?.[0];
  const compile = training === undefined ? undefined : parseText(training, `${source}: training_config`);
  const version = root.attributes.get('keras_version')?.[0] ?? '2';
  const keras: KerasGeneration = /^[012]\./.test(version) ? 2 : 3;
  return readKerasConfig(isRecord(model) ? { ...model, training_config: compile } : model, source, keras);
}

/** What we were told, since the file does not say it. */
function configOf(layers: readonly LayerDescription[] | undefined, source: string): KerasConfig {
  return inFile(source, () => {
    if (!layers) {
      const expected = 'a model and its weights; for weights alone, loadModel(file, { layers }) tells the layers';
      throw new ArgumentError('model_config', expected, 'weights alone');
    }
    const { layers: placed } = stack(layers);
    const origins = placed.map(({ kind, spec }) => ({ className: kind.className, name: spec.name, inside: [] }));
    return { layers, name: 'sequential', origins };
  });
}

/** Arrays by the names of layers, in the model's order. */
function readLegacy(group: Hdf5Group, config: KerasConfig, source: string): SavedModel {
  return inFile(source, () => {
    const stored = namesOf(group, 'layer_names').map((name) => ({ name, arrays: arraysOf(group, name) }));
    const filled = stored.filter(({ arrays }) => arrays.length > 0);
    const wanted = wantedOf(config.layers, config.origins);
    const weighty = wanted.filter(({ variables, origin }) => variables.length > 0 && !hasGiven(origin.weights));
    const units = unitsOf(weighty);
    if (filled.length !== units.length) {
      const names = quoted(filled.map(({ name }) => name));
      throw new ArgumentError('layer_names', `${units.length} layers with weights`, `${filled.length}: ${names}`);
    }
    const arrays = new Map(units.flatMap((unit, i) => sharedOut(unit, filled[i]?.arrays ?? [])));
    const weights = wanted.flatMap((layer) => weightsOf(layer, arrays.get(layer) ?? []));
    return { name: config.name, seed: 0, layers: config.layers, compile: config.compile, weights };
  });
}

/** Layers whose arrays are together: those of a model that is in the model. */
function unitsOf(layers: readonly Wanted[]): Wanted[][] {
  const units: Wanted[][] = [];
  for (const layer of layers) {
    const last = units.at(-1);
    const [model] = layer.origin.inside;
    if (model && last?.[0]?.origin.inside[0] === model) last.push(layer);
    else units.push([layer]);
  }
  return units;
}

/** A model's arrays are those that train, of all its layers, and then the others. */
function sharedOut(unit: readonly Wanted[], arrays: readonly Hdf5Dataset[]): [Wanted, Hdf5Dataset[]][] {
  const [first] = unit;
  if (first && unit.length === 1) return [[first, [...arrays]]];
  const variables = unit.flatMap((layer) => layer.variables.map((variable) => ({ layer, variable })));
  if (variables.length !== arrays.length) {
    const name = first?.origin.inside[0]?.name;
    throw new ArgumentError(`model '${name}'`, `${variables.length} arrays of weights`, `${arrays.length}`);
  }
  const stored = [true, false].flatMap((trains) => variables.filter(({ variable }) => variable.trainable === trains));
  const places = new Map(stored.map(({ variable }, i) => [variable, arrays[i] as Hdf5Dataset]));
  return unit.map((layer) => [layer, layer.variables.map((variable) => places.get(variable) as Hdf5Dataset)]);
}

function hasGiven(weights: Readonly<Record<string, unknown>> | undefined): boolean {
  return weights !== undefined && Object.keys(weights).length > 0;
}

function arraysOf(group: Hdf5Group, layer: string): Hdf5Dataset[] {
  const inside = group.group(layer);
  if (!inside) throw new ArgumentError('layer_names', `a group '${layer}'`, 'none');
  return namedArrays(inside, `layer '${layer}'`);
}

function namedArrays(group: Hdf5Group, argument: string): Hdf5Dataset[] {
  return namesOf(group, 'weight_names').map((name) => {
    const array = group.dataset(name);
    if (array) return array;
    throw new ArgumentError(argument, `an array '${name}'`, 'none');
  });
}

/** Long lists are in several attributes: layer_names0, layer_names1, ... */
function namesOf({ attributes }: Hdf5Group, attribute: string): string[] {
  const whole = attributes.get(attribute);
  if (whole) return [...whole];
  const names: string[] = [];
  for (let i = 0; attributes.has(`${attribute}${i}`); i++) names.push(...(attributes.get(`${attribute}${i}`) ?? []));
  return names;
}
