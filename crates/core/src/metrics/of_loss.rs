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
        /// Targets are 0 or 1 and stand for -1 and 1, as hinge losses want them.
        pub signs: bool,
    }
}

impl Measure for OfLoss {
    fn is_mean(&self) -> bool {
        true
    }

    fn of_row(&self, y: &[f32], target: Target) -> Option<f64> {
        let loss = self.loss.of_row();
        if self.signs {
            let sign = |i| if target.at(i) == 0.0 { -1.0 } else { target.at(i) };
            let signs = (0..y.len()).map(sign).collect::<Vec<f32>>();
            return Some(loss.of(y, Target::Values(&signs)));
        }
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
