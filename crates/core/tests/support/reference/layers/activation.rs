use inkgrad_core::activations::Activation;
use ndarray::Array2;

use super::{Layer, Noise, Parameter};
use crate::support::reference::activations::{activate, differentiate};

pub struct Activate(pub Activation);

impl Layer for Activate {
    fn forward(&self, x: &Array2<f64>, _: &[Parameter], _: Option<Noise>) -> Array2<f64> {
        activate(&self.0, x)
    }

    fn backward(
        &self,
        x: &Array2<f64>,
        _: &[Parameter],
        _: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        (differentiate(&self.0, x, delta), vec![])
    }

    fn activation(&self) -> Option<&Activation> {
        Some(&self.0)
    }
}
