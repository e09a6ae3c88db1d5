/** The weights of one layer, as a file has them. */

import { FormatError } from '../../errors.ts';
import type { WeightTensor } from '../../inputs.ts';
import { describe } from '../../options.ts';
import type { Tensor } from '../../tensor.ts';

export type BlockType = 'dense' | 'batchNormalization' | 'layerNormalization' | 'prelu';

export interface Block {
  /** The name that the layer has in the file. */
  readonly name: string;
  readonly type: BlockType;
  /** In our shapes, by the names of our variables. */
  readonly variables: ReadonlyMap<string, WeightTensor>;
  /** The file has a place for something without weights behind it: an activation, most likely. */
  readonly gapBehind?: boolean;
}

/** Which variables tell a type, and all that it has. */
const types: readonly (readonly [tells: string, type: BlockType, has: readonly string[]])[] = [
  ['kernel', 'dense', ['kernel', 'bias']],
  ['moving_mean', 'batchNormalization', ['gamma', 'beta', 'moving_mean', 'moving_variance']],
  ['gamma', 'layerNormalization', ['gamma', 'beta']],
  ['alpha', 'prelu', ['alpha']],
];

/** @throws FormatError for variables that no layer has */
export function block(name: string, variables: ReadonlyMap<string, WeightTensor>, source: string): Block {
  const [, type, has = []] = types.find(([tells]) => variables.has(tells)) ?? [];
  const names = [...variables.keys()];
  const odd = type === undefined ? names[0] : names.find((variable) => !has.includes(variable));
  if (type === undefined || odd !== undefined) {
    throw new FormatError(
      source,
      'weights of dense and normalization layers and of PReLU',
      describe(`${name}: ${odd}`),
    );
  }
  const axes = (variable: string) => (variable === 'kernel' ? 2 : 1);
  for (const [variable, { shape }] of variables) {
    if (shape.length !== axes(variable) || shape.includes(0)) {
      throw new FormatError(`${source}: ${name}`, `a ${variable} of ${axes(variable)} axes`, `shape [${shape}]`);
    }
  }
  return { name, type, variables };
}

/** Numbers that come in, and those that go out. */
export function widthsOf({ type, variables }: Block): readonly [inputs: number, outputs: number] {
  const [first = 0, second = first] = (variables.get('kernel') ?? [...variables.values()][0])?.shape ?? [];
  return type === 'dense' ? [first, second] : [first, first];
}

/** A tensor of 32-bit floats. */
export function toFloats({ data, shape }: Tensor): WeightTensor {
  return { data: data instanceof Float32Array ? data : Float32Array.from(data), shape };
}

/** Columns for rows, of a matrix. */
export function transposed({ data, shape: [rows = 0, columns = 0] }: WeightTensor): WeightTensor {
  const turned = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = data[row * columns + column] as number;
  }
  return { data: turned, shape: [columns, rows] };
}
