use inkgrad_core::constraints::{Constraint, MaxNorm, MinMaxNorm};
use ndarray::Array2;

use super::parameter::Parameter;

const EPSILON: f64 = 1e-7;

/// Makes a parameter what it must be like: along the first axis, which of a vector is the only one.
pub fn apply(parameter: &mut Parameter) {
    let Parameter { value, is_vector, constraint, .. } = parameter;
    match constraint {
        Constraint::None => {}
        Constraint::NonNeg => value.mapv_inplace(|w| w.max(0.0)),
        Constraint::MaxNorm(MaxNorm { max_value }) => scale(value, *is_vector, |norm| norm.min(*max_value)),
        Constraint::MinMaxNorm(MinMaxNorm { min_value, max_value, rate }) => {
            scale(value, *is_vector, |norm| {
                *rate * norm.clamp(*min_value, *max_value) + (1.0 - *rate) * norm
            });
        }
        Constraint::UnitNorm => scale(value, *is_vector, |_| 1.0),
    }
}

fn scale(value: &mut Array2<f64>, is_vector: bool, wanted: impl Fn(f64) -> f64) {
    let factor = |squares: f64| wanted(squares.sqrt()) / (EPSILON + squares.sqrt());
    if is_vector {
        *value *= factor(value.mapv(|w| w * w).sum());
    } else {
        for mut column in value.columns_mut() {
            let of_column = factor(column.mapv(|w| w * w).sum());
            column *= of_column;
        }
    }
}
