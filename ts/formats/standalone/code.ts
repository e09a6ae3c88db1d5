/**
 * The pieces of JavaScript of which a standalone module is made. They follow the engine's own steps (crates/core),
 * rounded to 32 bits at each, so that their results are its results; `f` is Math.fround.
 */

import type { ActivationSpec } from '../../activations.ts';

/** A piece, and the pieces that it calls. */
export interface Piece {
  readonly code: string;
  readonly needs: readonly PieceName[];
}

export type PieceName = keyof typeof pieces;

/** The nearest 32-bit float, as text. */
export const float = (value: number): string => String(Math.fround(value));

/** `a + b * x`, each step rounded, for a polynomial from its highest coefficient. */
const polynomial = (x: string, [first = 0, ...others]: readonly number[]) =>
  others.reduce((sum, coefficient) => `f(${float(coefficient)} + f(${sum} * ${x}))`, float(first));

const expPolynomial = polynomial('r', [1.9875691e-4, 1.3981999e-3, 8.333452e-3, 4.1665796e-2, 1.6666665e-1, 5e-1]);
const tanhPolynomial = polynomial('z', [-5.7049887e-3, 2.063909e-2, -5.3739716e-2, 1.3331442e-1, -3.333328e-1]);

export const pieces = {
  exp: {
    code: `const word = new Int32Array(1);
const number = new Float32Array(word.buffer);
function exp(x) {
  x = x < ${float(-87.33)} ? ${float(-87.33)} : x > ${float(88.37)} ? ${float(88.37)} : x;
  const rounded = f(f(x * ${float(Math.LOG2E)}) + 12582912);
  const n = f(rounded - 12582912);
  const r = f(f(x - f(n * ${float(0.6933594)})) - f(n * ${float(-2.1219444e-4)}));
  const e = f(f(f(${expPolynomial} * f(r * r)) + r) + 1);
  number[0] = rounded;
  word[0] = (word[0] << 23) + 0x3f800000;
  return f(e * number[0]);
}`,
    needs: [],
  },
  sigmoid: { code: 'const sigmoid = (x) => f(1 / f(1 + exp(f(0 - x))));', needs: ['exp'] },
  tanh: {
    code: `function tanh(x) {
  const a = Math.abs(x);
  const z = f(a * a);
  const near = f(a + f(f(${tanhPolynomial} * z) * a));
  const y = a < 0.625 ? near : f(1 - f(2 / f(exp(f(a + a)) + 1)));
  return x < 0 || Object.is(x, -0) ? -y : y;
}`,
    needs: ['exp'],
  },
  softplus: {
    code: 'const softplus = (x) => f((x < 0 ? 0 : x) + f(Math.log1p(exp(f(0 - Math.abs(x))))));',
    needs: ['exp'],
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
    needs: [],
  },
  each: { code: 'const each = (g) => (row) => row.map(g);', needs: [] },
  dense: {
    code: `const dense = (kernel, bias, units) => (row) => {
  const out = new Float32Array(bias ?? units);
  for (let i = 0, at = 0; i < row.length; i++) {
    for (let j = 0; j < units; j++) out[j] += f(row[i] * kernel[at++]);
  }
  return out;
};`,
    needs: [],
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
    needs: ['exp'],
  },
  logSoftmax: {
    code: `const logSoftmax = (row) => {
  const top = row.reduce((a, b) => (a < b ? b : a), -Infinity);
  const log = top + Math.log(row.reduce((sum, x) => sum + Math.exp(f(x - top)), 0));
  return row.map((x) => x - log);
};`,
    needs: [],
  },
  batchNormalization: {
    code: `const batchNormalization = (mean, variance, epsilon, gamma, beta) => {
  const inverse = variance.map((v) => 1 / f(Math.sqrt(f(v + epsilon))));
  return (row) => row.map((x, i) => f(f(f(x - mean[i]) * inverse[i]) * (gamma?.[i] ?? 1)) + (beta?.[i] ?? 0));
};`,
    needs: [],
  },
  layerNormalization: {
    code: `const layerNormalization = (epsilon, gamma, beta) => (row) => {
  const mean = f(row.reduce((sum, x) => sum + x, 0) / row.length);
  const apart = row.map((x) => x - mean);
  const variance = apart.reduce((sum, x) => sum + f(x * x), 0) / row.length;
  const inverse = f(1 / Math.sqrt(variance + epsilon));
  return apart.map((x, i) => f(f(x * inverse) * (gamma?.[i] ?? 1)) + (beta?.[i] ?? 0));
};`,
    needs: [],
  },
  normalization: {
    code: `const normalization = (mean, variance) => {
  const deviation = variance.map((v) => Math.max(f(Math.sqrt(v)), ${float(1e-7)}));
  return (row) => row.map((x, i) => f(x - mean[i]) / deviation[i]);
};`,
    needs: [],
  },
  prelu: { code: 'const prelu = (alpha) => (row) => row.map((x, i) => (x > 0 ? x : x * alpha[i]));', needs: [] },
  rescaling: {
    code: 'const rescaling = (scale, offset) => (row) => row.map((x) => f(x * scale) + offset);',
    needs: [],
  },
} as const satisfies Record<string, { readonly code: string; readonly needs: readonly string[] }>;

/** A function of one number, in JavaScript; undefined for those of whole rows and for none at all. */
export function numberFunction(spec: ActivationSpec): Piece | undefined {
  const piece = (code: string, ...needs: PieceName[]) => ({ code, needs });
  switch (spec.type) {
    case 'relu':
      return piece('(x) => (x < 0 ? 0 : x)');
    case 'relu6':
      return piece('(x) => (x < 0 ? 0 : x > 6 ? 6 : x)');
    case 'sigmoid':
      return piece('sigmoid', 'sigmoid');
    case 'tanh':
      return piece('tanh', 'tanh');
    case 'hardSigmoid':
      return piece('(x) => Math.min(Math.max(f(f(x / 6) + 0.5), 0), 1)');
    case 'leakyRelu':
      return piece(`(x) => (x > 0 ? x : x * ${float(spec.negativeSlope)})`);
    case 'elu':
      return piece(`(x) => (x > 0 ? x : ${float(spec.alpha)} * f(Math.expm1(x)))`);
    case 'selu': {
      const [scale, alpha] = [Math.fround(1.050701), Math.fround(1.6732632)];
      return piece(`(x) => (x > 0 ? x * ${float(scale)} : ${float(scale * alpha)} * f(Math.expm1(x)))`);
    }
    case 'gelu':
      if (!spec.approximate) return piece(`(x) => x * f(0.5 * f(erfc(f(0 - f(x * ${float(Math.SQRT1_2)})))))`, 'erfc');
      return piece(
        `(x) => f(0.5 * x) * f(1 + tanh(f(${float(0.7978846)} * f(x + f(f(f(${float(0.044715)} * x) * x) * x)))))`,
        'tanh',
      );
    case 'silu':
      return piece('(x) => x * sigmoid(x)', 'sigmoid');
    case 'mish':
      return piece('(x) => x * tanh(softplus(x))', 'softplus', 'tanh');
    case 'softplus':
      return piece('softplus', 'softplus');
    case 'softsign':
      return piece('(x) => x / f(1 + Math.abs(x))');
    case 'exponential':
      return piece('exp', 'exp');
    default:
      return undefined;
  }
}
