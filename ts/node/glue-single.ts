/** The glue of the single-threaded build, in as many instances as there are engines. */
export { createGlue } from '../engine/glue-single.ts?instances';
