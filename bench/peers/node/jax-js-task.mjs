/** jax-js: one jitted step with Adam by hand, a gather of the batch before it; in Node and in pages. */
import { jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';

/** The work on the default device. */
export function taskOf(work, { x, y }) {
  const { rows, units, batch, epochs } = work;
  const forward = (layers, x) => {
    layers.forEach(([kernel, bias], i) => {
      x = np.matmul(x, kernel).add(bias);
      if (i < layers.length - 1) x = nn[work.hidden](x);
    });
    return x;
  };

  if (work.kind !== 'fit') {
    const layers = initialise(units);
    const asked = work.kind === 'predictOne' ? 1 : rows;
    const images = np.array(x.subarray(0, asked * units[0])).reshape([asked, units[0]]);
    const predict = jit((layers, x) => nn.softmax(forward(layers, x)));
    return {
      async run() {
        for (let call = 0; call < work.calls; call++) await predict(tree.ref(layers), images.ref).data();
      },
    };
  }

  const lossOf = (layers, x, y) => {
    const logits = forward(layers, x);
    if (units.at(-1) > 1)
      return nn
        .logSoftmax(logits)
        .mul(y)
        .sum()
        .mul(-1 / x.shape[0]);
    // Binary cross-entropy from logits z: softplus(z) - z y.
    return nn.softplus(logits.ref).sub(logits.mul(y)).mean();
  };
  const step = jit((layers, m, v, rate, x, y) => {
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(layers), x, y);
    const zip = (f, ...trees) => trees[0].map((pair, i) => pair.map((_, j) => f(...trees.map((one) => one[i][j]))));
    m = zip((m, g) => m.mul(0.9).add(g.mul(0.1)), m, tree.ref(gradients));
    v = zip((v, g) => v.mul(0.999).add(np.square(g).mul(0.001)), v, gradients);
    layers = zip((w, m, v) => w.sub(rate.ref.mul(m).div(np.sqrt(v).add(1e-7))), layers, tree.ref(m), tree.ref(v));
    rate.dispose();
    return [layers, m, v, loss];
  });

  const labels = labelRows(y, units.at(-1));
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  let state;
  const start = () => {
    if (state) tree.dispose(state.slice(0, 3));
    const layers = initialise(units);
    const zeros = () => layers.map((pair) => pair.map((one) => np.zeros(one.shape)));
    state = [layers, zeros(), zeros(), 0];
  };
  start();

  const epoch = async (rows) => {
    shuffle(order);
    for (let first = 0; first < rows; first += batch) {
      const chosen = order.subarray(first, Math.min(first + batch, rows));
      const [layers, m, v, done] = state;
      const t = done + 1;
      const rate = np.array((0.001 * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t));
      const [newLayers, newM, newV, loss] = step(
        layers,
        m,
        v,
        rate,
        gather(x, units[0], chosen),
        gather(labels, units.at(-1), chosen),
      );
      await loss.data(); // what is not waited for piles up: ten times slower
      state = [newLayers, newM, newV, t];
    }
  };

  return {
    async run() {
      if (work.fresh) start();
      for (let i = 0; i < epochs; i++) await epoch(rows);
    },
    /** Both sizes of batch are compiled; the rest is as fast after a few steps. */
    async warmUp() {
      await epoch(Math.min(rows, 64 * batch + (rows % batch)));
    },
    end: () => tree.dispose(state.slice(0, 3)),
  };
}

/** Glorot-uniform kernels and zero biases. */
function initialise(units) {
  return units.slice(1).map((outputs, i) => {
    const inputs = units[i];
    const limit = Math.sqrt(6 / (inputs + outputs));
    const kernel = Float32Array.from({ length: inputs * outputs }, () => (2 * Math.random() - 1) * limit);
    return [np.array(kernel).reshape([inputs, outputs]), np.zeros([outputs])];
  });
}

/** One-hot rows for classes; the class itself for a single output. */
function labelRows(y, units) {
  if (units === 1) return Float32Array.from(y);
  const rows = new Float32Array(y.length * units);
  y.forEach((label, row) => {
    rows[row * units + label] = 1;
  });
  return rows;
}

function gather(rows, columns, chosen) {
  const batch = new Float32Array(chosen.length * columns);
  chosen.forEach((row, i) => {
    batch.set(rows.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return np.array(batch).reshape([chosen.length, columns]);
}

/** Fisher and Yates's. */
function shuffle(order) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
}
