use super::{Method, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// Adagrad (Duchi et al., 2011): `w -= rate * g / sqrt(sum of squares + epsilon)`.
    pub struct Adagrad {
        /// The step size.
        pub learning_rate: Schedule,
        /// Where the sums begin.
        pub initial_accumulator_value: f64,
        /// Added below the root.
        pub epsilon: f64,
    }
}

impl Method for Adagrad {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        let initial = self.initial_accumulator_value as f32;
        vec![Slot { initial, ..Slot::second("accumulator") }]
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let (rate, epsilon) = (F32x4::splat(step.rate), F32x4::splat(self.epsilon as f32));
        tiles.apply(|w: F32x4, g: F32x4, [sum]: &mut [F32x4; 1]| {
            *sum = *sum + g * g;
            w - rate * g / (*sum + epsilon).sqrt()
        });
    }
}
