import {
  shapesOf
} from "./chunk-XCGUHHQE.js";
import {
  toWeights
} from "./chunk-7RYQDM7G.js";
import {
  version
} from "./chunk-FMMKAEOA.js";
import {
  sizeOf
} from "./chunk-KUENTTZU.js";
import {
  TextEncoder
} from "./chunk-HLGL5JCD.js";
import {
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/standalone/base64.ts
var PIECE = 3 * 2 ** 12;
function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return text;
}
__name(toBase64, "toBase64");

// ts/formats/standalone/code.ts
var float = /* @__PURE__ */ __name((value) => String(Math.fround(value)), "float");
var polynomial = /* @__PURE__ */ __name((x, [first = 0, ...others]) => others.reduce((sum, coefficient) => `f(${float(coefficient)} + f(${sum} * ${x}))`, float(first)), "polynomial");
var expPolynomial = polynomial("r", [19875691e-11, 0.0013981999, 8333452e-9, 0.041665796, 0.16666665, 0.5]);
var tanhPolynomial = polynomial("z", [-0.0057049887, 0.02063909, -0.053739716, 0.13331442, -0.3333328]);
var pieces = {
  exp: {
    code: `const word = new Int32Array(1);
const number = new Float32Array(word.buffer);
function exp(x) {
  x = x < ${float(-87.33)} ? ${float(-87.33)} : x > ${float(88.37)} ? ${float(88.37)} : x;
  const rounded = f(f(x * ${float(Math.LOG2E)}) + 12582912);
  const n = f(rounded - 12582912);
  const r = f(f(x - f(n * ${float(0.6933594)})) - f(n * ${float(-21219444e-11)}));
  const e = f(f(f(${expPolynomial} * f(r * r)) + r) + 1);
  number[0] = rounded;
  word[0] = (word[0] << 23) + 0x3f800000;
  return f(e * number[0]);
}`,
    needs: []
  },
  sigmoid: { code: "const sigmoid = (x) => f(1 / f(1 + exp(f(0 - x))));", needs: ["exp"] },
  tanh: {
    code: `function tanh(x) {
  const a = Math.abs(x);
  const z = f(a * a);
  const near = f(a + f(f(${tanhPolynomial} * z) * a));
  const y = a < 0.625 ? near : f(1 - f(2 / f(exp(f(a + a)) + 1)));
  return x < 0 || Object.is(x, -0) ? -y : y;
}`,
    needs: ["exp"]
  },
  softplus: {
    code: "const softplus = (x) => f((x < 0 ? 0 : x) + f(Math.log1p(exp(f(0 - Math.abs(x))))));",
    needs: ["exp"]
  },
  erfc: {
    code: `function erfc(x) {
  const a = Math.abs(x);
  let tail = 0;
  if (a < 3) {
    let sum = a;
    let term = a;
    for (let n = 1; n < 80; n++) sum += term *= (2 * a * a) / (2 * n + 1);
    tail = 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-a * a) * sum;
  } else {
    let fraction = 0;
    for (let n = 60; n > 0; n--) fraction = n / 2 / (a + fraction);
    tail = Math.exp(-a * a) / (Math.sqrt(Math.PI) * (a + fraction));
  }
  return x < 0 ? 2 - tail : tail;
}`,
    needs: []
  },
  each: { code: "const each = (g) => (row) => row.map(g);", needs: [] },
  dense: {
    code: `const dense = (kernel, bias, units) => (row) => {
  const out = new Float32Array(bias ?? units);
  for (let i = 0, at = 0; i < row.length; i++) {
    for (let j = 0; j < units; j++) out[j] += f(row[i] * kernel[at++]);
  }
  return out;
};`,
    needs: []
  },
  softmax: {
    code: `const softmax = (row) => {
  const top = row.reduce((a, b) => (a < b ? b : a), -Infinity);
  const sums = new Float32Array(4);
  const out = row.map((x, i) => {
    const e = exp(f(x - top));
    sums[i % 4] += e;
    return e;
  });
  const sum = f(f(sums[0] + sums[1]) + f(sums[2] + sums[3]));
  return out.map((e) => e / sum);
};`,
    needs: ["exp"]
  },
  logSoftmax: {
    code: `const logSoftmax = (row) => {
  const top = row.reduce((a, b) => (a < b ? b : a), -Infinity);
  const log = top + Math.log(row.reduce((sum, x) => sum + Math.exp(f(x - top)), 0));
  return row.map((x) => x - log);
};`,
    needs: []
  },
  batchNormalization: {
    code: `const batchNormalization = (mean, variance, epsilon, gamma, beta) => {
  const inverse = variance.map((v) => 1 / f(Math.sqrt(f(v + epsilon))));
  return (row) => row.map((x, i) => f(f(f(x - mean[i]) * inverse[i]) * (gamma?.[i] ?? 1)) + (beta?.[i] ?? 0));
};`,
    needs: []
  },
  layerNormalization: {
    code: `const layerNormalization = (epsilon, gamma, beta) => (row) => {
  const mean = f(row.reduce((sum, x) => sum + x, 0) / row.length);
  const apart = row.map((x) => x - mean);
  const variance = apart.reduce((sum, x) => sum + f(x * x), 0) / row.length;
  const inverse = f(1 / Math.sqrt(variance + epsilon));
  return apart.map((x, i) => f(f(x * inverse) * (gamma?.[i] ?? 1)) + (beta?.[i] ?? 0));
};`,
    needs: []
  },
  normalization: {
    code: `const normalization = (mean, variance) => {
  const deviation = variance.map((v) => Math.max(f(Math.sqrt(v)), ${float(1e-7)}));
  return (row) => row.map((x, i) => f(x - mean[i]) / deviation[i]);
};`,
    needs: []
  },
  prelu: { code: "const prelu = (alpha) => (row) => row.map((x, i) => (x > 0 ? x : x * alpha[i]));", needs: [] },
  rescaling: {
    code: "const rescaling = (scale, offset) => (row) => row.map((x) => f(x * scale) + offset);",
    needs: []
  }
};
function numberFunction(spec) {
  const piece = /* @__PURE__ */ __name((code, ...needs) => ({ code, needs }), "piece");
  switch (spec.type) {
    case "relu":
      return piece("(x) => (x < 0 ? 0 : x)");
    case "relu6":
      return piece("(x) => (x < 0 ? 0 : x > 6 ? 6 : x)");
    case "sigmoid":
      return piece("sigmoid", "sigmoid");
    case "tanh":
      return piece("tanh", "tanh");
    case "hardSigmoid":
      return piece("(x) => Math.min(Math.max(f(f(x / 6) + 0.5), 0), 1)");
    case "leakyRelu":
      return piece(`(x) => (x > 0 ? x : x * ${float(spec.negativeSlope)})`);
    case "elu":
      return piece(`(x) => (x > 0 ? x : ${float(spec.alpha)} * f(Math.expm1(x)))`);
    case "selu": {
      const [scale, alpha] = [Math.fround(1.050701), Math.fround(1.6732632)];
      return piece(`(x) => (x > 0 ? x * ${float(scale)} : ${float(scale * alpha)} * f(Math.expm1(x)))`);
    }
    case "gelu":
      if (!spec.approximate) return piece(`(x) => x * f(0.5 * f(erfc(f(0 - f(x * ${float(Math.SQRT1_2)})))))`, "erfc");
      return piece(
        `(x) => f(0.5 * x) * f(1 + tanh(f(${float(0.7978846)} * f(x + f(f(f(${float(0.044715)} * x) * x) * x)))))`,
        "tanh"
      );
    case "silu":
      return piece("(x) => x * sigmoid(x)", "sigmoid");
    case "mish":
      return piece("(x) => x * tanh(softplus(x))", "softplus", "tanh");
    case "softplus":
      return piece("softplus", "softplus");
    case "softsign":
      return piece("(x) => x / f(1 + Math.abs(x))");
    case "exponential":
      return piece("exp", "exp");
    default:
      return void 0;
  }
}
__name(numberFunction, "numberFunction");

