use super::{Method, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// Adadelta (Zeiler, 2012): `w -= rate * g * rms(steps) / rms(gradients)`, with `rms(x) = sqrt(mean of x^2 + epsilon)`.
    pub struct Adadelta {
        /// What steps are multiplied by.
        pub learning_rate: Schedule,
        /// Decay of the means.
        pub rho: f64,
        /// Added below both roots.
        pub epsilon: f64,
    }
}

impl Method for Adadelta {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        vec![Slot::second("accumulated_grad"), Slot::second("accumulated_delta_var")]
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let (rate, epsilon) = (F32x4::splat(step.rate), F32x4::splat(self.epsilon as f32));
        let (rho, rest) = (F32x4::splat(self.rho as f32), F32x4::splat((1.0 - self.rho) as f32));
        tiles.apply(|w: F32x4, g: F32x4, [gradients, steps]: &mut [F32x4; 2]| {
            *gradients = rho * *gradients + rest * (g * g);
            let delta = (*steps + epsilon).sqrt() * g / (*gradients + epsilon).sqrt();
            *steps = rho * *steps + rest * (delta * delta);
            w - rate * delta
        });
    }
}
