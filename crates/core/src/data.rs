//! Rows that networks learn from and are asked about.

mod dataset;
mod nonzero;

pub use dataset::{Chunk, Dataset, Storage, Target, Targets};
