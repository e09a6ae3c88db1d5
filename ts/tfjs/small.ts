import { version as inkgrad } from '../version.ts';
import { confusionMatrix } from './functions.ts';

/** The confusion matrix. */
export const math = { confusionMatrix } as const;

/** Versions by package; that of TensorFlow.js is the one whose words these are. */
export const version = { inkgrad, tfjs: '4.22.0' } as const;
