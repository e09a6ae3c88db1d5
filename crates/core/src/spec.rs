//! What a network is and how it is trained, as plain data.

pub mod packed;

use crate::activations::Activation;
use crate::augmentation::AugmentSpec;
use crate::constraints::Constraint;
use crate::initializers::Initializer;
use crate::layers::LayerSpec;
use crate::losses::Loss;
use crate::metrics::Metric;
use crate::optimizers::{Optimizer, Update};
use crate::regularizers::Regularizer;
use crate::schedules::Schedule;
use crate::{Error, kernels};
use packed::{Numbers, Packed, Record, list, record};

record! {
    /// A stack of layers and the seed of everything random about it.
    pub struct NetworkSpec {
        /// Numbers in a row of the input.
        pub inputs: usize,
        /// Initial weights, the order of rows, and all noise follow from it.
        pub seed: u64,
        /// The layers, input side first.
        pub layers: Vec<LayerSpec>,
    }
}

record! {
    /// What training minimises and how, and what is measured.
    pub struct TrainingSpec {
        /// The rule that weights follow.
        pub optimizer: Optimizer,
        /// What is done to gradients and weights around it.
        pub update: Update,
        /// What is minimised: the mean over the rows of a batch.
        pub loss: Loss,
        /// What is measured, whatever a row weighs.
        pub metrics: Vec<Metric>,
        /// What is measured by the weights of the rows.
        pub weighted_metrics: Vec<Metric>,
    }
}

impl TrainingSpec {
    /// Minimising a loss by an optimizer, with nothing else to measure or to do.
    pub fn new(optimizer: Optimizer, loss: Loss) -> Self {
        Self { optimizer, update: Update::default(), loss, metrics: vec![], weighted_metrics: vec![] }
    }
}

/// Every kind that a description can name, with its fields and their types: `room kind field:type ...`, a line each. The
/// kinds of a room are numbered in the order of their lines. Records, which have no kind, come last.
pub fn kinds() -> String {
    let mut text = String::new();
    for (room, kinds) in [
        ("layer", LayerSpec::KINDS),
        ("activation", Activation::KINDS),
        ("initializer", Initializer::KINDS),
        ("regularizer", Regularizer::KINDS),
        ("constraint", Constraint::KINDS),
        ("optimizer", Optimizer::KINDS),
        ("schedule", Schedule::KINDS),
        ("loss", Loss::KINDS),
        ("metric", Metric::KINDS),
    ] {
        kinds.iter().for_each(|(kind, fields)| list(&mut text, room, kind, fields));
    }
    for (record, fields) in [
        ("network", NetworkSpec::FIELDS),
        ("training", TrainingSpec::FIELDS),
        ("update", Update::FIELDS),
        ("augment", AugmentSpec::FIELDS),
    ] {
        list(&mut text, record, "-", fields);
    }
    text
}

/// Reads a whole description.
pub fn unpack<Description: Packed>(numbers: &[f64]) -> Result<Description, Error> {
    let mut numbers = Numbers::new(numbers);
    let description = Description::read(&mut numbers);
    numbers.end()?;
    Ok(description)
}

/// Inputs and units of a layer are at most this many, so that offsets of a row fit 32 bits.
const MOST_WIDTH: usize = 1 << 24;

/// Parameters of a network are at most this many: a gigabyte of them.
const MOST_PARAMETERS: u64 = 1 << 28;

impl NetworkSpec {
    /// Says what is wrong with the description, if anything.
    pub fn check(&self) -> Result<(), Error> {
        if self.layers.is_empty() {
            return Err(Error::Network("there must be at least one layer"));
        }
        let mut width = self.inputs;
        let mut parameters = 0;
        for layer in &self.layers {
            check_width(width)?;
            let rows = layer.variables(width).iter().map(|variable| variable.rows as u64).sum::<u64>();
            width = layer.outputs(width);
            check_width(width)?;
            parameters += rows * width.next_multiple_of(kernels::panels::PANEL) as u64;
        }
        if parameters > MOST_PARAMETERS {
            return Err(Error::Network("there must be at most 268435456 parameters"));
        }
        Ok(())
    }

    /// Numbers that come out for a row.
    pub fn outputs(&self) -> usize {
        self.layers.iter().fold(self.inputs, |width, layer| layer.outputs(width))
    }
}

fn check_width(width: usize) -> Result<(), Error> {
    match width {
        0 => Err(Error::Network("inputs and units must be at least 1")),
        1..=MOST_WIDTH => Ok(()),
        _ => Err(Error::Network("inputs and units must be at most 16777216")),
    }
}
