/** From a stream to one array. */

/**
 * Gathers a stream's chunks in one array.
 *
 * @param guess How many bytes to make room for at first; a right guess saves a copy.
 * @param limit The most bytes that may come; with more, the stream is cancelled and `tooLong()` is thrown.
 * @param onChunk Called when a chunk has come, with the bytes so far.
 */
export async function gather(
  stream: ReadableStream<Uint8Array>,
  guess: number,
  limit: number,
  tooLong: () => Error,
  onChunk?: (length: number) => void,
): Promise<Uint8Array> {
  let bytes = new Uint8Array(Math.min(guess, limit));
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    const end = length + value.length;
    onChunk?.(end);
    if (end > limit) {
      await reader.cancel();
      throw tooLong();
    }
    if (end > bytes.length) {
      const larger = new Uint8Array(Math.min(Math.max(end, 2 * bytes.length), limit));
      larger.set(bytes);
      bytes = larger;
    }
    bytes.set(value, length);
    length = end;
  }
}
