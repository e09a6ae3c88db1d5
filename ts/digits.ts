/** Digits read from pictures, by a network that is part of the package. */

export type { DigitsFound, FoundDigit, ReadDigitsOptions } from './digits/types.ts';
