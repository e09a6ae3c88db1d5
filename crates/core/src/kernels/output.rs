//! The last layer, row by row: softmax, loss, decision, and the delta that training starts from.

use super::dense::{LEAST_DELTA, differentiate};
use super::simd::{F32x4, LANES};
use crate::dataset::Target;
use crate::spec::{Activation, Loss};

/// Probabilities are kept this far from 0 and 1 where their logarithm is taken (Keras's epsilon).
const CLIP: f32 = 1e-7;

/// What one row tells about the network.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RowScore {
    /// The row's loss.
    pub loss: f64,
    /// The row was decided rightly: the largest output is the target's largest, or the target is 1 and the single output
    /// at least 0.5, or 0 and below (Keras's accuracy).
    pub correct: bool,
}

/// Softmax of the first `units` numbers of a row, in place; what lies behind them becomes zero. The result is the
/// logarithm of the sum of their exponentials.
pub fn softmax(row: &mut [f32], units: usize) -> f64 {
    row[units..].fill(f32::NEG_INFINITY);
    let (vectors, _) = row.as_chunks_mut::<LANES>();
    let mut largest = F32x4::from_array(vectors[0]);
    for vector in vectors.iter() {
        largest = largest.at_least(F32x4::from_array(*vector));
    }
    let top = largest.to_array().into_iter().fold(f32::NEG_INFINITY, f32::max);
    let largest = F32x4::splat(top);
    let mut sum = F32x4::splat(0.0);
    for vector in vectors.iter_mut() {
        let e = (F32x4::from_array(*vector) - largest).exp();
        sum = sum + e;
        *vector = e.to_array();
    }
    let [a, b, c, d] = sum.to_array();
    let sum = (a + b) + (c + d);
    for vector in vectors.iter_mut() {
        *vector = (F32x4::from_array(*vector) / F32x4::splat(sum)).to_array();
    }
    row[units..].fill(0.0);
    f64::from(top) + libm::log(f64::from(sum))
}

/// Turns a delta of softmax's outputs `y` into one of its sums: `y_i (d_i - sum_j y_j d_j)`.
pub fn softmax_backward(delta: &mut [f32], y: &[f32]) {
    let mut inner = 0.0;
    for (d, y) in delta.iter().zip(y) {
        inner += d * y;
    }
    for (d, y) in delta.iter_mut().zip(y) {
        *d = y * (*d - inner);
    }
}

/// Takes a row of the last layer to its end and scores it. Where the activation belongs to the loss (`fused`) the row
/// still holds sums: the loss is computed from them, and they become outputs.
pub fn finish(loss: Loss, fused: bool, row: &mut [f32], units: usize, target: Target) -> RowScore {
    let loss = match loss {
        Loss::BinaryCrossentropy if fused => {
            let loss = mean(units, |i| binary_crossentropy_of_sum(row[i], target.at(i)));
            let (vectors, _) = row.as_chunks_mut::<LANES>();
            for vector in vectors {
                *vector = F32x4::from_array(*vector).sigmoid().to_array();
            }
            loss
        }
        Loss::CategoricalCrossentropy if fused => {
            let sum_of_targets = sum_over_classes(target, |_| 1.0);
            let weighted_sum = sum_over_classes(target, |i| f64::from(row[i]));
            sum_of_targets * softmax(row, units) - weighted_sum
        }
        Loss::MeanSquaredError => mean(units, |i| {
            let difference = f64::from(row[i]) - f64::from(target.at(i));
            difference * difference
        }),
        Loss::BinaryCrossentropy => mean(units, |i| binary_crossentropy(row[i], target.at(i))),
        Loss::CategoricalCrossentropy => {
            let sum: f32 = row[..units].iter().sum();
            sum_over_classes(target, |i| -libm::log(f64::from((row[i] / sum).clamp(CLIP, 1.0 - CLIP))))
        }
    };
    RowScore { loss, correct: decided_rightly(&row[..units], target) }
}

fn mean(units: usize, term: impl Fn(usize) -> f64) -> f64 {
    (0..units).map(term).sum::<f64>() / units as f64
}

