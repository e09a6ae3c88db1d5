//! What a row of outputs `y` costs whose targets are `t`, and the derivatives by each output; or of logits, where the
//! loss is computed from them.

use inkgrad_core::activations::Activation;
use inkgrad_core::losses::{
    BinaryCrossentropy, BinaryFocalCrossentropy, CategoricalCrossentropy, CategoricalFocalCrossentropy,
    Huber, Loss, SparseCategoricalCrossentropy,
};
use ndarray::aview1;

use super::activations::{log_softmax, sigmoid, softmax};
use super::regularizers::sign;

const EPSILON: f64 = 1e-7;

/// The loss of outputs of the activation is computed from the logits (Keras on TensorFlow).
pub fn belong(loss: &Loss, activation: &Activation) -> bool {
    match loss {
        Loss::BinaryCrossentropy(_) | Loss::BinaryFocalCrossentropy(_) => *activation == Activation::Sigmoid,
        Loss::CategoricalCrossentropy(_) | Loss::SparseCategoricalCrossentropy(_) => {
            *activation == Activation::Softmax
        }
        _ => false,
    }
}

/// The network's outputs are logits.
pub fn from_logits(loss: &Loss) -> bool {
    match loss {
        Loss::BinaryCrossentropy(loss) => loss.from_logits,
        Loss::BinaryFocalCrossentropy(loss) => loss.from_logits,
        Loss::CategoricalCrossentropy(loss) => loss.from_logits,
        Loss::SparseCategoricalCrossentropy(loss) => loss.from_logits,
        Loss::CategoricalFocalCrossentropy(loss) => loss.from_logits,
        _ => false,
    }
}

/// The loss of a row.
pub fn of_row(loss: &Loss, is_logits: bool, y: &[f64], t: &[f64]) -> f64 {
    match loss {
        Loss::CategoricalCrossentropy(CategoricalCrossentropy { label_smoothing, .. }) => {
            let t = smooth(t, *label_smoothing, t.len() as f64);
            if is_logits {
                return -of_logits(y, &t);
            }
            -t.iter().zip(shares(y)).map(|(t, p)| t * clip(p).ln()).sum::<f64>()
        }
        Loss::SparseCategoricalCrossentropy(_) if is_logits => -of_logits(y, t),
        Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy { .. }) => {
            let clipped: Vec<f64> = y.iter().copied().map(clip).collect();
            let sum: f64 = clipped.iter().sum();
            -t.iter().zip(clipped).map(|(t, p)| t * (p / sum).ln()).sum::<f64>()
        }
        Loss::CategoricalFocalCrossentropy(CategoricalFocalCrossentropy {
            alpha,
            gamma,
            label_smoothing,
            ..
        }) => {
            let t = smooth(t, *label_smoothing, t.len() as f64);
            let p = if is_logits { softmax(aview1(y)).to_vec() } else { shares(y) };
            let term = |(t, p): (&f64, f64)| -alpha * (1.0 - clip(p)).powf(*gamma) * t * clip(p).ln();
            t.iter().zip(p).map(term).sum()
        }
        Loss::CategoricalHinge => {
            let (own, others) = sides(y, t);
            (others - own + 1.0).max(0.0)
        }
        Loss::KlDivergence => {
            let terms = y.iter().zip(t).map(|(y, t)| (y.clamp(EPSILON, 1.0), t.clamp(EPSILON, 1.0)));
            terms.map(|(y, t)| t * (t / y).ln()).sum()
        }
        Loss::CosineSimilarity => -dot(y, t) / (length(y) * length(t)),
        _ => y.iter().zip(t).map(|(y, t)| of_unit(loss, is_logits, *y, *t).0).sum::<f64>() / y.len() as f64,
    }
}

