use super::{RowLoss, each};
use crate::data::Target;

pub struct CategoricalHinge;

impl CategoricalHinge {
    /// The output of the class, and the largest of the others.
    fn sides(y: &[f32], target: Target) -> (f64, f64) {
        let wanted = |i| f64::from(target.at(i));
        let class = (0..y.len()).map(|i| wanted(i) * f64::from(y[i])).sum();
        let others =
            (0..y.len()).map(|i| (1.0 - wanted(i)) * f64::from(y[i])).fold(f64::NEG_INFINITY, f64::max);
        (class, others)
    }
}

impl RowLoss for CategoricalHinge {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        let (class, others) = Self::sides(y, target);
        (others - class + 1.0).max(0.0)
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let (class, others) = Self::sides(y, target);
        if others - class + 1.0 < 0.0 {
            return each(delta, |_| 0.0);
        }
        // Equals share the derivative of the largest.
        let is_largest = |i: usize| (1.0 - f64::from(target.at(i))) * f64::from(y[i]) == others;
        let equals = (0..y.len()).filter(|&i| is_largest(i)).count() as f32;
        each(delta, |i| {
            let wanted = target.at(i);
            let up = if is_largest(i) { (1.0 - wanted) / equals } else { 0.0 };
            (up - wanted) * scale
        });
    }
}
