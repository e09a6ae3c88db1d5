import { expect, test } from 'vitest';
import { decode, readCases, uniform } from './golden.ts';

test("the formula of weights and data gives the script's numbers, to the bit", () => {
  const { count, limit, stream, numbers } = readCases().formula;
  expect(uniform(count, limit, stream)).toEqual(decode(numbers).data);
});
