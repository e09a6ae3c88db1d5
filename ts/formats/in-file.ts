import { ArgumentError, FormatError } from '../errors.ts';

/**
 * Whatever is wrong with an argument that a file gave is wrong with the file.
 * @throws FormatError
 */
export function inFile<T>(source: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ArgumentError) || error instanceof FormatError) throw error;
    throw new FormatError(`${source}: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}
