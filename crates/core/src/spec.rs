use crate::Error;

/// What a layer does to its sums. The names and meanings are Keras's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// The sums themselves.
    Linear,
    /// max(x, 0)
    Relu,
    /// 1 / (1 + exp(-x))
    Sigmoid,
    /// tanh(x)
    Tanh,
    /// exp(x_i) / sum_j exp(x_j), over the layer's units
    Softmax,
}

/// What training minimises: the mean over the rows of a batch. As in Keras, cross-entropies are computed from the sums
/// of the last layer where it has their own activation (sigmoid with binary, softmax with categorical), and elsewhere
/// from probabilities clipped to [1e-7, 1 - 1e-7].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Mean over the units of (prediction - target)^2
    MeanSquaredError,
    /// Mean over the units of -(t ln p + (1 - t) ln(1 - p))
    BinaryCrossentropy,
    /// -sum over the units of t ln p, the predictions scaled to sum to one
    CategoricalCrossentropy,
}

/// Adam's constants (Kingma and Ba, 2014), in the form that Keras computes:
/// `w -= alpha * m / (sqrt(v) + epsilon)`, with `alpha = learning_rate * sqrt(1 - beta2^t) / (1 - beta1^t)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adam {
    /// The step size.
    pub learning_rate: f64,
    /// Decay of the mean of gradients.
    pub beta1: f64,
    /// Decay of the mean of squared gradients.
    pub beta2: f64,
    /// Added to the root of the second moment, which is not bias-corrected.
    pub epsilon: f64,
}

impl Default for Adam {
    /// Keras's defaults.
    fn default() -> Self {
        Self { learning_rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }
    }
}

impl Adam {
    /// `alpha` of step `t` (from 1), in 32 bits at every operation, as Keras on TensorFlow has it.
    pub(crate) fn alpha(&self, t: u64) -> f32 {
        let power = |beta: f64| power(f64::from(beta as f32), t) as f32;
        self.learning_rate as f32 * (1.0 - power(self.beta2)).sqrt() / (1.0 - power(self.beta1))
    }
}

/// `base` to the power of `exponent` by squaring: the same bits everywhere, which the host's `powi` does not promise.
fn power(mut base: f64, mut exponent: u64) -> f64 {
    let mut result = 1.0;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result *= base;
        }
        base *= base;
        exponent >>= 1;
    }
    result
}

/// One dense layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayerSpec {
    /// Numbers that come out.
    pub units: usize,
    /// What is done to each sum.
    pub activation: Activation,
}

/// A stack of dense layers and the seed of everything random about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkSpec {
    /// Numbers in a row of the input.
    pub inputs: usize,
    /// The layers, input side first.
    pub layers: Vec<LayerSpec>,
    /// Initial weights and the order of rows follow from it.
    pub seed: u64,
}

/// Inputs and units of a layer are at most this many, so that offsets of a row fit 32 bits.
const MOST_WIDTH: usize = 1 << 24;

/// Parameters of a network are at most this many: a gigabyte of them.
const MOST_PARAMETERS: u64 = 1 << 28;

impl NetworkSpec {
    /// Says what is wrong with the description, if anything.
    pub fn check(&self) -> Result<(), Error> {
        if self.inputs == 0 || self.layers.iter().any(|layer| layer.units == 0) {
            return Err(Error::Network("inputs and units must be at least 1"));
        }
        if self.inputs > MOST_WIDTH || self.layers.iter().any(|layer| layer.units > MOST_WIDTH) {
            return Err(Error::Network("inputs and units must be at most 16777216"));
        }
        if self.layers.is_empty() {
            return Err(Error::Network("there must be at least one layer"));
        }
        let mut inputs = self.inputs;
        let mut parameters = 0;
        for layer in &self.layers {
            parameters +=
                (inputs as u64 + 1) * layer.units.next_multiple_of(crate::kernels::panels::PANEL) as u64;
            inputs = layer.units;
        }
        if parameters > MOST_PARAMETERS {
            return Err(Error::Network("there must be at most 268435456 parameters"));
        }
        Ok(())
    }

    /// Whether the last layer's activation is computed with the loss.
    pub(crate) fn is_fused(&self, loss: Loss) -> bool {
        let last = self.layers.last().map(|layer| layer.activation);
        matches!(
            (loss, last),
            (Loss::BinaryCrossentropy, Some(Activation::Sigmoid))
                | (Loss::CategoricalCrossentropy, Some(Activation::Softmax))
        )
    }

    /// Says what is wrong with training the network by `loss`, if anything.
    pub fn check_loss(&self, loss: Loss) -> Result<(), Error> {
        let units = self.layers.last().map_or(0, |layer| layer.units);
        if loss == Loss::CategoricalCrossentropy && units < 2 {
            return Err(Error::Loss("categorical cross-entropy needs at least two units in the last layer"));
        }
        Ok(())
    }
}
