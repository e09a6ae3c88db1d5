/** What was thrown, in words: not all of it is an Error, and those of other realms are none of ours. */
export function reasonOf(thrown: unknown): string {
  return String((thrown as Partial<Error> | null | undefined)?.message ?? thrown);
}
