/**
 * Whether tests can fail: small mutations of the TypeScript, one at a time and chosen by chance, in a copy of the
 * working tree, each of which some test of its room should notice.
 *
 *     node test/mutations/sample.mjs [mutations] [seed]
 *
 * What is printed as not noticed lacks a test, or changes nothing that can be seen.
 */

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Rooms whose tests run the sources and not what is built of them, and these tests. */
const rooms = {
  'ts/activations.ts': ['test/vocabulary'],
  'ts/browser/unpack-wasm.ts': ['test/engine/unpack-wasm.test.ts'],
  'ts/constraints.ts': ['test/vocabulary'],
  'ts/data/binary-digits.ts': ['test/data/binary-digits.test.ts'],
  'ts/data/gzip.ts': ['test/data/idx.test.ts'],
  'ts/data/idx.ts': ['test/data/idx.test.ts'],
  'ts/data/npy.ts': ['test/data/npy.test.ts'],
  'ts/data/numbers.ts': ['test/data/npy.test.ts', 'test/data/idx.test.ts'],
  'ts/data/sha256.ts': ['test/data/idx.test.ts'],
  'ts/engine/builds.ts': ['test/engine/builds.test.ts'],
  'ts/engine/pack.ts': ['test/engine/pack.test.ts'],
  'ts/evaluation': ['test/evaluation'],
  'ts/evaluation.ts': ['test/evaluation'],
  'ts/formats/hdf5': ['test/formats/hdf5.test.ts'],
  'ts/formats/keras-config': ['test/formats/keras-config.test.ts'],
  'ts/formats/keras-config.ts': ['test/formats/keras-config.test.ts'],
  'ts/initializers.ts': ['test/vocabulary'],
  'ts/inputs': ['test/model/inputs.test.ts'],
  'ts/json': ['test/safetensors/safetensors.test.ts'],
  'ts/json.ts': ['test/safetensors/safetensors.test.ts'],
  'ts/kind': ['test/vocabulary'],
  'ts/kind.ts': ['test/vocabulary', 'test/model/options.test.ts'],
  'ts/layers': ['test/vocabulary', 'test/model/options.test.ts', 'test/model/summary.test.ts'],
  'ts/layers.ts': ['test/vocabulary', 'test/model/options.test.ts', 'test/model/summary.test.ts'],
  'ts/losses': ['test/vocabulary', 'test/model/options.test.ts', 'test/model/inputs.test.ts'],
  'ts/losses.ts': ['test/vocabulary', 'test/model/options.test.ts', 'test/model/inputs.test.ts'],
  'ts/metrics': ['test/vocabulary', 'test/model/options.test.ts'],
  'ts/metrics.ts': ['test/vocabulary', 'test/model/options.test.ts'],
  'ts/model/summary.ts': ['test/model/summary.test.ts'],
  'ts/optimizers': ['test/vocabulary', 'test/model/options.test.ts', 'test/model/summary.test.ts'],
  'ts/optimizers.ts': ['test/vocabulary', 'test/model/options.test.ts', 'test/model/summary.test.ts'],
  'ts/options.ts': ['test/model/options.test.ts', 'test/model/inputs.test.ts', 'test/evaluation'],
  'ts/pictures': ['test/pictures'],
  'ts/regularizers.ts': ['test/vocabulary'],
  'ts/report/contrast.ts': ['test/report/report.test.ts'],
  'ts/report/palette.ts': ['test/report/report.test.ts'],
  'ts/safetensors': ['test/safetensors/safetensors.test.ts'],
  'ts/safetensors.ts': ['test/safetensors/safetensors.test.ts'],
  'ts/schedules': ['test/vocabulary'],
  'ts/schedules.ts': ['test/vocabulary'],
  'ts/tensor.ts': ['test/model/inputs.test.ts'],
};
/** What hosts differ in is tested on them. */
const elsewhere = /browser\.ts$|\.d\.ts$/;

