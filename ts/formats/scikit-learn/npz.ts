/** `numpy.savez(path, coefs_0=..., intercepts_0=..., coefs_1=..., ...)`. */

import { FormatError } from '../../errors.ts';
import type { WeightTensor } from '../../inputs.ts';
import { quoted } from '../../options.ts';
import type { Tensor } from '../../tensor.ts';
import { type Block, block, toFloats } from '../weights-only/block.ts';
import type { WeightsOnly } from '../weights-only.ts';
import { scikitLearn } from './habits.ts';

const names = /^(coefs|intercepts)_+(\d+)$/;

/** Undefined if the names are others. @throws FormatError */
export function weightsOfScikitLearn(arrays: ReadonlyMap<string, Tensor>, source: string): WeightsOnly | undefined {
  const found = Array.from(arrays, ([name, array]) => ({ name, parts: names.exec(name), array }));
  if (!found.some(({ parts }) => parts)) return undefined;
  const odd = found.flatMap(({ name, parts }) => (parts ? [] : [name]));
  if (odd.length > 0) throw new FormatError(source, "arrays named as 'coefs_0' and 'intercepts_0'", quoted(odd));
  const of = (kind: string) =>
    found
      .filter(({ parts }) => parts?.[1] === kind)
      .toSorted((a, b) => Number(a.parts?.[2]) - Number(b.parts?.[2]))
      .map(({ array }) => toFloats(array));
  const blocks = pairs(of('coefs'), of('intercepts'), source);
  return { blocks, order: 'given', habits: scikitLearn(blocks) };
}

/** A layer of each coefs_ and intercepts_. @throws FormatError */
export function pairs(coefs: readonly WeightTensor[], intercepts: readonly WeightTensor[], source: string): Block[] {
  if (coefs.length !== intercepts.length) {
    const received = `${coefs.length} coefs_ and ${intercepts.length} intercepts_`;
    throw new FormatError(source, 'as many intercepts_ as coefs_', received);
  }
  return coefs.map((kernel, i) => {
    const variables = new Map([['kernel', kernel] as const, ['bias', intercepts[i] as WeightTensor] as const]);
    return block(String(i), variables, source);
  });
}
