use super::{EPSILON, RowLoss, each};
use crate::data::Target;

pub struct KlDivergence;

fn clip(p: f32) -> f64 {
    f64::from(p.clamp(EPSILON, 1.0))
}

impl RowLoss for KlDivergence {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        let term = |i: usize| {
            let t = clip(target.at(i));
            t * libm::log(t / clip(y[i]))
        };
        (0..y.len()).map(term).sum()
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        each(delta, |i| {
            let p = clip(y[i]);
            // The clipped loss is flat outside.
            if p == f64::from(y[i]) { (-clip(target.at(i)) / p) as f32 * scale } else { 0.0 }
        });
    }
}
