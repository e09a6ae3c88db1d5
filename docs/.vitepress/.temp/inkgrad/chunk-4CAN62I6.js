import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/tensor.ts
var ImageTensor = class _ImageTensor {
  static {
    __name(this, "ImageTensor");
  }
  /** Pixels, `rows * columns` bytes, 0 (background) to 255 (ink). */
  bytes;
  shape;
  #floats;
  /** @param bytes `shape[0] * shape[1]` pixels, row-major; kept, not copied. */
  constructor(bytes, shape) {
    this.bytes = bytes;
    this.shape = shape;
  }
  /** The pixels in [0, 1] as 32-bit floats, `byte / 255`; made at the first use and kept. */
  get data() {
    if (!this.#floats) {
      const floats = new Float32Array(this.bytes.length);
      for (let i = 0; i < floats.length; i++) floats[i] = this.bytes[i] / 255;
      this.#floats = floats;
    }
    return this.#floats;
  }
  /** Rows `start` (included) to `end` (excluded), sharing this tensor's bytes. */
  slice(start, end = this.shape[0]) {
    const [rows, columns] = this.shape;
    const [first, last] = [Math.min(start, rows), Math.min(Math.max(end, start), rows)];
    return new _ImageTensor(this.bytes.subarray(first * columns, last * columns), [last - first, columns]);
  }
};

export {
  ImageTensor
};
//# sourceMappingURL=chunk-4CAN62I6.js.map