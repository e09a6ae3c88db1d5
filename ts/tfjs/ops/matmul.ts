import { ShapeError } from '../../errors.ts';
import { formatShape, sizeOf } from '../../inputs/tensor.ts';
import { type Values, widest } from '../values.ts';
import { reshape, transpose } from './arrange.ts';
import { commonShape, stretched } from './elementwise.ts';

/** Products of matrices `[..., m, k]` and `[..., k, n]`. @throws ShapeError */
export function matMul(a: Values, b: Values, transposeA: boolean, transposeB: boolean): Values {
  const [left, right] = [transposeA ? flipped(a) : a, transposeB ? flipped(b) : b];
  const [[m = 0, k = 0], [inner = 0, n = 0]] = [left.shape.slice(-2), right.shape.slice(-2)];
  if (left.shape.length < 2 || right.shape.length < 2 || k !== inner) {
    throw new ShapeError('b', `matrices [${k}, n] for ${formatShape(left.shape)}`, formatShape(right.shape));
  }
  const outer = commonShape(left.shape.slice(0, -2), right.shape.slice(0, -2));
  const { data: x } = stretched(left, [...outer, m, k]);
  const { data: y } = stretched(right, [...outer, k, n]);
  const data = new Float32Array(sizeOf(outer) * m * n);
  const row = new Float64Array(n);
  for (let r = 0; r < sizeOf(outer) * m; r++) {
    const matrix = Math.floor(r / m) * k * n;
    row.fill(0);
    for (let i = 0; i < k; i++) {
      const factor = x[r * k + i] as number;
      for (let j = 0; j < n; j++) row[j] = (row[j] as number) + factor * (y[matrix + i * n + j] as number);
    }
    data.set(row, r * n);
  }
  const dtype = widest(a.dtype, b.dtype) === 'float32' ? 'float32' : 'int32';
  return { data: dtype === 'float32' ? data : Int32Array.from(data), shape: [...outer, m, n], dtype };
}

/** The last two axes swapped. */
function flipped(values: Values): Values {
  const order = [...values.shape.keys()];
  return transpose(values, [...order.slice(0, -2), ...order.slice(-2).reverse()]);
}

/** Of vectors and matrices; a vector is a row on the left and a column on the right. @throws ShapeError */
export function dot(a: Values, b: Values): Values {
  const [rows, columns] = [a.shape.length === 1, b.shape.length === 1];
  const product = matMul(rows ? reshape(a, [1, -1]) : a, columns ? reshape(b, [-1, 1]) : b, false, false);
  return reshape(product, [...(rows ? [] : product.shape.slice(0, 1)), ...(columns ? [] : product.shape.slice(-1))]);
}
