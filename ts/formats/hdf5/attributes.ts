/** Attributes: texts that are attached to groups. */

import { ATTRIBUTE, ATTRIBUTE_INFO, type Message } from './messages.ts';
import type { Reader } from './reader.ts';
import { countOf, readShape, readType } from './types.ts';

/** Names and texts; what is no text is left out. @throws FormatError */
export function attributesOf(file: Reader, messages: readonly Message[]): Map<string, readonly string[]> {
  const attributes = new Map<string, readonly string[]>();
  for (const message of messages) {
    if (message.type === ATTRIBUTE_INFO) refuseIndexed(file, message);
    if (message.type !== ATTRIBUTE) continue;
    const { name, texts } = readAttribute(file, message);
    attributes.set(name, texts);
  }
  return attributes;
}

function refuseIndexed(file: Reader, { at }: Message): void {
  const place = at + 2 + (file.u8(at + 1) & 1 ? 2 : 0);
  if (file.address(place) === undefined) return;
  file.fail("attributes as h5py writes them by itself, without libver='latest'", 'attributes that have an index');
}

function readAttribute(file: Reader, { at, size }: Message): { name: string; texts: readonly string[] } {
  const version = file.u8(at);
  if (version < 1 || version > 3) file.damaged('an attribute of version 1 to 3', at);
  const pad = (length: number) => (version === 1 ? Math.ceil(length / 8) * 8 : length);
  const [nameSize, typeSize, spaceSize] = [2, 4, 6].map((field) => file.u16(at + field)) as [number, number, number];
  const nameAt = at + (version === 3 ? 9 : 8);
  const typeAt = nameAt + pad(nameSize);
  const spaceAt = typeAt + pad(typeSize);
  const dataAt = spaceAt + pad(spaceSize);
  const name = file.name(nameAt, nameSize);
  const type = readType(file, typeAt);
  const count = countOf(readShape(file, spaceAt));
  if (type.kind !== 'text' && type.kind !== 'variable text') return { name, texts: [] };
  if (dataAt + count * type.size > at + size) file.damaged(`the attribute '${name}'`, at);
  const heaps = new Map<number, ReturnType<typeof objectsOf>>();
  const texts = Array.from({ length: count }, (_, i) => {
    const place = dataAt + i * type.size;
    return type.kind === 'text' ? file.name(place, type.size) : variableText(file, place, heaps);
  });
  return { name, texts };
}

interface Place {
  readonly at: number;
  readonly size: number;
}

function variableText(file: Reader, at: number, heaps: Map<number, Map<number, Place>>): string {
  const length = file.u32(at);
  if (length === 0) return '';
  const heap = file.length(at + 4);
  const objects = heaps.get(heap) ?? objectsOf(file, heap);
  heaps.set(heap, objects);
  const object = objects.get(file.u32(at + 12));
  if (!object || length > object.size) return file.damaged('a text of the heap', at);
  return file.text(object.at, length);
}

/** The objects of a global heap by their numbers. */
function objectsOf(file: Reader, heap: number): Map<number, Place> {
  file.signature(heap, 'GCOL');
  const end = heap + file.length(heap + 8);
  file.check(heap, end - heap);
  const objects = new Map<number, Place>();
  for (let at = heap + 16; at + 16 <= end; ) {
    const index = file.u16(at);
    if (index === 0) break; // the rest is free
    const size = file.length(at + 8);
    file.check(at + 16, size);
    objects.set(index, { at: at + 16, size });
    at += 16 + Math.ceil(size / 8) * 8;
  }
  return objects;
}
