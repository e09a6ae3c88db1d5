use inkgrad_core::layers::Rescaling;
use ndarray::Array2;

use super::{Layer, Noise, Parameter};

impl Layer for Rescaling {
    fn forward(&self, x: &Array2<f64>, _: &[Parameter], _: Option<Noise>) -> Array2<f64> {
        x * self.scale + self.offset
    }

    fn backward(
        &self,
        _: &Array2<f64>,
        _: &[Parameter],
        _: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        (delta * self.scale, vec![])
    }
}
