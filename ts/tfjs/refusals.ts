/** Names of TensorFlow.js that dense programs do without: each says so when it is called. */

import { OptionError } from '../errors.ts';

/** What stands in the place of a function that there is not. */
export type Refused = (...parameters: never[]) => never;

/** A function that throws an OptionError. */
export function refuse(name: string, instead: string): Refused {
  return Object.defineProperty(
    // A function that can be called with `new` as well, and extended.
    function refused(): never {
      throw new OptionError(`tf.${name}`, instead, `a call of tf.${name}`);
    },
    'name',
    { value: name },
  ) as Refused;
}

/** Functions of any names, each of which is refused; for destructuring. */
export function refused<Name extends string>(
  names: readonly Name[],
  instead: string,
  prefix = '',
): Readonly<Record<Name, Refused>> {
  return Object.fromEntries(names.map((name) => [name, refuse(prefix + name, instead)])) as Record<Name, Refused>;
}
