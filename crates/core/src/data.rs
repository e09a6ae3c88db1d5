//! Rows that networks learn from and are asked about.

mod dataset;
pub(crate) mod nonzero;

pub use dataset::{Chunk, Dataset, Storage, Target, Targets};