/// The derivatives of the loss of a row.
pub fn gradient(loss: &Loss, is_logits: bool, y: &[f64], t: &[f64]) -> Vec<f64> {
    match loss {
        Loss::CategoricalCrossentropy(CategoricalCrossentropy { label_smoothing, .. }) => {
            let t = smooth(t, *label_smoothing, t.len() as f64);
            if is_logits {
                return softmax_minus(y, &t);
            }
            let by_share = |(p, t): (f64, &f64)| if clip(p) == p { -t / p } else { 0.0 };
            through_shares(y, shares(y).into_iter().zip(&t).map(by_share).collect())
        }
        Loss::SparseCategoricalCrossentropy(_) if is_logits => softmax_minus(y, t),
        Loss::SparseCategoricalCrossentropy(_) => {
            let sum: f64 = y.iter().copied().map(clip).sum();
            let total: f64 = t.iter().sum();
            let slope = |(y, t): (&f64, &f64)| if clip(*y) == *y { total / sum - t / y } else { 0.0 };
            y.iter().zip(t).map(slope).collect()
        }
        Loss::CategoricalFocalCrossentropy(CategoricalFocalCrossentropy {
            alpha,
            gamma,
            label_smoothing,
            ..
        }) => {
            let t = smooth(t, *label_smoothing, t.len() as f64);
            let p = if is_logits { softmax(aview1(y)).to_vec() } else { shares(y) };
            let by_share = |(p, t): (&f64, &f64)| {
                if clip(*p) != *p {
                    return 0.0;
                }
                let of_factor = gamma * (1.0 - p).powf(gamma - 1.0) * p.ln();
                alpha * t * (of_factor - (1.0 - p).powf(*gamma) / p)
            };
            let slopes: Vec<f64> = p.iter().zip(&t).map(by_share).collect();
            if is_logits {
                let inner = dot(&slopes, &p);
                return slopes.iter().zip(&p).map(|(slope, p)| p * (slope - inner)).collect();
            }
            through_shares(y, slopes)
        }
        Loss::CategoricalHinge => {
            let (own, others) = sides(y, t);
            if others - own + 1.0 < 0.0 {
                return vec![0.0; y.len()];
            }
            let is_largest = |y: f64, t: f64| (1.0 - t) * y == others;
            let equals = y.iter().zip(t).filter(|(y, t)| is_largest(**y, **t)).count() as f64;
            let up = |y: f64, t: f64| if is_largest(y, t) { (1.0 - t) / equals } else { 0.0 };
            y.iter().zip(t).map(|(y, t)| up(*y, *t) - t).collect()
        }
        Loss::KlDivergence => {
            let is_inside = |y: f64| (EPSILON..=1.0).contains(&y);
            let slope = |(y, t): (&f64, &f64)| if is_inside(*y) { -t.clamp(EPSILON, 1.0) / y } else { 0.0 };
            y.iter().zip(t).map(slope).collect()
        }
        Loss::CosineSimilarity => {
            let (of_y, of_t) = (length(y), length(t));
            let cosine = dot(y, t) / (of_y * of_t);
            y.iter().zip(t).map(|(y, t)| -(t / of_t - cosine * y / of_y) / of_y).collect()
        }
        _ => {
            let units = y.len() as f64;
            y.iter().zip(t).map(|(y, t)| of_unit(loss, is_logits, *y, *t).1 / units).collect()
        }
    }
}

