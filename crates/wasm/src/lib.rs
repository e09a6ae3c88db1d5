//! The boundary between the core and JavaScript: coarse calls, handles in, views out.

#[cfg(feature = "threads")]
pub use wasm_bindgen_rayon::init_thread_pool;
