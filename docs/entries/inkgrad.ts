/** @module inkgrad */
export * from '../../ts/index.ts';
