/** The WASM of builds that are one text, where a page has all in one file. */

import type { Choice } from '../engine/builds.ts';

/** As scripts/pack-wasm.mjs packs them. */
export interface PackedWasm {
  /** Compressed with zlib and written in base64. */
  readonly packed: string;
  /** Their sizes, in their order. */
  readonly lengths: readonly (readonly [build: Choice['file'], bytes: number])[];
}

/** The binary of a build; nothing is kept. */
export async function unpackWasm(
  { packed, lengths }: PackedWasm,
  build: Choice['file'],
): Promise<Uint8Array<ArrayBuffer>> {
  const zlib = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([zlib]).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let start = 0;
  for (const [name, length] of lengths) {
    if (name === build) return withRepeats(bytes, start + length).slice(start);
    start += length;
  }
  throw new RangeError(build);
}

/** Puts back what the packer took out, as far as is asked for. */
function withRepeats(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  let at = 0;
  const next = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] as number;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  let left = next() + at;
  let shift = 0;
  const whole = new Uint8Array(size);
  for (let end = 0; end < size; ) {
    const [taken, copied, change] = [next(), next(), next()];
    whole.set(bytes.subarray(left, left + taken), end);
    left += taken;
    end += taken;
    shift += change & 1 ? -(change >> 1) : change >> 1;
    whole.copyWithin(end, end - shift, end - shift + copied);
    end += copied;
  }
  return whole;
}
