/** Object headers: what a group or an array says of itself, as a list of messages. */

import { lookup3 } from './checksum.ts';
import type { Reader } from './reader.ts';

export interface Message {
  readonly type: number;
  readonly at: number;
  readonly size: number;
}

export const DATASPACE = 0x01;
export const LINK_INFO = 0x02;
export const DATATYPE = 0x03;
export const FILL_VALUE = 0x05;
export const LINK = 0x06;
export const LAYOUT = 0x08;
export const GROUP_INFO = 0x0a;
export const FILTERS = 0x0b;
export const ATTRIBUTE = 0x0c;
export const SYMBOL_TABLE = 0x11;
export const ATTRIBUTE_INFO = 0x15;
const CONTINUATION = 0x10;

/** Says that a message lies elsewhere, to be shared by several objects. */
const SHARED = 0x02;

interface Block {
  readonly at: number;
  readonly end: number;
}

/** @throws FormatError */
export function messagesOf(file: Reader, at: number): Message[] {
  const found = file.u8(at) === 1 ? readVersion1(file, at) : readVersion2(file, at);
  return found.filter(({ type }) => type !== 0);
}

function readVersion1(file: Reader, at: number): Message[] {
  const count = file.u16(at + 2);
  const messages: Message[] = [];
  const blocks: Block[] = [{ at: at + 16, end: at + 16 + file.u32(at + 8) }];
  for (let i = 0; i < blocks.length; i++) {
    let { at: next, end } = blocks[i] as Block;
    for (; next + 8 <= end && messages.length < count; ) {
      const message = checked(file, file.u16(next), next + 8, file.u16(next + 2), file.u8(next + 4));
      messages.push(message);
      if (message.type === CONTINUATION) blocks.push(continuation(file, message));
      next = message.at + message.size;
    }
  }
  return messages;
}

function readVersion2(file: Reader, at: number): Message[] {
  file.signature(at, 'OHDR');
  const flags = file.u8(at + 5);
  const width = 1 << (flags & 3);
  const sizeAt = at + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const start = sizeAt + width;
  const head = flags & 0x04 ? 6 : 4;
  const messages: Message[] = [];
  const end = start + file.whole(sizeAt, width);
  checkSum(file, at, end);
  const blocks: Block[] = [{ at: start, end }];
  for (let i = 0; i < blocks.length; i++) {
    let { at: next, end } = blocks[i] as Block;
    for (; next + head <= end; ) {
      const message = checked(file, file.u8(next), next + head, file.u16(next + 1), file.u8(next + 3));
      messages.push(message);
      if (message.type === CONTINUATION) {
        const block = continuation(file, message);
        file.signature(block.at, 'OCHK');
        checkSum(file, block.at, block.end - 4);
        blocks.push({ at: block.at + 4, end: block.end - 4 });
      }
      next = message.at + message.size;
    }
  }
  return messages;
}

function checked(file: Reader, type: number, at: number, size: number, flags: number): Message {
  file.check(at, size);
  if (flags & SHARED && [DATASPACE, DATATYPE, LAYOUT, ATTRIBUTE].includes(type)) {
    file.fail('an HDF5 file as h5py writes it for Keras', 'one with types that arrays share');
  }
  return { type, at, size };
}

function continuation(file: Reader, { at }: Message): Block {
  const start = file.length(at);
  const length = file.length(at + 8);
  file.check(start, length);
  return { at: start, end: start + length };
}

function checkSum(file: Reader, at: number, end: number): void {
  if (lookup3(file.slice(at, end - at)) !== file.u32(end)) file.damaged('the checksum of what is before it', end);
}
