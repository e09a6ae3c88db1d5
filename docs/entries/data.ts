/** @module inkgrad/data */
export * from '../../ts/data/node.ts';
