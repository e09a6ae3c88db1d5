//! What needs a whole row.

use super::simd::{F32x4, LANES, larger};

/// Softmax of the first `units` numbers of a row, in place; what lies behind them becomes zero. The result is the
/// logarithm of the sum of their exponentials.
pub fn softmax(row: &mut [f32], units: usize) -> f64 {
    row[units..].fill(f32::NEG_INFINITY);
    let (vectors, _) = row.as_chunks_mut::<LANES>();
    let mut largest = F32x4::from_array(vectors[0]);
    for vector in vectors.iter() {
        largest = largest.at_least(F32x4::from_array(*vector));
    }
    let top = largest.to_array().into_iter().fold(f32::NEG_INFINITY, larger);
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

/// The logarithm of softmax, in place.
pub fn log_softmax(row: &mut [f32]) {
    let top = row.iter().copied().fold(f32::NEG_INFINITY, larger);
    let sum: f64 = row.iter().map(|x| libm::exp(f64::from(x - top))).sum();
    let log = f64::from(top) + libm::log(sum);
    row.iter_mut().for_each(|x| *x = (f64::from(*x) - log) as f32);
}

/// Turns a delta of its outputs `y` into one of its sums: `d_i - exp(y_i) sum_j d_j`.
pub fn log_softmax_backward(delta: &mut [f32], y: &[f32]) {
    let sum: f32 = delta.iter().sum();
    for (d, y) in delta.iter_mut().zip(y) {
        *d -= libm::expf(*y) * sum;
    }
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
