use super::{Method, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// Adam with Nesterov momentum (Dozat, 2015), with the momentum of step t `u_t = beta1 * (1 - 0.96^t / 2)`.
    pub struct Nadam {
        /// The step size.
        pub learning_rate: Schedule,
        /// The highest momentum.
        pub beta1: f64,
        /// Decay of the mean of squared gradients.
        pub beta2: f64,
        /// Added to the bias-corrected root.
        pub epsilon: f64,
    }
}

impl Nadam {
    fn momentum(&self, t: u64) -> f64 {
        self.beta1 * (1.0 - 0.5 * libm::pow(0.96, t as f64))
    }
}

impl Method for Nadam {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        vec![Slot::first("momentum"), Slot::second("velocity")]
    }

    fn product_after(&self, step: Step) -> f64 {
        step.product * self.momentum(step.t)
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let (now, next) = (self.momentum(step.t), self.momentum(step.t + 1));
        let product = self.product_after(step);
        let of_mean = F32x4::splat((next / (1.0 - product * next)) as f32);
        let of_gradient = F32x4::splat(((1.0 - now) / (1.0 - product)) as f32);
        let [rest1, rest2] = [self.beta1, self.beta2].map(|beta| F32x4::splat((1.0 - beta) as f32));
        let correction = F32x4::splat(step.one_minus_power(self.beta2));
        let (rate, epsilon) = (F32x4::splat(step.rate), F32x4::splat(self.epsilon as f32));
        tiles.apply(|w: F32x4, g: F32x4, [m, v]: &mut [F32x4; 2]| {
            *m = m.plus_product(g - *m, rest1);
            *v = v.plus_product(g * g - *v, rest2);
            w - (*m * of_mean + g * of_gradient) * rate / ((*v / correction).sqrt() + epsilon)
        });
    }
}
