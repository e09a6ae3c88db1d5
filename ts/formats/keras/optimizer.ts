/**
 * What an optimizer keeps, as Keras has it in files: arrays in the order in which it made them. The count of steps is
 * first, then the learning rate (unless a schedule tells it), and then what it keeps of each variable.
 */

import type { OptimizerState } from '../../engine/engine.ts';
import { checkFinite, sizeOf } from '../../inputs.ts';
import type { LayerDescription } from '../../layers.ts';
import { stack } from '../../model/stack.ts';
import { type PlacedVariable, variablesOf } from '../../model/variables.ts';
import type { CompileSpec } from '../../spec.ts';
import type { ForeignState, SavedModel } from '../format.ts';
import type { Hdf5Dataset, Hdf5Numbers } from '../hdf5.ts';
import { leaveAside } from '../keras-config/leave-aside.ts';

type OptimizerSpec = CompileSpec['optimizer'];

/** Slots that are kept together: of each variable all of them, and then of the next. */
type Group = readonly string[];

/** What is kept of each variable; undefined for Adafactor, which keeps less of a matrix than we do. */
function groupsOf(optimizer: OptimizerSpec): readonly Group[] | undefined {
  const own = ownGroups(optimizer);
  const { useEma, gradientAccumulationSteps } = optimizer;
  return own && [...when(useEma, 'average'), ...when(gradientAccumulationSteps, 'gradient_accumulator'), ...own];
}

/** Each slot of all variables, and then the next; of the optimizers that have not been changed since. */
function oldGroups(optimizer: OptimizerSpec): readonly Group[] | undefined {
  const isSame = ['sgd', 'adam', 'adagrad'].includes(optimizer.type);
  return isSame ? groupsOf(optimizer)?.flatMap((slots) => slots.map((slot) => [slot])) : undefined;
}

function ownGroups(optimizer: OptimizerSpec): readonly Group[] | undefined {
  switch (optimizer.type) {
    case 'sgd':
      return when(optimizer.momentum, 'momentum');
    case 'adam':
    case 'adamw':
      return [['momentum', 'velocity'], ...when(optimizer.amsgrad, 'velocity_hat')];
    case 'nadam':
      return [['momentum', 'velocity']];
    case 'adamax':
      return [['momentum', 'norm']];
    case 'adagrad':
      return [['accumulator']];
    case 'adadelta':
      return [['accumulated_grad', 'accumulated_delta_var']];
    case 'rmsprop':
      return [['velocity'], ...when(optimizer.momentum, 'momentum'), ...when(optimizer.centered, 'average_gradient')];
    case 'ftrl':
      return [['accumulator', 'linear']];
    case 'lion':
      return [['momentum']];
    default:
      return undefined;
  }
}

function when(condition: unknown, slot: string): Group[] {
  return condition ? [[slot]] : [];
}

/** For each array that is kept of a variable: which variable's it is, and its slot. */
function arraysOf(groups: readonly Group[], variables: readonly PlacedVariable[]) {
  return groups.flatMap((slots) => variables.flatMap((variable) => slots.map((slot) => ({ slot, variable }))));
}

function trainableOf(layers: readonly LayerDescription[]): PlacedVariable[] {
  return variablesOf(stack(layers).layers).filter(({ trainable }) => trainable);
}

/**
 * What the optimizer of a model kept, or a warning where it is not known what it is.
 * @param arrays all of the optimizer's, in their order
 * @param isOld they are of an optimizer as Keras had them before 2.11
 * @throws ArgumentError for numbers that are not finite
 */
export function readOptimizer(
  arrays: readonly Hdf5Dataset[],
  { layers, compile }: Pick<SavedModel, 'layers' | 'compile'>,
  source: string,
  isOld = false,
): Pick<SavedModel, 'foreign'> {
  if (!compile || arrays.length === 0 || arrays[0]?.readWhole() === 0) return {}; // nothing has been learned
  const groups = isOld ? oldGroups(compile.optimizer) : groupsOf(compile.optimizer);
  const foreign = groups && stateOf(arrays, groups, layers, compile.optimizer);
  if (foreign) return { foreign };
  leaveAside(source, "the optimizer's state; training goes on with a new one");
  return {};
}

function stateOf(
  [steps, ...others]: readonly Hdf5Dataset[],
  groups: readonly Group[],
  layers: readonly LayerDescription[],
  optimizer: OptimizerSpec,
): ForeignState | undefined {
  const iterations = steps?.readWhole();
  if (iterations === undefined) return undefined;
  const [rate] = others[0]?.shape.length === 0 ? others.splice(0, 1) : [];
  const product = optimizer.type === 'nadam' && others.at(-1)?.shape.length === 0 ? others.pop() : undefined;
  const places = arraysOf(groups, trainableOf(layers));
  const fits = places.every(({ variable }, i) => sizeOf(others[i]?.shape ?? [0]) === sizeOf(variable.shape));
  if (others.length !== places.length || !fits) return undefined;
  const slots = new Map<string, Float32Array[]>();
  places.forEach(({ slot, variable }, i) => {
    const numbers = (others[i] as Hdf5Dataset).read();
    checkFinite(`optimizer/${slot}/${variable.path}`, numbers);
    slots.set(slot, [...(slots.get(slot) ?? []), numbers]);
  });
  const [learningRate, momentumProduct] = [rate, product].map((array) => array?.read()[0]);
  return {
    iterations,
    slots,
    ...(learningRate !== undefined && { learningRate }),
    ...(momentumProduct !== undefined && { momentumProduct }),
  };
}

/**
 * The opposite.
 * @returns no arrays for a state that Keras has in another form, of which a warning tells
 */
export function storedOptimizer(
  state: OptimizerState,
  optimizer: OptimizerSpec,
  variables: readonly PlacedVariable[],
): Hdf5Numbers[] {
  const groups = groupsOf(optimizer);
  if (!groups) {
    leaveAside('the file', `the optimizer's state, which Keras's ${optimizer.type} has in another form`);
    return [];
  }
  const trainable = variables.filter(({ trainable }) => trainable);
  const own = new Map<string, Float32Array>();
  let end = 0;
  for (const { slot, variable } of arraysOf(
    state.slots.map((slot) => [slot]),
    trainable,
  )) {
    const first = end;
    end += sizeOf(variable.shape);
    own.set(`${slot}/${variable.path}`, state.numbers.subarray(first, end));
  }
  const scalar = (value: number) => ({ shape: [], data: Float32Array.of(value) });
  return [
    { shape: [], data: BigInt64Array.of(BigInt(state.iterations)) },
    ...(state.learningRate === null ? [] : [scalar(state.learningRate)]),
    ...arraysOf(groups, trainable).map(({ slot, variable }) => ({
      shape: variable.shape,
      data: own.get(`${slot}/${variable.path}`) ?? new Float32Array(sizeOf(variable.shape)),
    })),
    ...(optimizer.type === 'nadam' ? [scalar(state.momentumProduct)] : []),
  ];
}
