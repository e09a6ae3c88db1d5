use super::{Method, Rule, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::{Constant, Schedule};
use crate::spec::packed::record;

record! {
    /// Adam's constants (Kingma and Ba, 2014), in the form that Keras computes: `w -= alpha * m / (sqrt(v) + epsilon)`,
    /// with `alpha = learning_rate * sqrt(1 - beta2^t) / (1 - beta1^t)`.
    pub struct Adam {
        /// The step size.
        pub learning_rate: Schedule,
        /// Decay of the mean of gradients.
        pub beta1: f64,
        /// Decay of the mean of squared gradients.
        pub beta2: f64,
        /// Added to the root of the second moment, which is not bias-corrected.
        pub epsilon: f64,
        /// By the largest second moment so far (Reddi et al., 2018).
        pub amsgrad: bool,
    }
}

impl Default for Adam {
    /// Keras's defaults.
    fn default() -> Self {
        let learning_rate = Schedule::Constant(Constant { value: 0.001 });
        Self { learning_rate, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, amsgrad: false }
    }
}

/// One step of Adam: the constants in vectors.
#[derive(Clone, Copy)]
pub struct AdamRule {
    alpha: F32x4,
    one_minus_beta1: F32x4,
    one_minus_beta2: F32x4,
    epsilon: F32x4,
}

impl AdamRule {
    pub fn new(adam: &Adam, step: Step) -> Self {
        let alpha = step.rate * step.one_minus_power(adam.beta2).sqrt() / step.one_minus_power(adam.beta1);
        Self {
            alpha: F32x4::splat(alpha),
            one_minus_beta1: F32x4::splat((1.0 - adam.beta1) as f32),
            one_minus_beta2: F32x4::splat((1.0 - adam.beta2) as f32),
            epsilon: F32x4::splat(adam.epsilon as f32),
        }
    }

    /// Both moments, in the order of operations that Keras has.
    #[inline(always)]
    fn moments(&self, gradient: F32x4, m: F32x4, v: F32x4) -> (F32x4, F32x4) {
        let new_m = m.plus_product(gradient - m, self.one_minus_beta1);
        let new_v = v.plus_product(gradient * gradient - v, self.one_minus_beta2);
        (new_m, new_v)
    }
}

impl Rule<2> for AdamRule {
    #[inline(always)]
    fn update(&self, weight: F32x4, gradient: F32x4, [m, v]: &mut [F32x4; 2]) -> F32x4 {
        (*m, *v) = self.moments(gradient, *m, *v);
        let step = *m * self.alpha / (v.sqrt() + self.epsilon);
        weight - step
    }
}

impl Method for Adam {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        let mut slots = vec![Slot::first("momentum"), Slot::second("velocity")];
        slots.extend(self.amsgrad.then_some(Slot::second("velocity_hat")));
        slots
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let rule = AdamRule::new(self, step);
        if !self.amsgrad {
            return tiles.apply(rule);
        }
        tiles.apply(|w: F32x4, g: F32x4, [m, v, largest]: &mut [F32x4; 3]| {
            (*m, *v) = rule.moments(g, *m, *v);
            *largest = largest.at_least(*v);
            w - *m * rule.alpha / (largest.sqrt() + rule.epsilon)
        });
    }
}
