/** The shapes of arrays that users hand in and get back. */

/** The typed arrays that numbers may come in. */
export type NumericArray =
  | Float32Array
  | Float64Array
  | Uint8Array
  | Uint8ClampedArray
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array;

/** Numbers with a shape, row-major. */
export interface Tensor<Data extends NumericArray = NumericArray> {
  /** All numbers, the last axis running fastest. */
  readonly data: Data;
  /** The length of each axis. */
  readonly shape: readonly number[];
}

/** A matrix of 32-bit floats, row-major: `shape` is `[rows, columns]`. */
export interface Tensor2D extends Tensor<Float32Array> {
  /** Rows, and numbers in each. */
  readonly shape: readonly [rows: number, columns: number];
}

/**
 * Images as the bytes they were read as, one image a row, worth `byte / 255` each. A quarter of the memory of floats:
 * `fit`, `evaluate` and `predict` take the bytes as they are, and `data` makes the floats when somebody asks.
 * @example
 * ```js
 * import { ImageTensor } from 'inkgrad';
 *
 * const images = new ImageTensor(new Uint8Array([0, 255, 255, 0]), [2, 2]); // two images of two pixels
 * console.log(images.data); // prints Float32Array(4) [ 0, 1, 1, 0 ]
 * console.log(images.slice(1).shape); // prints [ 1, 2 ]
 * ```
 */
export class ImageTensor implements Tensor2D {
  /** Pixels, `rows * columns` bytes, 0 (background) to 255 (ink). */
  readonly bytes: Uint8Array;
  /** Images, and pixels in each. */
  readonly shape: readonly [rows: number, columns: number];
  #floats: Float32Array | undefined;

  /** @param bytes `shape[0] * shape[1]` pixels, row-major; kept, not copied. */
  constructor(bytes: Uint8Array, shape: readonly [rows: number, columns: number]) {
    this.bytes = bytes;
    this.shape = shape;
  }

  /** The pixels in [0, 1] as 32-bit floats, `byte / 255`; made at the first use and kept. */
  get data(): Float32Array {
    if (!this.#floats) {
      // Float32Array.from takes thirty times as long: 8 s for MNIST.
      const floats = new Float32Array(this.bytes.length);
      for (let i = 0; i < floats.length; i++) floats[i] = (this.bytes[i] as number) / 255;
      this.#floats = floats;
    }
    return this.#floats;
  }

  /** Rows `start` (included) to `end` (excluded), sharing this tensor's bytes. */
  slice(start: number, end: number = this.shape[0]): ImageTensor {
    const [rows, columns] = this.shape;
    const [first, last] = [Math.min(start, rows), Math.min(Math.max(end, start), rows)];
    return new ImageTensor(this.bytes.subarray(first * columns, last * columns), [last - first, columns]);
  }
}

/** Rows and their class ids. */
export interface LabelledRows<X extends Tensor2D = Tensor2D> {
  /** The samples, a row each. */
  readonly x: X;
  /** One class id a row of `x`. */
  readonly y: Uint8Array;
}

/** A data set cut into what a model learns from and what it is judged by. */
export interface TrainTestSplit<X extends Tensor2D = ImageTensor> {
  /** To train on. */
  readonly train: LabelledRows<X>;
  /** To test on. */
  readonly test: LabelledRows<X>;
}
