/** @module inkgrad/tfjs */
export * from '../../ts/tfjs.ts';
