/** Programs in TensorFlow.js's manner, with only the import changed, against what TensorFlow.js makes of them. */

import { expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import { programs, runProgram } from './run-program.mjs';

const inkgrad = new URL('../../dist/tfjs-node.js', import.meta.url).href;

test('there are six programs', () => {
  expect(programs).toEqual(['binary', 'callbacks', 'classification', 'regression', 'save-and-load', 'tensors']);
});

test.for(programs)('%s gives the figures of TensorFlow.js', async (name, { annotate }) => {
  const worst = expectGolden(name, await runProgram(`programs/${name}.mjs`, inkgrad));
  await annotate(`largest difference: ${worst.toExponential(1)} of a number`);
});

test('layers, losses and optimizers in which Keras and TensorFlow.js agree give its figures', async ({ annotate }) => {
  const worst = expectGolden('vocabulary', await runProgram('vocabulary.mjs', inkgrad));
  await annotate(`largest difference: ${worst.toExponential(1)} of a number`);
});
