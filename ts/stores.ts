/** Addresses of what pages keep: `indexeddb://name`, `opfs://folder/name`, `downloads://name`. */

export const storeSchemes = ['indexeddb', 'opfs', 'downloads'] as const;
export type StoreScheme = (typeof storeSchemes)[number];

export interface Address {
  /** In small letters. */
  readonly scheme: string;
  readonly name: string;
}

/** A place where pages keep files. */
export interface Store {
  /** Undefined when there is none of that name. @throws FileError */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * Writes all or nothing.
   * @param extension what the name should end in, where it is a person's file
   * @throws FileError
   */
  write(name: string, bytes: Uint8Array, extension: string): Promise<void>;
}

export function isStore(scheme: string): scheme is StoreScheme {
  return (storeSchemes as readonly string[]).includes(scheme);
}

/** The address that a text is; undefined for a path. Schemes have two letters at least: on Windows C:// is a path. */
export function addressOf(text: string): Address | undefined {
  const [, scheme, name] = /^([a-z][a-z0-9+.-]+):\/\/(.*)$/is.exec(text) ?? [];
  return scheme === undefined || name === undefined ? undefined : { scheme: scheme.toLowerCase(), name };
}
