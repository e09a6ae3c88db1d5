use super::{RowLoss, each};
use crate::data::Target;

pub struct CosineSimilarity;

/// One by the length of a vector, at most 1e7 (Keras's `normalize`).
fn inverse_length(squares: f64) -> f64 {
    (1.0 / libm::sqrt(squares)).min(1e7)
}

/// The inverse lengths of y and t, and their product.
fn angle(y: &[f32], target: Target) -> (f64, f64, f64) {
    let (mut of_y, mut of_t, mut product) = (0.0, 0.0, 0.0);
    for (i, y) in y.iter().enumerate() {
        let (y, t) = (f64::from(*y), f64::from(target.at(i)));
        of_y += y * y;
        of_t += t * t;
        product += y * t;
    }
    (inverse_length(of_y), inverse_length(of_t), product)
}

impl RowLoss for CosineSimilarity {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        let (of_y, of_t, product) = angle(y, target);
        -(product * of_y * of_t)
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let (of_y, of_t, product) = angle(y, target);
        each(delta, |i| {
            let across = f64::from(target.at(i)) - product * of_y * of_y * f64::from(y[i]);
            -(across * of_y * of_t) as f32 * scale
        });
    }
}
