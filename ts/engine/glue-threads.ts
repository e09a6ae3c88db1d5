/** The threaded WASM build, as its own file in dist/: each instance of this module holds one engine. */
export * from '../../crates/wasm/pkg-threads/inkgrad_wasm.js';
