use inkgrad_core::layers::{GaussianDropout, GaussianNoise};
use ndarray::Array2;

use super::{Layer, Noise, Parameter};

fn normals(stddev: f64, x: &Array2<f64>, noise: Option<Noise>) -> Array2<f64> {
    noise.map_or(Array2::zeros(x.raw_dim()), |noise| noise.normals(x.dim()) * stddev)
}

impl Layer for GaussianNoise {
    fn forward(&self, x: &Array2<f64>, _: &[Parameter], noise: Option<Noise>) -> Array2<f64> {
        x + &normals(self.stddev, x, noise)
    }

    fn backward(
        &self,
        _: &Array2<f64>,
        _: &[Parameter],
        _: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        (delta.clone(), vec![])
    }
}

fn factors(rate: f64, x: &Array2<f64>, noise: Option<Noise>) -> Array2<f64> {
    normals((rate / (1.0 - rate)).sqrt(), x, noise) + 1.0
}

impl Layer for GaussianDropout {
    fn forward(&self, x: &Array2<f64>, _: &[Parameter], noise: Option<Noise>) -> Array2<f64> {
        x * &factors(self.rate, x, noise)
    }

    fn backward(
        &self,
        x: &Array2<f64>,
        _: &[Parameter],
        noise: Option<Noise>,
        delta: &Array2<f64>,
    ) -> (Array2<f64>, Vec<Array2<f64>>) {
        (delta * &factors(self.rate, x, noise), vec![])
    }
}
