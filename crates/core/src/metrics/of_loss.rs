use super::{Measure, quotient};
use crate::data::Target;
use crate::kernels::simd::LANES;
use crate::losses::Loss;
use crate::spec::packed::record;

record! {
    /// What the mean of a loss has.
    pub struct OfLoss {
        /// The loss.
        pub loss: Loss,
    }
}

impl Measure for OfLoss {
    fn is_mean(&self) -> bool {
        true
    }

    fn of_row(&self, y: &[f32], target: Target) -> Option<f64> {
        let loss = self.loss.of_row();
        Some(match loss.of_logits().filter(|logits| logits.always()) {
            None => loss.of(y, target),
            Some(logits) => {
                let mut row = y.to_vec();
                row.resize(y.len().next_multiple_of(LANES), 0.0);
                logits.finish(&mut row, y.len(), target)
            }
        })
    }
}

pub struct CosineSimilarity;

impl Measure for CosineSimilarity {
    fn is_mean(&self) -> bool {
        true
    }

    fn of_row(&self, y: &[f32], target: Target) -> Option<f64> {
        Some(-Loss::CosineSimilarity.of_row().of(y, target))
    }
}

pub struct RootMeanSquaredError;

impl Measure for RootMeanSquaredError {
    fn add(&self, state: &mut [f64], y: &[f32], target: Target, weight: f64) {
        super::add_mean(state, Loss::MeanSquaredError.of_row().of(y, target), weight);
    }

    fn result(&self, state: &[f64], _: usize, results: &mut Vec<f64>) {
        results.push(libm::sqrt(quotient(state[0], state[1])));
    }
}
