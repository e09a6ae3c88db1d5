use super::{Method, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// Adam by the largest gradient (Kingma and Ba, 2014): `w -= rate * m / ((1 - beta1^t) * (u + epsilon))`, with
    /// `u = max(beta2 * u, |g|)`.
    pub struct Adamax {
        /// The step size.
        pub learning_rate: Schedule,
        /// Decay of the mean of gradients.
        pub beta1: f64,
        /// Decay of the largest gradient.
        pub beta2: f64,
        /// Added to the largest gradient.
        pub epsilon: f64,
    }
}

impl Method for Adamax {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        vec![Slot::first("momentum"), Slot::first("norm")]
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let rest = F32x4::splat((1.0 - self.beta1) as f32);
        let (beta2, epsilon) = (F32x4::splat(self.beta2 as f32), F32x4::splat(self.epsilon as f32));
        let (rate, correction) = (F32x4::splat(step.rate), F32x4::splat(step.one_minus_power(self.beta1)));
        tiles.apply(|w: F32x4, g: F32x4, [m, largest]: &mut [F32x4; 2]| {
            *m = m.plus_product(g - *m, rest);
            *largest = (beta2 * *largest).at_least(g.abs());
            w - rate * *m / (correction * (*largest + epsilon))
        });
    }
}
