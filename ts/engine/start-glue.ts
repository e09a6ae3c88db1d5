/** The asynchronous start of glue-single.ts: pages let only small modules start at once. */
export { default as startGlue } from '../../crates/wasm/pkg-single/inkgrad_wasm.js';
