/** @module inkgrad/formats */
export * from '../../ts/formats/public.ts';