/// The terms of the classes, weighted by the targets.
fn sum_over_classes(target: Target, term: impl Fn(usize) -> f64) -> f64 {
    match target {
        Target::Class(class) => term(class as usize),
        Target::Values(t) => {
            let weighted = |(i, t): (usize, &f32)| if *t == 0.0 { 0.0 } else { f64::from(*t) * term(i) };
            t.iter().enumerate().map(weighted).sum()
        }
    }
}

/// -(t ln p + (1 - t) ln(1 - p)) for p = sigmoid(x), without computing p.
fn binary_crossentropy_of_sum(x: f32, t: f32) -> f64 {
    let x = f64::from(x);
    x.max(0.0) - x * f64::from(t) + libm::log1p(libm::exp(-x.abs()))
}

fn binary_crossentropy(p: f32, t: f32) -> f64 {
    let p = f64::from(p.clamp(CLIP, 1.0 - CLIP));
    let t = f64::from(t);
    -(t * libm::log(p) + (1.0 - t) * libm::log(1.0 - p))
}

fn decided_rightly(y: &[f32], target: Target) -> bool {
    if let [p] = y {
        return target.at(0) == f32::from(u8::from(*p >= 0.5));
    }
    let class = match target {
        Target::Class(class) => class as usize,
        Target::Values(t) => largest(t),
    };
    largest(y) == class
}

/// The index of the largest number, the first of equals.
pub fn largest(numbers: &[f32]) -> usize {
    let mut best = 0;
    for (i, number) in numbers.iter().enumerate() {
        if *number > numbers[best] {
            best = i;
        }
    }
    best
}

/// The derivative of the loss, times `scale`, by the last layer's sums, told from its outputs `y`. What lies behind the
/// units becomes zero.
pub fn delta(
    loss: Loss,
    fused: bool,
    activation: Activation,
    delta: &mut [f32],
    y: &[f32],
    target: Target,
    scale: f32,
) {
    let units = y.len();
    delta[units..].fill(0.0);
    let delta = &mut delta[..units];
    let per_unit = scale / units as f32;
    match loss {
        // The derivatives of loss and activation cancel to prediction minus target.
        Loss::BinaryCrossentropy if fused => each(delta, |i| (y[i] - target.at(i)) * per_unit),
        Loss::CategoricalCrossentropy if fused => {
            // Targets that do not sum to one keep their sum as a factor of the prediction.
            let total: f32 = match target {
                Target::Class(_) => 1.0,
                Target::Values(t) => t.iter().sum(),
            };
            each(delta, |i| (y[i] * total - target.at(i)) * scale);
        }
        Loss::MeanSquaredError => each(delta, |i| 2.0 * (y[i] - target.at(i)) * per_unit),
        Loss::BinaryCrossentropy => each(delta, |i| {
            let p = y[i].clamp(CLIP, 1.0 - CLIP);
            // The clipped loss is flat outside.
            if p == y[i] { (p - target.at(i)) / (p * (1.0 - p)) * per_unit } else { 0.0 }
        }),
        Loss::CategoricalCrossentropy => {
            let sum: f32 = y.iter().sum();
            let inside = |i: usize| (CLIP..=1.0 - CLIP).contains(&(y[i] / sum));
            let total: f32 = (0..units).filter(|&i| inside(i)).map(|i| target.at(i)).sum();
            each(delta, |i| {
                let pull = if inside(i) && target.at(i) != 0.0 { target.at(i) / y[i] } else { 0.0 };
                (total / sum - pull) * scale
            });
        }
    }
    if !fused && activation == Activation::Softmax {
        softmax_backward(delta, y);
    }
    for (d, y) in delta.iter_mut().zip(y) {
        let whole = if fused {
            *d
        } else {
            differentiate(activation, F32x4::splat(*y), F32x4::splat(*d)).to_array()[0]
        };
        *d = if whole.abs() < LEAST_DELTA { 0.0 } else { whole };
    }
}

fn each(delta: &mut [f32], value: impl Fn(usize) -> f32) {
    for (i, d) in delta.iter_mut().enumerate() {
        *d = value(i);
    }
}
