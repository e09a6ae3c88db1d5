import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/model/sampled.ts
function forSampled(rows, most, look) {
  const [numbers, divisor] = "bytes" in rows ? [rows.bytes, rows.divisor] : [rows.floats, 1];
  const step = Math.max(1, Math.floor(numbers.length / most)) | 1;
  for (let i = 0; i < numbers.length; i += step) look(numbers[i] / divisor);
}
__name(forSampled, "forSampled");

export {
  forSampled
};
//# sourceMappingURL=chunk-3SAQMIBW.js.map