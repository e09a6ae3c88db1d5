/** TensorFlow.js's words for types. */

import type { BigIntArray } from '../inputs.ts';
import type { NumericArray } from '../tensor.ts';

export type { DataType, DataTypeMap } from './values.ts';

/** How many axes a tensor has. */
export enum Rank {
  R0 = 'R0',
  R1 = 'R1',
  R2 = 'R2',
  R3 = 'R3',
  R4 = 'R4',
  R5 = 'R5',
  R6 = 'R6',
}

/** Shapes by their number of axes. */
export interface ShapeMap {
  R0: number[];
  R1: [number];
  R2: [number, number];
  R3: [number, number, number];
  R4: [number, number, number, number];
  R5: [number, number, number, number, number];
  R6: [number, number, number, number, number, number];
}

export interface ArrayMap {
  R0: number;
  R1: number[];
  R2: number[][];
  R3: number[][][];
  R4: number[][][][];
  R5: number[][][][][];
  R6: number[][][][][][];
}

/** Numbers in an array of one type. */
export type TypedArray = NumericArray | BigIntArray;
type Nested<T> = readonly T[] | readonly Nested<T>[];

/** What stands for a tensor in a call. */
export type TensorLike = number | boolean | TypedArray | Nested<number> | Nested<boolean> | readonly TypedArray[];
export type TensorLike1D = TypedArray | readonly number[] | readonly boolean[];
export type TensorLike2D = TypedArray | readonly number[] | readonly boolean[] | readonly TensorLike1D[];
export type TensorLike3D = TypedArray | readonly number[] | readonly boolean[] | readonly TensorLike2D[];
export type TensorLike4D = TypedArray | readonly number[] | readonly boolean[] | readonly TensorLike3D[];

/** Axes of a tensor with rows; null for any number of them. */
export type Shape = (number | null)[];
