/** The order of layers whose names do not tell it: each takes what the one before it gives. */

import { FormatError } from '../../errors.ts';
import { quoted } from '../../options.ts';
import { type Block, widthsOf } from './block.ts';

/** Nobody's file needs more; without a limit, one made for it could take for ever. */
const MOST_STEPS = 10_000;

/** Names with their numbers in order: fc2 before fc10. */
export function byNumbers<Named extends { readonly name: string }>(named: readonly Named[]): Named[] {
  const key = ({ name }: Named) => name.replaceAll(/\d+/g, (digits) => digits.padStart(16, '0'));
  return named.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What is known of the order of blocks: it is the file's or that of numbers, or likely so, or nothing. */
export type Order = 'given' | 'likely' | 'unknown';

/** Names of which none has a number, but for the first or last perhaps (dense, dense_1), are in no order. */
export function orderOf(blocks: readonly { readonly name: string }[]): Order {
  const unnumbered = blocks.filter(({ name }) => !/\d/.test(name)).length;
  return unnumbered === 0 ? 'given' : unnumbered === 1 ? 'likely' : 'unknown';
}

/**
 * The blocks in the order that they have if that fits, and else, unless it is given, in the one order that does.
 * @throws FormatError if none fits, or several do
 */
export function inOrder(blocks: readonly Block[], order: Order, source: string): readonly Block[] {
  if (order !== 'unknown' && isChain(blocks)) return blocks;
  const [chain, other] = order === 'given' ? [] : chainsOf(blocks);
  if (chain && !other) return chain;
  const names = quoted(blocks.map(({ name }) => name));
  const fit = chain ? 'several orders fit; say layers, with these names' : 'no order fits';
  throw new FormatError(source, 'layers of which each takes what the one before it gives', `${names}: ${fit}`);
}

function isChain(blocks: readonly Block[]): boolean {
  let width: number | undefined;
  return blocks.every((block) => {
    const fits = takes(block, width);
    width = widthBehind(block, width);
    return fits;
  });
}

/** PReLU may have one number for all inputs. */
const isForAny = (block: Block) => block.type === 'prelu' && widthsOf(block)[0] === 1;

function takes(block: Block, width: number | undefined): boolean {
  return width === undefined || widthsOf(block)[0] === width || isForAny(block);
}

function widthBehind(block: Block, width: number | undefined): number | undefined {
  return isForAny(block) ? width : widthsOf(block)[1];
}

/** Up to two orders. */
function chainsOf(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  let steps = 0;
  const extend = (chain: readonly Block[], left: readonly Block[], width?: number): void => {
    if (left.length === 0) found.push([...chain]);
    for (const block of left) {
      if (found.length > 1 || ++steps > MOST_STEPS) return;
      if (!takes(block, width)) continue;
      const others = left.filter((other) => other !== block);
      extend([...chain, block], others, widthBehind(block, width));
    }
  };
  extend([], blocks);
  return found;
}
