use super::{Method, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// Steps of one size (Chen et al., 2023): `w -= rate * sign(beta1 * m + (1 - beta1) * g)`.
    pub struct Lion {
        /// The step size.
        pub learning_rate: Schedule,
        /// How much of the mean is in a step.
        pub beta1: f64,
        /// Decay of the mean.
        pub beta2: f64,
    }
}

impl Method for Lion {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        // The sign of the smallest normal number still makes a step.
        vec![Slot { name: "momentum", initial: 0.0, least: f32::MIN_POSITIVE }]
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let [beta1, beta2] = [self.beta1, self.beta2].map(|beta| F32x4::splat(beta as f32));
        let [rest1, rest2] = [self.beta1, self.beta2].map(|beta| F32x4::splat((1.0 - beta) as f32));
        let (rate, zero) = (F32x4::splat(step.rate), F32x4::splat(0.0));
        tiles.apply(|w: F32x4, g: F32x4, [m]: &mut [F32x4; 1]| {
            let direction = beta1 * *m + rest1 * g;
            let down = direction.select_below(zero, zero - rate, zero);
            *m = beta2 * *m + rest2 * g;
            w - zero.select_below(direction, rate, down)
        });
    }
}
