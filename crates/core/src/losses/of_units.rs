//! Losses that are the mean of what each unit says by itself.

use super::{EPSILON, RowLoss, each, mean};
use crate::data::Target;
use crate::spec::packed::record;

/// What a unit says: the loss of output `y` and target `t`, and its derivative by `y`.
trait UnitLoss: Sync {
    fn of(&self, y: f64, t: f64) -> f64;
    fn slope(&self, y: f64, t: f64) -> f64;
}

/// The mean over the units. Not one for each loss, which would weigh too much in the WASM.
#[inline(never)]
fn mean_of(loss: &dyn UnitLoss, y: &[f32], target: Target) -> f64 {
    mean(y.len(), |i| loss.of(f64::from(y[i]), f64::from(target.at(i))))
}

/// Its derivatives.
#[inline(never)]
fn slopes_of(loss: &dyn UnitLoss, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
    let per_unit = f64::from(scale) / y.len() as f64;
    each(delta, |i| (loss.slope(f64::from(y[i]), f64::from(target.at(i))) * per_unit) as f32);
}

macro_rules! row_losses {
    ($($Loss:ty),*) => {
        $(impl RowLoss for $Loss {
            fn of(&self, y: &[f32], target: Target) -> f64 {
                mean_of(self, y, target)
            }

            fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
                slopes_of(self, delta, y, target, scale);
            }
        })*
    };
}

row_losses!(MeanAbsoluteError, MeanAbsolutePercentageError, MeanSquaredLogarithmicError, Huber, LogCosh);
row_losses!(Hinge, SquaredHinge, Poisson);

/// The derivative of |x|, 0 at 0.
fn sign(x: f64) -> f64 {
    if x == 0.0 { 0.0 } else { x.signum() }
}

pub struct MeanSquaredError;

/// Written out, for its bits are those of 32-bit arithmetic.
impl RowLoss for MeanSquaredError {
    fn of(&self, y: &[f32], target: Target) -> f64 {
        mean(y.len(), |i| {
            let difference = f64::from(y[i]) - f64::from(target.at(i));
            difference * difference
        })
    }

    fn gradient(&self, delta: &mut [f32], y: &[f32], target: Target, scale: f32) {
        let per_unit = scale / y.len() as f32;
        each(delta, |i| 2.0 * (y[i] - target.at(i)) * per_unit);
    }
}

pub struct MeanAbsoluteError;

impl UnitLoss for MeanAbsoluteError {
    fn of(&self, y: f64, t: f64) -> f64 {
        (y - t).abs()
    }

    fn slope(&self, y: f64, t: f64) -> f64 {
        sign(y - t)
    }
}

pub struct MeanAbsolutePercentageError;

impl UnitLoss for MeanAbsolutePercentageError {
    fn of(&self, y: f64, t: f64) -> f64 {
        100.0 * (y - t).abs() / t.abs().max(f64::from(EPSILON))
    }

    fn slope(&self, y: f64, t: f64) -> f64 {
        100.0 * sign(y - t) / t.abs().max(f64::from(EPSILON))
    }
}

pub struct MeanSquaredLogarithmicError;

impl MeanSquaredLogarithmicError {
    fn difference(y: f64, t: f64) -> f64 {
        let log = |x: f64| libm::log(x.max(f64::from(EPSILON)) + 1.0);
        log(y) - log(t)
    }
}

impl UnitLoss for MeanSquaredLogarithmicError {
    fn of(&self, y: f64, t: f64) -> f64 {
        let difference = Self::difference(y, t);
        difference * difference
    }

    fn slope(&self, y: f64, t: f64) -> f64 {
        if y < f64::from(EPSILON) { 0.0 } else { 2.0 * Self::difference(y, t) / (y + 1.0) }
    }
}

record! {
    /// What Huber's loss has.
    pub struct Huber {
        /// The distance beyond which it goes straight on.
        pub delta: f64,
    }
}

impl UnitLoss for Huber {
    fn of(&self, y: f64, t: f64) -> f64 {
        let distance = (y - t).abs();
        if distance <= self.delta {
            0.5 * distance * distance
        } else {
            self.delta * (distance - 0.5 * self.delta)
        }
    }

    fn slope(&self, y: f64, t: f64) -> f64 {
        (y - t).max(-self.delta).min(self.delta)
    }
}

pub struct LogCosh;

impl UnitLoss for LogCosh {
    fn of(&self, y: f64, t: f64) -> f64 {
        let distance = (y - t).abs();
        distance + libm::log1p(libm::exp(-2.0 * distance)) - std::f64::consts::LN_2
    }

    fn slope(&self, y: f64, t: f64) -> f64 {
        libm::tanh(y - t)
    }
}

pub struct Hinge;

impl UnitLoss for Hinge {
    fn of(&self, y: f64, t: f64) -> f64 {
        (1.0 - t * y).max(0.0)
    }

    fn slope(&self, y: f64, t: f64) -> f64 {
        if t * y <= 1.0 { -t } else { 0.0 }
    }
}

pub struct SquaredHinge;

impl UnitLoss for SquaredHinge {
    fn of(&self, y: f64, t: f64) -> f64 {
        let miss = (1.0 - t * y).max(0.0);
        miss * miss
    }

    fn slope(&self, y: f64, t: f64) -> f64 {
        -2.0 * t * (1.0 - t * y).max(0.0)
    }
}

pub struct Poisson;

impl UnitLoss for Poisson {
    fn of(&self, y: f64, t: f64) -> f64 {
        y - t * libm::log(y + f64::from(EPSILON))
    }

    fn slope(&self, y: f64, t: f64) -> f64 {
        1.0 - t / (y + f64::from(EPSILON))
    }
}
