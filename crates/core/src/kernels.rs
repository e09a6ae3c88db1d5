//! The inner loops: arithmetic on matrices in panels, which knows nothing of networks, losses or threads.
//!
//! Every kernel states what its pointers must cover; debug builds assert what can be asserted. The callers in this
//! crate allocate all buffers from one layout, so that the bounds hold by construction.

pub mod aligned;
pub mod block;
pub mod dense;
pub mod kernel;
pub mod panels;
pub mod product;
pub mod rows;
pub mod simd;
pub mod sink;
pub mod sparse;
