use super::Measure;
use crate::data::Target;
use crate::kernels::simd::larger;
use crate::spec::packed::record;

record! {
    /// What the F1 score has.
    pub struct F1Score {
        /// 0: a score of each class, 1: of all together (micro), 2: their mean (macro), 3: weighted by the classes' rows.
        pub average: u64,
        /// Outputs above it are told positive; none: the largest of a row.
        pub threshold: Option<f64>,
    }
}

/// Keeps quotients finite (Keras's epsilon).
const EPSILON: f64 = 1e-7;

/// Of each class: true positives, false positives, false negatives, and the sum of its targets.
const COUNTS: usize = 4;

impl Measure for F1Score {
    fn state(&self, units: usize) -> usize {
        COUNTS * units
    }

    fn add(&self, state: &mut [f64], y: &[f32], target: Target, weight: f64) {
        let top = y.iter().copied().fold(f32::NEG_INFINITY, larger);
        for (i, counts) in state.chunks_exact_mut(COUNTS).enumerate() {
            let told = match self.threshold {
                Some(threshold) => y[i] > threshold as f32,
                None => y[i] >= top && y[i].abs() > 1e-9,
            };
            let (told, is) = (f64::from(u8::from(told)), f64::from(target.at(i)));
            counts[0] += told * is * weight;
            counts[1] += told * (1.0 - is) * weight;
            counts[2] += (1.0 - told) * is * weight;
            counts[3] += is * weight;
        }
    }

    fn result(&self, state: &[f64], _: usize, results: &mut Vec<f64>) {
        let score = |[right, false_positives, misses]: [f64; 3]| {
            let precision = right / (right + false_positives + EPSILON);
            let recall = right / (right + misses + EPSILON);
            2.0 * precision * recall / (precision + recall + EPSILON)
        };
        let classes = state.chunks_exact(COUNTS);
        let scores = classes.clone().map(|counts| score([counts[0], counts[1], counts[2]]));
        let count = classes.len() as f64;
        match self.average {
            0 => results.extend(scores),
            1 => {
                let sum = |place: usize| classes.clone().map(|counts| counts[place]).sum();
                results.push(score([sum(0), sum(1), sum(2)]));
            }
            2 => results.push(scores.sum::<f64>() / count),
            _ => {
                let total: f64 = classes.clone().map(|counts| counts[3]).sum();
                let weighted: f64 = scores.zip(classes).map(|(score, counts)| score * counts[3]).sum();
                results.push(super::quotient(weighted, total));
            }
        }
    }
}
