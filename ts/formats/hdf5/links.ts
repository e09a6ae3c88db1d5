/** What is in a group: names and the addresses of what they name. */

import { LINK, LINK_INFO, type Message, SYMBOL_TABLE } from './messages.ts';
import type { Reader } from './reader.ts';

/** Keras's groups have an entry for each layer; more levels than this no tree of theirs has. */
const DEEPEST_TREE = 8;
const ENTRY_BYTES = 40;

/** @throws FormatError */
export function linksOf(file: Reader, messages: readonly Message[]): Map<string, number> {
  const links = new Map<string, number>();
  const add = (name: string, address: number) => {
    if (links.has(name)) file.fail('a group that has each name once', `'${name}' twice`);
    links.set(name, address);
  };
  for (const message of messages) {
    if (message.type === SYMBOL_TABLE) readTable(file, message, add);
    if (message.type === LINK) readLink(file, message, add);
    if (message.type === LINK_INFO) refuseIndexed(file, message);
  }
  return links;
}

/** That a list of links or attributes is in the messages themselves. */
function refuseIndexed(file: Reader, { at }: Message): void {
  const place = at + 2 + (file.u8(at + 1) & 1 ? 8 : 0);
  if (file.address(place) === undefined) return;
  file.fail("groups as h5py writes them by itself, without libver='latest'", 'groups that have an index');
}

function readLink(file: Reader, { at }: Message, add: (name: string, address: number) => void): void {
  const flags = file.u8(at + 1);
  const type = flags & 8 ? file.u8(at + 2) : 0;
  const nameSize = at + 2 + (flags & 8 ? 1 : 0) + (flags & 4 ? 8 : 0) + (flags & 16 ? 1 : 0);
  const width = 1 << (flags & 3);
  const length = file.whole(nameSize, width);
  const name = file.text(nameSize + width, length);
  if (type === 0) add(name, file.length(nameSize + width + length));
}

function readTable(file: Reader, { at }: Message, add: (name: string, address: number) => void): void {
  const heap = file.length(at + 8);
  file.signature(heap, 'HEAP');
  const names = { at: file.length(heap + 24), length: file.length(heap + 8) };
  file.check(names.at, names.length);
  const nameAt = (offset: number) => file.name(names.at + offset, names.length - offset);
  const walk = (node: number, depth: number): void => {
    if (depth > DEEPEST_TREE) file.fail('a group of at most 8 levels', 'more');
    file.signature(node, 'TREE');
    const level = file.u8(node + 5);
    const count = file.u16(node + 6);
    for (let i = 0; i < count; i++) {
      const child = file.length(node + 32 + i * 16);
      if (level > 0) walk(child, depth + 1);
      else readNode(file, child, nameAt, add);
    }
  };
  walk(file.length(at), 0);
}

function readNode(
  file: Reader,
  at: number,
  nameAt: (offset: number) => string,
  add: (name: string, address: number) => void,
): void {
  file.signature(at, 'SNOD');
  const count = file.u16(at + 6);
  for (let i = 0; i < count; i++) {
    const entry = at + 8 + i * ENTRY_BYTES;
    const isSoft = file.u32(entry + 16) === 2;
    if (!isSoft) add(nameAt(file.length(entry)), file.length(entry + 8));
  }
}
