/** Numbers that look random and are the same everywhere, from -1 to 1. */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Begins a model with weights that follow from a seed. */
export function begin(tf, model, seed, scale = 0.5) {
  const next = numbers(seed);
  const weights = model.getWeights().map((weight) => {
    const values = Array.from({ length: weight.size }, () => scale * next());
    return tf.tensor(values, weight.shape);
  });
  model.setWeights(weights);
}
