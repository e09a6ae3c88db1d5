/** Layers as people type them: `dense(64, relu), dropout(rate=0.2), dense(10, softmax)`. */

import { OptionError } from '../errors.ts';
import { type LayerDescription, layerRoom } from '../layers.ts';
import { describe } from '../options.ts';

/** Layers whose values are all one option. */
const lists: Readonly<Record<string, string>> = { input: 'shape', reshape: 'targetShape' };

/** @throws OptionError */
export function parseLayers(text: string): LayerDescription[] {
  return split(text).map((layer) => {
    const [, name = '', values] = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(layer) ?? [];
    if (name === '')
      throw new OptionError('layers', 'layers such as dense(64, relu), dense(10)', describe(layer.trim()));
    const { type, fields } = layerRoom.named('layer', name);
    const given = values === undefined || values.trim() === '' ? [] : split(values);
    const list = lists[type];
    if (list !== undefined) return layerRoom.read(type, { type, [list]: given.map(plainValue) });
    const names = Object.keys(fields);
    const options = given.map((value, i) => {
      const [, field = names[i], plain = value] = /^\s*(\w+)\s*=(.*)$/s.exec(value) ?? [];
      return [field, plainValue(plain)] as const;
    });
    return layerRoom.read(type, { type, ...Object.fromEntries(options) });
  });
}

/** What stands between commas that are in no parentheses. */
function split(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

function plainValue(text: string): unknown {
  const word = text.trim();
  if (word === 'true' || word === 'false') return word === 'true';
  return word === '' || Number.isNaN(Number(word)) ? word : Number(word);
}
