//! The inner loops, and the only place with `unsafe`.
//!
//! Every kernel states what its pointers must cover; debug builds assert what can be asserted. The callers in this
//! crate allocate all buffers from one [`layout`], so that the bounds hold by construction.

pub mod adam;
pub mod aligned;
pub mod dense;
pub mod layout;
pub mod nonzero;
pub mod output;
pub mod panels;
pub mod pass;
pub mod product;
pub mod simd;
pub mod sparse;
pub mod step;
