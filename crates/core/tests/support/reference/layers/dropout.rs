use inkgrad_core::layers::Dropout;
use ndarray::Array2;

use super::{Layer, Noise, Parameter};

fn factors(rate: f64, x: &Array2<f64>, noise: Option<Noise>) -> Array2<f64> {
    let Some(noise) = noise else { return Array2::ones(x.raw_dim()) };
    let scale = if rate < 1.0 { 1.0 / (1.0 - rate) } else { 0.0 };
    noise.halves(x.dim()).mapv(|draw| if f64::from(draw) < (rate * 65_536.0).round() { 0.0 } else { scale })
}

impl Layer for Dropout {
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
