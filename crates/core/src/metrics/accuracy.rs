use super::Measure;
use crate::data::Target;
use crate::kernels::rows::largest;
use crate::spec::packed::record;

record! {
    /// What binary accuracy has.
    pub struct BinaryAccuracy {
        /// From where on an output means 1.
        pub threshold: f64,
        /// The threshold itself means 1, too.
        pub inclusive: bool,
    }
}

impl Measure for BinaryAccuracy {
    fn is_mean(&self) -> bool {
        true
    }

    fn of_row(&self, y: &[f32], target: Target) -> Option<f64> {
        let threshold = self.threshold as f32;
        let means_one = |y: f32| if self.inclusive { y >= threshold } else { y > threshold };
        let right = (0..y.len()).filter(|&i| target.at(i) == f32::from(u8::from(means_one(y[i])))).count();
        Some(right as f64 / y.len() as f64)
    }
}

pub struct CategoricalAccuracy;

impl Measure for CategoricalAccuracy {
    fn is_mean(&self) -> bool {
        true
    }

    fn of_row(&self, y: &[f32], target: Target) -> Option<f64> {
        Some(f64::from(u8::from(largest(y) == target.class())))
    }
}

record! {
    /// What accuracy within the first k has.
    pub struct TopKCategoricalAccuracy {
        /// How many classes may be named.
        pub k: usize,
    }
}

impl Measure for TopKCategoricalAccuracy {
    fn is_mean(&self) -> bool {
        true
    }

    fn of_row(&self, y: &[f32], target: Target) -> Option<f64> {
        let own = y[target.class()];
        let above = y.iter().filter(|other| **other > own).count();
        Some(f64::from(u8::from(own.is_finite() && above < self.k)))
    }
}
