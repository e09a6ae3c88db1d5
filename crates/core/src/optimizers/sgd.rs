use super::{Method, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// Gradient descent: `m = momentum * m - rate * g`, `w += m`; with Nesterov momentum `w += momentum * m - rate * g`.
    pub struct Sgd {
        /// The step size.
        pub learning_rate: Schedule,
        /// How much of a step goes on into the next.
        pub momentum: f64,
        /// The gradient is taken as that after the momentum.
        pub nesterov: bool,
    }
}

impl Method for Sgd {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        if self.momentum == 0.0 { vec![] } else { vec![Slot::first("momentum")] }
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let (rate, momentum) = (F32x4::splat(step.rate), F32x4::splat(self.momentum as f32));
        if self.momentum == 0.0 {
            tiles.apply(|w: F32x4, g: F32x4, _: &mut [F32x4; 0]| w - rate * g);
        } else if self.nesterov {
            tiles.apply(|w: F32x4, g: F32x4, [m]: &mut [F32x4; 1]| {
                *m = momentum * *m - rate * g;
                w + (momentum * *m - rate * g)
            });
        } else {
            tiles.apply(|w: F32x4, g: F32x4, [m]: &mut [F32x4; 1]| {
                *m = momentum * *m - rate * g;
                w + *m
            });
        }
    }
}