const K = ts.SyntaxKind;
const operators = new Map([
  [K.LessThanToken, '<='],
  [K.LessThanEqualsToken, '<'],
  [K.GreaterThanToken, '>='],
  [K.GreaterThanEqualsToken, '>'],
  [K.EqualsEqualsEqualsToken, '!=='],
  [K.ExclamationEqualsEqualsToken, '==='],
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
  [K.AsteriskToken, '/'],
  [K.SlashToken, '*'],
  [K.PercentToken, '*'],
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
  [K.QuestionQuestionToken, '&&'],
  [K.AmpersandToken, '|'],
  [K.BarToken, '&'],
  [K.LessThanLessThanToken, '>>'],
  [K.GreaterThanGreaterThanToken, '<<'],
  [K.PlusEqualsToken, '-='],
]);
const names = { max: 'min', min: 'max', some: 'every', every: 'some', floor: 'ceil', ceil: 'floor' };

/** Every mutation of a file: what comes in place of which part. */
function mutationsOf(file) {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const put = (node, to) => found.push({ file, start: node.getStart(), end: node.getEnd(), to });
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const to = operators.get(node.operatorToken.kind);
      if (to) put(node.operatorToken, to);
    } else if (ts.isNumericLiteral(node)) put(node, `(${node.getText()} + 1)`);
    else if (node.kind === K.TrueKeyword) put(node, 'false');
    else if (node.kind === K.FalseKeyword) put(node, 'true');
    else if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken)
      put(node, node.operand.getText());
    else if (ts.isIfStatement(node)) {
      put(node.expression, 'true');
      put(node.expression, 'false');
    } else if (ts.isConditionalExpression(node)) put(node.condition, `!(${node.condition.getText()})`);
    else if (ts.isPropertyAccessExpression(node) && Object.hasOwn(names, node.name.text))
      put(node.name, names[node.name.text]);
    else if (ts.isExpressionStatement(node)) put(node, ';');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sourcesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((name) => name.endsWith('.ts') && !elsewhere.test(name))
    .sort();
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy of what git knows, with what is installed and built here. */
function copyTree(root) {
  const copy = mkdtempSync(join(tmpdir(), 'inkgrad-mutations-'));
  const list = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of list.split('\0').filter(Boolean)) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
  return copy;
}

/** Whether tests pass; those that never end do not, and are ended with the processes that they run in. */
function pass(copy, tests) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--bail', '1', ...tests];
  const child = spawn(process.execPath, vitest, { cwd: copy, stdio: 'ignore', detached: true });
  const end = () => process.kill(-child.pid, 'SIGKILL');
  const timer = setTimeout(end, 180_000);
  process.once('exit', end);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('exit', end);
      resolve(code === 0);
    });
  });
}

async function survives(copy, { file, start, end, to }, tests) {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, start) + to + text.slice(end));
  const survived = await pass(copy, tests);
  writeFileSync(path, text);
  return survived;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [count = 150, seed = 1] = process.argv.slice(2).map(Number);
const next = random(seed);
process.chdir(root);
const copy = copyTree(root);
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(copy, { recursive: true }));
const all = Object.entries(rooms).flatMap(([path, tests]) =>
  sourcesIn(path)
    .flatMap(mutationsOf)
    .map((mutation) => ({ mutation, tests: tests.join(' ') })),
);
/** By tests, whether they pass without any mutation. */
const sound = new Map();
let [done, survived] = [0, 0];
while (done < count && all.length > 0) {
  const [{ mutation, tests }] = all.splice(Math.floor(next() * all.length), 1);
  if (!sound.has(tests)) {
    sound.set(tests, await pass(copy, tests.split(' ')));
    if (!sound.get(tests)) console.log(`left out, since they fail without a mutation: ${tests}`);
  }
  if (!sound.get(tests)) continue;
  const { file, start, end, to } = mutation;
  const lives = await survives(copy, mutation, tests.split(' '));
  done++;
  if (lives) survived++;
  const text = readFileSync(file, 'utf8');
  const before = text.slice(0, start).split('\n');
  const place = `${before.length}:${(before.at(-1) ?? '').length + 1}`;
  const what = `${file}:${place}: ${text.slice(start, end).slice(0, 120)} -> ${to}`;
  console.log(`${done}: ${lives ? 'NOT NOTICED' : 'noticed'}: ${what}`);
}
console.log(`${done - survived} of ${done} noticed, seed ${seed}`);
