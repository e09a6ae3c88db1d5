import {
  block,
  toFloats,
  widthsOf
} from "./chunk-3SANXJED.js";
import {
  quoted
} from "./chunk-KUENTTZU.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/scikit-learn/habits.ts
function scikitLearn(blocks) {
  const last = blocks.at(-1);
  const [, outputs] = last ? widthsOf(last) : [0, 0];
  return { hidden: "relu", last: outputs === 1 ? "sigmoid" : "softmax", epsilon: 1e-3, momentum: 0.99 };
}
__name(scikitLearn, "scikitLearn");

// ts/formats/scikit-learn/npz.ts
var names = /^(coefs|intercepts)_+(\d+)$/;
function weightsOfScikitLearn(arrays, source) {
  const found = Array.from(arrays, ([name, array]) => ({ name, parts: names.exec(name), array }));
  if (!found.some(({ parts }) => parts)) return void 0;
  const odd = found.flatMap(({ name, parts }) => parts ? [] : [name]);
  if (odd.length > 0) throw new FormatError(source, "arrays named as 'coefs_0' and 'intercepts_0'", quoted(odd));
  const of = /* @__PURE__ */ __name((kind) => found.filter(({ parts }) => parts?.[1] === kind).toSorted((a, b) => Number(a.parts?.[2]) - Number(b.parts?.[2])).map(({ array }) => toFloats(array)), "of");
  const blocks = pairs(of("coefs"), of("intercepts"), source);
  return { blocks, order: "given", habits: scikitLearn(blocks) };
}
__name(weightsOfScikitLearn, "weightsOfScikitLearn");
function pairs(coefs, intercepts, source) {
  if (coefs.length !== intercepts.length) {
    const received = `${coefs.length} coefs_ and ${intercepts.length} intercepts_`;
    throw new FormatError(source, "as many intercepts_ as coefs_", received);
  }
  return coefs.map((kernel, i) => {
    const variables = /* @__PURE__ */ new Map([["kernel", kernel], ["bias", intercepts[i]]]);
    return block(String(i), variables, source);
  });
}
__name(pairs, "pairs");

export {
  scikitLearn,
  weightsOfScikitLearn,
  pairs
};
//# sourceMappingURL=chunk-KSOLXKZT.js.map