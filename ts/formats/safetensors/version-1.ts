/** Descriptions as version 0.1 wrote them: dense layers, Adam, names of losses and metrics. */

/**
 * The same as a description of version 2, as far as it is one; whatever is wrong with it is found when that is read.
 */
export function upgradeVersion1(description: unknown): unknown {
  const { layers, ...fields } = description as { readonly layers?: unknown };
  if (!Array.isArray(layers)) return description;
  const [first, ...others] = layers;
  if (typeof first !== 'object' || first === null) return description;
  // The first layer said what rows the model takes.
  const { inputShape, ...layer } = first as { readonly inputShape?: unknown };
  return { ...fields, inputShape, layers: [layer, ...others] };
}
