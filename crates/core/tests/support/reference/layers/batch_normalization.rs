use inkgrad_core::layers::BatchNormalization;
use ndarray::Array2;

use super::{Layer, Noise, Parameter, sum_rows};

/// Mean and variance of each column.
fn moments(x: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    let rows = x.nrows() as f64;
    let mean = sum_rows(x) / rows;
    let variance = sum_rows(&(x - &mean).mapv(|x| x * x)) / rows;
    (mean, variance)
}

impl Layer for BatchNormalization {
    fn parameters(&self, inputs: usize) -> Vec<Parameter> {
        let gamma = Parameter::vector(inputs, &self.gamma_regularizer, &self.gamma_constraint);
        let beta = Parameter::vector(inputs, &self.beta_regularizer, &self.beta_constraint);
        let of_layer = [(self.scale, gamma), (self.center, beta)];
        let mut parameters: Vec<_> = of_layer.into_iter().filter(|(has, _)| *has).map(|(_, it)| it).collect();
        parameters.extend([Parameter::statistic(inputs), Parameter::statistic(inputs)]);
        parameters
    }

    fn forward(&self, x: &Array2<f64>, parameters: &[Parameter], noise: Option<Noise>) -> Array2<f64> {
        let moving = parameters.len() - 2;
        let (mean, variance) = match noise {
            Some(_) => moments(x),
            None => (parameters[moving].value.clone(), parameters[moving + 1].value.clone()),
        };
        let mut y = (x - &mean) / &variance.mapv(|variance| (variance + self.epsilon).sqrt());
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
        let rows = x.nrows() as f64;
        let (mean, variance) = moments(x);
        let deviation = variance.mapv(|variance| (variance + self.epsilon).sqrt());
        let normal = (x - &mean) / &deviation;
        let by_normal = if self.scale { delta * &parameters[0].value } else { delta.clone() };
        // What goes along the mean and along the deviation changes nothing.
        let along = &normal * &(sum_rows(&(&by_normal * &normal)) / rows);
        let delta_input = (&by_normal - &(sum_rows(&by_normal) / rows) - &along) / &deviation;
        let of_gamma = self.scale.then(|| sum_rows(&(delta * &normal)));
        let of_beta = self.center.then(|| sum_rows(delta));
        let of_statistics = [Array2::zeros(mean.raw_dim()), Array2::zeros(mean.raw_dim())];
        (delta_input, of_gamma.into_iter().chain(of_beta).chain(of_statistics).collect())
    }

    fn follow(&self, x: &Array2<f64>, parameters: &mut [Parameter]) {
        let (mean, variance) = moments(x);
        let moving = parameters.len() - 2;
        for (parameter, of_batch) in parameters[moving..].iter_mut().zip([mean, variance]) {
            parameter.value = &parameter.value * self.momentum + of_batch * (1.0 - self.momentum);
        }
    }
}
