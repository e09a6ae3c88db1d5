/** The names that TensorFlow.js gives: dense_Dense1, dense_Dense2, ... through all models of a program. */

const counts = new Map<string, number>();

/** A number that the prefix has not had. */
export function numbered(prefix: string): string {
  const count = (counts.get(prefix) ?? 0) + 1;
  counts.set(prefix, count);
  return `${prefix}${count}`;
}

/** The name of the next layer of a class. */
export function uid(className: string): string {
  return `${snakeCase(className)}_${numbered(className)}`;
}

function snakeCase(name: string): string {
  return name
    .replaceAll(/(.)([A-Z][a-z0-9]+)/g, '$1_$2')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
