use inkgrad_core::layers::LayerNormalization;
use ndarray::Array2;

use super::{Layer, Noise, Parameter, mean_columns, sum_rows};

/// The rows scaled to mean 0 and variance 1, and the deviations that they were divided by.
fn normal(epsilon: f64, x: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    let centered = x - &mean_columns(x);
    let deviation = mean_columns(&centered.mapv(|x| x * x)).mapv(|variance| (variance + epsilon).sqrt());
    (&centered / &deviation, deviation)
}

impl Layer for LayerNormalization {
    fn parameters(&self, inputs: usize) -> Vec<Parameter> {
        let gamma = Parameter::vector(inputs, &self.gamma_regularizer, &self.gamma_constraint);
        let beta = Parameter::vector(inputs, &self.beta_regularizer, &self.beta_constraint);
        [(self.scale, gamma), (self.center, beta)]
            .into_iter()
            .filter(|(has, _)| *has)
            .map(|(_, it)| it)
            .collect()
    }

    fn forward(&self, x: &Array2<f64>, parameters: &[Parameter], _: Option<Noise>) -> Array2<f64> {
        let (mut y, _) = normal(self.epsilon, x);
        let mut parameters = parameters.iter();
        if self.scale {
            y *= &parameters.next().unwrap().value;
        }
        if self.center {
            y += &parameters.next().unwrap().value;
        }
        y
    }

    fn backward(
        &self,
        x: &Array2<f64>,
        parameters: &[Parameter],
        _: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        let (normal, deviation) = normal(self.epsilon, x);
        let by_normal = if self.scale { delta * &parameters[0].value } else { delta.clone() };
        // What goes along the mean and along the deviation changes nothing.
        let along = &normal * &mean_columns(&(&by_normal * &normal));
        let delta_input = (&by_normal - &mean_columns(&by_normal) - &along) / &deviation;
        let of_gamma = self.scale.then(|| sum_rows(&(delta * &normal)));
        let of_beta = self.center.then(|| sum_rows(delta));
        (delta_input, of_gamma.into_iter().chain(of_beta).collect())
    }
}
