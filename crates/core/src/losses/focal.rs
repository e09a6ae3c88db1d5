//! Losses in which what is told surely already counts less (Lin et al., "Focal loss for dense object detection", 2017).

use super::binary_crossentropy::{of_logit, of_probability, sigmoid};
use super::smoothing::Goal;
use super::{EPSILON, LogitLoss, RowLoss, each, mean};
use crate::activations::Activation;
use crate::data::Target;
use crate::kernels::rows::{softmax, softmax_backward};
use crate::spec::packed::record;

record! {
    /// What binary focal cross-entropy has.
    pub struct BinaryFocalCrossentropy {
        /// Weighs the classes by `alpha` and `1 - alpha`.
        pub apply_class_balancing: bool,
        /// The weight of class 1.
        pub alpha: f64,
        /// How much less sure predictions count.
        pub gamma: f64,
        /// The network gives logits.
        pub from_logits: bool,
        /// The share of a target that is spread over both classes.
        pub label_smoothing: f64,
    }
}

record! {
    /// What categorical focal cross-entropy has.
    pub struct CategoricalFocalCrossentropy {
        /// What all is multiplied by.
        pub alpha: f64,
        /// How much less sure predictions count.
        pub gamma: f64,
        /// The network gives logits.
        pub from_logits: bool,
        /// The share of a target that is spread over all classes.
        pub label_smoothing: f64,
    }
}

impl BinaryFocalCrossentropy {
    fn goal<'a>(&self, target: Target<'a>) -> Goal<'a> {
        Goal::new(target, self.label_smoothing, 2)
    }

    fn weight(&self, t: f64) -> f64 {
        if self.apply_class_balancing { t * self.alpha + (1.0 - t) * (1.0 - self.alpha) } else { 1.0 }
    }

    /// The factor of a cross-entropy, and its derivative by the probability.
    fn factor(&self, p: f64, t: f64) -> (f64, f64) {
        let miss = 1.0 - (t * p + (1.0 - t) * (1.0 - p));
        let slope = -self.gamma * libm::pow(miss, self.gamma - 1.0) * (2.0 * t - 1.0);
        (libm::pow(miss, self.gamma), if self.gamma == 0.0 { 0.0 } else { slope })
    }
}

impl RowLoss for BinaryFocalCrossentropy {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        let goal = self.goal(target);
        mean(y.len(), |i| {
            let t = f64::from(goal.at(i));
            self.weight(t) * self.factor(f64::from(y[i]), t).0 * of_probability(y[i], goal.at(i))
        })
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let goal = self.goal(target);
        let per_unit = f64::from(scale) / y.len() as f64;
        each(delta, |i| {
            let (t, p) = (f64::from(goal.at(i)), f64::from(y[i]));
            let (factor, slope) = self.factor(p, t);
            let clipped = y[i].clamp(EPSILON, 1.0 - EPSILON);
            let of_entropy = if clipped == y[i] { (p - t) / (p * (1.0 - p)) } else { 0.0 };
            let whole = slope * of_probability(y[i], goal.at(i)) + factor * of_entropy;
            (self.weight(t) * whole * per_unit) as f32
        });
    }

    fn of_logits(&self) -> Option<&dyn LogitLoss> {
        Some(self)
    }
}

impl LogitLoss for BinaryFocalCrossentropy {
    fn belongs_to(&self, activation: &Activation) -> bool {
        *activation == Activation::Sigmoid
    }

    fn always(&self) -> bool {
        self.from_logits
    }

    fn finish(&self, row: &mut [f32], units: usize, target: Target) -> f64 {
        let goal = self.goal(target);
        let loss = mean(units, |i| {
            let (x, t) = (f64::from(row[i]), f64::from(goal.at(i)));
            let p = 1.0 / (1.0 + libm::exp(-x));
            self.weight(t) * self.factor(p, t).0 * of_logit(row[i], goal.at(i))
        });
        sigmoid(row);
        loss
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let goal = self.goal(target);
        let per_unit = f64::from(scale) / y.len() as f64;
        each(delta, |i| {
            let (t, p) = (f64::from(goal.at(i)), f64::from(y[i]));
            let (factor, slope) = self.factor(p, t);
            let entropy = -(t * log(p) + (1.0 - t) * log(1.0 - p));
            (self.weight(t) * (slope * entropy * p * (1.0 - p) + factor * (p - t)) * per_unit) as f32
        });
    }
}

/// A logarithm of a probability that may have been rounded to nothing.
fn log(p: f64) -> f64 {
    libm::log(p.max(1e-45))
}

impl RowLoss for CategoricalFocalCrossentropy {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        let goal = Goal::new(target, self.label_smoothing, y.len());
        let sum: f32 = y.iter().sum();
        let term = |i: usize| {
            let p = f64::from((y[i] / sum).clamp(EPSILON, 1.0 - EPSILON));
            self.alpha * libm::pow(1.0 - p, self.gamma) * f64::from(goal.at(i)) * -libm::log(p)
        };
        (0..y.len()).map(term).sum()
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let goal = Goal::new(target, self.label_smoothing, y.len());
        let sum: f32 = y.iter().sum();
        // By each scaled probability, then through the scaling.
        let by_share = |i: usize| {
            let share = y[i] / sum;
            let p = f64::from(share.clamp(EPSILON, 1.0 - EPSILON));
            if p != f64::from(share) {
                return 0.0;
            }
            let rest = 1.0 - p;
            let slope = self.gamma * libm::pow(rest, self.gamma - 1.0) * libm::log(p)
                - libm::pow(rest, self.gamma) / p;
            self.alpha * f64::from(goal.at(i)) * slope
        };
        let along: f64 = (0..y.len()).map(|i| by_share(i) * f64::from(y[i] / sum)).sum();
        each(delta, |i| ((by_share(i) - along) / f64::from(sum)) as f32 * scale);
    }

    fn of_logits(&self) -> Option<&dyn LogitLoss> {
        Some(self)
    }
}

impl LogitLoss for CategoricalFocalCrossentropy {
    fn belongs_to(&self, _: &Activation) -> bool {
        false
    }

    fn always(&self) -> bool {
        self.from_logits
    }

    fn finish(&self, row: &mut [f32], units: usize, target: Target) -> f64 {
        softmax(row, units);
        self.of(&row[..units], target)
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        RowLoss::gradient(self, delta, y, target, scale);
        softmax_backward(delta, y);
    }
}
