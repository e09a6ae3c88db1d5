/** Every name that people may import, and what is in it, has a word of documentation. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { undocumented } from './undocumented.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The sources of the package's entries; where Node's and the pages' differ, both. */
const entries = [
  'ts/index.ts',
  'ts/data/node.ts',
  'ts/data/browser.ts',
  'ts/digits/node.ts',
  'ts/digits/browser.ts',
  'ts/report/node.ts',
  'ts/report/browser.ts',
  'ts/formats/public.ts',
  'ts/study/node.ts',
];

test('every export, member, option and field has a doc comment', () => {
  expect(undocumented(root, entries)).toEqual([]);
});

// Its members are TensorFlow.js's, whose documentation has them.
test('every export of inkgrad/tfjs has a doc comment', () => {
  expect(undocumented(root, ['ts/tfjs.ts'], false)).toEqual([]);
});

test('no entry of the package is left out', () => {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const names = Object.keys(exports).filter((name) => !['./package.json', './inline'].includes(name)); // inline is the same as .
  const known = ['.', './data', './digits', './report', './formats', './study', './tfjs'];
  expect(names.sort()).toEqual(known.sort());
});
