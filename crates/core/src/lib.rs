//! Dense networks for handwritten digits: layers, losses, metrics and optimizers in Keras's numbers, on SIMD and threads.
//!
//! The same seed gives the same bits on every machine and for every number of threads: each output element is summed
//! by one thread in one fixed order, and no function of the host's mathematics library is called.
//!
//! A [`Network`] is described by a [`NetworkSpec`], learns from a [`Dataset`] through a [`Trainer`] as a
//! [`TrainingSpec`] says, is judged by an [`Evaluation`] and asked by [`predict`]. [`Team`] says how many threads work.

pub mod activations;
mod augmentation;
pub mod constraints;
mod data;
mod error;
mod inference;
pub mod initializers;
mod kernels;
pub mod layers;
pub mod losses;
pub mod metrics;
mod network;
pub mod optimizers;
mod parallel;
pub mod regularizers;
mod rng;
pub mod schedules;
mod spec;
mod training;
mod variables;

pub use augmentation::{AugmentSpec, augment};
pub use data::{Chunk, Dataset, Storage, Targets};
pub use error::Error;
pub use inference::{Evaluation, predict, predict_rows};
pub use network::Network;
pub use parallel::Team;
pub use rng::{Philox, Stream};
pub use spec::{NetworkSpec, TrainingSpec, kinds, unpack};
pub use training::{Progress, Trainer};
pub use variables::{Variable, VariableSpec};

/// A number that no other network or data set of this process has.
fn identity() -> u64 {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
}
