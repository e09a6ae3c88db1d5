/** Objects from a file. */

import { ArgumentError } from '../../errors.ts';
import { checkOptions } from '../../options.ts';

/** An object with these fields and no others; a question mark stands behind those that may be missing. */
export function checkFields(argument: string, value: unknown, fields: readonly string[]): Record<string, unknown> {
  checkOptions(
    argument,
    value,
    fields.map((field) => field.replace('?', '')),
  );
  for (const field of fields) {
    if (!field.endsWith('?') && !Object.hasOwn(value as object, field)) {
      throw new ArgumentError(argument, `an object with the field '${field}'`, 'one without');
    }
  }
  return value as Record<string, unknown>;
}