// ts/formats/standalone/rows.ts
var rowsCode = /* @__PURE__ */ __name((inputs) => `const inputs = ${inputs};
const isList = (value) => typeof value === 'object' && value !== null && Number.isInteger(value.length);
const said = (value) => {
  if (isList(value)) return \`a list of \${value.length}\`;
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'bigint') return \`\${value}n\`;
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value ? 'an object' : String(value);
};
const numberOf = (value, place) => {
  if (typeof value === 'number' && Number.isFinite(f(value))) return value;
  throw new TypeError(\`\${place()}: expected a finite 32-bit number, got \${said(value)}\`);
};
/** The numbers of a row, which may have axes. */
const numbersOf = (row, place) =>
  Array.from(row, (value, i) => {
    const at = () => \`\${place()}[\${i}]\`;
    return isList(value) ? numbersOf(value, at) : numberOf(value, at);
  }).flat();
const rowOf = (row, i) => {
  const expected = \`rows[\${i}]: expected \${inputs} numbers\`;
  if (!isList(row)) throw new TypeError(\`\${expected}, got \${said(row)}\`);
  const numbers = numbersOf(row, () => \`rows[\${i}]\`);
  if (numbers.length !== inputs) throw new RangeError(\`\${expected}, got \${numbers.length}\`);
  return Float32Array.from(numbers);
};
const rowsOf = (rows) => {
  if (!isList(rows)) throw new TypeError(\`rows: expected rows of \${inputs} numbers, got \${said(rows)}\`);
  if (isList(rows[0])) return Array.from(rows, rowOf);
  const x = Float32Array.from(rows, (value, i) => numberOf(value, () => \`rows[\${i}]\`));
  if (x.length === 0 || x.length % inputs !== 0) {
    throw new RangeError(\`rows: expected \${inputs} numbers in each, got \${x.length} in all\`);
  }
  return Array.from({ length: x.length / inputs }, (_, i) => x.slice(i * inputs, (i + 1) * inputs));
};`, "rowsCode");

