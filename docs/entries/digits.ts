/** @module inkgrad/digits */
export * from '../../ts/digits/node.ts';
