use super::{Method, Slot, Step, Tile};
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

    fn update(&self, step: Step, tile: &mut Tile) {
        let exponent = -self.learning_rate_power as f32;
        let power = move |x: F32x4| {
            if exponent == 0.5 {
                x.sqrt()
            } else {
                F32x4::from_array(x.to_array().map(|x| libm::powf(x, exponent)))
            }
        };
        let l2 = self.l2_regularization_strength as f32 + self.beta as f32 / (2.0 * step.rate);
        let (rate, twice_l2) = (F32x4::splat(step.rate), F32x4::splat(2.0 * l2));
        let shrinkage = F32x4::splat(2.0 * self.l2_shrinkage_regularization_strength as f32);
        let l1 = F32x4::splat(self.l1_regularization_strength as f32);
        let zero = F32x4::splat(0.0);
        tile.apply(move |w: F32x4, g: F32x4, [squares, linear]: &mut [F32x4; 2]| {
            let before = power(*squares);
            *squares = *squares + g * g;
            let after = power(*squares);
            *linear = *linear + (g + shrinkage * w) - (after - before) / rate * w;
            let clipped = linear.at_least(zero - l1).at_most(l1);
            (clipped - *linear) / (after / rate + twice_l2)
        });
    }
}