// ts/formats/standalone.ts
async function write(model) {
  return [{ name: "", bytes: new TextEncoder().encode(moduleOf(model)) }];
}
__name(write, "write");
function moduleOf({ spec, variables, weights }) {
  const { inputShape } = spec;
  const steps = spec.layers.flatMap((layer) => {
    const own = variables.filter((variable) => variable.layer === layer.name);
    const parts = new Map(own.map(({ name, first, end }) => [name, `weights.subarray(${first}, ${end})`]));
    return stepsOf(layer, parts);
  });
  const needed = withNeeds(steps.flatMap(({ needs }) => needs));
  const flat = toWeights(weights, shapesOf(variables));
  const bytes = new Uint8Array(flat.buffer, flat.byteOffset, flat.byteLength);
  return `${head(spec.layers.map(({ type }) => type))}
const f = Math.fround;
${needed.map((name) => pieces[name].code).join("\n")}

const weights = new Float32Array(
  Uint8Array.from(atob('${toBase64(bytes)}'), (letter) => letter.charCodeAt(0)).buffer,
);
const layers = [
${steps.map(({ code }) => `  ${code},
`).join("")}];

/** The axes of a row. */
export const inputShape = ${JSON.stringify(inputShape)};
${rowsCode(sizeOf(inputShape))}

/**
 * The model's outputs for rows of ${sizeOf(inputShape)} numbers.
 * @param {ArrayLike<number> | ArrayLike<ArrayLike<number>>} rows one row after the other, flat or each an array
 * @returns {Float32Array[]} a row of outputs for each
 * @throws {RangeError} where rows have another length
 * @throws {TypeError} for what is no finite number
 */
export function predict(rows) {
  return rowsOf(rows).map((row) => layers.reduce((values, layer) => layer(values), row));
}
`;
}
__name(moduleOf, "moduleOf");
function head(types) {
  return `// Written by inkgrad ${version}: ${types.join(", ")}.
`;
}
__name(head, "head");
function withNeeds(names, found = /* @__PURE__ */ new Set()) {
  for (const name of names) {
    withNeeds(pieces[name].needs, found);
    found.add(name);
  }
  return [...found];
}
__name(withNeeds, "withNeeds");
function stepsOf(layer, variables) {
  const part = /* @__PURE__ */ __name((name) => variables.get(name) ?? "undefined", "part");
  const call = /* @__PURE__ */ __name((name, ...values) => ({ code: `${name}(${values.join(", ")})`, needs: [name] }), "call");
  switch (layer.type) {
    case "dense":
      return [call("dense", part("kernel"), part("bias"), String(layer.units)), ...activationSteps(layer.activation)];
    case "activation":
      return activationSteps(layer.activation);
    case "leakyReLU":
      return activationSteps({ type: "leakyRelu", negativeSlope: layer.negativeSlope });
    case "elu":
      return activationSteps({ type: "elu", alpha: layer.alpha });
    case "softmax":
      return activationSteps({ type: "softmax" });
    case "prelu":
      return [call("prelu", part("alpha"))];
    case "rescaling":
      return [call("rescaling", float(layer.scale), float(layer.offset))];
    case "normalization":
      return [call("normalization", part("mean"), part("variance"))];
    case "batchNormalization": {
      const statistics = [part("moving_mean"), part("moving_variance")];
      return [call("batchNormalization", ...statistics, float(layer.epsilon), part("gamma"), part("beta"))];
    }
    case "layerNormalization":
      return [call("layerNormalization", String(layer.epsilon), part("gamma"), part("beta"))];
    case "dropout":
    case "gaussianNoise":
    case "gaussianDropout":
    case "flatten":
    case "reshape":
      return [];
    default:
      throw new OptionError(`layer '${layer.name}'`, "a layer that a standalone module has", `'${layer.type}'`);
  }
}
__name(stepsOf, "stepsOf");
function activationSteps(spec) {
  if (spec.type === "linear") return [];
  if (spec.type === "softmax" || spec.type === "logSoftmax") return [{ code: spec.type, needs: [spec.type] }];
  const made = numberFunction(spec);
  if (!made) throw new OptionError("activation", "one that a standalone module has", `'${spec.type}'`);
  return [{ code: `each(${made.code})`, needs: [...made.needs, "each"] }];
}
__name(activationSteps, "activationSteps");
export {
  write
};
//# sourceMappingURL=standalone-YTK6P6VS.js.map