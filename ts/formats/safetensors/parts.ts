/**
 * What a file may hold besides a model: what its optimizer keeps, in tensors `optimizer/<slot>/<variable>`, and what a
 * checkpoint needs, in tensors `training/<number>`. Each part has a JSON text in the metadata.
 */

import type { OptimizerState } from '../../engine/engine.ts';
import { ArgumentError } from '../../errors.ts';
import { sizeOf } from '../../inputs.ts';
import { parsePart } from '../../json.ts';
import type { PlacedVariable } from '../../model/variables.ts';
import { checkInteger, checkNumber, checkObject, checkText, describe } from '../../options.ts';
import type { Tensor } from '../../tensor.ts';
import type { ModelContent, SavedModel, TrainingPart } from '../format.ts';
import { checkFields } from './fields.ts';

type Tensors = readonly Tensor<Float32Array>[];

/** The names of their texts. */
export const partNames = ['optimizer', 'training'] as const;

/** What is written of the parts that are there. */
export interface EncodedParts {
  readonly texts: ReadonlyMap<string, string>;
  readonly tensors: readonly (readonly [name: string, tensor: Tensor<Float32Array>])[];
}

export function encodeParts({ variables, optimizer, training }: ModelContent): EncodedParts {
  const texts = new Map<string, string>();
  const tensors: [string, Tensor<Float32Array>][] = [];
  if (optimizer) {
    const { numbers, ...scalars } = optimizer;
    texts.set('optimizer', JSON.stringify(scalars));
    const ends = placesOf(optimizer.slots, variables);
    for (const { name, shape, first, end } of ends) tensors.push([name, { data: numbers.slice(first, end), shape }]);
  }
  if (training) {
    texts.set('training', training.text);
    training.arrays.forEach((data, i) => {
      tensors.push([`training/${i}`, { data, shape: [data.length] }]);
    });
  }
  return { texts, tensors };
}

/** The tensors of what an optimizer keeps, and where their numbers are among all. */
function placesOf(slots: readonly string[], variables: readonly PlacedVariable[]) {
  let end = 0;
  return slots.flatMap((slot) =>
    variables
      .filter(({ trainable }) => trainable)
      .map(({ path, shape }) => {
        const first = end;
        end += sizeOf(shape);
        return { name: `optimizer/${slot}/${path}`, shape, first, end };
      }),
  );
}

/** What a file's texts say of its parts. */
export interface DecodedParts {
  /** The tensors that must be there. */
  readonly names: readonly string[];
  /** @throws ArgumentError */
  read(tensors: Tensors): Pick<SavedModel, 'optimizer' | 'training'>;
}

/** @throws ArgumentError */
export function decodeParts(texts: ReadonlyMap<string, string>, variables: readonly PlacedVariable[]): DecodedParts {
  const [optimizerText, trainingText] = partNames.map((name) => texts.get(name));
  const scalars = optimizerText === undefined ? undefined : readScalars(optimizerText);
  const places = placesOf(scalars?.slots ?? [], variables);
  const arrays = trainingText === undefined ? 0 : countArrays(trainingText);
  return {
    names: [...places.map(({ name }) => name), ...Array.from({ length: arrays }, (_, i) => `training/${i}`)],
    read: (tensors) => ({
      ...(scalars && { optimizer: { ...scalars, numbers: joined(tensors, places) } }),
      ...(trainingText !== undefined && { training: trainingPart(trainingText, tensors.slice(places.length)) }),
    }),
  };
}

function readScalars(text: string): Omit<OptimizerState, 'numbers'> {
  const fields = checkFields('optimizer', parsePart('optimizer', text), [
    'version',
    'iterations',
    'momentumProduct',
    'learningRate',
    'slots',
  ]);
  const { learningRate, slots } = fields;
  const isRate = (rate: number) => rate >= 0 && Number.isFinite(rate);
  return {
    version: checkInteger('optimizer.version', fields.version, 1, Number.MAX_SAFE_INTEGER),
    iterations: checkInteger('optimizer.iterations', fields.iterations, 0, Number.MAX_SAFE_INTEGER),
    momentumProduct: checkNumber(
      'optimizer.momentumProduct',
      fields.momentumProduct,
      'a number from 0 to 1',
      (product) => product >= 0 && product <= 1,
    ),
    learningRate:
      learningRate === null
        ? null
        : checkNumber('optimizer.learningRate', learningRate, 'null or a finite number of at least 0', isRate),
    slots: readSlots(slots),
  };
}

/** More than an optimizer keeps of each weight. */
const MOST_SLOTS = 8;

/** More than the callbacks of a training keep. */
const MOST_ARRAYS = 100_000;

function readSlots(slots: unknown): string[] {
  if (!Array.isArray(slots) || slots.length > MOST_SLOTS || new Set(slots).size < slots.length) {
    throw new ArgumentError('optimizer.slots', `an array of at most ${MOST_SLOTS} names, each once`, describe(slots));
  }
  return slots.map((slot, i) => checkText(`optimizer.slots[${i}]`, slot));
}

/** The numbers of all slots, end to end. */
function joined(tensors: Tensors, places: ReturnType<typeof placesOf>): Float32Array {
  const numbers = new Float32Array(places.at(-1)?.end ?? 0);
  places.forEach(({ name, shape, first }, i) => {
    const { data, shape: given } = tensors[i] as Tensor<Float32Array>;
    if (given.join() !== shape.join()) throw new ArgumentError(name, `the shape [${shape}]`, `[${given}]`);
    if (data.some(Number.isNaN)) throw new ArgumentError(name, 'numbers', 'NaN');
    numbers.set(data, first);
  });
  return numbers;
}

function countArrays(text: string): number {
  const { arrays = 0 } = checkObject('training', parsePart('training', text)) as { readonly arrays?: unknown };
  return checkInteger('training.arrays', arrays, 0, MOST_ARRAYS);
}

function trainingPart(text: string, tensors: Tensors): TrainingPart {
  return { text, arrays: tensors.map(({ data }) => data) };
}
