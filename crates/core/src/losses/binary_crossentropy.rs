use super::smoothing::Goal;
use super::{EPSILON, LogitLoss, RowLoss, each, mean};
use crate::activations::Activation;
use crate::data::Target;
use crate::kernels::simd::{F32x4, LANES};
use crate::spec::packed::record;

record! {
    /// What binary cross-entropy has.
    pub struct BinaryCrossentropy {
        /// The network gives logits.
        pub from_logits: bool,
        /// The share of a target that is spread over both classes.
        pub label_smoothing: f64,
    }
}

impl BinaryCrossentropy {
    fn goal<'a>(&self, target: Target<'a>) -> Goal<'a> {
        Goal::new(target, self.label_smoothing, 2)
    }
}

impl RowLoss for BinaryCrossentropy {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        let goal = self.goal(target);
        mean(y.len(), |i| of_probability(y[i], goal.at(i)))
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let (goal, per_unit) = (self.goal(target), scale / y.len() as f32);
        each(delta, |i| {
            let p = y[i].clamp(EPSILON, 1.0 - EPSILON);
            // The clipped loss is flat outside.
            if p == y[i] { (p - goal.at(i)) / (p * (1.0 - p)) * per_unit } else { 0.0 }
        });
    }

    fn of_logits(&self) -> Option<&dyn LogitLoss> {
        Some(self)
    }
}

impl LogitLoss for BinaryCrossentropy {
    fn belongs_to(&self, activation: &Activation) -> bool {
        *activation == Activation::Sigmoid
    }

    fn always(&self) -> bool {
        self.from_logits
    }

    fn finish(&self, row: &mut [f32], units: usize, target: Target) -> f64 {
        let goal = self.goal(target);
        let loss = mean(units, |i| of_logit(row[i], goal.at(i)));
        sigmoid(row);
        loss
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        // The derivatives of loss and activation cancel to prediction minus target.
        let (goal, per_unit) = (self.goal(target), scale / y.len() as f32);
        each(delta, |i| (y[i] - goal.at(i)) * per_unit);
    }
}

/// Turns logits, whole vectors of them, into probabilities.
pub fn sigmoid(row: &mut [f32]) {
    let (vectors, _) = row.as_chunks_mut::<LANES>();
    for vector in vectors {
        *vector = F32x4::from_array(*vector).sigmoid().to_array();
    }
}

/// -(t ln p + (1 - t) ln(1 - p)) for p = sigmoid(x), without computing p.
pub fn of_logit(x: f32, t: f32) -> f64 {
    let x = f64::from(x);
    x.max(0.0) - x * f64::from(t) + libm::log1p(libm::exp(-x.abs()))
}

/// -(t ln p + (1 - t) ln(1 - p)), for p kept from 0 and 1.
pub fn of_probability(p: f32, t: f32) -> f64 {
    let p = f64::from(p.clamp(EPSILON, 1.0 - EPSILON));
    let t = f64::from(t);
    -(t * libm::log(p) + (1.0 - t) * libm::log(1.0 - p))
}
