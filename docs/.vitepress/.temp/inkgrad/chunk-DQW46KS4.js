import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/report/format.ts
function percent(share, digits = 2) {
  return `${(100 * share).toFixed(digits)}\xA0%`;
}
__name(percent, "percent");
function whole(value) {
  return Math.round(value).toLocaleString("en-US");
}
__name(whole, "whole");
function figure(value) {
  return value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential(2) : value.toFixed(4);
}
__name(figure, "figure");
function plural(count, one, many = `${one}s`) {
  return `${whole(count)} ${count === 1 ? one : many}`;
}
__name(plural, "plural");

export {
  percent,
  whole,
  figure,
  plural
};
//# sourceMappingURL=chunk-DQW46KS4.js.map