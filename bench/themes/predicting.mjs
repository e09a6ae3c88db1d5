import { predictions } from './works.mjs';

export const predicting = {
  name: 'predicting',
  title: 'Predicting',
  about:
    "784-128-64-10. inkgrad's figures are of `await model.predict(...)` on arrays of the program's own, which are " +
    'checked and copied, and on a data set, whose rows wait in the engine; the rows of the others wait in the form ' +
    'that they like best, but for Keras and scikit-learn (NumPy).',
  async run(context) {
    const names = ['inkgrad', 'jax', 'torch', 'keras', 'sklearn', 'jaxJs', 'tfjs'];
    const all = ['inkgrad', 'inkgradResident', ...names.slice(1)];
    const many = predictions(context);
    const one = predictions(context, { kind: 'predictOne', rows: 1, calls: 20, turn: 200 });
    return [
      await context.measure({ title: '10,000 images in one call, milliseconds', work: many, names: all, rounds: 7 }),
      await context.measure({ title: 'One image, microseconds', work: one, names, rounds: 5, scale: 1000 }),
    ];
  },
};
