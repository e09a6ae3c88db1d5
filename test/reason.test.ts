import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { reasonOf } from '../ts/reason.ts';

test.each([
  ['an Error', new TypeError('no room'), 'no room'],
  ['an Error of another realm', runInNewContext("new RangeError('too long')"), 'too long'],
  ['an Error that says nothing', new Error(), ''],
  ['what has a message', { message: 'unreachable' }, 'unreachable'],
  ['a text', 'refused', 'refused'],
  ['a number', 5_243_000, '5243000'],
  ['nothing', undefined, 'undefined'],
])('the reason of %s', (_, thrown, reason) => {
  expect(reasonOf(thrown)).toBe(reason);
});
