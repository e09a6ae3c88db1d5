//! Learning: what a compiled network keeps, and the trainer that goes through a data set.

mod alike;
mod compiled;
mod constrain;
mod factored;
mod penalize;
mod plan;
mod run;
mod scoring;
mod state;
mod totals;
mod trainer;
mod update;

pub(crate) use alike::Alike;
pub(crate) use compiled::Compiled;
pub(crate) use scoring::Scoring;
pub(crate) use totals::{Row, Totals};
pub use trainer::{Progress, Trainer};
pub(crate) use update::ROWS;
