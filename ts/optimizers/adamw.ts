import { adamFields, adamSlots } from './adam.ts';
import { optimizer } from './optimizer.ts';

/** Adam with decoupled weight decay (Loshchilov and Hutter, 2017), 0.004 by default. Learning rate 0.001. */
export const adamw = optimizer('adamw', 0.001, adamFields, {
  aliases: ['AdamW', 'adamW'],
  weightDecay: 0.004,
  engineKind: 'adam',
  slots: adamSlots,
});
