/** Layers that weights most likely belong to. */

import type { ActivationName } from '../../activations.ts';
import { type LayerDescription, layers } from '../../layers.ts';
import { type Block, widthsOf } from './block.ts';

/** What a program does where nobody says otherwise. */
export interface Habits {
  /** Between layers. */
  readonly hidden: ActivationName;
  /** Behind the last. */
  readonly last: ActivationName;
  /** Of normalization layers. */
  readonly epsilon: number;
  /** The share of its moving statistics that a batch keeps. */
  readonly momentum: number;
}

/** Without the input. */
export function guessLayers(blocks: readonly Block[], habits: Habits): LayerDescription[] {
  const lastDense = blocks.findLastIndex(({ type }) => type === 'dense');
  return blocks.flatMap((block, i) => {
    const isLast = i >= lastDense;
    const activation = isLast ? habits.last : habits.hidden;
    const here = isLast ? i === lastDense : activationIsBehind(blocks, i);
    if (block.type === 'dense') return [denseLayer(block, here ? activation : 'linear')];
    const layer = layerOf(block, habits);
    return here ? [layer, layers.activation(activation)] : [layer];
  });
}

/** Between two dense layers it stands in the first gap, or else behind all that is there; a PReLU is one itself. */
function activationIsBehind(blocks: readonly Block[], i: number): boolean {
  const first = blocks.slice(0, i + 1).findLastIndex(({ type }) => type === 'dense');
  if (first === -1) return false;
  const next = blocks.findIndex(({ type }, at) => at > first && type === 'dense');
  const between = blocks.slice(first, next);
  if (between.some(({ type }) => type === 'prelu')) return false;
  const gap = between.findIndex(({ gapBehind }) => gapBehind);
  return i - first === (gap === -1 ? between.length - 1 : gap);
}

function denseLayer(block: Block, activation: ActivationName): LayerDescription {
  const [, units] = widthsOf(block);
  return layers.dense({ units, activation, useBias: block.variables.has('bias'), ...nameOf(block) });
}

function layerOf(block: Block, { epsilon, momentum }: Habits): LayerDescription {
  const has = { scale: block.variables.has('gamma'), center: block.variables.has('beta') };
  if (block.type === 'batchNormalization')
    return layers.batchNormalization({ epsilon, momentum, ...has, ...nameOf(block) });
  if (block.type === 'layerNormalization') return layers.layerNormalization({ epsilon, ...has, ...nameOf(block) });
  return layers.prelu(nameOf(block));
}

/** Numbers are places, not names. */
function nameOf({ name }: Block): { readonly name?: string } {
  return name === '' || name.includes('/') || /(^|[._])\d+$/.test(name) ? {} : { name };
}

/** As people write it, and the command line reads it: `dense(25, relu), dense(10)`. */
export function layersText(described: readonly LayerDescription[]): string {
  return described.map(layerText).join(', ');
}

function layerText(layer: LayerDescription): string {
  if (layer.type === 'input') return `input(${layer.shape.join(', ')})`;
  if (layer.type === 'activation') return `activation(${layer.activation.type})`;
  if ('epsilon' in layer) return `${layer.type}(epsilon=${plainNumber(layer.epsilon)})`;
  if (layer.type !== 'dense') return layer.type;
  const { units, activation } = layer;
  return activation.type === 'linear' ? `dense(${units})` : `dense(${units}, ${activation.type})`;
}

/** 0.00001 and not 1e-5. */
function plainNumber(value: number): string {
  return String(value).includes('e') ? value.toFixed(12).replace(/0+$/, '') : String(value);
}
