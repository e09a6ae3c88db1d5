/** Every name that people may import, and what is in it, has a word of documentation; every value an example. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { undocumented, withoutExample } from './undocumented.ts';

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
  'ts/tfjs.ts',
];

test('every export, member, option and field has a doc comment', () => {
  expect(undocumented(root, entries)).toEqual([]);
});

test('every function, class and constant that is exported has an example', () => {
  expect(withoutExample(root, entries)).toEqual([]);
});

test('no entry of the package is left out', () => {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const names = Object.keys(exports).filter((name) => !['./package.json', './inline'].includes(name)); // inline is the same as .
  const known = ['.', './data', './digits', './report', './formats', './study', './tfjs'];
  expect(names.sort()).toEqual(known.sort());
});
