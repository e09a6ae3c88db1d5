import { layers as kinds, type LayerDescription } from '../../layers.ts';

/** Layers that know what comes in: as they say, or else rows of `inputs` numbers. */
export function withInput(layers: readonly LayerDescription[], inputs: number): readonly LayerDescription[] {
  const [first] = layers;
  const known = first?.type === 'input' || first?.inputShape !== undefined;
  return known ? layers : [kinds.input([inputs]), ...layers];
}
