//! What is measured besides the loss (Keras's metrics), row by row and in the order of the rows, so that a measure does
//! not depend on who computed it.

mod accuracy;
mod auc;
mod calibration;
mod counts;
mod f1_score;
mod of_loss;

pub use accuracy::{BinaryAccuracy, TopKCategoricalAccuracy};
pub use auc::Auc;
pub use calibration::ExpectedCalibrationError;
pub use counts::{Precision, Recall};
pub use f1_score::F1Score;
pub use of_loss::OfLoss;

use crate::data::Target;
use crate::spec::packed::kinds;

kinds! {
    /// A metric.
    pub enum Metric in "metric" {
        /// The share of outputs that stand on their target's side of a threshold
        BinaryAccuracy(BinaryAccuracy),
        /// The share of rows whose largest output is the target's largest
        CategoricalAccuracy,
        /// The share of rows with fewer than k outputs above the target's
        TopKCategoricalAccuracy(TopKCategoricalAccuracy),
        /// The share of what was told positive that is
        Precision(Precision),
        /// The share of what is positive that was told so
        Recall(Recall),
        /// The harmonic mean of precision and recall, of each class
        F1Score(F1Score),
        /// The area under a curve over all thresholds
        Auc(Auc),
        /// The mean of a loss
        Loss(OfLoss),
        /// The cosine of the angle between output and target
        CosineSimilarity,
        /// The root of the mean squared error
        RootMeanSquaredError,
        /// How far probabilities are from the shares that came true (Guo et al., 2017)
        ExpectedCalibrationError(ExpectedCalibrationError),
    }
}

/// How a metric is computed.
pub(crate) trait Measure: Sync {
    /// The measure is the mean of this over the rows; other measures give none.
    fn of_row(&self, _: &[f32], _: Target) -> Option<f64> {
        None
    }

    /// Whether it is.
    fn is_mean(&self) -> bool {
        false
    }

    /// Numbers that it keeps: for a mean the weighted sum and the sum of weights.
    fn state(&self, _units: usize) -> usize {
        2
    }

    /// Takes a row in.
    fn add(&self, state: &mut [f64], y: &[f32], target: Target, weight: f64) {
        add_mean(state, self.of_row(y, target).unwrap_or_default(), weight);
    }

    /// Appends the results.
    fn result(&self, state: &[f64], _units: usize, results: &mut Vec<f64>) {
        results.push(quotient(state[0], state[1]));
    }
}

/// Takes a value into a mean.
pub(crate) fn add_mean(state: &mut [f64], value: f64, weight: f64) {
    state[0] += value * weight;
    state[1] += weight;
}

/// 0 where there is nothing to divide by.
fn quotient(numerator: f64, denominator: f64) -> f64 {
    if denominator == 0.0 { 0.0 } else { numerator / denominator }
}

impl Metric {
    /// How it is computed.
    pub(crate) fn measure(&self) -> &dyn Measure {
        match self {
            Self::BinaryAccuracy(metric) => metric,
            Self::CategoricalAccuracy => &accuracy::CategoricalAccuracy,
            Self::TopKCategoricalAccuracy(metric) => metric,
            Self::Precision(metric) => metric,
            Self::Recall(metric) => metric,
            Self::F1Score(metric) => metric,
            Self::Auc(metric) => metric,
            Self::Loss(metric) => metric,
            Self::CosineSimilarity => &of_loss::CosineSimilarity,
            Self::RootMeanSquaredError => &of_loss::RootMeanSquaredError,
            Self::ExpectedCalibrationError(metric) => metric,
        }
    }
}
