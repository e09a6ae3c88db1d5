export function queueRunner(_: unknown): never {
  throw new Error('not yet');
}
