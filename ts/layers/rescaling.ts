import { anyNumber } from '../kind/field.ts';
import { layer } from './layer.ts';

/** `x * scale + offset`. */
export const rescaling = layer(
  'rescaling',
  'Rescaling',
  {
    /** Such as 1 / 255 for bytes. */
    scale: anyNumber(),
    /** Default: 0. */
    offset: anyNumber(0),
  },
  { first: 'scale' },
);
