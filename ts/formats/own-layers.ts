import { OptionError } from '../errors.ts';
import type { ModelFile } from './format.ts';

/** A file that knows its layers need not be told of them. @throws OptionError */
export function refuseLayers({ layers, source }: ModelFile): void {
  if (layers) throw new OptionError('layers', `nothing: ${source} says its layers itself`, `${layers.length} layers`);
}
