//! Dense networks for handwritten digits: forward and backward passes, losses and Adam, on SIMD and threads.
//!
//! The same seed gives the same bits on every machine and for every number of threads: each output element is summed
//! by one thread in one fixed order, and no function of the host's mathematics library is called.
//!
//! A [`Network`] is described by a [`NetworkSpec`], learns from a [`Dataset`] through a [`Trainer`], and is judged by
//! [`evaluate`] and asked by [`predict`]. [`Team`] says how many threads work.

mod dataset;
mod error;
mod forward;
mod init;
mod kernels;
mod network;
mod parallel;
pub mod reference;
mod rng;
mod spec;
mod trainer;

pub use dataset::{Chunk, Dataset, Storage, Targets};
pub use error::Error;
pub use forward::{Scores, evaluate, predict};
pub use network::Network;
pub use parallel::Team;
pub use rng::{Philox, Stream};
pub use spec::{Activation, Adam, LayerSpec, Loss, NetworkSpec};
pub use trainer::{Progress, Trainer};

/// A number that no other network or data set of this process has.
fn identity() -> u64 {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
}
