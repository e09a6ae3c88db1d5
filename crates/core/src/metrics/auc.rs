use super::{Measure, quotient};
use crate::data::Target;
use crate::spec::packed::record;

record! {
    /// What an area under a curve has.
    pub struct Auc {
        /// Thresholds, evenly from 0 to 1.
        pub num_thresholds: usize,
        /// Precision over recall instead of true over false positive rate (ROC).
        pub precision_recall: bool,
        /// The mean of the areas of the classes, instead of one area over all outputs.
        pub multi_label: bool,
        /// The network gives logits.
        pub from_logits: bool,
    }
}

impl Auc {
    fn curves(&self, units: usize) -> usize {
        if self.multi_label { units } else { 1 }
    }

    /// True positives and false positives above each threshold, from the counts between them.
    fn area(&self, positives: &[f64], negatives: &[f64]) -> f64 {
        let above = |counts: &[f64]| {
            let mut sums = counts.to_vec();
            for i in (1..sums.len()).rev() {
                sums[i - 1] += sums[i];
            }
            sums
        };
        let (tp, fp) = (above(positives), above(negatives));
        let (all_positives, all_negatives) = (tp[0], fp[0]);
        let steps = 1..tp.len();
        if !self.precision_recall {
            let rate = |i: usize| quotient(tp[i], all_positives);
            let width = |i: usize| quotient(fp[i - 1], all_negatives) - quotient(fp[i], all_negatives);
            return steps.map(|i| width(i) * (rate(i - 1) + rate(i)) / 2.0).sum();
        }
        // Between two points true positives go up evenly with all positives (Davis and Goadrich, 2006).
        let step = |i: usize| {
            let (told_before, told) = (tp[i - 1] + fp[i - 1], tp[i] + fp[i]);
            let more = tp[i - 1] - tp[i];
            let slope = quotient(more, (told_before - told).max(0.0));
            let intercept = tp[i] - slope * told;
            let ratio = if told_before > 0.0 && told > 0.0 { told_before / told } else { 1.0 };
            quotient(slope * (more + intercept * libm::log(ratio)), all_positives)
        };
        steps.map(step).sum()
    }
}

impl Measure for Auc {
    fn state(&self, units: usize) -> usize {
        2 * self.num_thresholds * self.curves(units)
    }

    fn add(&self, state: &mut [f64], y: &[f32], target: Target, weight: f64) {
        let last = self.num_thresholds - 1;
        for (i, y) in y.iter().enumerate() {
            let p = if self.from_logits { 1.0 / (1.0 + libm::expf(-y)) } else { *y };
            let bucket = (libm::ceilf(p * last as f32) - 1.0).max(0.0).min(last as f32) as usize;
            let curve = if self.multi_label { i * 2 * self.num_thresholds } else { 0 };
            let is = f64::from(target.at(i));
            state[curve + bucket] += is * weight;
            state[curve + self.num_thresholds + bucket] += (1.0 - is) * weight;
        }
    }

    fn result(&self, state: &[f64], units: usize, results: &mut Vec<f64>) {
        let areas = state.chunks_exact(2 * self.num_thresholds).map(|curve| {
            let (positives, negatives) = curve.split_at(self.num_thresholds);
            self.area(positives, negatives)
        });
        results.push(areas.sum::<f64>() / self.curves(units) as f64);
    }
}
