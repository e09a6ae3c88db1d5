use inkgrad_core::layers::Normalization;
use ndarray::Array2;

use super::{Layer, Noise, Parameter};

fn deviation(parameters: &[Parameter]) -> Array2<f64> {
    parameters[1].value.mapv(|variance| variance.sqrt().max(1e-7))
}

impl Layer for Normalization {
    fn parameters(&self, inputs: usize) -> Vec<Parameter> {
        vec![Parameter::statistic(inputs), Parameter::statistic(inputs)]
    }

    fn forward(&self, x: &Array2<f64>, parameters: &[Parameter], _: Option<Noise>) -> Array2<f64> {
        (x - &parameters[0].value) / &deviation(parameters)
    }

    fn backward(
        &self,
        _: &Array2<f64>,
        parameters: &[Parameter],
        _: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        let gradients = parameters.iter().map(|parameter| Array2::zeros(parameter.value.raw_dim())).collect();
        (delta / &deviation(parameters), gradients)
    }
}
