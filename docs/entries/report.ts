/** @module inkgrad/report */
export * from '../../ts/report/node.ts';
