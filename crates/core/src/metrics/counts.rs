use super::{Measure, quotient};
use crate::data::Target;
use crate::spec::packed::{Packed, record};

/// Which of the two rests stands below the true positives.
pub trait Rest: Packed + Sync {
    fn told(&self) -> (f64, usize, Option<f64>);
    const STATE: usize;
}

/// State: true positives, false positives, false negatives.
const COUNTS: usize = 3;

record! {
    /// What precision has.
    pub struct Precision {
        /// Outputs above it are told positive.
        pub threshold: f64,
        /// Only the largest k outputs of a row can be; 0: all.
        pub top_k: usize,
        /// Only this class counts; none: all.
        pub class_id: Option<f64>,
    }
}

record! {
    /// What recall has.
    pub struct Recall {
        /// Outputs above it are told positive.
        pub threshold: f64,
        /// Only the largest k outputs of a row can be; 0: all.
        pub top_k: usize,
        /// Only this class counts; none: all.
        pub class_id: Option<f64>,
    }
}

impl Rest for Precision {
    fn told(&self) -> (f64, usize, Option<f64>) {
        (self.threshold, self.top_k, self.class_id)
    }

    const STATE: usize = 1;
}

impl Rest for Recall {
    fn told(&self) -> (f64, usize, Option<f64>) {
        (self.threshold, self.top_k, self.class_id)
    }

    const STATE: usize = 2;
}

impl<Kind: Rest> Measure for Kind {
    fn state(&self, _: usize) -> usize {
        COUNTS
    }

    fn add(&self, state: &mut [f64], y: &[f32], target: Target, weight: f64) {
        let (threshold, top_k, class_id) = self.told();
        // Of equals the first is the larger.
        let rank = |i: usize| (0..y.len()).filter(|&j| y[j] > y[i] || (y[j] == y[i] && j < i)).count();
        for i in (0..y.len()).filter(|&i| class_id.is_none_or(|class| class == i as f64)) {
            let told = y[i] > threshold as f32 && (top_k == 0 || rank(i) < top_k);
            match (told, target.at(i) != 0.0) {
                (true, true) => state[0] += weight,
                (true, false) => state[1] += weight,
                (false, true) => state[2] += weight,
                (false, false) => {}
            }
        }
    }

    fn result(&self, state: &[f64], _: usize, results: &mut Vec<f64>) {
        results.push(quotient(state[0], state[0] + state[Kind::STATE]));
    }
}
