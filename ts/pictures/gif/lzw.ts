/** LZW as GIF has it (GIF89a specification, appendix F). */

import { PictureFault } from '../picture.ts';

const mostCodes = 4096;

/**
 * @param codeSize bits of a plain symbol
 * @returns exactly `length` symbols; what follows is not unpacked
 */
export function unpackLzw(data: Uint8Array, codeSize: number, length: number): Uint8Array {
  if (codeSize < 1 || codeSize > 8) throw new PictureFault(`its code size is ${codeSize}`);
  const clear = 1 << codeSize;
  const end = clear + 1;
  // A code stands for what `before` does and one more symbol, its `last`.
  const before = new Uint16Array(mostCodes);
  const last = Uint8Array.from({ length: mostCodes }, (_, code) => (code < clear ? code : 0));
  const lengths = new Uint16Array(mostCodes).fill(1, 0, clear);
  const out = new Uint8Array(length);
  let [filled, next, width, previous] = [0, end + 1, codeSize + 1, -1];
  let [bits, held] = [0, 0];
  for (let at = 0; filled < length; ) {
    while (held < width) {
      const byte = data[at++];
      if (byte === undefined) throw new PictureFault('it has too few pixels');
      bits |= byte << held;
      held += 8;
    }
    const code = bits & ((1 << width) - 1);
    bits >>>= width;
    held -= width;
    if (code === clear) {
      [next, width, previous] = [end + 1, codeSize + 1, -1];
      continue;
    }
    if (code === end) throw new PictureFault('it has too few pixels');
    if (code > next || (code === next && previous < 0) || (code >= clear && code < end)) {
      throw new PictureFault('its codes are spoilt');
    }
    // The code that is just being made repeats the previous one's first symbol.
    const known = code < next ? code : previous;
    const size = lengths[known] as number;
    let symbol = known;
    for (let place = filled + size - 1; place >= filled; place--) {
      if (place < length) out[place] = last[symbol] as number;
      symbol = before[symbol] as number;
    }
    const first = out[filled] as number;
    filled += size;
    if (code === next && filled < length) out[filled] = first;
    if (code === next) filled++;
    if (previous >= 0 && next < mostCodes) {
      before[next] = previous;
      last[next] = first;
      lengths[next] = (lengths[previous] as number) + 1;
      next++;
      if (next === 1 << width && width < 12) width++;
    }
    previous = code;
  }
  return out;
}
