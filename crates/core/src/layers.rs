//! Layers: what they are made of, and what they do to the numbers of a batch.

mod activate;
mod activation;
mod batch_normalization;
mod dense;
mod dropout;
mod gaussian_dropout;
mod gaussian_noise;
mod layer_normalization;
mod normalization;
mod op;
mod penalty;
mod prelu;
mod rescaling;
pub(crate) mod wiring;

pub(crate) use activate::flush_denormals;
pub use activation::ActivationLayer;
pub use batch_normalization::BatchNormalization;
pub use dense::Dense;
pub use dropout::Dropout;
pub use gaussian_dropout::GaussianDropout;
pub use gaussian_noise::GaussianNoise;
pub use layer_normalization::LayerNormalization;
pub use normalization::Normalization;
pub(crate) use op::{Layer, Noise, Op, Owner, Pass, Place, Size};
pub(crate) use penalty::Penalty;
pub use prelu::Prelu;
pub use rescaling::Rescaling;

use crate::spec::packed::kinds;
use crate::variables::{Placement, VariableSpec};

kinds! {
    /// A layer.
    pub enum LayerSpec in "layer" {
        /// Every output depends on every input: `activation(x . kernel + bias)`
        Dense(Dense),
        /// An activation by itself
        Activation(ActivationLayer),
        /// Leaves out a share of the numbers, in training
        Dropout(Dropout),
        /// Numbers of a batch scaled to mean 0 and variance 1 (Ioffe and Szegedy, 2015)
        BatchNormalization(BatchNormalization),
        /// Numbers of a row scaled to mean 0 and variance 1 (Ba et al., 2016)
        LayerNormalization(LayerNormalization),
        /// Adds noise, in training
        GaussianNoise(GaussianNoise),
        /// Multiplies by noise, in training
        GaussianDropout(GaussianDropout),
        /// x * scale + offset
        Rescaling(Rescaling),
        /// (x - mean) / sqrt(variance), of what data are like
        Normalization(Normalization),
        /// x, or alpha * x below zero, with an alpha that learns for each number (He et al., 2015)
        Prelu(Prelu),
    }
}

/// Where a layer stands.
#[derive(Clone, Copy)]
pub struct Site {
    /// Numbers that go in.
    pub inputs: usize,
    /// Which layer it is, from 0.
    pub layer: usize,
    /// Where its variables lie.
    pub placement: Placement,
}

/// What every layer says of itself.
pub(crate) trait Describe {
    /// Numbers that come out.
    fn outputs(&self, inputs: usize) -> usize {
        inputs
    }

    /// Its variables, in Keras's order.
    fn variables(&self, _inputs: usize) -> Vec<VariableSpec> {
        vec![]
    }

    /// Rows that it needs for them in the arena.
    fn height(&self, inputs: usize) -> usize {
        self.variables(inputs).iter().map(|variable| variable.rows).sum()
    }

    /// What it does, one after the other.
    fn ops(&self, site: Site) -> Vec<Op>;
}

impl LayerSpec {
    fn describe(&self) -> &dyn Describe {
        match self {
            Self::Dense(layer) => layer,
            Self::Activation(layer) => layer,
            Self::Dropout(layer) => layer,
            Self::BatchNormalization(layer) => layer,
            Self::LayerNormalization(layer) => layer,
            Self::GaussianNoise(layer) => layer,
            Self::GaussianDropout(layer) => layer,
            Self::Rescaling(layer) => layer,
            Self::Normalization(layer) => layer,
            Self::Prelu(layer) => layer,
        }
    }

    /// Numbers that come out.
    pub(crate) fn outputs(&self, inputs: usize) -> usize {
        self.describe().outputs(inputs)
    }

    /// Its variables, in Keras's order.
    pub(crate) fn variables(&self, inputs: usize) -> Vec<VariableSpec> {
        self.describe().variables(inputs)
    }

    /// Rows that it needs for them in the arena.
    pub(crate) fn height(&self, inputs: usize) -> usize {
        self.describe().height(inputs)
    }

    /// What it does, one after the other.
    pub(crate) fn ops(&self, site: Site) -> Vec<Op> {
        self.describe().ops(site)
    }
}