/// What a unit costs, of losses that are means over the units, and the derivative.
fn of_unit(loss: &Loss, is_logits: bool, y: f64, t: f64) -> (f64, f64) {
    let log_ratio = |y: f64, t: f64| (y.max(EPSILON) + 1.0).ln() - (t.max(EPSILON) + 1.0).ln();
    match loss {
        Loss::MeanSquaredError => ((y - t).powi(2), 2.0 * (y - t)),
        Loss::MeanAbsoluteError => ((y - t).abs(), sign(y - t)),
        Loss::MeanAbsolutePercentageError => {
            let scale = 100.0 / t.abs().max(EPSILON);
            (scale * (y - t).abs(), scale * sign(y - t))
        }
        Loss::MeanSquaredLogarithmicError => {
            let slope = if y < EPSILON { 0.0 } else { 2.0 * log_ratio(y, t) / (y + 1.0) };
            (log_ratio(y, t).powi(2), slope)
        }
        Loss::Huber(Huber { delta }) => {
            let distance = (y - t).abs();
            let far = delta * distance - delta * delta / 2.0;
            (if distance <= *delta { distance * distance / 2.0 } else { far }, (y - t).clamp(-delta, *delta))
        }
        Loss::LogCosh => ((y - t).cosh().ln(), (y - t).tanh()),
        Loss::Hinge => ((1.0 - t * y).max(0.0), if t * y <= 1.0 { -t } else { 0.0 }),
        Loss::SquaredHinge => ((1.0 - t * y).max(0.0).powi(2), -2.0 * t * (1.0 - t * y).max(0.0)),
        Loss::Poisson => (y - t * (y + EPSILON).ln(), 1.0 - t / (y + EPSILON)),
        Loss::BinaryCrossentropy(BinaryCrossentropy { label_smoothing, .. }) => {
            entropy(is_logits, y, smooth(&[t], *label_smoothing, 2.0)[0])
        }
        Loss::BinaryFocalCrossentropy(focal) => {
            let BinaryFocalCrossentropy { apply_class_balancing, alpha, gamma, label_smoothing, .. } = focal;
            let t = smooth(&[t], *label_smoothing, 2.0)[0];
            let (of_entropy, slope) = entropy(is_logits, y, t);
            let p = if is_logits { sigmoid(y) } else { y };
            let miss = 1.0 - t * p - (1.0 - t) * (1.0 - p);
            let by_output = if is_logits { p * (1.0 - p) } else { 1.0 };
            let of_factor = gamma * miss.powf(gamma - 1.0) * (1.0 - 2.0 * t) * by_output;
            let weight = if *apply_class_balancing { t * alpha + (1.0 - t) * (1.0 - alpha) } else { 1.0 };
            let factor = miss.powf(*gamma);
            (weight * factor * of_entropy, weight * (factor * slope + of_factor * of_entropy))
        }
        _ => panic!("{loss:?} is no mean over units"),
    }
}

/// The cross-entropy of a probability or logit, and its derivative.
fn entropy(is_logits: bool, y: f64, t: f64) -> (f64, f64) {
    if is_logits {
        return (y.max(0.0) - y * t + (-y.abs()).exp().ln_1p(), sigmoid(y) - t);
    }
    let p = clip(y);
    let slope = if p == y { (p - t) / (p * (1.0 - p)) } else { 0.0 };
    (-(t * p.ln() + (1.0 - t) * (1.0 - p).ln()), slope)
}

fn clip(p: f64) -> f64 {
    p.clamp(EPSILON, 1.0 - EPSILON)
}

fn smooth(t: &[f64], share: f64, classes: f64) -> Vec<f64> {
    t.iter().map(|t| t * (1.0 - share) + share / classes).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The length of a vector, of which one by it is at most 1e7.
fn length(a: &[f64]) -> f64 {
    dot(a, a).sqrt().max(EPSILON)
}

/// Outputs as shares of their sum.
fn shares(y: &[f64]) -> Vec<f64> {
    let sum: f64 = y.iter().sum();
    y.iter().map(|y| y / sum).collect()
}

/// Derivatives by the shares as those by the outputs.
fn through_shares(y: &[f64], by_share: Vec<f64>) -> Vec<f64> {
    let sum: f64 = y.iter().sum();
    let along = dot(&by_share, &shares(y));
    by_share.iter().map(|slope| (slope - along) / sum).collect()
}

/// The logarithms of the probabilities, weighted by the targets.
fn of_logits(x: &[f64], t: &[f64]) -> f64 {
    dot(t, &log_softmax(aview1(x)).to_vec())
}

fn softmax_minus(x: &[f64], t: &[f64]) -> Vec<f64> {
    let total: f64 = t.iter().sum();
    softmax(aview1(x)).iter().zip(t).map(|(p, t)| p * total - t).collect()
}

/// The output of the class, and the largest of the others.
fn sides(y: &[f64], t: &[f64]) -> (f64, f64) {
    let others = y.iter().zip(t).map(|(y, t)| (1.0 - t) * y);
    (dot(y, t), others.fold(f64::NEG_INFINITY, f64::max))
}
