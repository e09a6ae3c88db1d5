/** @module inkgrad/study */
export * from '../../ts/study/node.ts';
