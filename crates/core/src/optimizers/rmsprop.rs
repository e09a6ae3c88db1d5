use super::{Method, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// RMSprop (Hinton, 2012): `w -= rate * g / sqrt(v + epsilon)`, v the mean of squares, less that of gradients if
    /// centered. A momentum is one of whole increments, the rate included.
    pub struct Rmsprop {
        /// The step size.
        pub learning_rate: Schedule,
        /// Decay of the means.
        pub rho: f64,
        /// How much of an increment goes on into the next.
        pub momentum: f64,
        /// Added below the root.
        pub epsilon: f64,
        /// By the variance of gradients instead of their mean square.
        pub centered: bool,
    }
}

impl Method for Rmsprop {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        vec![Slot::second("velocity"), Slot::first("average_gradient"), Slot::first("momentum")]
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let (rate, momentum) = (F32x4::splat(step.rate), F32x4::splat(self.momentum as f32));
        let (rho, rest) = (F32x4::splat(self.rho as f32), F32x4::splat((1.0 - self.rho) as f32));
        let epsilon = F32x4::splat(self.epsilon as f32);
        let centered = self.centered;
        tiles.apply(move |w: F32x4, g: F32x4, [v, mean, increments]: &mut [F32x4; 3]| {
            *v = rho * *v + rest * (g * g);
            let mut variance = *v;
            if centered {
                *mean = rho * *mean + rest * g;
                variance = variance - *mean * *mean;
            }
            let increment = rate * g / (variance + epsilon).sqrt();
            *increments = momentum * *increments + increment;
            w - *increments
        });
    }
}
