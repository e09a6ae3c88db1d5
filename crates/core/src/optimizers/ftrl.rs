use super::{Method, Slot, Step, Tiles};
use crate::kernels::simd::F32x4;
use crate::schedules::Schedule;
use crate::spec::packed::record;

record! {
    /// Follow the regularized leader (McMahan et al., 2013), with shrinkage.
    pub struct Ftrl {
        /// The step size.
        pub learning_rate: Schedule,
        /// The exponent of the sums of squares, at most 0.
        pub learning_rate_power: f64,
        /// Where the sums of squares begin.
        pub initial_accumulator_value: f64,
        /// The cost of a magnitude.
        pub l1_regularization_strength: f64,
        /// The cost of a square.
        pub l2_regularization_strength: f64,
        /// The cost of a square, of the weights as they are now.
        pub l2_shrinkage_regularization_strength: f64,
        /// Added to the cost of a square, by twice the rate.
        pub beta: f64,
    }
}

impl Method for Ftrl {
    fn schedule(&self) -> &Schedule {
        &self.learning_rate
    }

    fn slots(&self) -> Vec<Slot> {
        let initial = self.initial_accumulator_value as f32;
        vec![Slot { initial, ..Slot::second("accumulator") }, Slot::first("linear")]
    }

    fn update(&self, step: Step, tiles: Tiles) {
        let exponent = -self.learning_rate_power as f32;
        if exponent == 0.5 {
            self.apply(step, tiles, F32x4::sqrt);
        } else {
            let power = |x: F32x4| F32x4::from_array(x.to_array().map(|x| libm::powf(x, exponent)));
            self.apply(step, tiles, power);
        }
    }
}

impl Ftrl {
    /// `power` takes sums of squares to the learning rate's power.
    #[inline(always)]
    fn apply(&self, step: Step, tiles: Tiles, power: impl Fn(F32x4) -> F32x4 + Copy + Send + Sync) {
        let l2 = self.l2_regularization_strength as f32 + self.beta as f32 / (2.0 * step.rate);
        let (per_rate, twice_l2) = (F32x4::splat(1.0 / step.rate), F32x4::splat(2.0 * l2));
        let shrinkage = F32x4::splat(2.0 * self.l2_shrinkage_regularization_strength as f32);
        let l1 = F32x4::splat(self.l1_regularization_strength as f32);
        let zero = F32x4::splat(0.0);
        tiles.apply(move |w: F32x4, g: F32x4, [squares, linear]: &mut [F32x4; 2]| {
            let before = power(*squares);
            *squares = *squares + g * g;
            let after = power(*squares);
            *linear = *linear + (g + shrinkage * w) - (after - before) * per_rate * w;
            let clipped = linear.at_least(zero - l1).at_most(l1);
            (clipped - *linear) / (after * per_rate + twice_l2)
        });
    }
}
