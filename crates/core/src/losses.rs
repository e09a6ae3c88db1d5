//! What training minimises: the mean over the rows of a batch (Keras's losses).

mod binary_crossentropy;
mod categorical_crossentropy;
mod categorical_hinge;
mod cosine_similarity;
mod focal;
mod kl_divergence;
mod of_units;
pub(crate) mod smoothing;

pub use binary_crossentropy::BinaryCrossentropy;
pub use categorical_crossentropy::{CategoricalCrossentropy, SparseCategoricalCrossentropy};
pub use focal::{BinaryFocalCrossentropy, CategoricalFocalCrossentropy};
pub use of_units::Huber;

use crate::activations::Activation;
use crate::data::Target;
use crate::spec::packed::kinds;

kinds! {
    /// A loss.
    pub enum Loss in "loss" {
        /// Mean over the units of (y - t)^2
        MeanSquaredError,
        /// Mean over the units of -(t ln p + (1 - t) ln(1 - p))
        BinaryCrossentropy(BinaryCrossentropy),
        /// -sum over the units of t ln p, the predictions scaled to sum to one
        CategoricalCrossentropy(CategoricalCrossentropy),
        /// The same of a class id, the clipped predictions scaled to sum to one
        SparseCategoricalCrossentropy(SparseCategoricalCrossentropy),
        /// Binary cross-entropy, of which sure predictions count less
        BinaryFocalCrossentropy(BinaryFocalCrossentropy),
        /// Categorical cross-entropy, of which sure predictions count less
        CategoricalFocalCrossentropy(CategoricalFocalCrossentropy),
        /// Mean over the units of |y - t|
        MeanAbsoluteError,
        /// Mean over the units of 100 |y - t| / |t|
        MeanAbsolutePercentageError,
        /// Mean over the units of (ln(y + 1) - ln(t + 1))^2
        MeanSquaredLogarithmicError,
        /// Mean over the units of (y - t)^2 / 2, straight on beyond a distance (Huber, 1964)
        Huber(Huber),
        /// Mean over the units of ln cosh(y - t)
        LogCosh,
        /// Mean over the units of max(1 - t y, 0), for targets of -1 and 1
        Hinge,
        /// Mean over the units of max(1 - t y, 0)^2
        SquaredHinge,
        /// max(largest y of the other classes - y of the class + 1, 0)
        CategoricalHinge,
        /// Sum over the units of t ln(t / y)
        KlDivergence,
        /// Mean over the units of y - t ln y
        Poisson,
        /// Minus the cosine of the angle between y and t
        CosineSimilarity,
    }
}

/// Probabilities are kept this far from 0 and 1 where their logarithm is taken (Keras's epsilon).
const EPSILON: f32 = 1e-7;

/// What a loss says of one row.
pub(crate) trait RowLoss: Sync {
    /// The row's loss.
    fn of(&self, y: &[f32], target: Target) -> f64;

    /// Writes the derivative of the loss by each output, times `scale`.
    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32);

    /// The loss is computed from logits where they are there: what they are of.
    fn of_logits(&self) -> Option<&dyn LogitLoss> {
        None
    }
}

/// A loss that is computed from the numbers before the last activation: nothing is clipped, and no digit is lost.
pub(crate) trait LogitLoss: Sync {
    /// Whether the activation is the one that belongs to the loss.
    fn belongs_to(&self, activation: &Activation) -> bool;

    /// The last layer gives logits, whatever its activation is called.
    fn always(&self) -> bool;

    /// Turns a row of logits (whole vectors of them) into outputs, and gives its loss.
    fn finish(&self, row: &mut [f32], units: usize, target: Target) -> f64;

    /// Writes the derivative of the loss by each logit, times `scale`, told from the outputs.
    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32);
}

impl Loss {
    /// What it says of a row.
    pub(crate) fn of_row(&self) -> &dyn RowLoss {
        match self {
            Self::MeanSquaredError => &of_units::MeanSquaredError,
            Self::MeanAbsoluteError => &of_units::MeanAbsoluteError,
            Self::MeanAbsolutePercentageError => &of_units::MeanAbsolutePercentageError,
            Self::MeanSquaredLogarithmicError => &of_units::MeanSquaredLogarithmicError,
            Self::Huber(loss) => loss,
            Self::LogCosh => &of_units::LogCosh,
            Self::Hinge => &of_units::Hinge,
            Self::SquaredHinge => &of_units::SquaredHinge,
            Self::Poisson => &of_units::Poisson,
            Self::BinaryCrossentropy(loss) => loss,
            Self::CategoricalCrossentropy(loss) => loss,
            Self::SparseCategoricalCrossentropy(loss) => loss,
            Self::BinaryFocalCrossentropy(loss) => loss,
            Self::CategoricalFocalCrossentropy(loss) => loss,
            Self::CategoricalHinge => &categorical_hinge::CategoricalHinge,
            Self::KlDivergence => &kl_divergence::KlDivergence,
            Self::CosineSimilarity => &cosine_similarity::CosineSimilarity,
        }
    }

    /// The loss as one of logits, if it is computed from those of a last layer with that activation; and whether the
    /// activation is then left to it.
    pub(crate) fn of_logits_of(&self, activation: &Activation) -> Option<(&dyn LogitLoss, bool)> {
        let loss = self.of_row().of_logits()?;
        let belongs = loss.belongs_to(activation);
        (belongs || loss.always()).then_some((loss, belongs))
    }

    /// The classes exclude each other, so that one unit alone means nothing.
    pub(crate) fn needs_classes(&self) -> bool {
        matches!(
            self,
            Self::CategoricalCrossentropy(_)
                | Self::SparseCategoricalCrossentropy(_)
                | Self::CategoricalFocalCrossentropy(_)
                | Self::CategoricalHinge
        )
    }
}

fn each(delta: &mut [f32], value: impl Fn(usize) -> f32) {
    for (i, d) in delta.iter_mut().enumerate() {
        *d = value(i);
    }
}

fn mean(units: usize, term: impl Fn(usize) -> f64) -> f64 {
    (0..units).map(term).sum::<f64>() / units as f64
}
