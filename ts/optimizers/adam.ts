import { belowOne, flag, moreThanZero } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

export const adamFields = {
  /** Decay of the mean of gradients, 0 (included) to 1. Default: 0.9. */
  beta1: belowOne(0.9),
  /** Decay of the mean of squared gradients, 0 (included) to 1. Default: 0.999. */
  beta2: belowOne(0.999),
  /** Added to the root of the second moment, as Keras does, outside its bias correction. Default: 1e-7. */
  epsilon: moreThanZero(1e-7),
  /** Divides by the largest second moment so far (Reddi et al., 2018). Default: false. */
  amsgrad: flag(false),
};

export function adamSlots({ amsgrad }: { readonly amsgrad: boolean }, shape: readonly number[]): number {
  return (amsgrad ? 3 : 2) * size(shape);
}

/** Adam (Kingma and Ba, 2014) as Keras computes it. Learning rate 0.001. */
export const adam = optimizer('adam', 0.001, adamFields, { slots: adamSlots });
