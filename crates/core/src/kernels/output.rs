//! The last layer, row by row: softmax, loss, decision, and the delta that training starts from.

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
    /// The row was decided rightly: the largest output is the target's, or the single output is on its side of 0.5.
    pub correct: bool,
}

/// Softmax of the first `units` numbers of a row, in place; what lies behind them becomes zero.
pub fn softmax(row: &mut [f32], units: usize) {
    row[units..].fill(f32::NEG_INFINITY);
    let (vectors, _) = row.as_chunks_mut::<LANES>();
    let mut largest = F32x4::from_array(vectors[0]);
    for vector in vectors.iter() {
        largest = largest.at_least(F32x4::from_array(*vector));
    }
    let largest = F32x4::splat(largest.to_array().into_iter().fold(f32::NEG_INFINITY, f32::max));
    let mut sum = F32x4::splat(0.0);
    for vector in vectors.iter_mut() {
        let e = F32x4::from_array(*vector).sub(largest).exp();
        sum = sum.add(e);
        *vector = e.to_array();
    }
    let [a, b, c, d] = sum.to_array();
    let sum = F32x4::splat((a + b) + (c + d));
    for vector in vectors.iter_mut() {
        *vector = F32x4::from_array(*vector).div(sum).to_array();
    }
    row[units..].fill(0.0);
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

/// The row's score.
pub fn score(loss: Loss, y: &[f32], target: Target) -> RowScore {
    let loss = match loss {
        Loss::MeanSquaredError => {
            let square = |(i, y): (usize, &f32)| {
                let difference = f64::from(*y) - f64::from(target.at(i));
                difference * difference
            };
            y.iter().enumerate().map(square).sum::<f64>() / y.len() as f64
        }
        Loss::BinaryCrossentropy => {
            let sum = y.iter().enumerate().map(|(i, y)| binary_crossentropy(*y, target.at(i))).sum::<f64>();
            sum / y.len() as f64
        }
        Loss::CategoricalCrossentropy => {
            let sum: f32 = y.iter().sum();
            let term = |i: usize| -libm::log(f64::from((y[i] / sum).clamp(CLIP, 1.0 - CLIP)));
            match target {
                Target::Class(class) => term(class as usize),
                Target::Values(t) => {
                    let weighted =
                        |(i, t): (usize, &f32)| if *t == 0.0 { 0.0 } else { f64::from(*t) * term(i) };
                    t.iter().enumerate().map(weighted).sum()
                }
            }
        }
    };
    RowScore { loss, correct: decided_rightly(y, target) }
}

fn binary_crossentropy(p: f32, t: f32) -> f64 {
    let p = f64::from(p.clamp(CLIP, 1.0 - CLIP));
    let t = f64::from(t);
    // Most targets are 0 or 1, which need one logarithm.
    let of_one = if t == 0.0 { 0.0 } else { t * libm::log(p) };
    let of_zero = if t == 1.0 { 0.0 } else { (1.0 - t) * libm::log(1.0 - p) };
    -(of_one + of_zero)
}

fn decided_rightly(y: &[f32], target: Target) -> bool {
    if let [p] = y {
        return (*p >= 0.5) == (target.at(0) >= 0.5);
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

/// The derivative of the loss, times `scale`, by the last layer's sums. Sigmoid with binary and softmax with categorical
/// cross-entropy cancel to prediction minus target. What lies behind the units becomes zero.
pub fn delta(loss: Loss, activation: Activation, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
    let units = y.len();
    delta[units..].fill(0.0);
    let delta = &mut delta[..units];
    let per_unit = scale / units as f32;
    match (loss, activation) {
        (Loss::CategoricalCrossentropy, Activation::Softmax) => {
            if let Target::Class(class) = target {
                for (d, y) in delta.iter_mut().zip(y) {
                    *d = y * scale;
                }
                delta[class as usize] = (y[class as usize] - 1.0) * scale;
            } else {
                // Targets that do not sum to one keep their sum as a factor of the prediction.
                let total: f32 = (0..units).map(|i| target.at(i)).sum();
                each(delta, |i| (y[i] * total - target.at(i)) * scale);
            }
            return;
        }
        (Loss::BinaryCrossentropy, Activation::Sigmoid) => {
            each(delta, |i| (y[i] - target.at(i)) * per_unit);
            return;
        }
        (Loss::MeanSquaredError, _) => each(delta, |i| 2.0 * (y[i] - target.at(i)) * per_unit),
        (Loss::BinaryCrossentropy, _) => each(delta, |i| {
            let p = y[i].clamp(CLIP, 1.0 - CLIP);
            // The clipped loss is flat outside.
            if p == y[i] { (p - target.at(i)) / (p * (1.0 - p)) * per_unit } else { 0.0 }
        }),
        (Loss::CategoricalCrossentropy, _) => {
            let sum: f32 = y.iter().sum();
            let inside = |i: usize| (CLIP..=1.0 - CLIP).contains(&(y[i] / sum));
            let total: f32 = (0..units).filter(|&i| inside(i)).map(|i| target.at(i)).sum();
            each(delta, |i| {
                let pull = if inside(i) && target.at(i) != 0.0 { target.at(i) / y[i] } else { 0.0 };
                (total / sum - pull) * scale
            });
        }
    }
    if activation == Activation::Softmax {
        softmax_backward(delta, y);
    } else {
        for (d, y) in delta.iter_mut().zip(y) {
            let [result, ..] =
                super::dense::differentiate(activation, F32x4::splat(*y), F32x4::splat(*d)).to_array();
            *d = result;
        }
    }
}

fn each(delta: &mut [f32], value: impl Fn(usize) -> f32) {
    for (i, d) in delta.iter_mut().enumerate() {
        *d = value(i);
    }
}
