/** TensorFlow.js's words for types. */

import type { BigIntArray } from '../inputs.ts';
import type { NumericArray } from '../tensor.ts';

export type { DataType, DataTypeMap } from './values.ts';

/** How many axes a tensor has. @example tf.scalar(1).rankType === tf.Rank.R0; // true */
export enum Rank {
  /** None: a single number. */
  R0 = 'R0',
  /** One: a vector. */
  R1 = 'R1',
  /** Two: a matrix. */
  R2 = 'R2',
  /** Three. */
  R3 = 'R3',
  /** Four. */
  R4 = 'R4',
  /** Five. */
  R5 = 'R5',
  /** Six. */
  R6 = 'R6',
}

/** Shapes by their number of axes. */
export interface ShapeMap {
  /** Of a single number. */
  R0: number[];
  /** Of a vector. */
  R1: [number];
  /** Of a matrix. */
  R2: [number, number];
  /** Of three axes. */
  R3: [number, number, number];
  /** Of four axes. */
  R4: [number, number, number, number];
  /** Of five axes. */
  R5: [number, number, number, number, number];
  /** Of six axes. */
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
