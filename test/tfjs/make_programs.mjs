/**
 * Runs programs/ and vocabulary.mjs by the real TensorFlow.js, pinned in bench/peers/node, and writes what they print to golden/:
 * `node scripts/install.mjs bench/peers/node && node test/tfjs/make_programs.mjs`.
 */

import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { programs, runProgram } from './run-program.mjs';

const folder = process.env.TFJS_FOLDER ?? new URL('../../bench/peers/node/', import.meta.url).href;
const tfjs = new URL('node_modules/@tensorflow/tfjs/dist/tf.node.js', folder).href;

for (const path of [...programs.map((name) => `programs/${name}.mjs`), 'vocabulary.mjs']) {
  const results = await runProgram(path, tfjs);
  const round = (_key, value) => (typeof value === 'number' ? Number(value.toPrecision(7)) : value);
  writeFileSync(
    new URL(`golden/${basename(path, '.mjs')}.json`, import.meta.url),
    `${JSON.stringify(results, round)}\n`,
  );
}
