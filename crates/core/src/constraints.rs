//! What weights must be like after each step (Keras's constraints, along the first axis).

use crate::spec::packed::{kinds, record};

kinds! {
    /// A constraint.
    pub enum Constraint in "constraint" {
        /// Anything.
        None,
        /// Each column has at most a norm.
        MaxNorm(MaxNorm),
        /// Each column's norm lies between two.
        MinMaxNorm(MinMaxNorm),
        /// No number is below zero.
        NonNeg,
        /// Each column has the norm 1.
        UnitNorm,
    }
}

record! {
    /// What a largest norm has.
    pub struct MaxNorm {
        /// The norm.
        pub max_value: f64,
    }
}

record! {
    /// What a range of norms has.
    pub struct MinMaxNorm {
        /// The smallest norm.
        pub min_value: f64,
        /// The largest norm.
        pub max_value: f64,
        /// How much of the way to the range is gone at each step.
        pub rate: f64,
    }
}

/// Keeps quotients finite (Keras's epsilon).
const EPSILON: f32 = 1e-7;

impl Constraint {
    /// The factor of a column with that norm; `None` where numbers do not depend on a norm.
    pub(crate) fn factor(&self, norm: f32) -> Option<f32> {
        match self {
            Self::None | Self::NonNeg => None,
            Self::MaxNorm(MaxNorm { max_value }) => Some(norm.min(*max_value as f32) / (EPSILON + norm)),
            Self::MinMaxNorm(MinMaxNorm { min_value, max_value, rate }) => {
                let rate = *rate as f32;
                let wanted = rate * norm.max(*min_value as f32).min(*max_value as f32) + (1.0 - rate) * norm;
                Some(wanted / (EPSILON + norm))
            }
            Self::UnitNorm => Some(1.0 / (EPSILON + norm)),
        }
    }
}
