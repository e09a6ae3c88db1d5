/** TensorFlow.js's table of a model's layers, character for character. */

import type { Layer } from './layer.ts';

export function printSummary(
  layers: readonly Layer[],
  lineLength = 90,
  positions: readonly number[] = [0.32, 0.61, 0.89, 1],
  print: (line: string) => void = console.log,
): void {
  const ends = (positions.at(-1) ?? 1) <= 1 ? positions.map((share) => Math.floor(lineLength * share)) : positions;
  const row = (fields: readonly string[]) => print(rowOf(fields, ends));
  print('_'.repeat(lineLength));
  row(['Layer (type)', 'Input Shape', 'Output shape', 'Param #']);
  print('='.repeat(lineLength));
  layers.forEach((layer, i) => {
    const { name, inputShape, outputShape } = layer;
    const shapes = [JSON.stringify([inputShape]), JSON.stringify(outputShape)];
    row([`${name} (${layer.getClassName()})`, ...shapes, String(layer.countParams())]);
    print((i === layers.length - 1 ? '=' : '_').repeat(lineLength));
  });
  const variables = layers.flatMap((layer) => layer.variables);
  const count = (trainable: boolean) =>
    variables
      .filter((variable) => variable.trainable === trainable)
      .reduce((sum, { first, end }) => sum + end - first, 0);
  print(`Total params: ${count(true) + count(false)}`);
  print(`Trainable params: ${count(true)}`);
  print(`Non-trainable params: ${count(false)}`);
  print('_'.repeat(lineLength));
}

/** Cells cut at the ends of their columns, with a space between them. */
function rowOf(fields: readonly string[], ends: readonly number[]): string {
  return fields.reduce((line, field, i) => {
    const end = ends[i] as number;
    const before = i > 0 ? `${line.slice(0, -1)} ` : line;
    return (before + field).slice(0, end).padEnd(end);
  }, '');
}
