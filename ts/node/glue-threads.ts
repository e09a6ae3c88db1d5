/** The glue of the threaded build, in as many instances as there are engines. */
export { createGlue } from '../engine/glue-threads.ts?instances';
