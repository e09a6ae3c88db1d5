// `node scripts/release/try-package.mjs TARBALL`: installs the packed package as a user would, without scripts, in an empty
// folder, and trains: the weights must have the bits that they have everywhere. Needs nothing but Node and npm.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Of the program below, on every system. A change of the bits is meant, and in the change log, or a fault. */
const weights = 'b89a9d4f243f8c4294eaa8be850d91075a9674e9f69c4f40e5cb417778babe55';

const program = `
import { createEngine, engineInfo, layers, sequential } from 'inkgrad';
import { loadSampleDigits } from 'inkgrad/data';
import { readDigits } from 'inkgrad/digits';

const { train, test } = await loadSampleDigits();
const results = [];
for (const threads of [1, 2]) {
  const engine = await createEngine({ threads });
  const model = sequential({
    seed: 42,
    engine,
    layers: [layers.dense(32, { activation: 'gelu', inputShape: [784] }), layers.dense(10, { activation: 'softmax' })],
  });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(train.x, train.y, { epochs: 5, augment: true, verbose: 0 });
  const { accuracy } = await model.evaluate(test.x, test.y);
  results.push({ threads, accuracy, hash: await model.weightsHash() });
  await engine.terminate();
}

const side = 28;
const width = side + 40;
const data = new Uint8ClampedArray(width * width * 4).fill(255);
const seven = test.y.indexOf(7);
for (let pixel = 0; pixel < side * side; pixel++) {
  const at = ((Math.floor(pixel / side) + 20) * width + (pixel % side) + 20) * 4;
  data.fill(255 - test.x.bytes[seven * side * side + pixel], at, at + 3);
}
const { text } = await readDigits({ data, width, height: width });
console.log(JSON.stringify({ results, text, info: await engineInfo() }));
`;

const tarball = process.argv[2];
if (!tarball) throw new Error('name the tarball: node scripts/release/try-package.mjs inkgrad-0.1.0.tgz');
const folder = mkdtempSync(join(tmpdir(), 'inkgrad-package-'));
try {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(folder, 'program.mjs'), program);
  npm('install', '--ignore-scripts', '--offline', '--no-audit', '--no-fund', resolve(tarball));
  const output = execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8', timeout: 300_000 });
  const { results, text, info } = JSON.parse(output);
  console.log(process.platform, process.arch, process.version, JSON.stringify(info));
  for (const { threads, accuracy, hash } of results) {
    console.log(`${threads} threads: accuracy ${accuracy}, weights ${hash}`);
    if (hash !== weights) throw new Error(`the weights should be ${weights}`);
    if (!(accuracy > 0.8)) throw new Error('it has not learned');
  }
  if (text !== '7') throw new Error(`a 7 was read as '${text}'`);
  console.log(`inkgrad ${npm('exec', '--offline', 'inkgrad', '--', '--version').trim()} is well`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function npm(...args) {
  return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
}
