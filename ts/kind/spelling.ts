/** The spellings of one name: heNormal, he_normal, HeNormal. */

/** `snakeCase` for types. */
export type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : '';

/** sparseCategoricalCrossentropy as sparse_categorical_crossentropy. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** HeNormal for heNormal. */
export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The one of `names` that is `name` in snake_case, Keras's beta_1 among them; else `name`. */
export function fromSnakeCase(name: string, names: readonly string[]): string {
  if (!/^[a-z0-9]+(_[a-z0-9]+)+$/.test(name)) return name;
  const letters = name.replaceAll('_', '');
  return names.find((candidate) => candidate.toLowerCase() === letters) ?? name;
}
