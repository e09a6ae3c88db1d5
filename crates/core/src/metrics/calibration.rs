use super::{Measure, quotient};
use crate::data::Target;
use crate::kernels::rows::largest;
use crate::spec::packed::record;

record! {
    /// What the calibration error has.
    pub struct ExpectedCalibrationError {
        /// Equal parts of the probabilities from 0 to 1.
        pub bins: usize,
    }
}

/// Of each bin: the sums of probabilities, of what came true, and of weights.
const SUMS: usize = 3;

impl Measure for ExpectedCalibrationError {
    fn state(&self, _: usize) -> usize {
        SUMS * self.bins
    }

    fn add(&self, state: &mut [f64], y: &[f32], target: Target, weight: f64) {
        // One output is the probability of class 1; of several the largest is that of the decision.
        let (p, came_true) = match y {
            [p] => (f64::from(*p), target.at(0) != 0.0),
            _ => {
                let told = largest(y);
                (f64::from(y[told]), told == target.class())
            }
        };
        // A bin holds its upper edge.
        let bin = (libm::ceil(p * self.bins as f64) - 1.0).max(0.0).min(self.bins as f64 - 1.0) as usize;
        let sums = &mut state[bin * SUMS..(bin + 1) * SUMS];
        sums[0] += p * weight;
        sums[1] += f64::from(u8::from(came_true)) * weight;
        sums[2] += weight;
    }

    fn result(&self, state: &[f64], _: usize, results: &mut Vec<f64>) {
        let bins = state.chunks_exact(SUMS);
        let total: f64 = bins.clone().map(|sums| sums[2]).sum();
        results.push(quotient(bins.map(|sums| (sums[0] - sums[1]).abs()).sum(), total));
    }
}
