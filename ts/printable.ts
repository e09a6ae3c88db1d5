/** Text that may be shown whatever wrote it: file names, names in model files, messages that quote them. */

// Controls but tab and line feed; marks that change the direction of text; halves of surrogate pairs.
const hidden = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** The text without what would steer a terminal or reorder a line. */
export function printable(text: string): string {
  return text.replaceAll(hidden, '');
}

/** JSON in which those characters are escapes: the same content, safe to print. */
export function printableJson(content: unknown): string {
  return JSON.stringify(content, undefined, 2).replaceAll(hidden, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The text, or its beginning and its length where it is longer than `most` characters. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}... (${text.length.toLocaleString('en-US')} characters)`;
}
